# The conversations that the lecture prints.

# The first one a newcomer sees: log-in, one recipient taken, one refused, a short mail.
scene_lecture_smtp() {
  EXIM_MACROS='IDENT_HOSTS = *' lab exim
  background on pc /usr/bin/python3 "$RECORD/tools/ident.py" anna 0.29
  wait_port pc 113
  record_on pc eth0 lecture-smtp.pcap
  as anna pc swaks --server mail.kolleg.example --ehlo pc.kolleg.example \
    --auth LOGIN --auth-user anna --auth-password geheim \
    --from anna@kolleg.example --to bob@example.com,wiki@kolleg.example --data "@$(mail_for_swaks greetings)"
  stop_recording
}

# HELO, and addresses without angle brackets, typed character by character
scene_lecture_smtp_telnet() {
  # the host plays the lecture's mail server of example.com
  POSTFIX_SETTINGS=('myhostname = mail.example.com' 'virtual_mailbox_domains = example.com'
    'virtual_mailbox_maps = inline:{ foo@example.com=foo/Maildir/ }' 'smtpd_sasl_auth_enable = no')
  lab postfix
  POSTFIX_SETTINGS=()
  record_on pc eth0 lecture-smtp-telnet.pcap
  typed mail.example.com 25 smtp-helo --char
  stop_recording
}

scene_lecture_smtp_auth_login() {
  lab dovecot postfix
  record_on pc eth0 lecture-smtp-auth-login.pcap
  typed mail.kolleg.example 25 smtp-auth-login
  stop_recording
}

# three mails are there, the third is fetched, none deleted
scene_lecture_pop3() {
  lab dovecot
  mailbox anna excursion list invitation
  record_on pc eth0 lecture-pop3.pcap
  typed mail.kolleg.example 110 pop3
  stop_recording
}

scene_lecture_pop3_delete() {
  lab dovecot
  mailbox anna test-e-mail
  record_on pc eth0 lecture-pop3-delete.pcap
  typed mail.kolleg.example 110 pop3-delete
  stop_recording
}

scene_lecture_pop3_errors() {
  lab dovecot
  mailbox anna test-e-mail
  record_on pc eth0 lecture-pop3-errors.pcap
  typed mail.kolleg.example 110 pop3-errors --char
  stop_recording
}

scene_lecture_imap() {
  lab dovecot
  mailbox anna test-e-mail
  record_on pc eth0 lecture-imap.pcap
  typed mail.kolleg.example 143 imap
  stop_recording
}

# The whole of the lecture's example as the mail host sees it: the client's connection, ident, name server,
# log host, and the connection to the mail host of the recipient's domain.
scene_lecture_journey() {
  host_up pc pc.kolleg.example
  host_up mail mail.kolleg.example exim
  host_up dns dns.kolleg.example dnsmasq
  host_up mx mx.example.com postfix
  lan pc mail dns mx
  address pc eth0 10 192.0.2.10/24
  address mail eth0 25 192.0.2.25/24 198.51.100.20/24
  address dns eth0 53 192.0.2.53/24
  address mx eth0 26 198.51.100.25/24
  certificate mail mail.kolleg.example
  certificate mx mx.example.com
  start_dnsmasq dns
  start_postfix mx
  ask_dns pc mail
  EXIM_MACROS=$'BY_DNS = yes\nIDENT_HOSTS = *' start_exim mail
  background on pc /usr/bin/python3 "$RECORD/tools/ident.py" anna 0.22
  wait_port pc 113
  background on dns /usr/bin/python3 "$RECORD/tools/sink.py" 514
  background on mail sh -c 'tail -n 0 -F /var/log/exim4/mainlog |
    logger --server 192.0.2.53 --port 514 --udp --rfc3164 --priority mail.info --tag exim'
  sleep 0.5
  record_on mail eth0 lecture-journey.pcap ip
  anna_swaks --server mail.kolleg.example --auth LOGIN --auth-user anna --auth-password geheim \
    --to bob@example.com --data "@$(mail_for_swaks greetings)"
  LINGER=2 stop_recording
}
