/**
 * Linux cooked capture, versions 1 and 2: what the "any" device writes instead of a link header. Only the protocol
 * field is read. Read https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html and LINKTYPE_LINUX_SLL2.html.
 */
import { llc } from './ethernet.js';
import { uint16 } from './integers.js';
import { enterEtherType, type Walk } from './walk.js';

const HEADER_1 = 16;
const HEADER_2 = 20;
/** The kernel's number for "an 802.2 header follows". */
const LLC = 0x0004;

export function cooked1(walk: Walk, start: number, end: number): boolean {
  if (start + HEADER_1 > walk.limit) return false;
  return cooked(walk, uint16(walk.bytes, start + 14), start + HEADER_1, end);
}

export function cooked2(walk: Walk, start: number, end: number): boolean {
  if (start + HEADER_2 > walk.limit) return false;
  return cooked(walk, uint16(walk.bytes, start), start + HEADER_2, end);
}

function cooked(walk: Walk, protocol: number, start: number, end: number): boolean {
  return protocol === LLC ? llc(walk, start, end) : enterEtherType(walk, protocol, start, end);
}
