/**
 * UDP, for what in it can carry TCP (VXLAN) and, where somebody listens, for the services that surround mail: DNS and
 * syslog. Datagrams to any other port end the walk. The checksum is not verified, as with TCP. Read RFC 768, RFC 7348 §5.
 */
import { ethernet } from './ethernet.js';
import { uint16 } from './integers.js';
import { narrow, type Layer, type Walk } from './walk.js';

const UDP_HEADER = 8;
const VXLAN_HEADER = 8;
const VXLAN_HAS_NETWORK = 0x08;

/** By destination port: the registered one of VXLAN, and the one Linux used before there was one. */
const PORTS: ReadonlyMap<number, Layer> = new Map([
  [4789, vxlan],
  [8472, vxlan],
]);

const DNS = 53;
const SYSLOG = 514;

export function udp(walk: Walk, start: number, end: number): boolean {
  if (start + UDP_HEADER > walk.limit) return false;
  const port = uint16(walk.bytes, start + 2);
  const layer = PORTS.get(port);
  const isHeard = walk.hearsDatagrams && layer === undefined && (port === DNS || port === SYSLOG || uint16(walk.bytes, start) === DNS);
  if (layer === undefined && !isHeard) return false;
  const length = uint16(walk.bytes, start + 4);
  const datagramEnd = length < UDP_HEADER ? end : Math.min(end, start + length);
  narrow(walk, datagramEnd);
  return layer === undefined ? datagram(walk, start) : layer(walk, start + UDP_HEADER, datagramEnd);
}

/** The end of the walk, without a segment. */
function datagram(walk: Walk, start: number): false {
  const { bytes, packet, earlierFrames, addressLength, addressesStart, identification } = walk;
  walk.datagram = {
    kind: 'udp',
    packet,
    earlierFrames,
    bytes,
    addressLength,
    sourceStart: addressesStart,
    destinationStart: addressesStart + addressLength,
    identification,
    sourcePort: uint16(bytes, start),
    destinationPort: uint16(bytes, start + 2),
    payloadStart: start + UDP_HEADER,
    payloadEnd: walk.limit,
  };
  return false;
}

function vxlan(walk: Walk, start: number, end: number): boolean {
  if (start + VXLAN_HEADER > walk.limit || (walk.bytes[start]! & VXLAN_HAS_NETWORK) === 0) return false;
  return ethernet(walk, start + VXLAN_HEADER, end);
}
