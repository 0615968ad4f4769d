# The same conversation over other links and worse lines.

# one_mail [SERVER [swaks options]]: what these scenes record
one_mail() {
  anna_swaks --server "${1:-mail.kolleg.example}" --to bob@kolleg.example --data "@$(mail_for_swaks greetings)" "${@:2}"
}

# every interface of the mail host at once: Linux cooked headers, version 2 and version 1
scene_smtp_cooked_any() {
  lab exim
  record_on mail any smtp-cooked-any.pcap
  record_on mail any smtp-cooked-any-v1.pcap -y LINUX_SLL tcp
  one_mail
  stop_recording
}

scene_smtp_loopback() {
  lab exim
  record_on mail lo smtp-loopback.pcap
  as anna mail swaks --server 127.0.0.1 --ehlo mail.kolleg.example --from anna@kolleg.example --to bob@kolleg.example \
    --header 'Subject: am selben Rechner' --body 'Kurz und nah.' > "$WORK/swaks.log"
  stop_recording
}

scene_smtp_vlan() { wrapped_mail vlan:42 smtp-vlan.pcap; }
scene_smtp_qinq() { wrapped_mail qinq:100:42 smtp-qinq.pcap; }
scene_smtp_mpls() { wrapped_mail mpls:3000 smtp-mpls.pcap; }
scene_smtp_pppoe() { wrapped_mail pppoe:7 smtp-pppoe.pcap; }

# wrapped_mail WRAP FILE
wrapped_mail() {
  WRAP=$1 lab exim
  record_on line0 trunk "$2" "not arp"
  one_mail
  stop_recording
}

# the tunnel from outside, and what goes in at its mouth (raw IP, no link layer at all)
scene_smtp_gre() {
  lab exim
  tunnel gre 203.0.113.10/24 203.0.113.25/24
  record_on pc eth0 smtp-gre.pcap proto 47
  record_on pc tun0 smtp-raw-ip.pcap
  one_mail 203.0.113.25
  stop_recording
}

scene_smtp_ipip() {
  lab exim
  tunnel ipip 203.0.113.10/24 203.0.113.25/24
  record_on pc eth0 smtp-ipip.pcap proto 4
  one_mail 203.0.113.25
  stop_recording
}

scene_smtp_6in4() {
  lab exim
  tunnel 6in4 2001:db8:6::10/64 2001:db8:6::25/64
  record_on pc eth0 smtp-6in4.pcap proto 41
  anna_curl 'smtp://[2001:db8:6::25]/pc.kolleg.example' --mail-from anna@kolleg.example \
    --mail-rcpt bob@kolleg.example --upload-file "$RECORD/mails/excursion.eml" --crlf
  stop_recording
}

# tunnel KIND ADDRESS-PC ADDRESS-MAIL: between pc and mail, over their line
tunnel() {
  tunnel_end pc 192.0.2.10 192.0.2.25 "$1" "$2"
  tunnel_end mail 192.0.2.25 192.0.2.10 "$1" "$3"
}

# tunnel_end HOST LOCAL REMOTE KIND ADDRESS
tunnel_end() {
  local ns=rec-$1
  ip -n "$ns" tuntap add tun0 mode tun
  background ip netns exec "$ns" /usr/bin/python3 "$RECORD/tools/tunnel.py" tun0 "$2" "$3" "$4"
  ip netns exec "$ns" sysctl -qw net.ipv6.conf.tun0.addr_gen_mode=1
  case $5 in *:*) ip -n "$ns" addr add "$5" dev tun0 nodad ;; *) ip -n "$ns" addr add "$5" dev tun0 ;; esac
  ip -n "$ns" link set tun0 mtu 1400 up
}

scene_smtp_vxlan() {
  lab exim
  vxlan_end pc 192.0.2.10 192.0.2.25 203.0.113.10/24 0a
  vxlan_end mail 192.0.2.25 192.0.2.10 203.0.113.25/24 19
  record_on pc eth0 smtp-vxlan.pcap udp port 4789
  one_mail 203.0.113.25
  stop_recording
}

# vxlan_end HOST LOCAL REMOTE ADDRESS NUMBER
vxlan_end() {
  ip -n "rec-$1" link add vx0 address "02:00:00:00:01:$5" type vxlan id 42 local "$2" remote "$3" dstport 4789 dev eth0
  ip netns exec "rec-$1" sysctl -qw net.ipv6.conf.vx0.disable_ipv6=1
  ip netns exec "rec-$1" ethtool -K vx0 tso off gso off gro off tx off > /dev/null 2>&1
  ip -n "rec-$1" addr add "$4" dev vx0
  ip -n "rec-$1" link set vx0 up
}

