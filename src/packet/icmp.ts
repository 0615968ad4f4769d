/**
 * ICMP and ICMPv6, for one thing: errors that say why a packet did not arrive, with the beginning of that packet. Echoes,
 * redirects and neighbours end the walk, and so does a quotation without both ports; extension headers in one are not
 * followed. The checksum is not verified, as with TCP. Read RFC 792, RFC 1191 §4, RFC 4443 §3.
 */
import type { QuotedPacket } from '../model/datagram.js';
import { uint16, uint32 } from './integers.js';
import type { Walk } from './walk.js';

const HEADER = 8;
const IPV4_HEADER = 20;
const IPV6_HEADER = 40;
const PORTS = 4;
const TCP = 6;
const UDP = 17;

/** Destination unreachable, time exceeded, parameter problem. */
const ERRORS_4: ReadonlySet<number> = new Set([3, 11, 12]);
/** Destination unreachable, packet too big, time exceeded, parameter problem. */
const ERRORS_6: ReadonlySet<number> = new Set([1, 2, 3, 4]);
const UNREACHABLE = 3;
const FRAGMENTATION_NEEDED = 4;
const TOO_BIG = 2;

export function icmp4(walk: Walk, start: number): boolean {
  const { bytes } = walk;
  if (!walk.hearsDatagrams || start + HEADER > walk.limit || !ERRORS_4.has(bytes[start]!)) return false;
  const needsFragments = bytes[start] === UNREACHABLE && bytes[start + 1] === FRAGMENTATION_NEEDED;
  return report(walk, start, 4, needsFragments ? uint16(bytes, start + 6) : 0);
}

export function icmp6(walk: Walk, start: number): boolean {
  const { bytes } = walk;
  if (!walk.hearsDatagrams || start + HEADER > walk.limit || !ERRORS_6.has(bytes[start]!)) return false;
  return report(walk, start, 6, bytes[start] === TOO_BIG ? uint32(bytes, start + 4) : 0);
}

/** The end of the walk, without a segment. */
function report(walk: Walk, start: number, version: 4 | 6, mtu: number): false {
  const { bytes, packet, earlierFrames, addressLength, addressesStart, identification } = walk;
  const quoted = version === 4 ? quoted4(walk, start + HEADER) : quoted6(walk, start + HEADER);
  if (quoted === undefined) return false;
  walk.datagram = {
    kind: 'icmp',
    packet,
    earlierFrames,
    bytes,
    addressLength,
    sourceStart: addressesStart,
    destinationStart: addressesStart + addressLength,
    identification,
    sourcePort: 0,
    destinationPort: 0,
    version,
    type: bytes[start]!,
    code: bytes[start + 1]!,
    mtu: mtu === 0 ? undefined : mtu,
    quoted,
  };
  return false;
}

function quoted4(walk: Walk, start: number): QuotedPacket | undefined {
  const { bytes } = walk;
  if (start + IPV4_HEADER > walk.limit || bytes[start]! >> 4 !== 4) return undefined;
  const header = (bytes[start]! & 15) * 4;
  return header < IPV4_HEADER ? undefined : quoted(walk, bytes[start + 9]!, 4, start + 12, start + header);
}

function quoted6(walk: Walk, start: number): QuotedPacket | undefined {
  const { bytes } = walk;
  if (start + IPV6_HEADER > walk.limit || bytes[start]! >> 4 !== 6) return undefined;
  return quoted(walk, bytes[start + 6]!, 16, start + 8, start + IPV6_HEADER);
}

function quoted({ bytes, limit }: Walk, protocol: number, addressLength: 4 | 16, addresses: number, ports: number): QuotedPacket | undefined {
  if (ports + PORTS > limit || (protocol !== TCP && protocol !== UDP)) return undefined;
  return {
    protocol,
    addressLength,
    sourceStart: addresses,
    destinationStart: addresses + addressLength,
    sourcePort: uint16(bytes, ports),
    destinationPort: uint16(bytes, ports + 2),
  };
}
