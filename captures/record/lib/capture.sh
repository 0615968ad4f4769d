# tcpdump around a scene, and what must be true of its file.

# record_on HOST INTERFACE FILE [tcpdump options and filter]: FILE is a name in the captures folder.
# `tcp` is the filter when none is given.
record_on() {
  local host=$1 interface=$2 file=$3
  shift 3
  [ $# -gt 0 ] || set -- tcp
  TAPS=$((${TAPS:-0} + 1))
  local tap=$WORK/tap$TAPS
  echo "$file" > "$tap.name"
  rm -f "$tap.log"
  ip netns exec "rec-$host" tcpdump -Z root -n -s 0 -U --immediate-mode -i "$interface" -w "$tap.pcap" "$@" 2> "$tap.log" &
  echo $! > "$tap.pid"
  echo $! >> "$WORK/background"
  local i
  for i in $(seq 100); do
    if grep -q 'listening on' "$tap.log" 2> /dev/null; then return 0; fi
    sleep 0.05
  done
  cat "$tap.log" >&2
  return 1
}

# stop_recording: waits for the last packets, ends tcpdump and puts the files in their place
stop_recording() {
  local n tap pid
  sleep "${LINGER:-0.4}"
  for n in $(seq "$TAPS"); do
    tap=$WORK/tap$n
    pid=$(cat "$tap.pid")
    kill -INT "$pid"
    wait "$pid" || true
    no_drops "$tap.log"
    publish "$tap.pcap" "$(cat "$tap.name")"
    rm -f "$tap".*
  done
  TAPS=0
}

no_drops() {
  grep -q '^0 packets dropped by kernel' "$1" || { echo "record.sh: tcpdump lost packets:" >&2; cat "$1" >&2; return 1; }
}

# publish FROM NAME: into the captures folder, readable by all
publish() {
  refuse_own_name "$1"
  install -m 644 "$1" "$CAPTURES/$2"
  printf '   %-34s %7d octets %5d packets\n' "$2" "$(stat -c %s "$1")" "$(tcpdump --count -r "$1" 2> /dev/null | cut -d' ' -f1)"
}

# A recording must not carry the name of the machine it was made on.
refuse_own_name() {
  local own
  own=$(uname -r)
  ! grep -aqF "$own" "$1" || { echo "record.sh: $1 names this machine's kernel" >&2; return 1; }
  # a name of two or three letters turns up by chance
  own=$(hostname)
  [ ${#own} -lt 4 ] || ! grep -aqiF "$own" "$1" || { echo "record.sh: $1 names this machine" >&2; return 1; }
}

# merge_recordings TARGET SOURCE...: several taps into one file, by time; the sources go
merge_recordings() {
  local target=$1
  shift
  (cd "$CAPTURES" && mergecap -F pcap -w "$WORK/merged.pcap" "$@" && rm "$@")
  publish "$WORK/merged.pcap" "$target"
  rm "$WORK/merged.pcap"
}

# pcapng TARGET COMMENT INTERFACE=SOURCE...: the sources stay
pcapng() {
  local target=$1
  (cd "$CAPTURES" && /usr/bin/python3 "$RECORD/tools/pcapng.py" "$WORK/merged.pcapng" "${@:2}")
  publish "$WORK/merged.pcapng" "$target"
  rm "$WORK/merged.pcapng"
}
