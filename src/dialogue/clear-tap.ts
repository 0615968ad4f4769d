/**
 * Hands on what a direction says in clear, octet for octet, as long as it does: what is held until a reply says what it is
 * waits here, too, since it may turn out to be the beginning of TLS.
 */
import type { Arrival } from '../model/arrival.js';
import type { PlainKeeper } from '../model/platform.js';
import type { Session } from '../model/session.js';
import type { Side } from '../model/endpoint.js';

interface Piece {
  readonly bytes: Buffer;
  readonly arrival: Arrival | undefined;
  /** Octets, or those that are missing where there are none. */
  readonly length: number;
}

export class ClearTap {
  readonly #keeper: PlainKeeper;
  readonly #session: Session;
  readonly #side: Side;
  #pieces: Piece[] = [];
  /** Where the first piece stands in the direction. */
  #offset = 0;
  #isOver = false;

  constructor(keeper: PlainKeeper, session: Session, side: Side) {
    this.#keeper = keeper;
    this.#session = session;
    this.#side = side;
  }

  octets(bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    if (!this.#isOver) this.#pieces.push({ bytes: Buffer.from(bytes.subarray(start, end)), arrival, length: end - start });
  }

  gap(length: number): void {
    if (!this.#isOver) this.#pieces.push({ bytes: Buffer.alloc(0), arrival: undefined, length });
  }

  /** Everything in front of `offset` was read in clear. */
  read(offset: number): void {
    let done = 0;
    for (const { bytes, arrival, length } of this.#pieces) {
      if (this.#offset >= offset) break;
      const taken = Math.min(length, offset - this.#offset);
      if (arrival === undefined) this.#keeper.gap(this.#session, this.#side, taken);
      else this.#keeper.octets(this.#session, this.#side, bytes, 0, taken, arrival);
      this.#offset += taken;
      if (taken < length) {
        this.#pieces[done] = { bytes: bytes.subarray(taken), arrival, length: length - taken };
        break;
      }
      done++;
    }
    if (done > 0) this.#pieces.splice(0, done);
  }

  /** TLS begins at `offset`. */
  end(offset: number): void {
    this.read(offset);
    this.#pieces = [];
    this.#isOver = true;
  }
}
