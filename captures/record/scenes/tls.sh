# TLS with its keys: what the client logs (SSLKEYLOGFILE, -keylogfile) is kept beside the recording.

# keys_from_now_on: an empty key log on Anna's computer
keys_from_now_on() {
  on pc install -o anna -m 644 /dev/null /tmp/keys
}

# publish_keys NAME: the key log of the scene, without the remark at its head
publish_keys() {
  on pc grep -v '^#' /tmp/keys > "$WORK/keys"
  publish "$WORK/keys" "$1"
  rm "$WORK/keys"
}

# keyed_curl OPTION...
keyed_curl() {
  as anna pc env SSLKEYLOGFILE=/tmp/keys curl -sS --max-time 20 --insecure "$@" > "$WORK/curl.log" 2>&1 || true
}

# keyed_openssl OPTION...: commands from standard input
keyed_openssl() {
  as anna pc timeout 20 openssl s_client -crlf -keylogfile /tmp/keys "$@" > "$WORK/openssl.log" 2>&1 || true
}

# rsa_certificate HOST: beside the one with an elliptic curve
rsa_certificate() {
  on "$1" openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=mail.kolleg.example" \
    -addext "subjectAltName=DNS:mail.kolleg.example" -keyout /etc/mail-tls/rsa-key.pem -out /etc/mail-tls/rsa-cert.pem 2> /dev/null
}

# what a Postfix needs that is to take every suite there is
ANY_SUITE=('smtpd_tls_eccert_file = /etc/mail-tls/cert.pem' 'smtpd_tls_eckey_file = /etc/mail-tls/key.pem'
  'smtpd_tls_cert_file = /etc/mail-tls/rsa-cert.pem' 'smtpd_tls_key_file = /etc/mail-tls/rsa-key.pem'
  'smtpd_tls_ciphers = medium' 'smtpd_tls_mandatory_ciphers = medium' 'tls_medium_cipherlist = ALL:COMPLEMENTOFALL:@SECLEVEL=0'
  'smtpd_tls_protocols = >=TLSv1' 'smtpd_tls_mandatory_protocols = >=TLSv1' 'smtpd_tls_exclude_ciphers =' 'smtpd_tls_mandatory_exclude_ciphers =')

# smtps_with OPTION...: a short conversation on port 465
smtps_with() {
  slowly 'EHLO pc.kolleg.example' 'NOOP' QUIT | keyed_openssl -quiet -connect mail.kolleg.example:465 "$@"
}

# one connection for each kind of protection that TLS 1.2 has
scene_tls12_suites() {
  POSTFIX_SETTINGS=("${ANY_SUITE[@]}")
  lab dovecot postfix
  POSTFIX_SETTINGS=()
  rsa_certificate mail
  keys_from_now_on
  record_on pc eth0 tls12-suites.pcap
  local suite
  for suite in ECDHE-RSA-AES128-GCM-SHA256 ECDHE-ECDSA-AES256-GCM-SHA384 DHE-RSA-AES256-GCM-SHA384 AES128-GCM-SHA256 \
    ECDHE-ECDSA-AES128-CCM ECDHE-ECDSA-AES256-CCM8 ECDHE-ECDSA-CHACHA20-POLY1305 DHE-RSA-CHACHA20-POLY1305 \
    ECDHE-RSA-AES128-SHA256 DHE-RSA-AES256-SHA ECDHE-RSA-CAMELLIA128-SHA256 ECDHE-ECDSA-ARIA128-GCM-SHA256 NULL-SHA256; do
    smtps_with -tls1_2 -cipher "$suite:@SECLEVEL=0"
  done
  smtps_with -tls1_2 -cipher ECDHE-RSA-AES256-SHA384:@SECLEVEL=0 -no_etm
  # without the extended master secret, which only a configuration file can turn off
  printf 'openssl_conf = a\n[a]\nssl_conf = b\n[b]\nsystem_default = c\n[c]\nOptions = -ExtendedMasterSecret\n' | on pc sh -c 'cat > /etc/ssl/openssl.cnf'
  smtps_with -tls1_2 -cipher AES128-SHA:@SECLEVEL=0 -no_etm
  smtps_with -tls1_2 -cipher ECDHE-ECDSA-AES128-GCM-SHA256:@SECLEVEL=0
  stop_recording
  publish_keys tls12-suites.keys
}

