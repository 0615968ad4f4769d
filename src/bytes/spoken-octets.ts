/**
 * How many octets a side has said with an entry, once they are out of TLS and inflated: what limits of lines and sizes of
 * mails are about. On the wire there were more, or fewer.
 */
import type { Extent } from '../model/entry.js';

export function spokenOctets({ inflated, decrypted, bytes }: Pick<Extent, 'inflated' | 'decrypted' | 'bytes'>): number {
  return inflated ?? decrypted ?? bytes;
}
