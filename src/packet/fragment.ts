/**
 * Where the walk meets a fragment of IPv4 or IPv6: it ends here, or goes on inside the datagram that this fragment
 * completed. A fragment that the snap length cut is refused, so its datagram never completes and gives nothing,
 * even where the first fragment shows the whole TCP header: a segment of unknown length helps no stream.
 */
import type { Fragment } from './datagram.js';
import { enterProtocol, type Walk } from './walk.js';

export function fragment(walk: Walk, piece: Fragment): boolean {
  if (piece.end > walk.limit) return false;
  const { fragments, bytes, addressesStart, addressLength, packet, earlierFrames } = walk;
  const addresses = bytes.subarray(addressesStart, addressesStart + 2 * addressLength);
  const frames = earlierFrames === undefined ? [packet.frame] : [...earlierFrames, packet.frame];
  const datagram = fragments.add(piece, bytes, addresses, frames, packet.seconds);
  walk.isWaiting = datagram === undefined;
  if (datagram === undefined) return false;

  walk.bytes = datagram.bytes;
  walk.limit = datagram.bytes.length;
  walk.addressesStart = 0;
  walk.earlierFrames = datagram.frames.filter((frame) => frame !== packet.frame);
  return enterProtocol(walk, datagram.protocol, addresses.length, walk.limit);
}
