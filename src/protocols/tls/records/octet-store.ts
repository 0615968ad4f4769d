/** Octets that come in pieces, put together: grows as they come, never on a stranger's word, inside a bound and a budget. */
import type { Budget } from '../../../bytes/budget.js';

const EMPTY = Buffer.alloc(0);
const SMALLEST = 512;

export class OctetStore {
  readonly #budget: Budget;
  readonly #most: number;
  #bytes = EMPTY;
  #length = 0;
  #cut = false;

  constructor(budget: Budget, most: number) {
    this.#budget = budget;
    this.#most = most;
  }

  /** Octets came that are not kept: what there is is the beginning. */
  get isCut(): boolean {
    return this.#cut;
  }

  get length(): number {
    return this.#length;
  }

  add(bytes: Buffer, start: number, end: number): void {
    if (this.#cut) return;
    const wanted = this.#length + end - start;
    if (wanted > this.#most || !this.#reserve(wanted)) {
      this.#cut = true;
      return;
    }
    bytes.copy(this.#bytes, this.#length, start, end);
    this.#length = wanted;
  }

  /** Everything that was kept, valid until `clear`. */
  get octets(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Begins anew; the memory stays. */
  clear(): void {
    this.#length = 0;
    this.#cut = false;
  }

  /** Gives the memory back. */
  release(): void {
    this.clear();
    this.#budget.give(this.#bytes.length);
    this.#bytes = EMPTY;
  }

  #reserve(octets: number): boolean {
    if (octets <= this.#bytes.length) return true;
    const size = Math.max(SMALLEST, 2 ** Math.ceil(Math.log2(octets)));
    if (!this.#budget.take(size - this.#bytes.length)) return false;
    const larger = Buffer.allocUnsafe(size);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
    return true;
  }
}
