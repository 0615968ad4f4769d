# The lab: Anna's computer (pc), the school's mail host (mail) and somebody else's (mx).
#
#   pc.kolleg.example  192.0.2.10 ──line── 192.0.2.25  mail.kolleg.example  198.51.100.20 ──line── 198.51.100.25  mx.example.com

# lab SERVER...: pc and mail, with these servers on mail. LINE holds options for the line between them,
# WRAP what switches put around each frame on the way, CLIENTS unpacked programs for pc.
lab() {
  local server
  # shellcheck disable=SC2086
  host_up pc pc.kolleg.example ${CLIENTS:-}
  host_up mail mail.kolleg.example "$@"
  # shellcheck disable=SC2086
  if [ -n "${WRAP:-}" ]; then wrapped_line pc eth0 mail eth0 "$WRAP"; else line pc eth0 mail eth0 ${LINE:-}; fi
  address pc eth0 10 192.0.2.10/24 2001:db8:2::10/64
  address mail eth0 25 192.0.2.25/24 2001:db8:2::25/64
  # MPLS and PPPoE are told that they carry IPv4
  [ -z "${WRAP:-}" ] || no_ipv6 pc mail
  learn_neighbours pc eth0 192.0.2.25 25 mail eth0 192.0.2.10 10
  certificate mail mail.kolleg.example
  for server; do "start_$server" mail; done
}

# lab_mx SERVER...: the second host, behind mail
lab_mx() {
  local server
  host_up mx mx.example.com "$@"
  line mail eth1 mx eth0 --delay 0.006
  address mail eth1 20 198.51.100.20/24
  address mx eth0 26 198.51.100.25/24
  certificate mx mx.example.com
  for server; do "start_$server" mx; done
}

no_ipv6() {
  local host
  for host; do ip netns exec "rec-$host" sysctl -qw net.ipv6.conf.eth0.disable_ipv6=1; done
}

# learn_neighbours HOST-A IF-A ADDRESS-B NUMBER-B HOST-B IF-B ADDRESS-A NUMBER-A
learn_neighbours() {
  ip -n "rec-$1" neigh replace "$3" lladdr "02:00:00:00:00:$4" dev "$2"
  ip -n "rec-$5" neigh replace "$7" lladdr "02:00:00:00:00:$8" dev "$6"
}

certificate() {
  on "$1" mkdir -p /etc/mail-tls
  on "$1" openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 \
    -subj "/CN=$2" -addext "subjectAltName=DNS:$2" -keyout /etc/mail-tls/key.pem -out /etc/mail-tls/cert.pem 2> /dev/null
  on "$1" chmod 640 /etc/mail-tls/key.pem
}

# configure HOST FILE TARGET: a file of conf/ onto a host, its host name filled in
configure() {
  local name
  name=$(cat "$WORK/hosts/$1/upper/etc/hostname")
  on "$1" mkdir -p "$(dirname "$3")"
  sed "s/@HOST@/$name/g" "$RECORD/conf/$2" | on "$1" sh -c "cat > $3"
}

start_dnsmasq() {
  configure "$1" dnsmasq/dnsmasq.conf /etc/dnsmasq-lab.conf
  background on "$1" dnsmasq --keep-in-foreground --conf-file=/etc/dnsmasq-lab.conf
  wait_port "$1" 53
}

# the name server whose reverse zone fails
start_bind() {
  local zone
  configure "$1" bind/named.conf /etc/bind/named.conf
  for zone in "$RECORD"/conf/bind/zones/*; do configure "$1" "bind/zones/${zone##*/}" "/etc/bind/zones/${zone##*/}"; done
  on "$1" mkdir -p /var/cache/bind /run/named
  background on "$1" named -f -4 -c /etc/bind/named.conf
  wait_port "$1" 53
}

