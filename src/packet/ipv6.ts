/**
 * The IPv6 header and its extension headers, each a protocol of its own in the table. ESP is opaque and therefore
 * absent; a routing header's addresses are not looked at. A payload length of 0 means a jumbogram or segmentation
 * offload: the frame's length counts then, and always where the payload length goes beyond it. RFC 8200 §3 and §4, RFC 4302 §2 for AH.
 */
import { fragment } from './fragment.js';
import { uint16, uint32 } from './integers.js';
import { enterProtocol, narrow, type Walk } from './walk.js';

const HEADER = 40;
const FRAGMENT_HEADER = 8;
const SHORTEST_EXTENSION = 8;

export function ipv6(walk: Walk, start: number, end: number): boolean {
  const bytes = walk.bytes;
  if (start + HEADER > walk.limit || bytes[start]! >> 4 !== 6) return false;
  const payloadLength = uint16(bytes, start + 4);
  const datagramEnd = payloadLength === 0 ? end : Math.min(end, start + HEADER + payloadLength);
  narrow(walk, datagramEnd);
  walk.addressLength = 16;
  walk.identification = 0;
  walk.addressesStart = start + 8;
  return enterProtocol(walk, bytes[start + 6]!, start + HEADER, datagramEnd);
}

/** Hop-by-hop, routing and destination options: next header, length in 8 octets beyond the first 8. */
export function extension(walk: Walk, start: number, end: number): boolean {
  if (start + SHORTEST_EXTENSION > walk.limit) return false;
  const length = (walk.bytes[start + 1]! + 1) * 8;
  return enterProtocol(walk, walk.bytes[start]!, start + length, end);
}

/** Counts in 4 octets beyond the first 8, unlike its brothers; seen behind IPv4 as well. */
export function authentication(walk: Walk, start: number, end: number): boolean {
  if (start + SHORTEST_EXTENSION > walk.limit) return false;
  const length = (walk.bytes[start + 1]! + 2) * 4;
  return enterProtocol(walk, walk.bytes[start]!, start + length, end);
}

export function fragmentHeader(walk: Walk, start: number, end: number): boolean {
  const bytes = walk.bytes;
  const payload = start + FRAGMENT_HEADER;
  if (payload > walk.limit || walk.addressLength !== 16) return false;
  const fragmentation = uint16(bytes, start + 2);
  const protocol = bytes[start]!;
  const more = (fragmentation & 1) !== 0;
  const offset = fragmentation & 0xfff8;
  if (offset === 0 && !more) return enterProtocol(walk, protocol, payload, end);
  return fragment(walk, { identification: uint32(bytes, start + 4), protocol, offset, more, start: payload, end });
}
