/**
 * Fragments waiting for the rest of their datagram. Memory follows the octets that arrived, never the lengths that
 * were claimed; beyond the budgets the oldest datagram goes first. Where fragments overlap, what came first stays:
 * a later fragment cannot rewrite what was there. Fragments of different captures may meet, as rotated files need.
 * Read RFC 791 §3.2, RFC 8200 §4.5, RFC 1858 and RFC 5722 for the attacks.
 */
import { createDatagram, type Datagram, type Fragment, type PendingDatagram } from './datagram.js';
import { FRAGMENT_SECONDS, PENDING_DATAGRAMS, PENDING_OCTETS } from './limits.js';

export interface Reassembly {
  /** Copies what it keeps; gives the datagram once this fragment completes it. */
  add(
    fragment: Fragment,
    bytes: Buffer,
    addresses: Buffer,
    frames: readonly number[],
    seconds: number,
  ): Datagram | undefined;
}

export function createReassembly(): Reassembly {
  // A Map iterates in order of insertion: its first key is the oldest datagram.
  const waiting = new Map<string, PendingDatagram>();
  let octets = 0;

  function drop(key: string, datagram: PendingDatagram): void {
    waiting.delete(key);
    octets -= datagram.cost();
  }

  function dropWhile(over: (oldest: PendingDatagram) => boolean): void {
    for (const [key, datagram] of waiting) {
      if (!over(datagram)) return;
      drop(key, datagram);
    }
  }

  return {
    add(fragment, bytes, addresses, frames, seconds) {
      dropWhile((oldest) => seconds - oldest.seconds > FRAGMENT_SECONDS);
      const key = keyOf(fragment, addresses);
      const datagram = waiting.get(key) ?? createDatagram(addresses, seconds);
      const costBefore = waiting.has(key) ? datagram.cost() : 0;
      if (!datagram.add(fragment, bytes, frames)) return undefined;
      waiting.set(key, datagram);
      octets += datagram.cost() - costBefore;
      if (datagram.isComplete()) {
        drop(key, datagram);
        return datagram.assemble();
      }
      dropWhile(() => waiting.size > PENDING_DATAGRAMS || octets > PENDING_OCTETS);
      return undefined;
    },
  };
}

/** The protocol tells IPv4 datagrams apart (RFC 791); IPv6 takes it from the first fragment only (RFC 8200 §4.5). */
function keyOf(fragment: Fragment, addresses: Buffer): string {
  const protocol = addresses.length === 8 ? fragment.protocol : '';
  return `${addresses.toString('latin1')}${fragment.identification}/${protocol}`;
}
