# What IMAP servers can do beyond RFC 3501, with Dovecot

# Anna's server with three mails, and a script of talks/ of the scene's name
anna_talks() {
  lab dovecot
  mailbox anna excursion list invitation
  record_on pc eth0 "$SCENE.pcap"
  scripted mail.kolleg.example 143 "$SCENE"
  stop_recording
}

scene_imap_compress() {
  DOVECOT_SETTINGS='protocol imap {
  mail_plugins = imap_zlib
}' anna_talks
}

scene_imap_qresync() { anna_talks; }
scene_imap_literals() { anna_talks; }
scene_imap_search() { anna_talks; }
scene_imap_uidplus() { anna_talks; }
scene_imap_pipelined() { anna_talks; }

scene_imap_folders() {
  DOVECOT_SETTINGS='mail_plugins = quota acl
protocol imap {
  mail_plugins = quota acl imap_quota imap_acl
  imap_metadata = yes
}
mail_attribute_dict = file:%h/attributes
plugin {
  quota = maildir:Mailbox
  quota_rule = *:storage=1G:messages=5000
  acl = vfile
}' anna_talks
}

# a mail arrives by LMTP while the client looks at another mailbox
scene_imap_notify() {
  DOVECOT_SETTINGS='mailbox_list_index = yes' lab dovecot
  mailbox anna excursion
  record_on pc eth0 imap-notify.pcap tcp port 143
  scripted mail.kolleg.example 143 imap-notify &
  local client=$!
  on pc sh -c 'until [ -e /tmp/idling ]; do sleep 0.05; done; sleep 0.7'
  anna_swaks --protocol LMTP --server mail.kolleg.example --port 24 --from bob@kolleg.example --to anna@kolleg.example \
    --header 'Subject: noch da?' --body 'Bist du noch da?'
  wait "$client"
  stop_recording
}
