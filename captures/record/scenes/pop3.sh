# POP3, with Dovecot

scene_pop3_fetchmail() {
  lab dovecot
  mailbox anna excursion list
  settle_fetchmail 'protocol pop3'
  record_on pc eth0 pop3-fetchmail.pcap
  as anna pc fetchmail --mda 'cat > /dev/null' > "$WORK/fetchmail.log" 2>&1 || true
  stop_recording
}

# a challenge in the greeting, a digest instead of the password
scene_pop3_apop() {
  DOVECOT_SETTINGS='auth_mechanisms = plain apop' lab dovecot
  mailbox anna excursion
  settle_fetchmail 'protocol apop'
  record_on pc eth0 pop3-apop.pcap
  as anna pc fetchmail --keep --mda 'cat > /dev/null' > "$WORK/fetchmail.log" 2>&1 || true
  stop_recording
}

scene_pop3_mutt() {
  lab dovecot
  mailbox anna excursion list invitation
  record_on pc eth0 pop3-mutt.pcap
  # reads the second, marks the first as deleted, leaves
  anna_mutt pop://anna@mail.kolleg.example/ 2 Enter Enter i 1 Enter d q y
  stop_recording
}

scene_pop3_stls() {
  lab dovecot
  mailbox anna excursion
  record_on pc eth0 pop3-stls.pcap
  anna_curl --ssl-reqd --insecure --user anna:geheim pop3://mail.kolleg.example/1
  stop_recording
}

scene_pop3_auth_plain() {
  lab dovecot
  mailbox anna excursion
  record_on pc eth0 pop3-auth-plain.pcap
  anna_curl --user anna:geheim --login-options AUTH=PLAIN pop3://mail.kolleg.example/1
  stop_recording
}

scene_pop3_pipelined() {
  lab dovecot
  mailbox anna excursion list invitation
  record_on pc eth0 pop3-pipelined.pcap
  scripted mail.kolleg.example 110 pop3-pipelined
  stop_recording
}

# marked, but the client goes without QUIT: a second session finds the mails still there. LAST is of RFC 1460
scene_pop3_no_quit() {
  DOVECOT_SETTINGS='pop3_enable_last = yes' lab dovecot
  mailbox anna excursion list invitation
  record_on pc eth0 pop3-no-quit.pcap
  scripted mail.kolleg.example 110 pop3-no-quit
  sleep 0.3
  scripted mail.kolleg.example 110 pop3-no-quit-again
  stop_recording
}

# settle_fetchmail PROTOCOL-LINE
settle_fetchmail() {
  printf 'poll mail.kolleg.example %s uidl\n  user anna password geheim\n  sslproto ""\n' "$1" |
    as anna pc sh -c 'umask 077; cat > ~/.fetchmailrc'
}
