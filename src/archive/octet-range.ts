/** Cuts ranges out of octets that come by, one behind the other: those of entries, of which only the places in their direction are known. */
import type { ReadOctets } from '../model/archive.js';

export interface Cut {
  /** Where the entry begins, gaps counted. */
  readonly from: number;
  /** Octets of it that are passed over, and those that are kept; no gaps are among them. */
  readonly skip: number;
  readonly wanted: number;
}

/** Of one direction. */
export class OctetCuts {
  readonly #cuts: readonly Cut[];
  readonly #results: { readonly pieces: Buffer[]; readonly frames: { offset: number; frame: number }[] }[];
  #position = 0;
  /** The one at hand, and what it still has to skip and wants. */
  #at = -1;
  #skip = 0;
  #left = 0;

  /** In the order in which they stand. */
  constructor(cuts: readonly Cut[]) {
    this.#cuts = cuts;
    this.#results = cuts.map(() => ({ pieces: [], frames: [] }));
    this.#next();
  }

  get isFull(): boolean {
    return this.#at >= this.#cuts.length;
  }

  get results(): readonly ReadOctets[] {
    return this.#results.map(({ pieces, frames }) => ({ octets: Buffer.concat(pieces), frames }));
  }

  /** `frame`: the one that brought them, where that is known. */
  pass(bytes: Buffer, start: number, end: number, frame?: number): void {
    for (let cut = this.#cuts[this.#at]; cut !== undefined; cut = this.#cuts[this.#at]) {
      const begins = start + Math.max(0, cut.from - this.#position);
      if (begins >= end) break;
      const skipped = Math.min(this.#skip, end - begins);
      this.#skip -= skipped;
      const first = begins + skipped;
      const last = Math.min(end, first + this.#left);
      if (last > first) this.#keep(bytes.subarray(first, last), frame);
      if (this.#left > 0) break;
      this.#next();
    }
    this.#position += end - start;
  }

  gap(length: number): void {
    this.#position += length;
  }

  #keep(octets: Buffer, frame: number | undefined): void {
    const { pieces, frames } = this.#results[this.#at]!;
    const offset = this.#cuts[this.#at]!.wanted - this.#left;
    if (frame !== undefined && frames.at(-1)?.frame !== frame) frames.push({ offset, frame });
    this.#left -= octets.length;
    pieces.push(Buffer.from(octets));
  }

  #next(): void {
    this.#at++;
    this.#skip = this.#cuts[this.#at]?.skip ?? 0;
    this.#left = this.#cuts[this.#at]?.wanted ?? 0;
  }
}
