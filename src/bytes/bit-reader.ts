/** Takes octets apart into bits, from the lowest on (RFC 1951 §3.1.1), as far as they have come. */
import { MORE_BITS, type PrefixCode } from './huffman.js';

export class BitReader {
  #input: Buffer = Buffer.alloc(0);
  #at = 0;
  #end = 0;
  #bits = 0;
  #count = 0;
  #loaded = 0;

  /** The octets that follow those before, which have all been read. */
  give(bytes: Buffer, start: number, end: number): void {
    this.#input = bytes;
    this.#at = start;
    this.#end = end;
  }

  /** How many octets have been read; one of which a bit has been read counts. */
  get octetsRead(): number {
    return this.#loaded - (this.#count >>> 3);
  }

  /** Whether so many bits are there, 16 at most. */
  has(count: number): boolean {
    while (this.#count < count) if (!this.#load()) return false;
    return true;
  }

  /** Reads bits that are there. */
  take(count: number): number {
    const value = this.#bits & ((1 << count) - 1);
    this.#bits >>>= count;
    this.#count -= count;
    return value;
  }

  /** Passes over what is left of an octet. */
  align(): void {
    this.take(this.#count & 7);
  }

  /** The symbol of the next word; MORE_BITS where it has not come whole, NO_WORD where it is none. */
  word(code: PrefixCode): number {
    for (;;) {
      const found = code.look(this.#bits, this.#count);
      if (found >= 0) {
        this.take(found & 0xf);
        return found >>> 4;
      }
      if (found !== MORE_BITS || !this.#load()) return found;
    }
  }

  #load(): boolean {
    if (this.#at >= this.#end) return false;
    this.#bits |= this.#input[this.#at++]! << this.#count;
    this.#count += 8;
    this.#loaded++;
    return true;
  }
}
