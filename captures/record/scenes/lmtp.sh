# LMTP, with Dovecot: after the mail, one reply for each recipient

scene_lmtp_dovecot() {
  # bob's mailbox is full: accepted as a recipient, refused after the mail
  DOVECOT_SETTINGS='mail_plugins = quota
plugin {
  quota = maildir:Mailbox
  quota_rule = *:bytes=%{if;%n;eq;bob;100;1000000}
}' lab dovecot
  record_on pc eth0 lmtp-dovecot.pcap
  anna_swaks --protocol LMTP --server mail.kolleg.example --port 24 \
    --to anna@kolleg.example,nobody@kolleg.example,bob@kolleg.example --data "@$(mail_for_swaks greetings)"
  stop_recording
}
