/**
 * The TCP header: the end of the walk. Options are skipped, not read. The checksum is not verified: captures taken
 * on the sending host show segments before the network card fills it in, so a wrong one proves nothing.
 * Read RFC 9293 §3.1.
 */
import { uint16, uint32 } from './integers.js';
import type { Walk } from './walk.js';

const SHORTEST_HEADER = 20;

/** Fills the segment. Options and payload may be cut by the snap length, the fixed header may not. */
export function tcp(walk: Walk, start: number, end: number): boolean {
  const { bytes, limit } = walk;
  if (start + SHORTEST_HEADER > limit) return false;
  const payload = start + (bytes[start + 12]! >> 4) * 4;
  if (payload < start + SHORTEST_HEADER || payload > end) return false;

  const segment = walk.segment;
  segment.packet = walk.packet;
  segment.earlierFrames = walk.earlierFrames;
  segment.bytes = bytes;
  segment.addressLength = walk.addressLength;
  segment.sourceStart = walk.addressesStart;
  segment.destinationStart = walk.addressesStart + walk.addressLength;
  segment.identification = walk.identification;
  segment.sourcePort = uint16(bytes, start);
  segment.destinationPort = uint16(bytes, start + 2);
  segment.sequence = uint32(bytes, start + 4);
  segment.acknowledgement = uint32(bytes, start + 8);
  segment.flags = bytes[start + 13]!;
  segment.payloadStart = payload < limit ? payload : limit;
  segment.payloadEnd = limit;
  segment.payloadLength = end - payload;
  return true;
}
