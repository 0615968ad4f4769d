/**
 * A stack of MPLS labels. What lies beneath is nowhere written: the first nibble tells IPv4 and IPv6, anything else
 * is taken for an Ethernet pseudowire, with its control word where the first two octets are zero.
 * Read RFC 3032 §2.1, RFC 4385 §3 and RFC 4448 §4.6.
 */
import { ethernet } from './ethernet.js';
import { uint16 } from './integers.js';
import { rawIp } from './raw-ip.js';
import type { Walk } from './walk.js';

const LABEL = 4;
const CONTROL_WORD = 4;

export function mpls(walk: Walk, start: number, end: number): boolean {
  const { bytes, limit } = walk;
  let payload = start;
  do {
    payload += LABEL;
    if (payload + CONTROL_WORD > limit) return false;
  } while ((bytes[payload - 2]! & 1) === 0);
  const nibble = bytes[payload]! >> 4;
  if (nibble === 4 || nibble === 6) return rawIp(walk, payload, end);
  return ethernet(walk, uint16(bytes, payload) === 0 ? payload + CONTROL_WORD : payload, end);
}