# TLS 1.0 and 1.1: the older way to keys, and CBC with its two ways of authenticating
scene_tls10_tls11() {
  POSTFIX_SETTINGS=("${ANY_SUITE[@]}")
  lab dovecot postfix
  POSTFIX_SETTINGS=()
  rsa_certificate mail
  keys_from_now_on
  record_on pc eth0 tls10-tls11.pcap
  smtps_with -tls1 -cipher ECDHE-RSA-AES128-SHA:@SECLEVEL=0
  smtps_with -tls1 -cipher AES256-SHA:@SECLEVEL=0 -no_etm
  smtps_with -tls1_1 -cipher DHE-RSA-AES128-SHA:@SECLEVEL=0
  smtps_with -tls1_1 -cipher ECDHE-ECDSA-AES256-SHA:@SECLEVEL=0 -no_etm
  stop_recording
  publish_keys tls10-tls11.keys
}

# every suite of TLS 1.3, at Dovecot
scene_tls13_suites() {
  DOVECOT_SETTINGS='ssl_cipher_suites = TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_CCM_SHA256:TLS_AES_128_CCM_8_SHA256
ssl_cipher_list = ALL:@SECLEVEL=0' lab dovecot
  mailbox anna excursion
  keys_from_now_on
  record_on pc eth0 tls13-suites.pcap
  local suite
  for suite in TLS_AES_128_GCM_SHA256 TLS_AES_256_GCM_SHA384 TLS_CHACHA20_POLY1305_SHA256 TLS_AES_128_CCM_SHA256 TLS_AES_128_CCM_8_SHA256; do
    slowly 'a1 LOGIN anna geheim' 'a2 LOGOUT' |
      keyed_openssl -quiet -connect mail.kolleg.example:993 -tls1_3 -ciphersuites "$suite" -cipher ALL:@SECLEVEL=0
  done
  stop_recording
  publish_keys tls13-suites.keys
}

# STARTTLS and STLS with curl: a mail is sent, fetched by POP3, and by IMAP
scene_starttls_keys() {
  lab dovecot postfix
  mailbox anna list
  keys_from_now_on
  record_on pc eth0 starttls-keys.pcap
  keyed_curl --ssl-reqd smtp://mail.kolleg.example:587/pc.kolleg.example --user anna:geheim \
    --mail-from anna@kolleg.example --mail-rcpt bob@kolleg.example --upload-file "$(mail_with_crlf list)"
  keyed_curl --ssl-reqd --user anna:geheim pop3://mail.kolleg.example/1
  keyed_curl --ssl-reqd --tls-max 1.2 --user anna:geheim 'imap://mail.kolleg.example/INBOX;UID=1'
  stop_recording
  publish_keys starttls-keys.keys
}

# swaks sends a mail through a TLS connection that openssl holds for it
scene_smtps_swaks() {
  lab dovecot postfix
  keys_from_now_on
  record_on pc eth0 smtps-swaks.pcap
  anna_swaks --pipe 'openssl s_client -quiet -keylogfile /tmp/keys -connect mail.kolleg.example:465 2> /dev/null' \
    --auth PLAIN --auth-user anna --auth-password geheim --to bob@kolleg.example --data "@$(mail_for_swaks greetings)"
  stop_recording
  publish_keys smtps-swaks.keys
}

# the same fetch in clear and in TLS; the mail is larger than a record
scene_clear_and_tls() {
  lab dovecot
  mailbox anna excursion
  numbered_mail 700 | sed 's/$/\r/' | on mail sh -c 'cat > /srv/mail/anna/Maildir/new/1700000009.M9P9.mail && chown vmail: /srv/mail/anna/Maildir/new/*'
  keys_from_now_on
  record_on pc eth0 clear-and-tls.pcap
  anna_curl --user anna:geheim pop3://mail.kolleg.example/2
  keyed_curl --user anna:geheim pop3s://mail.kolleg.example/2
  anna_curl --user anna:geheim 'imap://mail.kolleg.example/INBOX;UID=1'
  keyed_curl --user anna:geheim --tls-max 1.2 'imaps://mail.kolleg.example/INBOX;UID=1'
  stop_recording
  publish_keys clear-and-tls.keys
}

# the same mail three times: in clear, behind STARTTLS, and on 465
scene_smtp_clear_and_tls() {
  lab dovecot postfix
  local letter hand=(--user anna:geheim --mail-from anna@kolleg.example --mail-rcpt bob@kolleg.example --upload-file)
  letter=$(mail_with_crlf invitation)
  keys_from_now_on
  record_on pc eth0 smtp-clear-and-tls.pcap
  anna_curl smtp://mail.kolleg.example:587/pc.kolleg.example "${hand[@]}" "$letter"
  keyed_curl --ssl-reqd smtp://mail.kolleg.example:587/pc.kolleg.example "${hand[@]}" "$letter"
  keyed_curl --tls-max 1.2 smtps://mail.kolleg.example/pc.kolleg.example "${hand[@]}" "$letter"
  stop_recording
  publish_keys smtp-clear-and-tls.keys
}

