/**
 * Inflates a raw deflate stream as it comes (RFC 1951), and says of every inflated octet how many compressed ones had
 * been read when it was there. That is why it is no library: neither node:zlib, which cannot be driven synchronously,
 * nor fflate tell that, and without it the octets of a line would depend on how TCP cut the stream. Total: damage ends it.
 *
 * Where a sender flushes, an empty block follows the last octet: that octet is held back until the block is read, so
 * that the octets of the flush belong to what was flushed and not to what comes minutes later.
 */
import { BitReader } from './bit-reader.js';
import {
  DISTANCE_BASE, DISTANCE_EXTRA, END_OF_BLOCK, fixedCodes, LENGTH_BASE, LENGTH_EXTRA, LENGTH_ORDER, LONGEST_COPY, MOST_DISTANCES, MOST_LENGTHS, WINDOW,
} from './deflate-codes.js';
import { MORE_BITS, NO_WORD, PrefixCode } from './huffman.js';

/** `bytes[start..end)` is valid during the call; `ends[i]`: compressed octets read when octet `start + i` was there, modulo 2^32. */
export type InflatedTaker = (bytes: Buffer, start: number, end: number, ends: Uint32Array) => void;

/** `more`: everything given was read. `ended`: the last block is over. `stopped`: by whoever takes it. */
export type InflateState = 'more' | 'ended' | 'damaged' | 'stopped';

const BUFFER = 2 * WINDOW;
/** Octets that are handed on at a time. */
const PORTION = 4096;

/** Octets of memory that one inflater takes. */
export const INFLATER_OCTETS = BUFFER + 4 * (PORTION + LONGEST_COPY) + 8 * 1024;

/** One step of the reading: false where more octets are needed. */
type Step = 'header' | 'stored-length' | 'stored' | 'counts' | 'code-lengths' | 'lengths' | 'symbol' | 'length' | 'distance' | 'reach' | 'over';

export class Inflater {
  state: InflateState = 'more';
  readonly #take: InflatedTaker;
  readonly #bits = new BitReader();
  readonly #out = Buffer.allocUnsafe(BUFFER);
  #length = 0;
  /** What of it has been handed on. */
  #told = 0;
  readonly #ends = new Uint32Array(PORTION + LONGEST_COPY);
  /** All octets that were ever inflated, as far as a copy may reach. */
  #reach = 0;
  #step: Step = 'header';
  #last = false;
  #stored = 0;
  #symbols!: PrefixCode;
  #distances!: PrefixCode;
  readonly #ownSymbols = new PrefixCode(MOST_LENGTHS);
  readonly #ownDistances = new PrefixCode(MOST_DISTANCES);
  readonly #codeLengths = new PrefixCode(LENGTH_ORDER.length);
  readonly #lengths = new Uint8Array(MOST_LENGTHS + MOST_DISTANCES);
  #literals = 0;
  #wanted = 0;
  #known = 0;
  #copy = 0;
  #code = 0;

  constructor(take: InflatedTaker) {
    this.#take = take;
  }

  /** Reads octets; what they give is handed on before this returns, but for an octet whose flush may still come. */
  push(bytes: Buffer, start: number, end: number): InflateState {
    this.#bits.give(bytes, start, end);
    while (this.state === 'more' && this.#advance()) if (this.#length - this.#told >= PORTION) this.#tell(this.#length - 1);
    this.#tell(this.state === 'more' ? this.#length - 1 : this.#length);
    return this.state;
  }

  /** No more octets will come: hands on the octet that was held back. */
  finish(): void {
    this.#tell(this.#length);
  }

  /** What was read so far is enough: nothing more is inflated. */
  stop(): void {
    this.state = 'stopped';
  }

  #advance(): boolean {
    switch (this.#step) {
      case 'symbol':
        return this.#readSymbol();
      case 'length':
        return this.#readLength();
      case 'distance':
        return this.#readDistance();
      case 'reach':
        return this.#readReach();
      case 'stored':
        return this.#readStored();
      case 'header':
        return this.#readHeader();
      case 'stored-length':
        return this.#readStoredLength();
      case 'counts':
        return this.#readCounts();
      case 'code-lengths':
        return this.#readCodeLengths();
      case 'lengths':
        return this.#readLengths();
      case 'over':
        return false;
    }
  }

