/**
 * Which number leads to which layer, as three tables: link types of the capture, EtherTypes, IP protocols. What has
 * no row is not read. A new link layer, tunnel or transport is one function and one row here.
 * Read https://www.tcpdump.org/linktypes.html and the registries of IEEE and IANA.
 */
import { cooked1, cooked2 } from './cooked.js';
import { ethernet, vlan } from './ethernet.js';
import { gre } from './gre.js';
import { icmp4, icmp6 } from './icmp.js';
import { ipv4 } from './ipv4.js';
import { authentication, extension, fragmentHeader, ipv6 } from './ipv6.js';
import { mpls } from './mpls.js';
import { directedPpp, hdlc, ppp, pppoe } from './ppp.js';
import { loopback, rawIp } from './raw-ip.js';
import { tcp } from './tcp.js';
import { udp } from './udp.js';
import type { Layer } from './walk.js';

/** LINKTYPE_ numbers. 12 and 14 are what BSD and OpenBSD call raw IP in their own files. */
export const LINK_TYPES: ReadonlyMap<number, Layer> = new Map([
  [0, loopback],
  [1, ethernet],
  [9, ppp],
  [12, rawIp],
  [14, rawIp],
  [50, hdlc],
  [51, pppoe],
  [101, rawIp],
  [104, hdlc],
  [108, loopback],
  [113, cooked1],
  [166, directedPpp],
  [204, directedPpp],
  [228, ipv4],
  [229, ipv6],
  [276, cooked2],
]);

export const ETHER_TYPES: ReadonlyMap<number, Layer> = new Map([
  [0x0800, ipv4],
  [0x86dd, ipv6],
  [0x8100, vlan],
  [0x88a8, vlan],
  [0x9100, vlan],
  [0x8847, mpls],
  [0x8848, mpls],
  [0x8864, pppoe],
  [0x880b, ppp],
]);

const PROTOCOLS: ReadonlyMap<number, Layer> = new Map([
  [0, extension],
  [1, icmp4],
  [4, ipv4],
  [6, tcp],
  [17, udp],
  [41, ipv6],
  [43, extension],
  [44, fragmentHeader],
  [47, gre],
  [51, authentication],
  [58, icmp6],
  [60, extension],
  [137, mpls],
]);

/** An array for the lookup that every packet makes. */
export const IP_PROTOCOLS: readonly (Layer | undefined)[] = Array.from({ length: 256 }, (_, number) =>
  PROTOCOLS.get(number),
);
