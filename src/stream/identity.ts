/** What makes two captured connections the same one: addresses, ports and the initial sequence number of who opened it. */
import type { Segment } from '../model/segment.js';
import { formatAddress } from './address.js';
import { ACK, SYN } from './tcp-flags.js';

/** Of a segment that carries SYN; undefined for others. */
export function identityOf(segment: Segment): string | undefined {
  const { flags, bytes, addressLength, sourceStart, destinationStart, sourcePort, destinationPort } = segment;
  if ((flags & SYN) === 0) return undefined;
  const source = `${formatAddress(bytes, sourceStart, addressLength)} ${sourcePort}`;
  const destination = `${formatAddress(bytes, destinationStart, addressLength)} ${destinationPort}`;
  if ((flags & ACK) === 0) return `${source} ${destination} ${segment.sequence}`;
  return `${destination} ${source} ${(segment.acknowledgement - 1) >>> 0}`;
}