  /** The next word; MORE_BITS where it has not come whole, or there is none. */
  #word(code: PrefixCode): number {
    const symbol = this.#bits.word(code);
    if (symbol !== NO_WORD) return symbol;
    this.#damaged();
    return MORE_BITS;
  }

  #damaged(): false {
    this.state = 'damaged';
    return false;
  }

  // ── blocks (RFC 1951 §3.2.3) ──────────────────────────────────────────────────────────────────────────────────

  #readHeader(): boolean {
    if (!this.#bits.has(3)) return false;
    this.#last = this.#bits.take(1) === 1;
    const type = this.#bits.take(2);
    if (type === 3) return this.#damaged();
    this.#known = 0;
    if (type === 0) this.#step = 'stored-length';
    else {
      // Also where an empty block follows: with a partial flush no more than this has come.
      this.#settle();
      this.#step = type === 1 ? 'symbol' : 'counts';
    }
    if (type !== 1) return true;
    ({ symbols: this.#symbols, distances: this.#distances } = fixedCodes());
    return true;
  }

  #endBlock(): boolean {
    this.#step = this.#last ? 'over' : 'header';
    if (!this.#last) return true;
    this.#settle();
    this.state = 'ended';
    return false;
  }

  #readStoredLength(): boolean {
    this.#bits.align();
    // In two halves: 32 bits are more than can be shifted.
    if (!this.#bits.has(16)) return false;
    if (this.#known === 0) {
      this.#stored = this.#bits.take(16);
      this.#known = 1;
      return true;
    }
    this.#known = 0;
    if ((this.#bits.take(16) ^ 0xffff) !== this.#stored) return this.#damaged();
    this.#settle();
    this.#step = 'stored';
    return true;
  }

  #readStored(): boolean {
    if (this.#stored === 0) return this.#endBlock();
    if (!this.#bits.has(8)) return false;
    this.#stored--;
    this.#put(this.#bits.take(8));
    return true;
  }

  #readCounts(): boolean {
    if (!this.#bits.has(14)) return false;
    this.#literals = this.#bits.take(5) + 257;
    this.#wanted = this.#literals + this.#bits.take(5) + 1;
    this.#stored = this.#bits.take(4) + 4;
    this.#known = 0;
    this.#lengths.fill(0);
    this.#step = 'code-lengths';
    return this.#literals > MOST_LENGTHS || this.#wanted - this.#literals > MOST_DISTANCES ? this.#damaged() : true;
  }

  #readCodeLengths(): boolean {
    for (; this.#known < this.#stored; this.#known++) {
      if (!this.#bits.has(3)) return false;
      this.#lengths[LENGTH_ORDER[this.#known]!] = this.#bits.take(3);
    }
    // Only the codes of a block may be incomplete; without any word, no length could be told at all.
    if (!this.#codeLengths.build(this.#lengths, 0, LENGTH_ORDER.length) || !this.#codeLengths.isComplete) return this.#damaged();
    this.#known = 0;
    this.#copy = MORE_BITS;
    this.#lengths.fill(0);
    this.#step = 'lengths';
    return true;
  }

  #readLengths(): boolean {
    while (this.#known < this.#wanted) {
      if (this.#copy === MORE_BITS) this.#copy = this.#word(this.#codeLengths);
      if (this.#copy === MORE_BITS || !this.#repeat(this.#copy)) return false;
      this.#copy = MORE_BITS;
    }
    const lengths = this.#lengths;
    if (lengths[END_OF_BLOCK] === 0 || !this.#ownSymbols.build(lengths, 0, this.#literals)) return this.#damaged();
    if (!this.#ownDistances.build(lengths, this.#literals, this.#wanted)) return this.#damaged();
    this.#symbols = this.#ownSymbols;
    this.#distances = this.#ownDistances;
    this.#step = 'symbol';
    return true;
  }

  /** One length, or one of the three ways to say it again. */
  #repeat(symbol: number): boolean {
    const extra = symbol === 16 ? 2 : symbol === 17 ? 3 : symbol === 18 ? 7 : 0;
    if (!this.#bits.has(extra)) return false;
    const times = symbol < 16 ? 1 : this.#bits.take(extra) + (symbol === 18 ? 11 : 3);
    if ((symbol === 16 && this.#known === 0) || this.#known + times > this.#wanted) return this.#damaged();
    const length = symbol < 16 ? symbol : symbol === 16 ? this.#lengths[this.#known - 1]! : 0;
    this.#lengths.fill(length, this.#known, this.#known + times);
    this.#known += times;
    return true;
  }

  // ── symbols ───────────────────────────────────────────────────────────────────────────────────────────────────

  #readSymbol(): boolean {
    const symbol = this.#word(this.#symbols);
    if (symbol === MORE_BITS) return false;
    if (symbol < END_OF_BLOCK) this.#put(symbol);
    else if (symbol === END_OF_BLOCK) return this.#endBlock();
    else {
      this.#code = symbol - END_OF_BLOCK - 1;
      if (this.#code >= LENGTH_BASE.length) return this.#damaged();
      this.#step = 'length';
    }
    return true;
  }

  #readLength(): boolean {
    const extra = LENGTH_EXTRA[this.#code]!;
    if (!this.#bits.has(extra)) return false;
    this.#copy = LENGTH_BASE[this.#code]! + this.#bits.take(extra);
    this.#step = 'distance';
    return true;
  }

  #readDistance(): boolean {
    this.#code = this.#word(this.#distances);
    if (this.#code === MORE_BITS) return false;
    this.#step = 'reach';
    return this.#code < MOST_DISTANCES ? true : this.#damaged();
  }

  #readReach(): boolean {
    const extra = DISTANCE_EXTRA[this.#code]!;
    if (!this.#bits.has(extra)) return false;
    const distance = DISTANCE_BASE[this.#code]! + this.#bits.take(extra);
    if (distance > this.#reach) return this.#damaged();
    this.#makeRoom();
    const end = this.#bits.octetsRead;
    for (let i = 0; i < this.#copy; i++, this.#length++) {
      this.#out[this.#length] = this.#out[this.#length - distance]!;
      this.#ends[this.#length - this.#told] = end;
    }
    this.#reach = Math.min(WINDOW, this.#reach + this.#copy);
    this.#step = 'symbol';
    return true;
  }

  // ── octets ────────────────────────────────────────────────────────────────────────────────────────────────────

  #put(octet: number): void {
    this.#makeRoom();
    this.#ends[this.#length - this.#told] = this.#bits.octetsRead;
    this.#out[this.#length++] = octet;
    if (this.#reach < WINDOW) this.#reach++;
  }

  /** What was read since the octet that is held back belongs to it, and nothing more does. */
  #settle(): void {
    if (this.#length === this.#told) return;
    this.#ends[this.#length - 1 - this.#told] = this.#bits.octetsRead;
    this.#tell(this.#length);
  }

  #makeRoom(): void {
    if (this.#length + LONGEST_COPY <= BUFFER) return;
    this.#tell(this.#length - 1);
    const from = this.#length - WINDOW;
    this.#out.copyWithin(0, from, this.#length);
    this.#length = WINDOW;
    this.#told -= from;
  }

  #tell(until: number): void {
    if (until <= this.#told) return;
    const start = this.#told;
    this.#told = until;
    this.#take(this.#out, start, until, this.#ends);
    this.#ends[0] = this.#ends[until - start]!;
  }
}
