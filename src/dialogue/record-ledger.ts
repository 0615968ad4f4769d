/**
 * Where what is read was encrypted: which octets of the wire an entry takes. What stands in a record in front of its
 * content (header, nonce) belongs to the entry of the first octet of the content, what stands behind it (padding, tag)
 * to that of the last; a record without content belongs to what follows it.
 */
import type { Arrival } from '../model/arrival.js';
import { ExtentBuilder } from './extent.js';
import type { OctetLedger, WireLedger } from './wire-ledger.js';

/** Octets of one record that one packet brought. */
interface Piece {
  readonly arrival: Arrival;
  offset: number;
  octets: number;
  /** Of these, those of the content; what stands before them is `head` octets. */
  plain: number;
  head: number;
  /** Nothing but what stands behind the content. */
  readonly isTail: boolean;
}

/** Pieces at the head of the list that may be done with before it is cut. */
const MOST_DONE = 1024;

export class RecordLedger implements OctetLedger {
  readonly #pieces: Piece[] = [];
  #head = 0;
  #behind: Piece | undefined;

  get offset(): number {
    return this.#first?.offset ?? this.#behind?.offset ?? 0;
  }

  get latest(): Arrival | undefined {
    return this.#pieces[this.#pieces.length - 1]?.arrival;
  }

  /** The earliest packet whose octets belong to no entry yet. */
  get oldest(): Arrival | undefined {
    return this.#first?.arrival;
  }

  /** A record of `octets` stands next on the wire: behind `head` of them come `plain` of content. */
  add(wire: WireLedger, octets: number, head: number, plain: number): void {
    let before = head;
    let left = plain;
    wire.pass(octets, (count, arrival, offset) => {
      const inFront = Math.min(count, before);
      const content = Math.min(count - inFront, left);
      const isTail = left === 0 && plain > 0 && content === 0;
      this.#pieces.push({ arrival, offset, octets: count, plain: content, head: inFront, isTail });
      before -= inFront;
      left -= content;
    });
  }

  take(count: number, extent: ExtentBuilder | undefined): ExtentBuilder {
    let builder = extent;
    for (let left = count; left > 0; ) {
      const piece = this.#first!;
      const content = Math.min(left, piece.plain);
      left -= content;
      // The last octet of the content takes what stands behind it along.
      builder = this.#pass(piece, content === piece.plain ? piece.octets : piece.head + content, content, builder);
    }
    while (this.#first?.isTail === true) builder = this.#pass(this.#first, this.#first.octets, 0, builder);
    builder ??= new ExtentBuilder(this.offset, 0, this.#behind!.arrival);
    builder.decrypted = (builder.decrypted ?? 0) + count;
    return builder;
  }

  takeRest(): ExtentBuilder | undefined {
    let builder: ExtentBuilder | undefined;
    for (let piece = this.#first; piece !== undefined; piece = this.#first) builder = this.#pass(piece, piece.octets, piece.plain, builder);
    return builder;
  }

  get #first(): Piece | undefined {
    return this.#pieces[this.#head];
  }

  #pass(piece: Piece, octets: number, content: number, extent: ExtentBuilder | undefined): ExtentBuilder {
    let builder = extent;
    if (builder === undefined) builder = new ExtentBuilder(piece.offset, octets, piece.arrival);
    else builder.add(octets, piece.arrival);
    piece.offset += octets;
    piece.octets -= octets;
    piece.plain -= content;
    piece.head = 0;
    if (piece.octets === 0) this.#forget(piece);
    return builder;
  }

  #forget(piece: Piece): void {
    this.#behind = piece;
    this.#head++;
    if (this.#head < this.#pieces.length && this.#head < MOST_DONE) return;
    this.#pieces.splice(0, this.#head);
    this.#head = 0;
  }
}
