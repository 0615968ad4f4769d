# SMTP: what servers answer, and what clients do to them.

scene_smtp_postfix_commands() {
  lab dovecot postfix
  record_on pc eth0 smtp-postfix-commands.pcap
  typed mail.kolleg.example 25 smtp-postfix-commands
  stop_recording
}

scene_smtp_exim_commands() {
  lab exim
  record_on pc eth0 smtp-exim-commands.pcap
  typed mail.kolleg.example 25 smtp-exim-commands
  stop_recording
}

# one Postfix hands a mail with five recipients to another; lines that begin with dots are in it
scene_smtp_postfix_pipelining() {
  lab dovecot postfix
  lab_mx postfix
  record_on mail eth1 smtp-postfix-pipelining.pcap tcp port 25
  as anna mail sendmail -f anna@kolleg.example bob@example.com wiki@example.com nobody@example.com \
    foo@example.com receiver@example.com < "$RECORD/mails/list.eml"
  LINGER=2 stop_recording
}

# Anna's mail goes to Exim on mail.kolleg.example, and from there on to mx.example.com: two connections
scene_smtp_exim_relay() {
  lab exim
  lab_mx postfix
  record_on mail eth0 smtp-exim-relay.first
  record_on mail eth1 smtp-exim-relay.second
  anna_swaks --server mail.kolleg.example --auth LOGIN --auth-user anna --auth-password geheim \
    --to bob@example.com --data "@$(mail_for_swaks greetings)"
  LINGER=2 stop_recording
  pcapng smtp-exim-relay.pcapng 'One mail on its way: from the client to Exim, and from Exim on to Postfix' \
    eth0=smtp-exim-relay.first eth1=smtp-exim-relay.second
  merge_recordings smtp-exim-relay.pcap smtp-exim-relay.first smtp-exim-relay.second
}

# Exim as client sends a larger mail in chunks (BDAT)
scene_smtp_postfix_chunking() {
  EXIM_MACROS='CHUNKING_HOSTS = *' lab exim
  lab_mx postfix
  record_on mail eth1 smtp-postfix-chunking.pcap --time-stamp-precision=nano tcp port 25
  numbered_mail 220 | as anna mail exim4 -f anna@kolleg.example bob@example.com wiki@example.com
  LINGER=2 stop_recording
}

scene_smtp_bdat_chunks() {
  lab dovecot postfix
  record_on pc eth0 smtp-bdat-chunks.pcap
  scripted mail.kolleg.example 25 smtp-chunks
  stop_recording
}

scene_smtp_data_refused() {
  lab dovecot postfix
  record_on pc eth0 smtp-data-refused.pcap
  anna_swaks --server mail.kolleg.example --pipeline --to nobody@kolleg.example,friend@example.org
  stop_recording
}

scene_smtp_starttls() {
  POSTFIX_SETTINGS=('smtpd_tls_security_level = may')
  lab dovecot postfix
  POSTFIX_SETTINGS=()
  record_on pc eth0 smtp-starttls.pcap
  slowly 'EHLO pc.kolleg.example' 'MAIL FROM:<anna@kolleg.example>' 'RCPT TO:<bob@kolleg.example>' QUIT |
    anna_openssl -starttls smtp -name pc.kolleg.example -connect mail.kolleg.example:25
  stop_recording
}

# TLS from the first octet on the ports reserved for it: 465, 995 and 993
scene_tls_ports() {
  lab dovecot postfix
  mailbox anna test-e-mail
  record_on pc eth0 tls-ports.pcap
  anna_curl --insecure smtps://mail.kolleg.example/pc.kolleg.example --user anna:geheim \
    --mail-from anna@kolleg.example --mail-rcpt bob@kolleg.example --upload-file "$(mail_with_crlf test-e-mail)"
  anna_curl --insecure --user anna:geheim pop3s://mail.kolleg.example/
  anna_curl --insecure --user anna:geheim imaps://mail.kolleg.example/
  stop_recording
}

scene_smtp_auth_plain_submission() {
  lab dovecot postfix
  record_on pc eth0 smtp-auth-plain-submission.pcap
  anna_curl smtp://mail.kolleg.example:587/pc.kolleg.example --user anna:geheim --login-options AUTH=PLAIN \
    --mail-from anna@kolleg.example --mail-rcpt bob@kolleg.example --upload-file "$RECORD/mails/excursion.eml" --crlf
  stop_recording
}

scene_smtp_ipv6() {
  lab exim
  record_on pc eth0 smtp-ipv6.pcap
  anna_curl smtp://mail6.kolleg.example/pc6.kolleg.example --user anna:geheim \
    --mail-from anna@kolleg.example --mail-rcpt bob@kolleg.example --upload-file "$RECORD/mails/excursion.eml" --crlf
  stop_recording
}

# a port that says nothing about the protocol
scene_smtp_port_10025() {
  lab dovecot postfix
  record_on pc eth0 smtp-port-10025.pcap
  anna_swaks --server mail.kolleg.example --port 10025 --to bob@kolleg.example --data "@$(mail_for_swaks greetings)"
  stop_recording
}

# curl announces the size, the server has a lower limit
scene_smtp_size_refused() {
  POSTFIX_SETTINGS=('message_size_limit = 1000')
  lab dovecot postfix
  POSTFIX_SETTINGS=()
  record_on pc eth0 smtp-size-refused.pcap
  anna_curl smtp://mail.kolleg.example/pc.kolleg.example \
    --mail-from anna@kolleg.example --mail-rcpt bob@kolleg.example --upload-file "$RECORD/mails/list.eml" --crlf
  stop_recording
}

scene_smtp_client_leaves() {
  lab dovecot postfix
  record_on pc eth0 smtp-client-leaves.pcap
  anna_swaks --server mail.kolleg.example --to bob@kolleg.example --drop-after RCPT
  stop_recording
}

scene_smtp_rst() {
  lab dovecot postfix
  record_on pc eth0 smtp-rst.pcap
  scripted mail.kolleg.example 25 smtp-rst
  stop_recording
}

# numbered_mail LINES: a mail of that many different lines
numbered_mail() {
  printf 'From: anna@kolleg.example\nTo: bob@example.com, wiki@example.com\nSubject: %s Zeilen\n\n' "$1"
  seq -f 'Zeile %03.0f: Stadt, Land, Fluss, Name, Tier, Pflanze, Beruf, Speise, Farbe, Ding' "$1"
}
