/**
 * One direction of a TCP connection: segments in any order become octets in order (RFC 9293 §3.4). Octets that come
 * in order pass through without a copy; those ahead of a hole wait in a copy, inside a budget. A hole that will
 * not be filled becomes a gap with a length. Where two segments differ, the first one stands. Hot: see CONTRIBUTING.
 */
import type { Budget } from '../bytes/budget.js';
import { secondsBetween, type Instant } from '../bytes/time.js';
import type { Arrival } from '../model/arrival.js';
import type { HalfFacts } from '../model/stream.js';
import { limits } from './limits.js';

/** Distance from `b` to `a` in sequence space, negative where `a` is behind. */
export function sequenceDistance(a: number, b: number): number {
  return (a - b) | 0;
}

/** Takes the octets of the direction in order. */
export interface OctetTaker {
  octets(bytes: Buffer, start: number, end: number, arrival: Arrival): void;
  gap(length: number, arrival: Arrival): void;
}

/** A segment that waits: `octets` may be fewer than `length` where the snap length cut it. */
interface Piece {
  readonly sequence: number;
  readonly length: number;
  readonly octets: Buffer;
  readonly arrival: Arrival;
}

export class HalfStream implements HalfFacts {
  seen = false;
  captured = 0;
  missing = 0;
  retransmissions = 0;
  outOfOrder = 0;
  /** What comes now was recorded before, at another place or interface: a second sight of it is no retransmission. */
  isSecondSight = false;
  /** What the other side says it has got; undefined where it was not heard. */
  acknowledged: number | undefined;
  readonly #taker: OctetTaker;
  readonly #budget: Budget;
  /** Sequence number of the next octet; meaningful once anchored. */
  #next = 0;
  #anchored = false;
  /** Ascending, without overlap, all ahead of `#next`. */
  #pieces: Piece[] = [];
  #waiting = 0;

  constructor(taker: OctetTaker, budget: Budget) {
    this.#taker = taker;
    this.#budget = budget;
  }

  get waitingSince(): Arrival | undefined {
    const pieces = this.#pieces;
    if (pieces.length < 2) return pieces[0]?.arrival;
    return pieces.reduce((a, b) => (b.arrival.order < a.arrival.order ? b : a)).arrival;
  }

  get lags(): boolean {
    return this.#anchored && this.acknowledged !== undefined && sequenceDistance(this.acknowledged, this.#next) > 0;
  }

  get hasHole(): boolean {
    return this.#pieces.length > 0;
  }

  /** Whether everything before this number has been told. */
  hasReached(sequence: number): boolean {
    return this.#anchored && sequenceDistance(sequence, this.#next) <= 0;
  }

  get anchored(): boolean {
    return this.#anchored;
  }

  /** The stream begins with this sequence number: a SYN said so, or the answer to one. */
  anchor(sequence: number): void {
    this.#anchored = true;
    this.#next = sequence >>> 0;
    this.#drain();
  }