# start_rsyslog HOST LOG-HOST FORMAT: with a /dev of its own, for /dev/log must not be this machine's
start_rsyslog() {
  on "$1" sh -c 'mount -t tmpfs -o mode=755 dev /dev && mkdir /dev/pts /dev/shm && mount -t devpts -o newinstance,ptmxmode=666 devpts /dev/pts &&
    ln -s pts/ptmx /dev/ptmx && ln -s /proc/self/fd /dev/fd && mknod -m 666 /dev/null c 1 3 && mknod -m 666 /dev/zero c 1 5 &&
    mknod -m 666 /dev/random c 1 8 && mknod -m 666 /dev/urandom c 1 9 && mknod -m 666 /dev/tty c 5 0'
  sed "s/@LOGHOST@/$2/; s/@FORMAT@/$3/" "$RECORD/conf/rsyslog/rsyslog.conf" | on "$1" sh -c 'cat > /etc/rsyslog-lab.conf'
  background on "$1" rsyslogd -n -f /etc/rsyslog-lab.conf -i /run/rsyslog-lab.pid
  wait_for_socket "$1" /dev/log
}

# wait_for_socket HOST PATH
wait_for_socket() {
  local i
  for i in $(seq 100); do if on "$1" test -S "$2"; then return 0; fi; sleep 0.05; done
  echo "record.sh: no socket $2 on $1" >&2
  return 1
}

# ask_dns HOST...: names come from the lab's name server alone
ask_dns() {
  local host
  for host; do
    on "$host" sh -c 'echo "nameserver 192.0.2.53" > /etc/resolv.conf; echo "127.0.0.1 localhost" > /etc/hosts
      sed -i "s/^hosts:.*/hosts: files dns/" /etc/nsswitch.conf'
  done
}

# EXIM_MACROS: lines that set macros of exim4.conf
start_exim() {
  configure "$1" exim4/exim4.conf /etc/exim4/settled.conf
  printf '%s\n.include /etc/exim4/settled.conf\n' "${EXIM_MACROS:-}" | on "$1" sh -c 'cat > /etc/exim4/exim4.conf'
  configure "$1" dovecot/users /etc/dovecot/users
  on "$1" chgrp Debian-exim /etc/mail-tls/key.pem
  on "$1" install -d -o Debian-exim /var/log/exim4 /var/spool/exim4
  on "$1" exim4 -bdf -q1m > "$WORK/exim.log" 2>&1 &
  echo $! >> "$WORK/background"
  wait_port "$1" 25
}

# POSTFIX_SETTINGS: lines for postconf, one an array element
start_postfix() {
  configure "$1" postfix/main.cf /etc/postfix/main.cf
  configure "$1" postfix/master.cf /etc/postfix/master.cf
  configure "$1" "postfix/$1.cf" /etc/postfix/host.cf
  on "$1" sh -c 'cat /etc/postfix/host.cf >> /etc/postfix/main.cf'
  local setting
  for setting in "${POSTFIX_SETTINGS[@]}"; do on "$1" postconf -e "$setting"; done
  on "$1" sh -c 'mkdir -p /srv/mail && chown vmail: /srv/mail'
  # as the package's installation would have set them
  on "$1" chown postfix /var/lib/postfix
  on "$1" sh -c 'chgrp postdrop /usr/sbin/postdrop && chmod 2755 /usr/sbin/postdrop'
  on "$1" postfix start > "$WORK/postfix.log" 2>&1
  wait_port "$1" 25
}
POSTFIX_SETTINGS=()

# DOVECOT_SETTINGS: further lines of its configuration
start_dovecot() {
  configure "$1" dovecot/dovecot.conf /etc/dovecot/dovecot.conf
  configure "$1" dovecot/users /etc/dovecot/users
  printf '%s\n' "${DOVECOT_SETTINGS:-}" | on "$1" sh -c 'cat >> /etc/dovecot/dovecot.conf'
  on "$1" sh -c 'mkdir -p /srv/mail && chown vmail: /srv/mail'
  on "$1" dovecot
  wait_port "$1" "${DOVECOT_PORT:-143}"
}

start_opensmtpd() {
  configure "$1" opensmtpd/smtpd.conf /etc/smtpd.conf
  on "$1" sh -c 'mkdir -p /srv/mail && chown vmail: /srv/mail && chmod 600 /etc/mail-tls/key.pem'
  on "$1" install -d -m 711 /var/lib/opensmtpd /var/lib/opensmtpd/empty /var/spool/smtpd
  background on "$1" smtpd -d > "$WORK/opensmtpd.log" 2>&1
  wait_port "$1" 25
}

