/**
 * Octets of both directions that wait, in the order in which they came, until the keys to read them are known: a key log
 * is followed while it grows, and the secrets of a pcapng may stand behind its packets. Copies, inside a bound and a budget.
 */
import type { Budget } from '../../../bytes/budget.js';
import type { Arrival } from '../../../model/arrival.js';
import type { Side } from '../../../model/endpoint.js';
import { limits } from '../limits.js';

export interface HeldPiece {
  readonly side: Side;
  readonly bytes: Buffer;
  readonly arrival: Arrival | undefined;
  /** Octets that are missing; 0 for a piece that is there. */
  readonly gap: number;
}

const EMPTY = Buffer.alloc(0);
/** What a piece costs beside its octets. */
const PIECE_COST = 64;

export class HeldTraffic {
  readonly #budget: Budget;
  readonly #pieces: HeldPiece[] = [];
  #paid = 0;
  readonly #counts: Record<Side, number> = { client: 0, server: 0 };
  readonly #since: Record<Side, Arrival | undefined> = { client: undefined, server: undefined };

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  holds(side: Side): boolean {
    return this.#counts[side] > 0;
  }

  /** No packet of what waits on this side came before this one. */
  since(side: Side): Arrival | undefined {
    return this.#since[side];
  }

  /** False where there is no room for it. */
  add(side: Side, bytes: Buffer, start: number, end: number, arrival: Arrival): boolean {
    const cost = end - start + PIECE_COST;
    if (this.#paid + cost > limits.held || !this.#budget.take(cost)) return false;
    this.#paid += cost;
    this.#counts[side]++;
    const since = this.#since[side];
    if (since === undefined || arrival.order < since.order) this.#since[side] = arrival;
    this.#pieces.push({ side, bytes: Buffer.from(bytes.subarray(start, end)), arrival, gap: 0 });
    return true;
  }

  addGap(side: Side, gap: number): void {
    this.#counts[side]++;
    this.#pieces.push({ side, bytes: EMPTY, arrival: undefined, gap });
  }

  /** Hands on what no longer waits. `take` gives how many octets it has taken; fewer than all of them: the rest waits on. */
  release(mustWait: (side: Side) => boolean, take: (piece: HeldPiece) => number): void {
    const pieces = this.#pieces;
    let done = 0;
    while (done < pieces.length && !mustWait(pieces[done]!.side)) {
      const piece = pieces[done]!;
      const taken = take(piece);
      if (taken < piece.bytes.length) {
        pieces[done] = { ...piece, bytes: piece.bytes.subarray(taken) };
        break;
      }
      done++;
    }
    if (done > 0) this.#forget(pieces.splice(0, done));
  }

  #forget(pieces: readonly HeldPiece[]): void {
    for (const { side } of pieces) if (--this.#counts[side] === 0) this.#since[side] = undefined;
    // Part of a piece may have been read before: what was paid for all is given back with the last.
    const octets = this.#pieces.length === 0 ? this.#paid : pieces.reduce((sum, { bytes }) => sum + bytes.length + PIECE_COST, 0);
    const given = Math.min(this.#paid, octets);
    this.#paid -= given;
    this.#budget.give(given);
  }
}
