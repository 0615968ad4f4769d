/**
 * UDP, for the one thing in it that can carry TCP: VXLAN. Datagrams to any other port end the walk. The checksum
 * is not verified, as with TCP. Read RFC 768 and RFC 7348 §5.
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

export function udp(walk: Walk, start: number, end: number): boolean {
  if (start + UDP_HEADER > walk.limit) return false;
  const layer = PORTS.get(uint16(walk.bytes, start + 2));
  if (layer === undefined) return false;
  const length = uint16(walk.bytes, start + 4);
  const datagramEnd = length < UDP_HEADER ? end : Math.min(end, start + length);
  narrow(walk, datagramEnd);
  return layer(walk, start + UDP_HEADER, datagramEnd);
}

function vxlan(walk: Walk, start: number, end: number): boolean {
  if (start + VXLAN_HEADER > walk.limit || (walk.bytes[start]! & VXLAN_HAS_NETWORK) === 0) return false;
  return ethernet(walk, start + VXLAN_HEADER, end);
}