  /** A segment with payload: `length` octets on the wire, `bytes[start..end)` captured. */
  segment(sequence: number, length: number, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    if (!this.#anchored) return this.#wait(sequence, length, bytes, start, end, arrival);
    const ahead = sequenceDistance(sequence, this.#next);
    if (ahead > 0) this.#wait(sequence, length, bytes, start, end, arrival);
    else if (ahead + length <= 0) this.#countCopy(ahead, length);
    else if (this.#pieces.length > 0) this.#fill(sequence, length, bytes, start, end, arrival);
    else this.#deliver(length + ahead, bytes, Math.min(end, start - ahead), end, arrival);
    if (this.#pieces.length > 0) this.#drain();
  }

  /**
   * Gives up holes that will not be filled. `acknowledged`: what the other side has acknowledged, undefined where it
   * was not heard. `goesOn`: the conversation has gone on behind the acknowledgement, so there is no waiting for the
   * capture to mend its order.
   */
  review(acknowledged: number | undefined, goesOn: boolean, now: Instant): void {
    while (this.#pieces.length > 0) {
      const first = this.#pieces[0]!;
      const isAcknowledged = acknowledged !== undefined && sequenceDistance(acknowledged, first.sequence) >= 0;
      const isCertain = this.#anchored && isAcknowledged && goesOn;
      // Before the beginning is settled there is no hole, only the chance that an earlier segment is still to come.
      if (!isCertain && !this.#isHopeless(isAcknowledged || !this.#anchored, now)) return;
      this.#giveUp();
    }
  }

  /** The beginning of a stream whose SYN was not captured: the lowest sequence number seen so far. */
  settleAnchor(): void {
    const first = this.#pieces[0];
    if (!this.#anchored && first !== undefined) this.anchor(first.sequence);
  }

  /** No more segments. `endsAt`: where a FIN ended the stream; `acknowledged`: what the other side says it has got. */
  finish(endsAt: number | undefined, acknowledged: number | undefined, now: Arrival): void {
    this.settleAnchor();
    while (this.#pieces.length > 0) this.#giveUp();
    const reached = endsAt ?? acknowledged;
    if (reached === undefined || !this.seen || !this.#anchored) return;
    const length = sequenceDistance(reached, this.#next);
    // A FIN counts in acknowledgements: one more than what was captured is a FIN that was not.
    if (length > (endsAt === undefined ? 1 : 0)) this.#gap(length, now);
  }

  /** Nobody wants the octets any more. */
  abandon(): void {
    this.#budget.give(this.#waiting);
    this.#pieces = [];
    this.#waiting = 0;
  }

  /** A segment that is next while others wait: where it reaches over one of them, that one came first and stands. */
  #fill(sequence: number, length: number, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    this.outOfOrder++;
    const behind = sequence + length;
    for (let left = sequenceDistance(behind, this.#next); left > 0; left = sequenceDistance(behind, this.#next)) {
      const first = this.#pieces[0];
      const room = first === undefined ? left : Math.min(left, sequenceDistance(first.sequence, this.#next));
      this.#deliver(room, bytes, Math.min(end, start + sequenceDistance(this.#next, sequence)), end, arrival);
      this.#drain();
    }
  }

  #deliver(length: number, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    const octets = Math.min(length, end - start);
    this.#next = (this.#next + octets) >>> 0;
    if (octets > 0) {
      this.captured += octets;
      this.#taker.octets(bytes, start, start + octets, arrival);
    }
    if (octets < length) this.#gap(length - octets, arrival);
  }

  #gap(length: number, arrival: Arrival): void {
    this.#next = (this.#next + length) >>> 0;
    if (length > limits.gap) return;
    this.missing += length;
    this.#taker.gap(length, arrival);
  }

  /** Keeps a copy of what is new in a segment that is ahead: an octet that waits already is not replaced. */
  #wait(sequence: number, length: number, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    let from = sequence;
    let left = length;
    let at = start;
    for (const piece of this.#pieces) {
      if (left <= 0) break;
      const before = sequenceDistance(piece.sequence, from);
      const behind = before + piece.length;
      if (behind <= 0) continue;
      if (before > 0) {
        this.#insert(from, Math.min(before, left), bytes, at, end, arrival);
        if (before >= left) return;
      }
      from = (from + behind) >>> 0;
      left -= behind;
      at = Math.min(end, at + behind);
    }
    if (left > 0) this.#insert(from, left, bytes, at, end, arrival);
    else this.#countCopy(0, length);
  }

  /** A keep-alive repeats the octet before the next one to be answered, not to be delivered (RFC 9293 §3.8.4). */
  #countCopy(ahead: number, length: number): void {
    const isKeepAlive = length === 1 && ahead === -1;
    if (!isKeepAlive && !this.isSecondSight) this.retransmissions++;
  }

  #insert(sequence: number, length: number, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    const octets = Math.min(length, end - start);
    if (!this.#makeRoom(octets)) return this.#passOver(sequence, length, bytes, start, end, arrival);
    const piece: Piece = { sequence, length, octets: Buffer.from(bytes.subarray(start, start + octets)), arrival };
    this.#waiting += octets;
    const pieces = this.#pieces.slice();
    let at = pieces.length;
    while (at > 0 && sequenceDistance(pieces[at - 1]!.sequence, sequence) > 0) at--;
    pieces.splice(at, 0, piece);
    // A fresh array: the caller may be walking over the old one.
    this.#pieces = pieces;
  }

  /** False where other connections have taken all there is. */
  #makeRoom(octets: number): boolean {
    const full = this.#waiting + octets > limits.waiting || this.#pieces.length >= limits.pieces;
    if (!full && this.#budget.take(octets)) return true;
    while (this.#pieces.length > 0) this.#giveUp();
    return this.#budget.take(octets);
  }

  /** Not even this segment can wait: the hole in front of it is given up. */
  #passOver(sequence: number, length: number, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    if (!this.#anchored) this.anchor(sequence);
    const hole = sequenceDistance(sequence, this.#next);
    if (hole > 0) this.#gap(hole, arrival);
    this.segment(sequence, length, bytes, start, end, arrival);
  }

  #isHopeless(acknowledged: boolean, now: Instant): boolean {
    const age = secondsBetween(this.#pieces[0]!.arrival, now) ?? 0;
    if (!acknowledged) return age > limits.openHole;
    return (
      age > limits.acknowledgedHole ||
      this.#waiting > limits.acknowledgedOctets ||
      this.#pieces.length > limits.acknowledgedPieces
    );
  }

  #giveUp(): void {
    const first = this.#pieces[0]!;
    if (!this.#anchored) return this.anchor(first.sequence);
    const hole = sequenceDistance(first.sequence, this.#next);
    if (hole > 0) this.#gap(hole, first.arrival);
    this.#drain();
  }

  /** Delivers what waits and has become next. */
  #drain(): void {
    while (this.#pieces.length > 0) {
      const piece = this.#pieces[0]!;
      const ahead = sequenceDistance(piece.sequence, this.#next);
      if (ahead > 0) return;
      this.#pieces = this.#pieces.slice(1);
      this.#waiting -= piece.octets.length;
      this.#budget.give(piece.octets.length);
      const { octets, length } = piece;
      if (ahead + length > 0) this.#deliverWaiting(length + ahead, octets, Math.min(octets.length, -ahead), piece.arrival);
    }
  }

  #deliverWaiting(length: number, octets: Buffer, start: number, arrival: Arrival): void {
    const present = octets.length - start;
    this.#next = (this.#next + present) >>> 0;
    if (present > 0) {
      this.captured += present;
      this.#taker.octets(octets, start, octets.length, arrival);
    }
    if (present < length) this.#gap(length - present, arrival);
  }
}
