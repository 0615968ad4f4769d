/**
 * GRE in version 0 and the enhanced version 1 of PPTP, with what is known to travel in it: anything that has an
 * EtherType, bridged Ethernet, mirrored frames (ERSPAN I to III). Source routes are passed over, checksums not verified.
 * Read RFC 1701, RFC 2784, RFC 2890, RFC 2637 §4.1 and draft-foschiano-erspan.
 */
import { ethernet } from './ethernet.js';
import { uint16 } from './integers.js';
import { enterEtherType, type Layer, type Walk } from './walk.js';

const SHORTEST_HEADER = 4;
const ROUTING = 0x4000;
const SEQUENCE = 0x1000;
const VERSION = 0x0007;
/** Each of these adds four octets to the header: checksum or route, key, sequence and, in version 1, acknowledgement. */
const OPTIONAL_FIELDS = [0x8000 | ROUTING, 0x2000, SEQUENCE, 0x0080];
/** Of a source route: address family, offset, length. */
const ROUTE_HEADER = 4;

const ERSPAN_1_2 = 0x88be;
const ERSPAN_2_HEADER = 8;
const ERSPAN_3_HEADER = 12;
const ERSPAN_3_SUBHEADER = 8;
/** Of the last two octets: the frame type, 0 for Ethernet, and whether a subheader follows. */
const ERSPAN_3_FRAME_TYPE = 0x7c00;
const ERSPAN_3_HAS_SUBHEADER = 0x0001;

const BRIDGED: ReadonlyMap<number, Layer> = new Map([
  [0x6558, ethernet],
  [ERSPAN_1_2, erspan2],
  [0x22eb, erspan3],
]);

export function gre(walk: Walk, start: number, end: number): boolean {
  const bytes = walk.bytes;
  if (start + SHORTEST_HEADER > walk.limit) return false;
  const flags = uint16(bytes, start);
  if ((flags & VERSION) > 1) return false;
  const type = uint16(bytes, start + 2);
  let payload = start + SHORTEST_HEADER;
  for (const field of OPTIONAL_FIELDS) if ((flags & field) !== 0) payload += 4;
  if ((flags & ROUTING) !== 0) payload = behindRoutes(walk, payload);
  // The first ERSPAN has no header of its own; the missing sequence number is all that tells it from the second.
  if (type === ERSPAN_1_2 && (flags & SEQUENCE) === 0) return ethernet(walk, payload, end);
  const bridged = BRIDGED.get(type);
  return bridged === undefined ? enterEtherType(walk, type, payload, end) : bridged(walk, payload, end);
}

/** RFC 1701: a route of no family and no length ends the list. Beyond the packet where none does. */
function behindRoutes({ bytes, limit }: Walk, start: number): number {
  for (let at = start; at + ROUTE_HEADER <= limit; at += ROUTE_HEADER + bytes[at + 3]!) {
    if (uint16(bytes, at) === 0 && bytes[at + 3] === 0) return at + ROUTE_HEADER;
  }
  return limit;
}

function erspan2(walk: Walk, start: number, end: number): boolean {
  return ethernet(walk, start + ERSPAN_2_HEADER, end);
}

function erspan3(walk: Walk, start: number, end: number): boolean {
  if (start + ERSPAN_3_HEADER > walk.limit) return false;
  const flags = uint16(walk.bytes, start + ERSPAN_3_HEADER - 2);
  if ((flags & ERSPAN_3_FRAME_TYPE) !== 0) return false;
  const subheader = (flags & ERSPAN_3_HAS_SUBHEADER) === 0 ? 0 : ERSPAN_3_SUBHEADER;
  return ethernet(walk, start + ERSPAN_3_HEADER + subheader, end);
}
