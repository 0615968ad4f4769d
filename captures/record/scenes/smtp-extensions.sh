# What SMTP servers and clients do beyond the plain mail: notifications, other alphabets, queues, proxies, haste

# a proxy tells the server whom it speaks for
scene_smtp_xclient() {
  POSTFIX_SETTINGS=('smtpd_authorized_xclient_hosts = 192.0.2.0/24')
  lab dovecot postfix
  POSTFIX_SETTINGS=()
  record_on pc eth0 smtp-xclient.pcap
  anna_swaks --server mail.kolleg.example --to bob@kolleg.example --data "@$(mail_for_swaks greetings)" \
    --xclient 'ADDR=198.51.100.77 NAME=gate.example.org PROTO=ESMTP HELO=gate.example.org'
  stop_recording
}

# a filter in front of the mailboxes is told whose connection it was
scene_smtp_xforward() {
  POSTFIX_SETTINGS=('smtp_send_xforward_command = yes')
  lab dovecot postfix
  POSTFIX_SETTINGS=('smtpd_authorized_xforward_hosts = 198.51.100.0/24')
  lab_mx postfix
  POSTFIX_SETTINGS=()
  record_on mail eth1 smtp-xforward.pcap tcp port 25
  anna_swaks --server mail.kolleg.example --auth PLAIN --auth-user anna --auth-password geheim --to bob@example.com \
    --data "@$(mail_for_swaks greetings)"
  LINGER=2 stop_recording
}

# which reports the sender wants (RFC 3461)
scene_smtp_dsn() {
  lab dovecot postfix
  lab_mx postfix
  record_on mail eth1 smtp-dsn.pcap tcp port 25
  as anna mail sendmail -f anna@kolleg.example -N success,delay,failure -R hdrs -V 'Heft 7' \
    bob@example.com nobody@example.com < "$RECORD/mails/list.eml"
  as anna mail sendmail -f anna@kolleg.example -N never wiki@example.com < "$RECORD/mails/excursion.eml"
  LINGER=2 stop_recording
}

# addresses and header fields in UTF-8 (RFC 6531)
scene_smtp_smtputf8() {
  lab dovecot postfix
  POSTFIX_SETTINGS=('virtual_mailbox_maps = inline:{ jürgen@example.com=juergen/Maildir/ }')
  lab_mx postfix
  POSTFIX_SETTINGS=()
  record_on mail eth1 smtp-smtputf8.pcap tcp port 25
  printf 'From: Anna <anna@kolleg.example>\nTo: Jürgen <jürgen@example.com>\nSubject: Grüße, 你好\n\nBis Freitag!\n' |
    as anna mail sendmail -f anna@kolleg.example 'jürgen@example.com'
  LINGER=2 stop_recording
}

# a mailing list's mail comes in once with XVERP, and goes out with a sender for each recipient
scene_smtp_verp() {
  POSTFIX_SETTINGS=('smtpd_authorized_verp_clients = 192.0.2.0/24' 'mynetworks = 192.0.2.0/24'
    'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination')
  lab dovecot postfix
  POSTFIX_SETTINGS=()
  lab_mx postfix
  record_on mail eth0 smtp-verp.first
  record_on mail eth1 smtp-verp.second
  scripted mail.kolleg.example 25 smtp-verp
  LINGER=2 stop_recording
  merge_recordings smtp-verp.pcap smtp-verp.first smtp-verp.second
}

# a host that was away asks for what has been kept for it (RFC 1985)
scene_smtp_etrn() {
  POSTFIX_SETTINGS=('fast_flush_domains = example.com' 'relay_domains = example.com')
  lab dovecot postfix
  POSTFIX_SETTINGS=()
  lab_mx postfix
  on mx postfix stop > "$WORK/postfix.log" 2>&1
  as anna mail sendmail -f anna@kolleg.example bob@example.com < "$RECORD/mails/excursion.eml"
  sleep 1.5
  on mx postfix start > "$WORK/postfix.log" 2>&1
  wait_port mx 25
  record_on mail eth0 smtp-etrn.first
  record_on mail eth1 smtp-etrn.second
  as anna pc fetchmail -f /dev/null -p ETRN --fetchdomains example.com mail.kolleg.example > "$WORK/fetchmail.log" 2>&1 || true
  LINGER=2 stop_recording
  merge_recordings smtp-etrn.pcap smtp-etrn.first smtp-etrn.second
}

# Postfix hands a mail for three to Dovecot by LMTP: one is taken, one mailbox is full, one does not exist
scene_lmtp_postfix() {
  POSTFIX_SETTINGS=('transport_maps = inline:{ { example.com = lmtp:inet:[198.51.100.25]:24 } }')
  lab postfix
  POSTFIX_SETTINGS=()
  DOVECOT_SETTINGS='mail_plugins = quota
plugin {
  quota = maildir:Mailbox
  quota_rule = *:bytes=%{if;%n;eq;bob;100;1000000}
}' lab_mx dovecot
  record_on mail eth1 lmtp-postfix.pcap tcp port 24
  as anna mail sendmail -f anna@kolleg.example anna@example.com bob@example.com nobody@example.com < "$RECORD/mails/list.eml"
  LINGER=2 stop_recording
}

# envelope, mail and QUIT in one segment, as RFC 2920 forbids it; Postfix takes it
scene_smtp_all_at_once() {
  lab dovecot postfix
  record_on pc eth0 smtp-all-at-once.pcap
  scripted mail.kolleg.example 25 smtp-all-at-once
  stop_recording
}

# who speaks before the greeting is shown the door by Exim, unless it has offered PIPECONNECT
scene_smtp_too_early() {
  EXIM_MACROS='GREETING_PAUSE = 1
pipelining_connect_advertise_hosts = :' lab exim
  record_on pc eth0 smtp-too-early.pcap
  scripted mail.kolleg.example 25 smtp-too-early
  stop_recording
}

# OpenSMTPD takes a mail for five, and hands it on to Postfix for one of them
scene_smtp_opensmtpd() {
  lab opensmtpd
  lab_mx postfix
  record_on mail eth0 smtp-opensmtpd.first
  record_on mail eth1 smtp-opensmtpd.second
  typed mail.kolleg.example 25 smtp-opensmtpd-commands
  anna_swaks --server mail.kolleg.example --data "@$(mail_for_swaks greetings)" \
    --to anna@kolleg.example,nobody@kolleg.example,bob@kolleg.example,bob@example.com,friend@example.org
  LINGER=2 stop_recording
  merge_recordings smtp-opensmtpd.pcap smtp-opensmtpd.first smtp-opensmtpd.second
}
