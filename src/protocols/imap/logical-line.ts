/**
 * One line as IMAP means it: pieces of text with literals between them (RFC 9051 §2.2). It is cut into entries where
 * the client waits for `+` and where a literal is a mail; the pieces since the last cut make the next entry.
 */
import type { ExtentBuilder } from '../../dialogue/extent.js';
import { limits } from '../../dialogue/limits.js';
import { oddEnding, type Line, type OddEnding } from '../../dialogue/reading.js';
import type { Arrival } from '../../model/arrival.js';
import type { Extent } from '../../model/entry.js';
import { literalMark, type Literal, type LiteralMark } from './literal.js';

/** What of a logical line makes one entry. */
export interface LineSlice {
  readonly extent: ExtentBuilder;
  /** The first line as on the wire. */
  readonly text: string;
  /** All lines, where there are several. */
  readonly lines: readonly string[] | undefined;
  readonly raw: Buffer | undefined;
  readonly ending: OddEnding;
}

/** A line that is an entry by itself. */
export function sliceOf(line: Line): LineSlice {
  return { extent: line.extent, text: line.text, lines: undefined, raw: line.raw, ending: oddEnding(line) };
}

/** Pieces of a line kept for its meaning; what follows is only counted. */
const MOST_PIECES = 2000;

export class LogicalLine {
  /** The text before each literal, without its mark, and the text behind the last. */
  readonly texts: string[] = [];
  readonly literals: Literal[] = [];
  /** The marks as they stand on the line, also of a literal that has not come. */
  readonly marks: string[] = [];
  /** Octets are missing inside it, or its end is. */
  broken = false;
  #lines: string[] = [];
  #raw: Buffer | undefined;
  #ending: OddEnding;
  #extent: ExtentBuilder | undefined;
  #kept = 0;
  /** Where the entry begins with a short text literal: its text, for the first line. */
  #prefix = '';

  /** Takes a line; gives the literal that it announces. */
  add(line: Line, mayAnnounce: boolean): LiteralMark | undefined {
    const mark = mayAnnounce && line.ending !== 'none' && !line.cut ? literalMark(line.text) : undefined;
    this.#cover(line.extent);
    if (line.ending === 'none' || line.cut) this.broken = true;
    this.#raw ??= line.raw;
    this.#ending = oddEnding(line) ?? this.#ending;
    this.#kept += line.text.length;
    if (this.#kept > limits.reply || this.texts.length >= MOST_PIECES) return mark;
    this.#lines.push(this.#prefix === '' ? line.text : this.#prefix + line.text);
    this.#prefix = '';
    this.texts.push(mark === undefined ? line.text : line.text.slice(0, mark.start));
    if (mark !== undefined) this.marks.push(mark.text);
    return mark;
  }

  /** Takes a literal that has been read; `extent`: its octets belong to this line's entry. */
  addLiteral(literal: Literal, extent: Extent | undefined): void {
    if (this.literals.length < this.texts.length) this.literals.push(literal);
    if (extent === undefined) return;
    if (this.#extent === undefined && literal.text !== undefined) this.#prefix = literal.text;
    this.#cover(extent);
  }

  /** Whether there are octets that no entry has yet. */
  get isOpen(): boolean {
    return this.#extent !== undefined;
  }

  /** The latest packet that brought some of them. */
  get latest(): Arrival | undefined {
    return this.#extent?.last;
  }

  /** What has come since the last slice; undefined where nothing has. */
  slice(): LineSlice | undefined {
    const extent = this.#extent;
    if (extent === undefined) return undefined;
    if (this.#prefix !== '') this.#lines.push(this.#prefix);
    const lines = this.#lines;
    const slice = { extent, text: lines[0] ?? '', lines: lines.length > 1 ? lines : undefined, raw: this.#raw, ending: this.#ending };
    this.#extent = undefined;
    this.#lines = [];
    this.#raw = undefined;
    this.#ending = undefined;
    this.#prefix = '';
    return slice;
  }

  #cover(extent: Extent): void {
    if (this.#extent === undefined) this.#extent = extent as ExtentBuilder;
    else this.#extent.append(extent);
  }
}
