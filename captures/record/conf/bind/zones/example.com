$TTL 3600
@ SOA dns.kolleg.example. hostmaster.kolleg.example. 2026112101 7200 900 1209600 300
@ NS dns.kolleg.example.
@ MX 10 mx
@ MX 10 mx.example.org.
@ MX 20 mx2
@ A 198.51.100.80
@ TXT "v=spf1 mx -all"
mx A 198.51.100.25
mx2 A 198.51.100.26
www CNAME @
