/**
 * Literals (RFC 9051 §4.3, RFC 7888, RFC 3516): a count in braces at the end of a line, and so many octets behind it.
 * The count is a stranger's word: nothing is allocated on it, and only a bounded piece of a text is kept.
 */
import { decodeText } from '../../bytes/ascii.js';
import type { ContentSink } from '../../dialogue/reading.js';
import type { Extent } from '../../model/entry.js';

export interface LiteralMark {
  readonly octets: number;
  /** The client must wait for `+` before it sends the octets. */
  readonly waits: boolean;
  /** Where the mark begins in its line. */
  readonly start: number;
  /** As it stands there: `{310+}`. */
  readonly text: string;
}

export interface Literal {
  readonly octets: number;
  /** The content where it was kept whole and is text; never for a mail. */
  readonly text: string | undefined;
}

const CLOSING_BRACE = 0x7d;
const MARK = /~?\{(\d{1,20})([+-]?)\}$/;

/** `~{`, twenty digits, `+}` */
const LONGEST_MARK = 24;

/** Octets of one literal that are kept as text. */
const KEPT = 8192;

/** The literal that a line announces with its last characters; undefined where there is none that can be believed. */
export function literalMark(line: string): LiteralMark | undefined {
  if (line.charCodeAt(line.length - 1) !== CLOSING_BRACE) return undefined;
  const from = Math.max(0, line.length - LONGEST_MARK);
  const match = MARK.exec(line.slice(from));
  if (match === null) return undefined;
  const octets = Number(match[1]);
  // RFC 9051 allows 63 bits; beyond 53 no capture follows, and arithmetic would no longer be exact.
  if (octets > Number.MAX_SAFE_INTEGER) return undefined;
  return { octets, waits: match[2] === '', start: from + match.index, text: match[0] };
}

/** Takes a literal that belongs to its line, and keeps it where it is a short text. */
export class TextLiteral implements ContentSink, Literal {
  readonly octets: number;
  text: string | undefined;
  readonly #done: (extent: Extent | undefined) => void;
  #kept: Buffer[] = [];
  #length = 0;

  /** `done` is called once, when its octets are over. */
  constructor(octets: number, done: (extent: Extent | undefined) => void) {
    this.octets = octets;
    this.#done = done;
  }

  content(bytes: Buffer, start: number, end: number): void {
    if (this.octets > KEPT) return;
    this.#kept.push(Buffer.from(bytes.subarray(start, end)));
    this.#length += end - start;
  }

  gap(): void {
    this.#kept = [];
    this.#length = 0;
  }

  end(extent: Extent | undefined, whole: boolean): void {
    if (whole && this.#length === this.octets) this.text = textOf(this.#kept);
    this.#kept = [];
    this.#done(extent);
  }
}

function textOf(pieces: readonly Buffer[]): string | undefined {
  const octets = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
  if (octets.includes(0)) return undefined;
  const { text, raw } = decodeText(octets, 0, octets.length);
  return raw === undefined ? text : undefined;
}
