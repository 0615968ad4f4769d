# Hosts: each a network namespace with a host name and a root directory of its own (an overlay over this
# machine's), so that nothing of this machine's name, accounts or configuration can be recorded.

# host_up NAME FQDN [PACKAGE-ROOT...]
host_up() {
  local name=$1 fqdn=$2 state=$WORK/hosts/$1 lower=/ package
  shift 2
  for package; do lower=$WORK/packages/$package:$lower; done
  mkdir -p "$state/upper/etc" "$state/work" "$state/root"
  cp -a "$RECORD/conf/etc/." "$state/upper/etc/"
  echo "$fqdn" > "$state/upper/etc/hostname"
  chown -R 0:0 "$state/upper/etc"
  chmod -R go=rX "$state/upper/etc"
  ip netns add "rec-$name"
  ip -n "rec-$name" link set lo up
  ip netns exec "rec-$name" unshare --mount --uts --pid --fork --kill-child \
    sh "$RECORD/lib/host-init.sh" "$state" "$lower" "$fqdn" &
  echo $! > "$state/pid"
  wait_for "$state/upper/run/booted"
  on "$name" mkdir -p /home/anna /home/bob
  on "$name" chown anna: /home/anna
  on "$name" chown bob: /home/bob
}

host_pid() {
  pgrep -P "$(cat "$WORK/hosts/$1/pid")" | head -1
}

# on HOST COMMAND...: as root there
on() {
  local host=$1
  shift
  nsenter --target "$(host_pid "$host")" --mount --uts --net --pid --root --wd \
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 TERM=vt100 "$@"
}

# as USER HOST COMMAND...
as() {
  local user=$1 host=$2
  shift 2
  on "$host" setpriv --reuid "$user" --regid "$user" --clear-groups \
    env HOME="/home/$user" USER="$user" LOGNAME="$user" "$@"
}

# wait_for FILE
wait_for() {
  local i
  for i in $(seq 100); do [ ! -e "$1" ] || return 0; sleep 0.05; done
  echo "record.sh: $1 never appeared" >&2
  return 1
}

# wait_port HOST PORT: until a server listens there
wait_port() {
  local i
  for i in $(seq 100); do
    if [ -n "$(ip netns exec "rec-$1" ss -Hltn "sport = :$2")" ]; then return 0; fi
    sleep 0.1
  done
  echo "record.sh: nothing listens on port $2 of $1" >&2
  return 1
}

# address HOST INTERFACE NUMBER ADDRESS...: NUMBER makes the hardware address
address() {
  local host=$1 interface=$2 number=$3 ip
  shift 3
  ip -n "rec-$host" link set "$interface" address "02:00:00:00:00:$number"
  for ip; do
    case $ip in *:*) ip -n "rec-$host" addr add "$ip" dev "$interface" nodad ;;
                  *) ip -n "rec-$host" addr add "$ip" dev "$interface" ;; esac
  done
  # segments as on the wire: no offload that glues them together or leaves checksums empty
  ip netns exec "rec-$host" ethtool -K "$interface" tso off gso off gro off tx off rx off > /dev/null 2>&1
  ip -n "rec-$host" link set "$interface" up
}

# line A IF-A B IF-B [line.py options]: a cable between two hosts, with a little delay on it
LINES=0
line() {
  local a=$1 interface_a=$2 b=$3 interface_b=$4 end
  local ns=rec-line$LINES
  LINES=$((LINES + 1))
  shift 4
  ip netns add "$ns"
  ip link add "$interface_a" netns "rec-$a" type veth peer name left netns "$ns"
  ip link add "$interface_b" netns "rec-$b" type veth peer name right netns "$ns"
  for end in left right; do
    ip netns exec "$ns" sysctl -qw "net.ipv6.conf.$end.disable_ipv6=1"
    ip netns exec "$ns" ethtool -K "$end" tso off gso off gro off tx off rx off > /dev/null 2>&1
    ip -n "$ns" link set "$end" up
  done
  [ "${1:-}" = --unused ] || carry "$ns" left right "$@"
}

# wrapped_line A IF-A B IF-B WRAP: the same, by way of two switches that put WRAP around each frame between
# them; the stretch between them is the interface trunk of the host line0
wrapped_line() {
  local ns=rec-line0 end
  line "$1" "$2" "$3" "$4" --unused
  ip -n "$ns" link add trunk type veth peer name trunk2
  for end in trunk trunk2; do
    ip netns exec "$ns" sysctl -qw "net.ipv6.conf.$end.disable_ipv6=1"
    ip -n "$ns" link set "$end" mtu 1600 up
  done
  carry "$ns" left trunk --wrap "$5"
  carry "$ns" right trunk2 --wrap "$5"
}

# lan HOST...: a switch, and each of these hosts on it with its interface eth0
lan() {
  local host
  ip netns add rec-lan
  ip -n rec-lan link add switch type bridge
  ip netns exec rec-lan sysctl -qw net.ipv6.conf.all.disable_ipv6=1
  ip -n rec-lan link set switch up
  for host; do
    ip link add eth0 netns "rec-$host" type veth peer name "to-$host" netns rec-lan
    ip netns exec rec-lan ethtool -K "to-$host" tso off gso off gro off tx off rx off > /dev/null 2>&1
    ip netns exec "rec-$host" sysctl -qw net.ipv6.conf.eth0.disable_ipv6=1
    ip -n rec-lan link set "to-$host" master switch up
  done
}

# carry NAMESPACE IF-A IF-B [line.py options]
carry() {
  local ns=$1
  shift
  ip netns exec "$ns" /usr/bin/python3 "$RECORD/tools/line.py" "$@" &
  echo $! >> "$WORK/background"
}

remove_hosts() {
  local pid ns
  for pid in $(cat "$WORK/background" "$WORK"/hosts/*/pid 2> /dev/null || true); do
    kill -9 "$pid" 2> /dev/null || true
    wait "$pid" 2> /dev/null || true
  done
  rm -f "$WORK/background"
  for ns in $(ip netns list | awk '/^rec-/ { print $1 }'); do ip netns del "$ns"; done
  rm -rf "$WORK/hosts"
  LINES=0
}

# background COMMAND...: ended with the hosts at the latest
background() {
  "$@" &
  echo $! >> "$WORK/background"
}
