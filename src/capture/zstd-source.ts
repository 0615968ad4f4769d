/**
 * The octets inside a zstd input, all frames of it, one block at a time: a bomb gives 128 KiB and waits.
 * Not node:zlib where it knows zstd: Node 22 drops what follows the first frame and takes a cut input for a whole one.
 * Read RFC 8878.
 */
import { Decompress } from 'fzstd';
import type { OctetSource, SourceDamage } from './octet-source.js';
import { BLOCK_HEADER, isSkippable, parseBlockHeader, parseFrameHeader, withoutChecksum, ZSTD_MAGIC } from './zstd-frame.js';

/** Holds any block with its header, and is filled anew when less is left. */
const INPUT = 256 * 1024;
const MAGIC = 4;
const LONGEST_HEADER = 18;
const CHECKSUM = 4;

/** What a step says of the input at hand. */
type Step = 'done' | 'more' | 'damaged';

export class ZstdSource implements OctetSource {
  damage: SourceDamage | undefined;
  readonly #source: OctetSource;
  readonly #input = Buffer.allocUnsafe(INPUT);
  #start = 0;
  #limit = 0;
  #sourceEnded = false;
  #ended = false;
  /** Octets to pass over: a skippable frame, a checksum. */
  #skip = 0;
  #checksum = false;
  /** Of the frame that is being read. */
  #decompressor: Decompress | undefined;
  #chunk: Uint8Array = new Uint8Array(0);

  /** Decompresses what `source` gives and closes it with itself. */
  constructor(source: OctetSource) {
    this.#source = source;
  }

  read(target: Buffer, at: number): number | Promise<number> {
    while (this.#chunk.length === 0 && !this.#ended) {
      const step = this.#step();
      if (step === 'damaged') this.#end('compression-damaged');
      if (step !== 'more') continue;
      if (this.#sourceEnded) this.#endOfSource();
      const filled = this.#ended ? undefined : this.#fill();
      if (filled !== undefined) return filled.then(() => this.read(target, at));
    }
    return this.#take(target, at);
  }

  get taken(): number | undefined {
    return this.#source.taken;
  }

  digest(): string | undefined {
    return this.#source.digest?.();
  }

  close(): void {
    this.#ended = true;
    this.#source.close();
  }

  /** Skips, begins a frame or decompresses a block, whichever comes next. */
  #step(): Step {
    if (this.#skip > 0) return this.#pass();
    return this.#decompressor === undefined ? this.#beginFrame() : this.#readBlock(this.#decompressor);
  }

  #pass(): Step {
    const count = Math.min(this.#skip, this.#limit - this.#start);
    this.#skip -= count;
    this.#start += count;
    return count > 0 ? 'done' : 'more';
  }

  #beginFrame(): Step {
    const octets = this.#octets();
    if (octets.length < 2 * MAGIC || (octets.length < LONGEST_HEADER && !this.#sourceEnded)) return 'more';
    const magic = octets.readUInt32LE(0);
    if (isSkippable(magic)) {
      this.#skip = 2 * MAGIC + octets.readUInt32LE(MAGIC);
      return 'done';
    }
    if (magic !== ZSTD_MAGIC) return 'damaged';
    const frame = parseFrameHeader(Buffer.concat([octets.subarray(0, LONGEST_HEADER)], LONGEST_HEADER));
    if (frame === undefined) return 'damaged';
    this.#checksum = frame.checksum;
    this.#decompressor = new Decompress((chunk) => {
      if (chunk.length > 0) this.#chunk = chunk;
    });
    return this.#push(this.#decompressor, withoutChecksum(octets.subarray(0, frame.headerLength)), false);
  }

  #readBlock(decompressor: Decompress): Step {
    const octets = this.#octets();
    if (octets.length < BLOCK_HEADER) return 'more';
    const block = parseBlockHeader(octets);
    if (block === undefined) return 'damaged';
    const length = BLOCK_HEADER + block.length;
    if (octets.length < length) return 'more';
    const step = this.#push(decompressor, octets.subarray(0, length), block.last);
    if (!block.last) return step;
    this.#decompressor = undefined;
    this.#skip = this.#checksum ? CHECKSUM : 0;
    return step;
  }

  #push(decompressor: Decompress, octets: Buffer, last: boolean): Step {
    this.#start += octets.length;
    try {
      // A copy: the decompressor keeps pieces that are too short for it.
      decompressor.push(Uint8Array.from(octets), last);
    } catch {
      return 'damaged';
    }
    return 'done';
  }

  #octets(): Buffer {
    return this.#input.subarray(this.#start, this.#limit);
  }

  #fill(): Promise<void> | undefined {
    this.#input.copyWithin(0, this.#start, this.#limit);
    this.#limit -= this.#start;
    this.#start = 0;
    const got = this.#source.read(this.#input, this.#limit);
    if (typeof got !== 'number') return got.then((count) => this.#filled(count));
    this.#filled(got);
    return undefined;
  }

  #filled(count: number): void {
    this.#limit += count;
    if (count === 0) this.#sourceEnded = true;
  }

  #endOfSource(): void {
    const whole = this.#decompressor === undefined && this.#skip === 0 && this.#start === this.#limit;
    this.#end(whole ? undefined : 'compression-cut');
  }

  #end(damage: SourceDamage | undefined): void {
    this.#ended = true;
    this.damage = damage;
  }

  #take(target: Buffer, at: number): number {
    const count = Math.min(this.#chunk.length, target.length - at);
    target.set(this.#chunk.subarray(0, count), at);
    this.#chunk = this.#chunk.subarray(count);
    return count;
  }
}
