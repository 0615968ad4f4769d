/** What looks like a carrier and is none: each layer's own reasons to end the walk. One row a reason. */
import { describe, expect, it } from 'vitest';
import { createSegmentDecoder } from '../../src/packet/decoder.js';
import { cooked1, ethernet, gre, hdlc, IPV4, IPV6, ipv4, ipv6, mpls, pack, packet, ppp, pppoe, snap, tcp, udp, vlan, vxlan } from './build.js';

const four = ipv4(tcp(Buffer.from('NOOP\r\n', 'latin1')));
const six = ipv6(tcp(Buffer.from('NOOP\r\n', 'latin1')));
const bridged = ethernet(four);
const inFour = (payload: Buffer, protocol: number): Buffer => ethernet(ipv4(payload, { protocol }));
const greWith = (flags: number): Buffer => inFour(Buffer.concat([pack([2, flags], [2, IPV4]), Buffer.alloc(4), four]), 47);

const REFUSALS: readonly (readonly [name: string, frame: Buffer, linkType?: number])[] = [
  ['an EtherType without a row', ethernet(four, 0x88cc)],
  ['ARP', ethernet(Buffer.alloc(46), 0x0806)],
  ['IPv6 announced, IPv4 found', ethernet(four, IPV6)],
  ['IPv4 announced, IPv6 found', ethernet(six)],
  ['raw IPv4 with IPv6 in it', six, 228],
  ['raw IP of version 5', Buffer.concat([Buffer.from([0x55]), four.subarray(1)]), 101],
  ['802.3 with LLC alone', ethernet(Buffer.concat([pack([3, 0x424203]), four]), 3 + four.length)],
  ['802.3 shorter than its segment', ethernet(snap(four), 40)],
  ['a VLAN tag around nothing', ethernet(vlan(Buffer.alloc(0)), 0x8100)],
  ['an unknown address family', Buffer.concat([Buffer.from([7, 0, 0, 0]), four]), 0],
  ['an address family in both halves', Buffer.concat([Buffer.from([0, 2, 0, 2]), four]), 0],
  ['PPP control', ppp(four, 0xc021), 9],
  ['Cisco HDLC with an unknown type', Buffer.concat([pack([2, 0x0f00], [2, 0x8035]), four]), 50],
  ['PPPoE discovery', ethernet(pppoe(ppp(four)), 0x8863)],
  ['PPPoE with another code', ethernet(Buffer.concat([pack([2, 0x1109], [2, 1], [2, 60]), ppp(four)]), 0x8864)],
  ['PPPoE shorter than its segment', ethernet(pppoe(ppp(four), 40), 0x8864)],
  ['PPP in HDLC with control data', hdlc(ppp(four, 0x8021)), 50],
  ['MPLS without a bottom', ethernet(pack(...Array.from({ length: 30 }, () => [4, 0x01234040] as const)), 0x8847)],
  ['GRE with source routes that do not end', greWith(0x4000)],
  ['GRE of version 2', greWith(0x0002)],
  ['GRE with an unknown type', inFour(gre(four, 0x1234), 47)],
  ['ERSPAN III without Ethernet', inFour(gre(Buffer.concat([Buffer.alloc(10), pack([2, 0x0800]), four]), 0x22eb), 47)],
  ['UDP to another port', inFour(udp(vxlan(bridged), 53), 17)],
  ['UDP shorter than its segment', inFour(Buffer.concat([pack([2, 1], [2, 4789], [2, 50], [2, 0]), vxlan(bridged)]), 17)],
  ['VXLAN without a network', inFour(udp(Buffer.concat([Buffer.alloc(8), bridged]), 4789), 17)],
  ['cooked capture of an unknown protocol', cooked1(four, 0x00f6), 113],
  ['an empty frame', Buffer.alloc(0)],
];

describe('nothing is read from', () => {
  const decoder = createSegmentDecoder();
  it.for(REFUSALS)('%s', ([, frame, linkType = 1]) => {
    expect(decoder.decode(packet(frame, { linkType }))).toBeUndefined();
  });

  it('MPLS after a cut label stack', () => {
    expect(decoder.decode(packet(ethernet(mpls(four, 3), 0x8847).subarray(0, 20)))).toBeUndefined();
  });
});
