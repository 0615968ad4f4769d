/**
 * The IPv4 header, with options skipped and fragments handed to reassembly. The header checksum is not verified:
 * offloading leaves it empty on the sending host. A total length of 0 is what segmentation offload leaves there
 * (and BIG TCP): the frame's length counts then, and always where the total length goes beyond it. RFC 791 §3.1.
 */
import { fragment } from './fragment.js';
import { uint16 } from './integers.js';
import { enterProtocol, narrow, type Walk } from './walk.js';

const SHORTEST_HEADER = 20;
const MORE_FRAGMENTS = 0x2000;
const FRAGMENT_OFFSET = 0x1fff;

export function ipv4(walk: Walk, start: number, end: number): boolean {
  const bytes = walk.bytes;
  if (start + SHORTEST_HEADER > walk.limit) return false;
  const protocol = bytes[start + 9]!;
  if (walk.protocols[protocol] === undefined || bytes[start]! >> 4 !== 4) return false;
  const headerLength = (bytes[start]! & 15) * 4;
  const totalLength = uint16(bytes, start + 2);
  const datagramEnd = totalLength === 0 ? end : Math.min(end, start + totalLength);
  const payload = start + headerLength;
  if (headerLength < SHORTEST_HEADER || payload > datagramEnd || payload > walk.limit) return false;

  narrow(walk, datagramEnd);
  walk.addressLength = 4;
  walk.addressesStart = start + 12;
  const identification = uint16(bytes, start + 4);
  const fragmentation = uint16(bytes, start + 6);
  if ((fragmentation & (MORE_FRAGMENTS | FRAGMENT_OFFSET)) === 0) {
    walk.identification = identification;
    return enterProtocol(walk, protocol, payload, datagramEnd);
  }
  // The pieces have numbers, what they make together has none.
  walk.identification = 0;
  return fragment(walk, {
    identification,
    protocol,
    offset: (fragmentation & FRAGMENT_OFFSET) * 8,
    more: (fragmentation & MORE_FRAGMENTS) !== 0,
    start: payload,
    end: datagramEnd,
  });
}
