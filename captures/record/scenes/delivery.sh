# What becomes of mails at the next host: put off and taken at the second try, taken and sent back

start_postgrey() {
  on "$1" install -d -o vmail /var/lib/postgrey
  background on "$1" postgrey --inet=127.0.0.1:10023 --delay=4 --dbdir=/var/lib/postgrey --user=vmail --group=vmail \
    --whitelist-clients=/dev/null --whitelist-recipients=/dev/null --greylist-text='Greylisted, come back in %s seconds' > "$WORK/postgrey.log" 2>&1
  wait_port "$1" 10023
}

# a server that wants to see a sender twice; the client tries again after five seconds
scene_smtp_greylisted() {
  POSTFIX_SETTINGS=('queue_run_delay = 2s' 'minimal_backoff_time = 5s' 'maximal_backoff_time = 6s')
  lab dovecot postfix
  POSTFIX_SETTINGS=('smtpd_recipient_restrictions = reject_unauth_destination, check_policy_service inet:127.0.0.1:10023')
  lab_mx postgrey postfix
  POSTFIX_SETTINGS=()
  record_on mail eth1 smtp-greylisted.pcap tcp port 25
  anna_swaks --server mail.kolleg.example --auth PLAIN --auth-user anna --auth-password geheim --to bob@example.com \
    --data "@$(mail_for_swaks greetings)"
  LINGER=12 stop_recording
}

# taken at the door, refused by the mailbox behind it: a report comes back in a connection of its own
scene_smtp_bounce() {
  lab dovecot postfix
  DOVECOT_SETTINGS='mail_plugins = quota
plugin {
  quota = maildir:Mailbox
  quota_rule = *:bytes=100
}'
  POSTFIX_SETTINGS=('virtual_transport = lmtp:inet:127.0.0.1:24' 'transport_maps = inline:{ { kolleg.example = smtp:[198.51.100.20] } }')
  lab_mx dovecot postfix
  DOVECOT_SETTINGS=
  POSTFIX_SETTINGS=()
  record_on mail eth1 smtp-bounce.pcap tcp port 25
  anna_swaks --server mail.kolleg.example --auth PLAIN --auth-user anna --auth-password geheim --to bob@example.com,wiki@example.com \
    --data "@$(mail_for_swaks greetings)"
  LINGER=4 stop_recording
}
