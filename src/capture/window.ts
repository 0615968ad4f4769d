/**
 * The block of octets a reader looks at: it moves forward over the input, and what is not yet read is carried to
 * its front. It grows with what a source really gives, never with a length that a capture claims.
 */
import type { OctetSource, SeekableSource } from './octet-source.js';

const SMALLEST = 64 * 1024;

/**
 * The largest block. Measured on 200 MB of large packets in the page cache, the reader alone: 5.5 GB/s with 128 KiB to
 * 1 MiB, 4.8 with 2 MiB, 4.4 with 4 MiB, which the second-level cache no longer holds.
 */
const LARGEST = 1024 * 1024;

/** The longest record or block that is looked at as a whole. */
export const MAX_RECORD = LARGEST / 2;

export class Window {
  bytes = Buffer.allocUnsafeSlow(SMALLEST);
  view = viewOf(this.bytes);
  /** The next octet to read; beyond `limit` where octets are skipped that have not come yet. */
  position = 0;
  /** The end of the octets at hand. */
  limit = 0;
  /** The source has no more. */
  ended = false;
  source: OctetSource;
  #base = 0;

  constructor(source: OctetSource) {
    this.source = source;
  }

  /** A position of the window as octets from the beginning of the input. */
  offset(position: number): number {
    return this.#base + position;
  }

  /** Goes to `offset` of the input, forwards or back, whose source must be able to. */
  seek(offset: number, source: SeekableSource): void {
    const position = offset - this.#base;
    if (position >= 0 && position <= this.limit) {
      this.position = position;
      return;
    }
    source.seek(offset);
    this.#base = offset;
    this.position = 0;
    this.limit = 0;
    this.ended = false;
  }

  /** Gets more octets, or learns that the input has ended. */
  fill(): void | Promise<void> {
    this.#carry();
    const got = this.source.read(this.bytes, this.limit);
    return typeof got === 'number' ? this.#take(got) : got.then((count) => this.#take(count));
  }

  #take(count: number): void {
    this.limit += count;
    if (count === 0) this.ended = true;
  }

  #carry(): void {
    const gone = Math.min(this.position, this.limit);
    const full = this.limit === this.bytes.length;
    if (full && this.bytes.length < LARGEST) this.#grow(gone);
    else if (gone > 0) this.bytes.copyWithin(0, gone, this.limit);
    this.#base += gone;
    this.position -= gone;
    this.limit -= gone;
  }

  #grow(gone: number): void {
    const larger = Buffer.allocUnsafeSlow(this.bytes.length * 2);
    this.bytes.copy(larger, 0, gone, this.limit);
    this.bytes = larger;
    this.view = viewOf(larger);
  }
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
