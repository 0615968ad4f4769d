/** Prefix codes as deflate builds them from the lengths of their words (RFC 1951 §3.2.2), and how they are read. */

const LONGEST_CODE = 15;

/** Words up to this length are found with one look; 10 holds nearly all that occur. */
const QUICK = 10;

/** What a look says where the bits at hand are no whole word yet, and where no word begins with them. */
export const MORE_BITS = -1;
export const NO_WORD = -2;

export class PrefixCode {
  /** Words of each length. */
  readonly #counts = new Uint16Array(LONGEST_CODE + 1);
  /** In the order of their words. */
  readonly #symbols: Uint16Array;
  /** By the next ten bits: the symbol, and the length of its word in the lowest four. */
  readonly #quick = new Uint16Array(1 << QUICK);

  /** Every sequence of bits begins with a word. */
  isComplete = false;

  /** `most`: symbols that may occur. */
  constructor(most: number) {
    this.#symbols = new Uint16Array(most);
  }

  /** False where these lengths make no code: too many words, or too few unless it is one word of one bit. */
  build(lengths: Uint8Array, start: number, end: number): boolean {
    const counts = this.#counts.fill(0);
    for (let i = start; i < end; i++) counts[lengths[i]!]!++;
    const used = end - start - counts[0]!;
    counts[0] = 0;
    const offsets = new Uint16Array(LONGEST_CODE + 2);
    let left = 1;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      left = left * 2 - counts[length]!;
      if (left < 0) return false;
      offsets[length + 1] = offsets[length]! + counts[length]!;
    }
    for (let i = start; i < end; i++) if (lengths[i] !== 0) this.#symbols[offsets[lengths[i]!]!++] = i - start;
    this.#buildQuick();
    this.isComplete = left === 0;
    return this.isComplete || used === 0 || (used === 1 && counts[1] === 1);
  }

  /** The next word of `bits`, of which `count` are at hand: its symbol times 16 and its length, or why there is none. */
  look(bits: number, count: number): number {
    const found = this.#quick[bits & ((1 << QUICK) - 1)]!;
    const length = found & 0xf;
    if (length !== 0 && length <= count) return found;
    return this.#walk(bits, count);
  }

  #walk(bits: number, count: number): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      if (length > count) return MORE_BITS;
      code |= (bits >>> (length - 1)) & 1;
      const here = this.#counts[length]!;
      if (code - here < first) return (this.#symbols[index + code - first]! << 4) | length;
      index += here;
      first = (first + here) << 1;
      code <<= 1;
    }
    return NO_WORD;
  }

  #buildQuick(): void {
    const quick = this.#quick.fill(0);
    let code = 0;
    let index = 0;
    for (let length = 1; length <= QUICK; length++) {
      for (let i = 0; i < this.#counts[length]!; i++) {
        const found = (this.#symbols[index++]! << 4) | length;
        for (let at = reversed(code++, length); at < 1 << QUICK; at += 1 << length) quick[at] = found;
      }
      code <<= 1;
    }
  }
}

/** Words are packed from their first bit, everything else from its last (RFC 1951 §3.1.1). */
function reversed(code: number, length: number): number {
  let bits = 0;
  for (let i = 0; i < length; i++) bits |= ((code >>> i) & 1) << (length - 1 - i);
  return bits;
}
