/**
 * Ethernet II, 802.3 with LLC and SNAP, and any stack of VLAN tags. Padding and check sequence need no thought:
 * the length in the IP header leaves them out. Read IEEE 802.3 §3.2, IEEE 802.1Q §9, RFC 894 and RFC 1042.
 */
import { uint16 } from './integers.js';
import { enterEtherType, narrow, type Walk } from './walk.js';

const HEADER = 14;
const TAG = 4;
const SNAP_HEADER = 8;
/** Smaller values are the length of an 802.3 frame. */
const SMALLEST_ETHER_TYPE = 0x600;
const SNAP = 0xaaaa03;

export function ethernet(walk: Walk, start: number, end: number): boolean {
  if (start + HEADER > walk.limit) return false;
  return typeOrLength(walk, uint16(walk.bytes, start + 12), start + HEADER, end);
}

/** 802.1Q, 802.1ad and their forerunners: the tag's own type was read before it, the next follows in it. */
export function vlan(walk: Walk, start: number, end: number): boolean {
  if (start + TAG > walk.limit) return false;
  return typeOrLength(walk, uint16(walk.bytes, start + 2), start + TAG, end);
}

/** IEEE 802.2 with a SNAP header, the one form in which LLC carries IP. */
export function llc(walk: Walk, start: number, end: number): boolean {
  const bytes = walk.bytes;
  if (start + SNAP_HEADER > walk.limit) return false;
  const service = (uint16(bytes, start) << 8) | bytes[start + 2]!;
  if (service !== SNAP) return false;
  return enterEtherType(walk, uint16(bytes, start + 6), start + SNAP_HEADER, end);
}

function typeOrLength(walk: Walk, value: number, start: number, end: number): boolean {
  if (value >= SMALLEST_ETHER_TYPE) return enterEtherType(walk, value, start, end);
  const frameEnd = Math.min(end, start + value);
  narrow(walk, frameEnd);
  return llc(walk, start, frameEnd);
}
