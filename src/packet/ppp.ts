/**
 * PPP with and without its HDLC-like framing or a direction in front, Cisco HDLC, and PPPoE sessions. PPPoE discovery, multilink and
 * compressed datagrams are not read; octet stuffing never reaches a capture. Read RFC 1661 §2, RFC 1662 §3,
 * RFC 1547 §4.3.1 and RFC 2516 §4.
 */
import { uint16 } from './integers.js';
import { enterEtherType, narrow, type Walk } from './walk.js';

const FRAMING = 0xff03;
const CONTROL = 0x03;
const CISCO_UNICAST = 0x0f00;
const CISCO_MULTICAST = 0x8f00;
const PPPOE_HEADER = 6;
/** Version 1, type 1, code 0: session data. */
const PPPOE_SESSION = 0x1100;

/** PPP protocol numbers and the EtherTypes of the same layers. */
const ETHER_TYPES: ReadonlyMap<number, number> = new Map([
  [0x0021, 0x0800],
  [0x0057, 0x86dd],
  [0x0281, 0x8847],
  [0x0283, 0x8848],
]);

/** Address and control may be left out (RFC 1661 §6.6), and so may the protocol's zero octet (§6.5). */
export function ppp(walk: Walk, start: number, end: number): boolean {
  const bytes = walk.bytes;
  if (start + 4 > walk.limit) return false;
  const at = uint16(bytes, start) === FRAMING ? start + 2 : start;
  const short = (bytes[at]! & 1) !== 0;
  const etherType = ETHER_TYPES.get(short ? bytes[at]! : uint16(bytes, at));
  return etherType !== undefined && enterEtherType(walk, etherType, at + (short ? 1 : 2), end);
}

/** As pppd's own and others' captures have it: which way the packet went, in front of PPP or in place of the address. */
export function directedPpp(walk: Walk, start: number, end: number): boolean {
  return ppp(walk, walk.bytes[start + 1] === CONTROL ? start + 2 : start + 1, end);
}

/** Serial lines: PPP, or Cisco's framing, which names an EtherType. */
export function hdlc(walk: Walk, start: number, end: number): boolean {
  if (start + 4 > walk.limit) return false;
  const framing = uint16(walk.bytes, start);
  if (framing !== CISCO_UNICAST && framing !== CISCO_MULTICAST) return ppp(walk, start, end);
  return enterEtherType(walk, uint16(walk.bytes, start + 2), start + 4, end);
}

export function pppoe(walk: Walk, start: number, end: number): boolean {
  const bytes = walk.bytes;
  if (start + PPPOE_HEADER > walk.limit || uint16(bytes, start) !== PPPOE_SESSION) return false;
  const sessionEnd = Math.min(end, start + PPPOE_HEADER + uint16(bytes, start + 4));
  narrow(walk, sessionEnd);
  return ppp(walk, start + PPPOE_HEADER, sessionEnd);
}
