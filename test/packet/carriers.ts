/**
 * Every way a TCP segment can travel that the decoder knows, each carrying the same segment: one row a carrier.
 * Tests that must hold for all of them (same result, cut anywhere) run over this list.
 */
import {
  authentication,
  cooked1,
  cooked2,
  ethernet,
  extension,
  gre,
  hdlc,
  IPV4,
  IPV6,
  ipv4,
  ipv6,
  mpls,
  pack,
  ppp,
  pppoe,
  snap,
  tcp,
  udp,
  vlan,
  vxlan,
} from './build.js';

export const PAYLOAD = Buffer.from('MAIL FROM:<anna@kolleg.example>\r\n', 'latin1');

const segment = tcp(PAYLOAD, { options: Buffer.from('0101080a0000000100000002', 'hex') });
const four = ipv4(segment);
const six = ipv6(segment);
const inFour = (payload: Buffer, protocol: number): Buffer => ethernet(ipv4(payload, { protocol }));
const bridged = ethernet(four);
const lengthFrame = snap(four);
const erspan2 = Buffer.concat([Buffer.alloc(8, 0x11), bridged]);
const erspan3 = Buffer.concat([Buffer.alloc(10, 0x22), pack([2, 0]), bridged]);
const erspan3Long = Buffer.concat([Buffer.alloc(10, 0x22), pack([2, 1]), Buffer.alloc(8, 0x11), bridged]);

export interface Carrier {
  readonly name: string;
  readonly linkType: number;
  readonly frame: Buffer;
  readonly version: 4 | 6;
}

function carrier(name: string, linkType: number, frame: Buffer, version: 4 | 6 = 4): Carrier {
  return { name, linkType, frame, version };
}

