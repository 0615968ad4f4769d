# Cyrus IMAP: its IMAP, its POP3 and its LMTP

# cyrus_lab MAIL...: a lab with these mails in anna's mailbox, which her first log-in makes
cyrus_lab() {
  local mail
  lab cyrus
  anna_curl --user anna:geheim --login-options AUTH=PLAIN imap://mail.kolleg.example/
  for mail; do
    anna_swaks --protocol LMTP --server mail.kolleg.example --port 24 --to anna@kolleg.example --data "@$(mail_for_swaks "$mail")"
  done
}

scene_imap_cyrus() {
  cyrus_lab excursion list
  record_on pc eth0 imap-cyrus.pcap
  scripted mail.kolleg.example 143 imap-cyrus
  stop_recording
}

scene_imap_cyrus_curl() {
  cyrus_lab excursion
  record_on pc eth0 imap-cyrus-curl.pcap
  # SCRAM-SHA-256 by mutt, CRAM-MD5 by curl
  anna_curl --user anna:geheim 'imap://mail.kolleg.example/INBOX;MAILINDEX=1'
  as anna pc sh -c 'cat > ~/.muttrc' < "$RECORD/conf/mutt/muttrc"
  as anna pc sh -c 'echo "set imap_authenticators = scram-sha-256" >> ~/.muttrc'
  as anna pc /usr/bin/python3 "$RECORD/tools/keys.py" Enter i q -- mutt -n -f imap://anna@mail.kolleg.example/INBOX
  stop_recording
}

scene_pop3_cyrus() {
  cyrus_lab excursion list
  record_on pc eth0 pop3-cyrus.pcap
  scripted mail.kolleg.example 110 pop3-cyrus
  anna_curl --user anna:geheim --login-options AUTH=+APOP pop3://mail.kolleg.example/1
  stop_recording
}

# one recipient is taken, one has no mailbox, which takes three lines to say
scene_lmtp_cyrus() {
  cyrus_lab
  record_on pc eth0 lmtp-cyrus.pcap
  anna_swaks --protocol LMTP --server mail.kolleg.example --port 24 --pipeline \
    --to anna@kolleg.example,nobody@kolleg.example --data "@$(mail_for_swaks greetings)"
  stop_recording
}
