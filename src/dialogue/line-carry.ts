/** The beginning of a line whose end has not come yet, copied as far as the bounds allow; what is beyond is counted. */
import { CR, decodeText } from '../bytes/ascii.js';
import type { Budget } from '../bytes/budget.js';
import { limits } from './limits.js';
import type { Line } from './reading.js';

const EMPTY = Buffer.alloc(0);

export interface Carried {
  /** The line is `bytes[0..length)`. */
  readonly bytes: Buffer;
  readonly length: number;
  /** The line is longer than what is kept of it. */
  readonly cut: boolean;
}

export class LineCarry {
  readonly #budget: Budget;
  #bytes = EMPTY;
  #length = 0;
  #cut = false;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get isEmpty(): boolean {
    return this.#length === 0 && !this.#cut;
  }

  add(bytes: Buffer, start: number, end: number): void {
    const wanted = this.#length + end - start;
    if (this.#cut || wanted > limits.line || !this.#reserve(wanted)) {
      this.#cut = true;
      return;
    }
    bytes.copy(this.#bytes, this.#length, start, end);
    this.#length = wanted;
  }

  /** Everything carried; the next line begins with nothing. */
  take(): Carried {
    const carried: Carried = { bytes: this.#bytes, length: this.#length, cut: this.#cut };
    this.#budget.give(this.#bytes.length);
    this.#bytes = EMPTY;
    this.#length = 0;
    this.#cut = false;
    return carried;
  }

  /** Doubles, so that a line that comes octet by octet is not copied again with each. */
  #reserve(octets: number): boolean {
    if (octets <= this.#bytes.length) return true;
    const size = Math.max(256, 2 ** Math.ceil(Math.log2(octets)));
    if (!this.#budget.take(size - this.#bytes.length)) return false;
    const larger = Buffer.allocUnsafe(size);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
    return true;
  }
}

/** The line `bytes[start..end)`, of whose ending the line feed is cut off already. */
export function createLine(
  bytes: Buffer,
  start: number,
  end: number,
  ending: 'lf' | 'none',
  { extent, afterGap, cut }: Pick<Line, 'extent' | 'afterGap' | 'cut'>,
): Line {
  const crlf = ending === 'lf' && end > start && bytes[end - 1] === CR;
  const { text, raw } = decodeText(bytes, start, crlf ? end - 1 : end);
  return { text, raw, extent, ending: crlf ? 'crlf' : ending, afterGap, cut };
}
