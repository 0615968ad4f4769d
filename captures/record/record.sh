#!/bin/bash
# Records the captures of this folder's parent: real servers, real clients, one scene for each file.
#
#   ./record.sh                 records every capture
#   ./record.sh NAME...         records these (the file's name without its ending)
#   ./record.sh --list          names what there is
#
# Needs root, Debian, and: tcpdump tshark swaks curl mutt fetchmail telnet openssl iproute2 ethtool python3 zstd
# (apt-get install). The packages of the servers and of gsasl are downloaded and unpacked, not installed.
# Nothing leaves the network namespaces that this script makes and removes.
set -eu

RECORD=$(cd "$(dirname "$0")" && pwd)
CAPTURES=$(dirname "$RECORD")
# a tmpfs: the hosts' overlays must not lie inside the file system that they cover
WORK=${RECORD_WORK:-/dev/shm/mail-record}
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8

. "$RECORD/lib/packages.sh"
. "$RECORD/lib/hosts.sh"
. "$RECORD/lib/lab.sh"
. "$RECORD/lib/capture.sh"
for scenes in "$RECORD"/scenes/*.sh; do . "$scenes"; done

list_scenes() {
  declare -F | sed -n 's/^declare -f scene_//p' | tr _ -
}

record() {
  local function=scene_${1//-/_}
  declare -F "$function" > /dev/null || { echo "record.sh: no scene named $1 (see --list)" >&2; return 1; }
  echo "== $1"
  SCENE=$1
  "$function"
  remove_hosts
}

main() {
  if [ "${1:-}" = --list ]; then list_scenes; return; fi
  [ "$(id -u)" = 0 ] || { echo "record.sh: network namespaces need root" >&2; exit 1; }
  mkdir -p "$WORK"
  trap remove_hosts EXIT
  trap 'exit 130' INT TERM
  remove_hosts
  # a host has a /tmp of its own: what its programs read must not lie in this machine's
  rm -rf "$WORK/record"
  cp -a "$RECORD" "$WORK/record"
  RECORD=$WORK/record
  unpack_servers
  local name
  # shellcheck disable=SC2046
  [ $# -gt 0 ] || set -- $(list_scenes)
  for name; do record "$name"; done
}

main "$@"
