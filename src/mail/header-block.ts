/** Collects the header of a mail out of the octets that come by, and stops at the empty line (RFC 5322 §2.1). */
import { CR, LF } from '../bytes/ascii.js';
import { limits } from './limits.js';

export class HeaderBlock {
  readonly #pieces: Buffer[] = [];
  #length = 0;
  #complete = false;
  #ended = false;
  /** How the octets so far end: 0 inside a line, 1 behind a line end, 2 behind a line end and CRs. */
  #seen = 1;

  /** The empty line was seen, or the header is longer than is kept. */
  get complete(): boolean {
    return this.#complete;
  }

  /** The empty line was seen. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Takes octets and gives the offset behind those that belong to the header. */
  add(bytes: Buffer, start: number, end: number): number {
    if (this.#complete) return start;
    const behind = this.#findEnd(bytes, start, end);
    const room = limits.header - this.#length;
    const stop = Math.min(behind, start + room);
    this.#pieces.push(Buffer.from(bytes.subarray(start, stop)));
    this.#length += stop - start;
    if (stop < behind) this.#ended = false;
    if (this.#length >= limits.header) this.#complete = true;
    return stop;
  }

  /** Octets collected. */
  get length(): number {
    return this.#length;
  }

  /** Everything collected; the empty line may be among it. */
  get octets(): Buffer {
    return this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces);
  }

  /** The offset behind the empty line, or `end`. */
  #findEnd(bytes: Buffer, start: number, end: number): number {
    let at = start;
    while (at < end) {
      if (this.#seen > 0) {
        const octet = bytes[at++];
        if (octet === LF) {
          this.#complete = true;
          this.#ended = true;
          return at;
        }
        // Seen in the wild: lines that end in CR CR LF, where a program has ended them twice.
        this.#seen = octet === CR ? 2 : 0;
      } else {
        const lineFeed = bytes.indexOf(LF, at);
        if (lineFeed === -1 || lineFeed >= end) return end;
        this.#seen = 1;
        at = lineFeed + 1;
      }
    }
    return end;
  }
}