export const CARRIERS: readonly Carrier[] = [
  carrier('Ethernet, IPv4', 1, ethernet(four)),
  carrier('Ethernet, IPv6', 1, ethernet(six, IPV6), 6),
  carrier('IPv4 options', 1, ethernet(ipv4(segment, { options: Buffer.from('94040000', 'hex') }))),
  carrier('Ethernet padding', 1, Buffer.concat([ethernet(four), Buffer.alloc(9, 0x50)])),
  carrier('802.3 with SNAP', 1, Buffer.concat([ethernet(lengthFrame, lengthFrame.length), Buffer.alloc(5, 0x50)])),
  carrier('null, little-endian', 0, Buffer.concat([Buffer.from([2, 0, 0, 0]), four])),
  carrier('null, big-endian', 0, Buffer.concat([Buffer.from([0, 0, 0, 2]), four])),
  ...[24, 28, 30].flatMap((family) => [
    carrier(`null, little-endian IPv6 family ${family}`, 0, Buffer.concat([Buffer.from([family, 0, 0, 0]), six]), 6),
    carrier(`null, big-endian IPv6 family ${family}`, 0, Buffer.concat([Buffer.from([0, 0, 0, family]), six]), 6),
  ]),
  carrier('OpenBSD loop', 108, Buffer.concat([Buffer.from([0, 0, 0, 24]), six]), 6),
  ...[12, 14, 101].flatMap((linkType) => [
    carrier(`raw IP ${linkType}, IPv4`, linkType, four),
    carrier(`raw IP ${linkType}, IPv6`, linkType, six, 6),
  ]),
  carrier('raw IPv4', 228, four),
  carrier('raw IPv6', 229, six, 6),
  carrier('PPP', 9, ppp(four)),
  carrier('PPP, framed', 9, hdlc(ppp(six, 0x0057)), 6),
  carrier('PPP, short protocol', 9, Buffer.concat([Buffer.from([0x21]), four])),
  carrier('PPP with MPLS', 9, ppp(mpls(four), 0x0281)),
  carrier('PPP with multicast MPLS', 9, ppp(mpls(four), 0x0283)),
  carrier('HDLC with PPP', 50, hdlc(ppp(four))),
  carrier('HDLC of Cisco in PPP link type', 50, Buffer.concat([pack([2, 0x0f00], [2, IPV4]), four])),
  carrier('HDLC of Cisco', 104, Buffer.concat([pack([2, 0x8f00], [2, IPV6]), six]), 6),
  carrier('PPP of pppd, sent', 166, Buffer.concat([Buffer.from([1, 3]), ppp(four)])),
  carrier('PPP behind a direction', 204, Buffer.concat([Buffer.from([0]), ppp(six, 0x0057)]), 6),
  carrier('PPP behind a direction, framed', 204, Buffer.concat([Buffer.from([1]), hdlc(ppp(four))])),
  carrier('PPPoE', 51, pppoe(ppp(four))),
  carrier('PPPoE in Ethernet, padded', 1, Buffer.concat([ethernet(pppoe(ppp(six, 0x0057)), 0x8864), Buffer.alloc(4)]), 6),
  carrier('cooked v1', 113, cooked1(four)),
  carrier('cooked v1, LLC', 113, cooked1(snap(six, IPV6), 4), 6),
  carrier('cooked v1, VLAN', 113, cooked1(vlan(four), 0x8100)),
  carrier('cooked v2', 276, cooked2(six, IPV6), 6),
  carrier('802.1Q', 1, ethernet(vlan(four), 0x8100)),
  carrier('802.1Q, 802.3', 1, ethernet(vlan(lengthFrame, lengthFrame.length), 0x8100)),
  carrier('802.1ad', 1, ethernet(vlan(vlan(six, IPV6), 0x8100), 0x88a8), 6),
  carrier('three tags', 1, ethernet(vlan(vlan(vlan(four), 0x8100), 0x88a8), 0x9100)),
  carrier('MPLS', 1, ethernet(mpls(four), 0x8847)),
  carrier('MPLS, three labels, multicast', 1, ethernet(mpls(six, 3), 0x8848), 6),
  carrier('MPLS pseudowire', 1, ethernet(mpls(bridged, 2), 0x8847)),
  carrier('MPLS pseudowire, control word', 1, ethernet(mpls(Buffer.concat([pack([4, 9]), bridged])), 0x8847)),
  carrier('MPLS in IP', 1, inFour(mpls(four), 137)),
  carrier('IP in IP', 1, inFour(four, 4)),
  carrier('6in4', 1, inFour(six, 41), 6),
  carrier('4in6', 1, ethernet(ipv6(four, { next: 4 }), IPV6)),
  carrier('IPv6 in IPv6', 1, ethernet(ipv6(six, { next: 41 }), IPV6), 6),
  carrier('AH behind IPv4', 1, inFour(authentication(segment), 51)),
  ...[0, 43, 60].map((next) => carrier(`IPv6 extension ${next}`, 229, ipv6(extension(segment), { next }), 6)),
  carrier('IPv6 AH', 229, ipv6(authentication(segment), { next: 51 }), 6),
  carrier('IPv6 chain', 229, ipv6(extension(extension(authentication(segment), 51), 60, 3), { next: 0 }), 6),
  carrier('IPv6 atomic fragment', 229, ipv6(Buffer.concat([pack([1, 6], [1, 0], [2, 0], [4, 1]), segment]), { next: 44 }), 6),
  carrier('GRE', 1, inFour(gre(four), 47)),
  carrier('GRE, checksum', 1, inFour(gre(four, IPV4, { checksum: true }), 47)),
  carrier('GRE, all fields', 1, inFour(gre(six, IPV6, { checksum: true, key: true, sequence: true }), 47), 6),
  carrier('GRE, source routes', 1, inFour(Buffer.concat([pack([2, 0x4000], [2, IPV4], [4, 0], [2, IPV4], [1, 0], [1, 8], [4, 1], [4, 2], [4, 0]), four]), 47)),
  carrier('GRE, checksum, key, sequence and source route', 1, inFour(Buffer.concat([pack([2, 0xf000], [2, IPV4], [4, 0xeeee0000], [4, 5], [4, 6], [2, IPV4], [1, 4], [1, 4], [4, 1], [4, 0]), four]), 47)),
  carrier('GRE, Ethernet', 1, inFour(gre(bridged, 0x6558, { key: true }), 47)),
  carrier('GRE, MPLS', 1, inFour(gre(mpls(four), 0x8847), 47)),
  carrier('GRE of PPTP', 1, inFour(Buffer.concat([pack([2, 0x3081], [2, 0x880b], [4, 1], [4, 1], [4, 1]), ppp(four)]), 47)),
  carrier('ERSPAN I', 1, inFour(gre(bridged, 0x88be), 47)),
  carrier('ERSPAN II', 1, inFour(gre(erspan2, 0x88be, { sequence: true }), 47)),
  carrier('ERSPAN III', 1, inFour(gre(erspan3, 0x22eb, { sequence: true }), 47)),
  carrier('ERSPAN III, subheader', 1, inFour(gre(erspan3Long, 0x22eb, { sequence: true }), 47)),
  carrier('VXLAN', 1, inFour(udp(vxlan(bridged), 4789), 17)),
  carrier('VXLAN, old port, IPv6 below', 1, ethernet(ipv6(udp(vxlan(bridged), 8472), { next: 17 }), IPV6)),
  carrier('VXLAN in GRE in VLAN', 1, ethernet(vlan(ipv4(gre(ipv4(udp(vxlan(bridged), 4789), { protocol: 17 })), { protocol: 47 })), 0x8100)),
];
