/**
 * Packets that begin with the IP header, or with an address family in front of it (BSD null and loop). Which IP it
 * is says the version nibble or the family; anything else is left alone. Read the registry at
 * https://www.tcpdump.org/linktypes.html.
 */
import { uint16 } from './integers.js';
import { ipv4 } from './ipv4.js';
import { ipv6 } from './ipv6.js';
import type { Layer, Walk } from './walk.js';

const FAMILY_HEADER = 4;

/** Address families: every BSD has AF_INET 2, each its own AF_INET6 (NetBSD and OpenBSD, FreeBSD, macOS). */
const FAMILIES: ReadonlyMap<number, Layer> = new Map([
  [2, ipv4],
  [24, ipv6],
  [28, ipv6],
  [30, ipv6],
]);

export function rawIp(walk: Walk, start: number, end: number): boolean {
  if (start >= walk.limit) return false;
  return walk.bytes[start]! >> 4 === 4 ? ipv4(walk, start, end) : ipv6(walk, start, end);
}

/** The family is in the byte order of the capturing host, or in network order: it is small, so one half is zero. */
export function loopback(walk: Walk, start: number, end: number): boolean {
  const bytes = walk.bytes;
  if (start + FAMILY_HEADER > walk.limit) return false;
  const high = uint16(bytes, start);
  const low = uint16(bytes, start + 2);
  if (high !== 0 && low !== 0) return false;
  const family = high === 0 ? low : (bytes[start + 1]! << 8) | bytes[start]!;
  return FAMILIES.get(family)?.(walk, start + FAMILY_HEADER, end) ?? false;
}
