# The lecture's campus and what lies beyond it: the whole way of a mail, from the user agent to the mailbox's reader.
#
#   pc .10, mail .25, log .8, dns .53 on 192.0.2.0/24 ── net ── 198.51.100.25 mx 203.0.113.1 ── 203.0.113.2 post
#   post.example.com 203.0.113.129 ── 203.0.113.130 home.example.com
#
# As on the slides, nobody listens at the user agent's ident port, and nobody knows the user agent's name: the
# reverse zone of the campus fails.

campus_hosts() {
  host_up pc pc.kolleg.example
  host_up mail mail.kolleg.example exim rsyslog
  host_up log log.kolleg.example
  host_up dns dns.kolleg.example bind
  host_up net net.example.org
  # shellcheck disable=SC2086
  host_up mx mx.example.com postfix rsyslog ${MX_PACKAGES:-}
  host_up post post.example.com dovecot
  host_up home home.example.com
  campus_lines
  certificate mail mail.kolleg.example
  certificate mx mx.example.com
  certificate post post.example.com
}

campus_lines() {
  lan mail log dns net
  # as far from the server as on the slides
  line pc eth0 lan to-pc --delay 0.0004
  ip -n rec-lan link set to-pc master switch up
  line net eth1 mx eth0 --delay 0.009
  line mx eth1 post eth0
  line post eth1 home eth0 --delay 0.014
  address pc eth0 10 192.0.2.10/24
  address mail eth0 25 192.0.2.25/24
  address log eth0 08 192.0.2.8/24
  address dns eth0 53 192.0.2.53/24
  address net eth0 01 192.0.2.1/24
  address net eth1 02 198.51.100.1/24
  address mx eth0 26 198.51.100.25/24
  address mx eth1 27 203.0.113.1/25
  address post eth0 28 203.0.113.2/25
  address post eth1 29 203.0.113.129/25
  address home eth0 30 203.0.113.130/25
  ip netns exec rec-net sysctl -qw net.ipv4.ip_forward=1
  ip -n rec-mail route add default via 192.0.2.1
  ip -n rec-mx route add default via 198.51.100.1
}

campus_servers() {
  background on log /usr/bin/python3 "$RECORD/tools/sink.py" 514
  background on post /usr/bin/python3 "$RECORD/tools/sink.py" 514
  start_bind dns
  ask_dns pc mail
  start_rsyslog mail 192.0.2.8 old
  EXIM_MACROS=$'BY_DNS = yes\nCAMPUS = yes\nIDENT_HOSTS = *' start_exim mail
  start_dovecot post
  start_rsyslog mx 203.0.113.2 RSYSLOG_SyslogProtocol23Format
  POSTFIX_SETTINGS=('maillog_file =' 'virtual_transport = lmtp:inet:203.0.113.2:24' 'lmtp_destination_recipient_limit = 1' "${MX_SETTINGS[@]}")
  start_postfix mx
  POSTFIX_SETTINGS=()
  sleep 0.5
}
MX_SETTINGS=()

# fetched PROTOCOL USER:PASSWORD PATH: somebody at home reads a mailbox
fetched() {
  as bob home curl -sS --max-time 20 --user "$2" "$1://203.0.113.129/$3" > "$WORK/curl.log" 2>&1 || true
}

# The slides: one mail, recorded at the local server.
scene_campus_local() {
  campus_hosts
  campus_servers
  record_on mail eth0 campus-local.pcap ip
  anna_swaks --server mail.kolleg.example --to bob@example.com --data "@$(mail_for_swaks greetings)"
  LINGER=2 stop_recording
}

# The same campus seen from four places at once: a mail to two people, one of whom reads by POP3, the other by IMAP.
# mx is watched at both its sides. The times are in nanoseconds.
scene_campus_places() {
  campus_hosts
  campus_servers
  campus_places campus
}

# campus_places PREFIX
campus_places() {
  record_on pc eth0 "$1-at-pc.pcap" --time-stamp-precision=nano ip
  record_on mail eth0 "$1-at-mail.pcap" --time-stamp-precision=nano ip
  record_on mx any "$1-at-mx.pcap" --time-stamp-precision=nano ip and not host 127.0.0.1
  record_on post any "$1-at-post.pcap" --time-stamp-precision=nano ip and not host 127.0.0.1
  anna_swaks --server mail.kolleg.example --to bob@example.com,wiki@example.com --data "@$(mail_for_swaks round)"
  sleep 1.5
  fetched pop3 bob:topSecret 1
  sleep 0.4
  fetched imap wiki:folie 'INBOX;MAILINDEX=1'
  LINGER=1 stop_recording
}

# Once more, and mx is a day, three minutes and a bit ahead: in its log, in the Received line it writes, and in what
# tcpdump recorded there.
AHEAD=86585.25
scene_campus_day_off() {
  MX_PACKAGES=faketime campus_hosts
  on mx sh -c 'ls /usr/lib/*/faketime/libfaketimeMT.so.1 > /etc/ld.so.preload; echo "+$0s" > /etc/faketimerc' "$AHEAD"
  campus_servers
  campus_places campus-day-off
  editcap -t "$AHEAD" "$CAPTURES/campus-day-off-at-mx.pcap" "$WORK/ahead.pcap"
  publish "$WORK/ahead.pcap" campus-day-off-at-mx.pcap
  rm "$WORK/ahead.pcap"
}

# The first mail host of the domain is away: the router says so by ICMP, and the second one takes the mail.
scene_campus_detour() {
  campus_hosts
  MX_SETTINGS=('virtual_mailbox_domains = example.com example.org' 'virtual_mailbox_maps = static:all')
  campus_servers
  MX_SETTINGS=()
  record_on mail eth0 campus-detour.pcap ip
  anna_swaks --server mail.kolleg.example --to wiki@example.org --data "@$(mail_for_swaks greetings)"
  LINGER=5 stop_recording
}
