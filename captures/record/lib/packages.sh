# Debian's servers, each in a root of its own: as packages they exclude each other. And a client (gsasl) that
# is on few machines.

unpack_servers() {
  unpack exim exim4-daemon-heavy
  unpack postfix postfix
  unpack dovecot dovecot-core dovecot-imapd dovecot-pop3d dovecot-lmtpd
  unpack dnsmasq dnsmasq-base
  unpack bind bind9
  unpack rsyslog rsyslog
  unpack faketime libfaketime
  unpack opensmtpd opensmtpd
  unpack cyrus cyrus-imapd cyrus-pop3d cyrus-clients sasl2-bin libsasl2-modules libsasl2-modules-db
  unpack gsasl gsasl
  unpack postgrey postgrey
}

# unpack ROOT PACKAGE...: the packages and the libraries that this machine lacks for them
unpack() {
  local root=$WORK/packages/$1 missing deb
  shift
  [ ! -e "$root/.complete" ] || return 0
  echo "== unpacking $*"
  rm -rf "$root"
  mkdir -p "$root/.debs"
  missing=$(apt-get -s install --no-install-recommends "$@" | awk '/^Inst/ { print $2 }' || true)
  # what is installed here already is not listed above: fetch it all the same
  missing=$(printf '%s\n' "$missing" "$@" | sort -u)
  # shellcheck disable=SC2086
  (cd "$root/.debs" && apt-get -q download $missing > /dev/null 2>&1) || {
    echo "record.sh: could not download $missing (run apt-get update first?)" >&2
    return 1
  }
  for deb in "$root"/.debs/*.deb; do dpkg-deb -x "$deb" "$root"; done
  rm -rf "$root/.debs"
  merge_usr "$root"
  touch "$root/.complete"
}

# merge_usr ROOT: a package's /lib must not hide this machine's link from /lib to /usr/lib
merge_usr() {
  local folder
  for folder in bin sbin lib; do
    [ -d "$1/$folder" ] || continue
    mkdir -p "$1/usr/$folder"
    cp -a "$1/$folder/." "$1/usr/$folder/"
    rm -rf "${1:?}/$folder"
  done
}
