# Ways to log in (SASL), each in a connection of its own: with Dovecot, for SMTP behind Postfix

# sasl_lab SERVER...: a lab whose Dovecot takes every mechanism that a client here has; BEARER is how it takes tokens
# (offered both ways, curl never takes XOAUTH2)
sasl_lab() {
  CLIENTS=gsasl DOVECOT_SETTINGS='auth_mechanisms = plain login cram-md5 digest-md5 scram-sha-1 scram-sha-256 anonymous '"${BEARER:-oauthbearer}"'
auth_anonymous_username = gast
auth_realms = kolleg.example
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = /etc/dovecot/oauth2.conf
}
# who fails is not made to wait longer each time
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}' lab "$@"
  configure mail dovecot/oauth2.conf /etc/dovecot/oauth2.conf
  on mail mkdir -p /etc/dovecot/keys/default/HS256
  printf %s "$TOKEN_KEY" | base64 -w0 | on mail sh -c 'cat > /etc/dovecot/keys/default/HS256/default'
}
TOKEN_KEY='Schluessel des Kollegs'

# token USER: a signed token as an identity provider would hand it out (RFC 7519)
token() {
  local said
  said=$(printf '{"alg":"HS256","typ":"JWT"}' | base64url).$(printf '{"sub":"%s","iss":"mail.kolleg.example","iat":1700000000,"exp":4102444800}' "$1" | base64url)
  printf '%s.%s' "$said" "$(printf %s "$said" | openssl dgst -sha256 -hmac "$TOKEN_KEY" -binary | base64url)"
}

base64url() { base64 -w0 | tr '+/' '-_' | tr -d =; }

# anna_gsasl PROTOCOL PORT MECHANISM [PASSWORD]
anna_gsasl() {
  as anna pc gsasl "--$1" --no-starttls --connect "mail.kolleg.example:$2" --mechanism "$3" --authentication-id anna \
    --password "${4:-geheim}" --realm kolleg.example --anonymous-token anna@kolleg.example \
    --quality-of-protection qop-auth > "$WORK/gsasl.log" 2>&1 < /dev/null || true
}

scene_imap_sasl() {
  sasl_lab dovecot
  mailbox anna excursion
  record_on pc eth0 imap-sasl.pcap
  local mechanism
  for mechanism in CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 ANONYMOUS; do anna_gsasl imap 143 "$mechanism"; done
  anna_gsasl imap 143 SCRAM-SHA-256 falsch
  anna_curl --user anna --oauth2-bearer "$(token anna)" imap://mail.kolleg.example/
  anna_curl --user anna --oauth2-bearer abgelaufen imap://mail.kolleg.example/
  stop_recording
}

scene_smtp_sasl() {
  BEARER=xoauth2 sasl_lab dovecot postfix
  record_on pc eth0 smtp-sasl.pcap
  local mechanism
  for mechanism in CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256; do anna_gsasl smtp 587 "$mechanism"; done
  anna_gsasl smtp 587 CRAM-MD5 falsch
  mail_by_token "$(token anna)"
  mail_by_token abgelaufen
  stop_recording
}

# mail_by_token TOKEN
mail_by_token() {
  anna_curl smtp://mail.kolleg.example:587/pc.kolleg.example --user anna --oauth2-bearer "$1" \
    --mail-from anna@kolleg.example --mail-rcpt bob@kolleg.example --upload-file "$(mail_with_crlf test-e-mail)"
}

scene_pop3_sasl() {
  sasl_lab dovecot
  mailbox anna excursion
  record_on pc eth0 pop3-sasl.pcap
  local mechanism
  for mechanism in CRAM-MD5 DIGEST-MD5 LOGIN; do
    anna_curl --user anna:geheim --login-options "AUTH=$mechanism" pop3://mail.kolleg.example/
  done
  # mutt takes the first that it knows of these
  as anna pc sh -c 'cat > ~/.muttrc' < "$RECORD/conf/mutt/muttrc"
  as anna pc sh -c 'echo "set pop_authenticators = scram-sha-256" >> ~/.muttrc'
  as anna pc /usr/bin/python3 "$RECORD/tools/keys.py" q -- mutt -n -f pop://anna@mail.kolleg.example/
  anna_curl --user anna --oauth2-bearer "$(token anna)" pop3://mail.kolleg.example/
  anna_curl --user anna --oauth2-bearer abgelaufen pop3://mail.kolleg.example/
  stop_recording
}