# 465, 995 and 993, the secrets inside the capture
scene_tls_secrets_inside() {
  lab dovecot postfix
  mailbox anna test-e-mail
  keys_from_now_on
  record_on pc eth0 tls-secrets-inside.pcap
  keyed_curl smtps://mail.kolleg.example/pc.kolleg.example --user anna:geheim \
    --mail-from anna@kolleg.example --mail-rcpt bob@kolleg.example --upload-file "$(mail_with_crlf test-e-mail)"
  keyed_curl --user anna:geheim pop3s://mail.kolleg.example/
  keyed_curl --user anna:geheim imaps://mail.kolleg.example/
  stop_recording
  on pc grep -v '^#' /tmp/keys > "$WORK/keys"
  editcap -F pcapng --inject-secrets "tls,$WORK/keys" "$CAPTURES/tls-secrets-inside.pcap" "$WORK/inside.pcapng"
  publish "$WORK/inside.pcapng" tls-secrets-inside.pcapng
  rm "$CAPTURES/tls-secrets-inside.pcap" "$WORK/inside.pcapng" "$WORK/keys"
}

# a session that is taken up again: by its id and by a ticket in TLS 1.2, by a key shared before (PSK) in 1.3
scene_tls_resumption() {
  POSTFIX_SETTINGS=('smtpd_tls_session_cache_database = btree:${data_directory}/smtpd_scache')
  lab dovecot postfix
  POSTFIX_SETTINGS=()
  keys_from_now_on
  record_on pc eth0 tls-resumption.pcap
  smtps_with -tls1_2 -no_ticket -sess_out /tmp/by-id
  smtps_with -tls1_2 -no_ticket -sess_in /tmp/by-id
  smtps_with -tls1_2 -sess_out /tmp/by-ticket
  smtps_with -tls1_2 -sess_in /tmp/by-ticket
  smtps_with -tls1_3 -sess_out /tmp/by-psk
  smtps_with -tls1_3 -sess_in /tmp/by-psk
  stop_recording
  publish_keys tls-resumption.keys
}

# the client shows a certificate, too
scene_tls_client_certificate() {
  POSTFIX_SETTINGS=('smtpd_tls_ask_ccert = yes')
  lab dovecot postfix
  POSTFIX_SETTINGS=()
  as anna pc openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj '/CN=anna@kolleg.example' \
    -keyout /tmp/anna-key.pem -out /tmp/anna-cert.pem 2> /dev/null
  keys_from_now_on
  record_on pc eth0 tls-client-certificate.pcap
  smtps_with -tls1_2 -cert /tmp/anna-cert.pem -key /tmp/anna-key.pem
  smtps_with -tls1_3 -cert /tmp/anna-cert.pem -key /tmp/anna-key.pem
  stop_recording
  publish_keys tls-client-certificate.keys
}

# new keys in the middle of a connection: s_client asks for them when a line K is typed
scene_tls_key_update() {
  lab dovecot
  mailbox anna excursion
  keys_from_now_on
  record_on pc eth0 tls-key-update.pcap
  { slowly 'a1 LOGIN anna geheim' K 'a2 SELECT INBOX' k 'a3 FETCH 1 BODY.PEEK[HEADER]' K 'a4 LOGOUT'; sleep 1; } |
    keyed_openssl -connect mail.kolleg.example:993 -tls1_3
  stop_recording
  publish_keys tls-key-update.keys
}

# the server wants another group than the one the client has sent a key share for
scene_tls_hello_retry() {
  POSTFIX_SETTINGS=('tls_eecdh_auto_curves = secp384r1')
  lab dovecot postfix
  POSTFIX_SETTINGS=()
  keys_from_now_on
  record_on pc eth0 tls-hello-retry.pcap
  smtps_with -tls1_3 -groups X25519:P-384
  stop_recording
  publish_keys tls-hello-retry.keys
}

# 0-RTT, which neither Postfix nor Dovecot take: openssl s_server speaks SMTP from a list
scene_tls_early_data() {
  lab
  printf 'EHLO pc.kolleg.example\r\n' | on pc sh -c 'cat > /tmp/early'
  keys_from_now_on
  record_on pc eth0 tls-early-data.pcap
  serve_early -early_data
  smtps_with -tls1_3 -sess_out /tmp/session
  sleep 1
  slowly NOOP QUIT | keyed_openssl -quiet -connect mail.kolleg.example:465 -sess_in /tmp/session -early_data /tmp/early
  sleep 1
  stop_recording
  publish_keys tls-early-data.keys
}

