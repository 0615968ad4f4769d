/**
 * One datagram that arrives in fragments: disjoint pieces in order, each a copy, laid end to end when none is
 * missing. It refuses what contradicts the pieces it holds (a second, different end; octets beyond the end) and
 * what no datagram can hold. Read RFC 815 for the idea of holes, RFC 8200 §4.5 for what to refuse.
 */
import { DATAGRAM_OCTETS, FRAGMENT_OVERHEAD, FRAGMENTS_PER_DATAGRAM } from './limits.js';

export interface Fragment {
  readonly identification: number;
  readonly protocol: number;
  /** Position in the datagram's payload. */
  readonly offset: number;
  /** Whether others follow behind it. */
  readonly more: boolean;
  /** Where its octets lie. */
  readonly start: number;
  readonly end: number;
}

/** A complete datagram: `bytes` holds both addresses and, behind them, the payload. */
export interface Datagram {
  readonly protocol: number;
  readonly bytes: Buffer;
  /** The frames that brought its octets. */
  readonly frames: readonly number[];
}

interface Piece {
  readonly offset: number;
  readonly end: number;
  /** An array of its own: a slice of Node's pool would keep the whole pool alive. */
  readonly bytes: Uint8Array;
}

export interface PendingDatagram {
  /** Capture time of its first fragment. */
  readonly seconds: number;
  /** False where the fragment was refused or brought nothing new. */
  add(fragment: Fragment, bytes: Buffer, frames: readonly number[]): boolean;
  isComplete(): boolean;
  assemble(): Datagram;
  /** Memory held, in octets. */
  cost(): number;
}

export function createDatagram(addresses: Buffer, seconds: number): PendingDatagram {
  const prefix = Buffer.from(addresses);
  const pieces: Piece[] = [];
  const arrived: number[] = [];
  let protocol = 0;
  let held = 0;
  let total: number | undefined;

  /** Refuses a fragment that does not fit what is known of the datagram's end. */
  function fits(end: number, more: boolean): boolean {
    if (end > DATAGRAM_OCTETS || pieces.length >= FRAGMENTS_PER_DATAGRAM) return false;
    if (total !== undefined) return more ? end <= total : end === total;
    return more || end >= (pieces.at(-1)?.end ?? 0);
  }

  /** Keeps the octets of [offset, end) that no piece covers yet; `at` is where octet 0 of the payload would lie. */
  function cover(bytes: Buffer, at: number, offset: number, end: number): void {
    let index = pieces.length;
    while (index > 0 && pieces[index - 1]!.end > offset) index--;
    for (let next = offset; next < end; ) {
      const piece = pieces[index];
      const free = piece === undefined ? end : Math.min(end, piece.offset);
      if (free > next) {
        const copy = new Uint8Array(bytes.subarray(at + next, at + free));
        pieces.splice(index++, 0, { offset: next, end: free, bytes: copy });
        held += free - next;
      }
      next = Math.max(free, piece?.end ?? end);
      index++;
    }
  }

  return {
    seconds,
    add(fragment, bytes, frames) {
      const { offset, more, start } = fragment;
      // Only the last fragment may end off an 8-octet boundary; the odd tail of another could not be continued.
      const length = more ? (fragment.end - start) & ~7 : fragment.end - start;
      const before = held;
      if (length <= 0 || !fits(offset + length, more)) return false;
      if (offset === 0 && pieces[0]?.offset !== 0) protocol = fragment.protocol;
      cover(bytes, start - offset, offset, offset + length);
      const news = held > before || (!more && total === undefined);
      if (!more) total = offset + length;
      if (news) arrived.push(...frames);
      return news;
    },
    isComplete: () => held === total,
    assemble: () => ({
      protocol,
      bytes: Buffer.concat([prefix, ...pieces.map((piece) => piece.bytes)]),
      frames: arrived,
    }),
    cost: () => held + (pieces.length + 1) * FRAGMENT_OVERHEAD,
  };
}
