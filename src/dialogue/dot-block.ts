/**
 * Finds the end of a block that ends with a line of a single dot, and takes the transparency dots out of it
 * (RFC 5321 §4.5.2, RFC 1939 §3). Knows nothing of what the block means. Hot: see CONTRIBUTING.
 *
 * The search goes from dot to dot with the engine's own indexOf; base64 has none, so a large attachment is
 * passed over at the speed of memchr instead of line by line.
 */
import { CR, DOT, LF } from '../bytes/ascii.js';

/** Takes the content, without the transparency dots and the final dot line. */
export interface ContentTaker {
  content(bytes: Buffer, start: number, end: number): void;
  /** A dot that is taken out is followed by LF, or by CR without LF: others may take it for the end. */
  looseDot?(behind: 'lf' | 'cr'): void;
}

// How much of CR LF . CR LF the octets so far end with.
const NOTHING = 0;
const SEEN_CR = 1;
const LINE_START = 2;
const SEEN_DOT = 3;
const SEEN_DOT_CR = 4;

const CARRIAGE_RETURN = Buffer.from('\r');

export class DotBlock {
  /** True once the final dot line has been read. */
  done = false;
  #seen = LINE_START;

  /**
   * Reads `bytes[start..end)`, hands the content on, and gives the offset behind the final dot line, or `end` where
   * the block goes on.
   */
  read(bytes: Buffer, start: number, end: number, taker: ContentTaker): number {
    let at = start;
    while (at < end) {
      at = this.#seen < LINE_START ? this.#toNextDot(bytes, at, end, taker) : this.#atLineStart(bytes, at, taker);
      if (this.done) break;
    }
    return at;
  }

  /** Octets are missing here: what was half recognised stands for itself. */
  gap(): void {
    this.#seen = NOTHING;
  }

  #toNextDot(bytes: Buffer, start: number, end: number, taker: ContentTaker): number {
    // A view, so that the search stops at `end`: behind it the block goes on with other packets.
    const chunk = bytes.subarray(start, end);
    for (let dot = chunk.indexOf(DOT); dot !== -1; dot = chunk.indexOf(DOT, dot + 1)) {
      const at = start + dot;
      if (!this.#isLineStart(bytes, start, at)) continue;
      if (dot > 0) taker.content(bytes, start, at);
      this.#seen = SEEN_DOT;
      return at + 1;
    }
    this.#seen = this.#ending(bytes, start, end);
    taker.content(bytes, start, end);
    return end;
  }

  #isLineStart(bytes: Buffer, start: number, at: number): boolean {
    if (at - start >= 2) return bytes[at - 1] === LF && bytes[at - 2] === CR;
    return at - start === 1 && this.#seen === SEEN_CR && bytes[at - 1] === LF;
  }

  #ending(bytes: Buffer, start: number, end: number): number {
    const last = bytes[end - 1];
    if (last === CR) return SEEN_CR;
    if (last !== LF) return NOTHING;
    const before = end - start >= 2 ? bytes[end - 2] === CR : this.#seen === SEEN_CR;
    return before ? LINE_START : NOTHING;
  }

  /** At a line start, or behind the dot (and CR) that stands there. */
  #atLineStart(bytes: Buffer, at: number, taker: ContentTaker): number {
    const octet = bytes[at];
    if (this.#seen === LINE_START) {
      this.#seen = octet === DOT ? SEEN_DOT : NOTHING;
      return octet === DOT ? at + 1 : at;
    }
    if (this.#seen === SEEN_DOT) {
      if (octet === LF) taker.looseDot?.('lf');
      this.#seen = octet === CR ? SEEN_DOT_CR : NOTHING;
      return octet === CR ? at + 1 : at;
    }
    if (octet === LF) {
      this.done = true;
      return at + 1;
    }
    // The dot was transparency and the CR behind it content.
    taker.looseDot?.('cr');
    taker.content(CARRIAGE_RETURN, 0, 1);
    this.#seen = SEEN_CR;
    return at;
  }
}