start_cyrus() {
  configure "$1" cyrus/cyrus.conf /etc/cyrus.conf
  configure "$1" cyrus/imapd.conf /etc/imapd.conf
  on "$1" install -d -o cyrus -g mail /var/lib/cyrus /var/spool/cyrus /var/spool/cyrus/mail /run/cyrus \
    /run/cyrus/proc /run/cyrus/lock /run/cyrus/socket
  on "$1" sh -c 'printf geheim | saslpasswd2 -pc -u mail.kolleg.example anna && printf topSecret | saslpasswd2 -pc -u mail.kolleg.example bob
    chown cyrus /etc/sasldb2'
  background on "$1" /usr/sbin/cyrmaster
  wait_port "$1" 143
}

# mailbox USER MAIL...: mails of mails/ laid into the user's INBOX, the first a day old, each next an hour younger
mailbox() {
  local user=$1 n=0 mail file maildir
  maildir=/srv/mail/$1/Maildir
  shift
  on mail mkdir -p "$maildir/cur" "$maildir/new" "$maildir/tmp"
  for mail; do
    n=$((n + 1))
    file=$maildir/new/$((1700000000 + n)).M${n}P$n.mail
    sed 's/$/\r/' "$RECORD/mails/$mail.eml" | on mail sh -c "cat > $file && touch -d '$((25 - n)) hours ago' $file"
  done
  on mail chown -R vmail: "/srv/mail/$user"
}

# mail_for_swaks MAIL: a mail without its last line end, which swaks adds by itself
mail_for_swaks() {
  printf %s "$(cat "$RECORD/mails/$1.eml")" > "$WORK/$1.eml"
  chmod 644 "$WORK/$1.eml"
  on pc sh -c "cat > /tmp/$1.eml" < "$WORK/$1.eml"
  echo "/tmp/$1.eml"
}

# mail_with_crlf MAIL: a mail as it travels, for clients that send a file as it is
mail_with_crlf() {
  sed 's/$/\r/' "$RECORD/mails/$1.eml" | on pc sh -c "cat > /tmp/$1.crlf"
  echo "/tmp/$1.crlf"
}

# typed SERVER PORT SCRIPT [--char]: Anna types a script of typed/ into telnet
typed() {
  as anna pc /usr/bin/python3 "$RECORD/tools/type.py" "$1" "$2" "$RECORD/typed/$3.txt" "${@:4}"
}

# scripted SERVER PORT SCRIPT: a script of talks/ is followed to the octet
scripted() {
  as anna pc /usr/bin/python3 "$RECORD/tools/talk.py" "$1" "$2" "$RECORD/talks/$3.txt"
}

# anna_swaks OPTION...: swaks on Anna's computer; a refusal is part of the scene, not a failure
anna_swaks() {
  as anna pc swaks --ehlo pc.kolleg.example --from anna@kolleg.example "$@" > "$WORK/swaks.log" 2>&1 || true
}

# anna_curl OPTION...
anna_curl() {
  as anna pc curl -sS --max-time 20 "$@" > "$WORK/curl.log" 2>&1 || true
}

# slowly LINE...: prints the lines with pauses, as input for a program
slowly() {
  local line
  sleep 0.5
  for line; do printf '%s\n' "$line"; sleep 0.2; done
}

# anna_openssl OPTION...: a TLS connection, commands from standard input
anna_openssl() {
  as anna pc openssl s_client -quiet -crlf "$@" > "$WORK/openssl.log" 2>&1 || true
}

# anna_mutt URL KEY...: mutt opens a mailbox and is sent these keys
anna_mutt() {
  local url=$1
  shift
  as anna pc sh -c 'cat > ~/.muttrc' < "$RECORD/conf/mutt/muttrc"
  as anna pc /usr/bin/python3 "$RECORD/tools/keys.py" "$@" -- mutt -n -f "$url"
}
