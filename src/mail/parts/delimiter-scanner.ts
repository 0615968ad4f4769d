/**
 * Finds the lines of a body that may be delimiters of its parts (RFC 2046 §5.1.1): those that begin with two hyphens.
 * Everything else is handed on in runs. The line end before a delimiter belongs to the delimiter: it is held back until
 * it is known whose it is. Hot: the search is the engine's own, and base64 has no hyphens.
 */
import { CR, LF } from '../../bytes/ascii.js';

export interface DelimiterTaker {
  /** `bytes[start..end)` is no delimiter; valid during the call. */
  content(bytes: Buffer, start: number, end: number): void;
  /** A line that begins with two hyphens, without its end: whether it is a delimiter. */
  delimiter(line: string): boolean;
  /** The octets of a delimiter, the line end before it included. */
  framing(octets: Buffer): void;
  /** The line end before such a line is needed to know: it may be the empty line behind a header. */
  readonly readsHeader: boolean;
}

const HYPHEN = 0x2d;
const HYPHENS = Buffer.from('--');
/** Octets of a delimiter line: a boundary has 70 at most (RFC 2046 §5.1.1), but not every mailer knows. */
const LONGEST = 1000;

const NOTHING = Buffer.alloc(0);
const CARRIAGE_RETURN = Buffer.from('\r');
const LINE_FEED = Buffer.from('\n');
const LINE_END = Buffer.from('\r\n');

export class DelimiterScanner {
  readonly #taker: DelimiterTaker;
  #atLineStart = true;
  /** A line end that may belong to a delimiter. */
  #held = NOTHING;
  /** A line that may be a delimiter, as far as it has come, as latin1. */
  #line: string | undefined;
  #passed = 0;

  constructor(taker: DelimiterTaker) {
    this.#taker = taker;
  }

  /** Octets before those that the taker is told of at this moment. */
  get passed(): number {
    return this.#passed;
  }

  read(bytes: Buffer, start: number, end: number): void {
    let at = start;
    while (at < end) at = this.#line === undefined ? this.#toCandidate(bytes, at, end) : this.#finishLine(bytes, at, end);
  }

  /** `length` octets are missing: no line goes on behind them. */
  gap(length: number): void {
    this.#endLine('');
    this.#release();
    this.#atLineStart = false;
    this.#passed += length;
  }

  /** No more octets: the last line may be a delimiter without a line end. */
  end(): void {
    this.#endLine('');
    this.#release();
  }

  #toCandidate(bytes: Buffer, start: number, end: number): number {
    if (this.#atLineStart && bytes[start] === HYPHEN) return this.#begin(bytes, start, start);
    const view = bytes.subarray(start, end);
    for (let at = view.indexOf(HYPHENS); at !== -1; at = view.indexOf(HYPHENS, at)) {
      if (at > 0 && view[at - 1] === LF) return this.#begin(bytes, start, start + at);
      while (view[at] === HYPHEN) at++;
    }
    const last = end - 1;
    if (last > start && bytes[last] === HYPHEN && bytes[last - 1] === LF) return this.#begin(bytes, start, last);
    this.#give(bytes, start, end);
    this.#atLineStart = bytes[last] === LF;
    return end;
  }

  #begin(bytes: Buffer, start: number, at: number): number {
    this.#give(bytes, start, at);
    this.#atLineStart = false;
    this.#line = '';
    return at;
  }

  #finishLine(bytes: Buffer, start: number, end: number): number {
    const lineFeed = bytes.indexOf(LF, start);
    const isWhole = lineFeed !== -1 && lineFeed < end;
    const stop = Math.min(isWhole ? lineFeed + 1 : end, start + LONGEST);
    this.#line += bytes.toString('latin1', start, stop);
    if (isWhole && stop === lineFeed + 1) this.#endLine('\n');
    else if (this.#line!.length >= LONGEST) this.#noDelimiter();
    return stop;
  }

  /** `lineEnd`: how the line ends, empty where the octets do. */
  #endLine(lineEnd: '\n' | ''): void {
    const line = this.#line;
    if (line === undefined) return;
    if (this.#taker.readsHeader) this.#release();
    if (!line.startsWith('--') || !this.#taker.delimiter(line.trimEnd())) return this.#noDelimiter();
    this.#line = undefined;
    const framing = Buffer.concat([this.#held, Buffer.from(line, 'latin1')]);
    this.#held = NOTHING;
    this.#taker.framing(framing);
    this.#passed += framing.length;
    this.#atLineStart = lineEnd === '\n';
  }

  #noDelimiter(): void {
    const octets = Buffer.from(this.#line!, 'latin1');
    this.#line = undefined;
    this.#give(octets, 0, octets.length);
    this.#atLineStart = octets[octets.length - 1] === LF;
  }

  /** Hands on what was held and all but the line end of what follows. */
  #give(bytes: Buffer, start: number, end: number): void {
    if (start === end) return;
    if (this.#held === CARRIAGE_RETURN && end - start === 1 && bytes[start] === LF) {
      this.#held = LINE_END;
      return;
    }
    this.#release();
    const last = bytes[end - 1];
    const held = last === CR ? CARRIAGE_RETURN : last !== LF ? NOTHING : end - start > 1 && bytes[end - 2] === CR ? LINE_END : LINE_FEED;
    const stop = end - held.length;
    if (stop > start) this.#tell(bytes, start, stop);
    this.#held = held;
  }

  #release(): void {
    const held = this.#held;
    this.#held = NOTHING;
    if (held.length > 0) this.#tell(held, 0, held.length);
  }

  #tell(bytes: Buffer, start: number, end: number): void {
    this.#taker.content(bytes, start, end);
    this.#passed += end - start;
  }
}