# a bad line, seen from both its ends: segments lost, doubled and overtaken
scene_smtp_loss() {
  LINE='--lose 9,13 --double 7,11 --late 6,16' lab exim
  numbered_mail 220 > "$WORK/numbered.eml"
  record_on pc eth0 smtp-loss.pcap
  record_on mail eth0 smtp-loss-server.pcap
  on pc sh -c 'cat > /tmp/numbered.eml' < "$WORK/numbered.eml"
  anna_swaks --server mail.kolleg.example --to bob@kolleg.example --data @/tmp/numbered.eml
  LINGER=1 stop_recording
  gzip -9nf "$CAPTURES/smtp-loss-server.pcap"
}

# a router whose way on is too narrow cuts packets that allow it (don't fragment is off)
scene_smtp_fragments() {
  host_up pc pc.kolleg.example
  host_up router router.example.org
  host_up mail mail.kolleg.example exim
  line pc eth0 router eth0
  line router eth1 mail eth0
  address pc eth0 10 192.0.2.10/24
  address router eth0 01 192.0.2.1/24
  address router eth1 02 203.0.113.1/24
  address mail eth0 25 203.0.113.25/24
  ip netns exec rec-router sysctl -qw net.ipv4.ip_forward=1
  ip -n rec-router link set eth1 mtu 576
  ip netns exec rec-pc sysctl -qw net.ipv4.ip_no_pmtu_disc=1
  ip -n rec-pc route add default via 192.0.2.1
  ip -n rec-mail route add default via 203.0.113.1
  certificate mail mail.kolleg.example
  start_exim mail
  numbered_mail 40 > "$WORK/numbered.eml"
  on pc sh -c 'cat > /tmp/numbered.eml' < "$WORK/numbered.eml"
  # fragments after the first carry no port: no filter on TCP
  record_on mail eth0 smtp-fragments.pcap ip
  anna_swaks --server 203.0.113.25 --to bob@kolleg.example --data @/tmp/numbered.eml
  stop_recording
}

scene_smtp_one_sided() {
  lab exim
  record_on pc eth0 smtp-one-sided.pcap tcp and src host 192.0.2.10
  record_on pc eth0 smtp-one-sided-server.pcap tcp and src host 192.0.2.25
  one_mail
  stop_recording
}

scene_smtp_midstream() {
  lab dovecot postfix
  scripted mail.kolleg.example 25 smtp-midstream &
  local client=$!
  on pc sh -c 'until [ -e /tmp/begun ]; do sleep 0.05; done; sleep 0.3'
  record_on pc eth0 smtp-midstream.pcap
  wait "$client"
  stop_recording
}

# only the first 120 octets of each packet are kept
scene_smtp_snaplen() {
  lab exim
  record_on pc eth0 smtp-snaplen.pcap -s 120 tcp
  one_mail
  stop_recording
}

# HTTP on 25, Redis on 143, a TLS probe against POP3 in the clear on 110
scene_foreign_on_mail_ports() {
  DOVECOT_SETTINGS='protocols = pop3' DOVECOT_PORT=110 lab dovecot
  on mail sh -c 'mkdir /tmp/www && echo "<p>It works." > /tmp/www/index.html'
  background on mail /usr/bin/python3 -m http.server --directory /tmp/www 25 2> /dev/null
  background on mail /usr/bin/python3 "$RECORD/tools/redis.py" 143
  wait_port mail 25
  wait_port mail 143
  record_on pc eth0 foreign-on-mail-ports.pcap
  anna_curl http://mail.kolleg.example:25/
  scripted mail.kolleg.example 143 redis
  slowly QUIT | anna_openssl -connect mail.kolleg.example:110
  stop_recording
}

# nobody listens (RST), nobody is there (silence)
scene_syn_only() {
  lab
  ip -n rec-pc neigh replace 192.0.2.99 lladdr 02:00:00:00:00:99 dev eth0
  record_on pc eth0 syn-only.pcap
  anna_curl --connect-timeout 4 smtp://mail.kolleg.example/
  anna_curl --connect-timeout 4 smtp://192.0.2.99/
  stop_recording
}
