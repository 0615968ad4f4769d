# IMAP, with Dovecot

scene_imap_curl_fetch() {
  lab dovecot
  mailbox anna excursion list
  record_on pc eth0 imap-curl-fetch.pcap
  anna_curl --user anna:geheim 'imap://mail.kolleg.example/INBOX;MAILINDEX=2' \
    'imap://mail.kolleg.example/INBOX;UID=1;SECTION=HEADER.FIELDS%20(SUBJECT)'
  stop_recording
}

scene_imap_auth_plain() {
  lab dovecot
  mailbox anna excursion
  record_on pc eth0 imap-auth-plain.pcap
  # once with the answer in a line of its own, once with it behind the command (SASL-IR)
  typed mail.kolleg.example 143 imap-auth-plain
  anna_curl --user bob:topSecret --login-options AUTH=PLAIN imap://mail.kolleg.example/
  stop_recording
}

scene_imap_mutt() {
  lab dovecot
  mailbox anna excursion list invitation
  record_on pc eth0 imap-mutt.pcap
  # reads the first, flags the second, copies the third to Archiv, deletes the first, expunges, leaves
  anna_mutt imap://anna@mail.kolleg.example/INBOX \
    1 Enter Enter i 2 Enter w '!' 3 Enter C '=Archiv' Enter y 1 Enter d '$' y q
  stop_recording
}

# curl waits for the server's word before it sends the mail; the second client does not (LITERAL+)
scene_imap_append_literal() {
  lab dovecot
  record_on pc eth0 imap-append-literal.pcap
  anna_curl --user anna:geheim --upload-file "$(mail_with_crlf test-e-mail)" imap://mail.kolleg.example/Sent
  scripted mail.kolleg.example 143 imap-append-plus
  stop_recording
}

# curl --crlf announces the length of the file and then sends more: the rest is taken for a command
scene_imap_append_wrong_length() {
  lab dovecot
  record_on pc eth0 imap-append-wrong-length.pcap
  anna_curl --user anna:geheim --crlf --upload-file "$RECORD/mails/test-e-mail.eml" imap://mail.kolleg.example/Sent
  stop_recording
}

# a mail arrives by LMTP while the client waits
scene_imap_idle() {
  lab dovecot
  mailbox anna excursion
  record_on pc eth0 imap-idle.pcap --time-stamp-precision=nano tcp port 143
  scripted mail.kolleg.example 143 imap-idle &
  local client=$!
  on pc sh -c 'until [ -e /tmp/idling ]; do sleep 0.05; done; sleep 0.7'
  anna_swaks --protocol LMTP --server mail.kolleg.example --port 24 --from bob@kolleg.example --to anna@kolleg.example \
    --header 'Subject: noch da?' --body 'Bist du noch da?'
  wait "$client"
  stop_recording
}

scene_imap_starttls() {
  lab dovecot
  mailbox anna excursion
  record_on pc eth0 imap-starttls.pcap
  slowly 's1 LOGIN anna geheim' 's2 SELECT INBOX' 's3 LOGOUT' |
    anna_openssl -starttls imap -connect mail.kolleg.example:143
  stop_recording
}

# TLS from the first octet, on the port reserved for it
scene_imaps_curl() {
  lab dovecot
  mailbox anna excursion
  record_on pc eth0 imaps-curl.pcap
  anna_curl --insecure --user anna:geheim 'imaps://mail.kolleg.example/INBOX;MAILINDEX=1'
  stop_recording
  zstd -q --rm -f "$CAPTURES/imaps-curl.pcap"
}

scene_imap_commands() {
  lab dovecot
  mailbox anna excursion list invitation
  record_on pc eth0 imap-commands.pcap
  scripted mail.kolleg.example 143 imap-commands
  stop_recording
}

scene_imap_login_failed() {
  lab dovecot
  mailbox anna excursion
  record_on pc eth0 imap-login-failed.pcap
  typed mail.kolleg.example 143 imap-login-failed
  stop_recording
}