# 0-RTT that is taken: one server for both connections, which knows the ticket again; a line `q` ends the first of them
scene_tls_early_data_taken() {
  lab
  printf 'EHLO pc.kolleg.example\r\n' | on pc sh -c 'cat > /tmp/early'
  keys_from_now_on
  record_on pc eth0 tls-early-data-taken.pcap
  local hello='printf "220 mail.kolleg.example ESMTP ready\r\n"; sleep 0.4; printf "250 mail.kolleg.example\r\n"' bye='printf "221 2.0.0 bye\r\n"'
  background on mail sh -c "(sleep 0.6; $hello; sleep 0.3; $bye; sleep 0.3; printf 'q\n'; sleep 1.6; $hello; sleep 0.4; printf '250 2.0.0 nothing done\r\n'; sleep 0.4; $bye; sleep 0.3) |
    openssl s_server -naccept 2 -accept 465 -cert /etc/mail-tls/cert.pem -key /etc/mail-tls/key.pem -tls1_3 -early_data > /dev/null 2>&1"
  wait_port mail 465
  slowly 'EHLO pc.kolleg.example' QUIT | keyed_openssl -quiet -connect mail.kolleg.example:465 -tls1_3 -sess_out /tmp/session
  sleep 0.5
  slowly NOOP QUIT | keyed_openssl -quiet -connect mail.kolleg.example:465 -sess_in /tmp/session -early_data /tmp/early
  sleep 0.5
  stop_recording
  publish_keys tls-early-data-taken.keys
}

# another handshake inside the first, which TLS 1.3 knows no more: a line `r` asks for it
scene_tls_renegotiation() {
  lab
  keys_from_now_on
  record_on pc eth0 tls-renegotiation.pcap
  background on mail sh -c "(sleep 0.6; printf '220 mail.kolleg.example ESMTP ready\r\n'; sleep 0.4; printf '250 mail.kolleg.example\r\n'; sleep 0.3; printf 'r\n'; sleep 0.8; printf '250 2.0.0 nothing done\r\n'; sleep 0.4; printf '221 2.0.0 bye\r\n'; sleep 0.3; printf 'Q\n') |
    openssl s_server -naccept 1 -accept 465 -cert /etc/mail-tls/cert.pem -key /etc/mail-tls/key.pem -tls1_2 > /dev/null 2>&1"
  wait_port mail 465
  { slowly 'EHLO pc.kolleg.example'; sleep 0.7; slowly NOOP QUIT; } | keyed_openssl -quiet -connect mail.kolleg.example:465 -tls1_2
  sleep 0.5
  stop_recording
  publish_keys tls-renegotiation.keys
}

# serve_early OPTION...: three connections on port 465, what is typed here is what the server says
serve_early() {
  local replies='sleep 0.6; printf "220 mail.kolleg.example ESMTP ready\r\n"; sleep 0.4; printf "250 mail.kolleg.example\r\n"
    sleep 0.3; printf "250 2.0.0 nothing done\r\n"; sleep 0.3; printf "221 2.0.0 bye\r\n"; sleep 0.5'
  background on mail sh -c "for i in 1 2; do ($replies) | openssl s_server -quiet -naccept 1 -accept 465 -cert /etc/mail-tls/cert.pem -key /etc/mail-tls/key.pem -tls1_3 $* > /dev/null 2>&1; done"
  wait_port mail 465
}

# what goes wrong: no version in common, no suite in common, and a client that does not trust the certificate
scene_tls_alerts() {
  POSTFIX_SETTINGS=('smtpd_tls_protocols = >=TLSv1.2' 'smtpd_tls_mandatory_protocols = >=TLSv1.2')
  lab dovecot postfix
  POSTFIX_SETTINGS=()
  keys_from_now_on
  record_on pc eth0 tls-alerts.pcap
  smtps_with -tls1_1 -cipher ALL:@SECLEVEL=0
  smtps_with -tls1_2 -cipher PSK-AES128-GCM-SHA256:@SECLEVEL=0
  as anna pc env SSLKEYLOGFILE=/tmp/keys curl -sS --tls-max 1.2 smtps://mail.kolleg.example/ > "$WORK/curl.log" 2>&1 || true
  as anna pc env SSLKEYLOGFILE=/tmp/keys curl -sS imaps://mail.kolleg.example/ > "$WORK/curl.log" 2>&1 || true
  stop_recording
  publish_keys tls-alerts.keys
}
