/**
 * Takes the arguments of a logical line apart into atoms, strings, literals and lists (RFC 9051 §4). Total: brackets
 * that never close, or were never opened, are put up with. It knows no command and no response.
 */
import type { Literal } from './literal.js';

export type Value =
  /** Numbers, flags, names and sets, too; with its section and range where it has them: `BODY[TEXT]<0>`. */
  | { readonly kind: 'atom'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string; /** Between the quotes, as on the wire. */ readonly raw: string }
  | { readonly kind: 'literal'; readonly literal: Literal }
  | { readonly kind: 'list'; readonly items: Value[] };

/** Values of one line; what follows is left out. */
const MOST_VALUES = 20_000;
/** Lists within lists; deeper brackets are passed over. */
const DEEPEST = 50;

/** A section that is longer is not looked for, so that a line of opening brackets costs no more than any other. */
const LONGEST_SECTION = 4096;

const QUOTE = 0x22;
const OPEN = 0x28;
const CLOSE = 0x29;
const BLANK = 0x20;
const TAB = 0x09;
const BACKSLASH = 0x5c;
const OPEN_SECTION = 0x5b;
const CLOSE_SECTION = 0x5d;

/** `texts[0]` is read from `start`; `literals[i]` stands between `texts[i]` and `texts[i + 1]`. */
export function parseValues(texts: readonly string[], literals: readonly Literal[], start: number): readonly Value[] {
  return new ValueParser().readOn(texts, literals, start);
}

/** Reads a line that is still coming: each piece once, however often it is asked. */
export class ValueParser {
  readonly #values: Value[] = [];
  #texts = 0;
  #literals = 0;
  readonly #open: Value[][] = [];
  #into: Value[] = this.#values;
  #count = 0;

  /** Pieces are only ever added to `texts` and `literals` between two calls. */
  readOn(texts: readonly string[], literals: readonly Literal[], start: number): readonly Value[] {
    for (;;) {
      if (this.#literals < this.#texts) {
        const literal = literals[this.#literals];
        if (literal === undefined) return this.#values;
        this.#literals++;
        this.#add({ kind: 'literal', literal });
      } else {
        const text = texts[this.#texts];
        if (text === undefined) return this.#values;
        this.#read(text, this.#texts++ === 0 ? start : 0);
      }
    }
  }

  #add(value: Value): void {
    if (this.#count++ < MOST_VALUES) this.#into.push(value);
  }

  #read(text: string, start: number): void {
    let at = start;
    while (at < text.length && this.#count < MOST_VALUES) at = this.#readSome(text, at);
  }

  #readSome(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (code === BLANK || code === TAB) return at + 1;
    if (code === OPEN) return this.#openList(at);
    if (code === CLOSE) return this.#closeList(at);
    if (code === QUOTE) return this.#readString(text, at);
    const end = endOfAtom(text, at);
    this.#add({ kind: 'atom', text: text.slice(at, end) });
    return end;
  }

  #openList(at: number): number {
    if (this.#open.length >= DEEPEST) return at + 1;
    const items: Value[] = [];
    this.#add({ kind: 'list', items });
    this.#open.push(this.#into);
    this.#into = items;
    return at + 1;
  }

  #closeList(at: number): number {
    this.#into = this.#open.pop() ?? this.#into;
    return at + 1;
  }

  #readString(text: string, at: number): number {
    const end = endOfString(text, at);
    const raw = text.slice(at + 1, end);
    this.#add({ kind: 'string', raw, text: raw.includes('\\') ? raw.replace(/\\(.)/gs, '$1') : raw });
    return end + 1;
  }
}

/** Where the closing quote stands, or the end of the text. */
function endOfString(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) !== QUOTE) end += text.charCodeAt(end) === BACKSLASH ? 2 : 1;
  return Math.min(end, text.length);
}

/** A section in square brackets belongs to its atom, blanks and all. */
function endOfAtom(text: string, at: number): number {
  let end = at;
  let inSection = false;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === OPEN_SECTION) inSection = text.slice(end, end + LONGEST_SECTION).includes(']');
    else if (code === CLOSE_SECTION) inSection = false;
    else if (!inSection && (code === BLANK || code === OPEN || code === CLOSE || code === QUOTE || code === TAB)) break;
  }
  return end === at ? at + 1 : end;
}

/** What a value says as a string; undefined for a list and for a literal that is no short text. */
export function textOf(value: Value | undefined): string | undefined {
  if (value === undefined || value.kind === 'list') return undefined;
  return value.kind === 'literal' ? value.literal.text : value.text;
}

/** The texts of a list, or of one value alone; lists within are left out. */
export function wordsOf(value: Value | undefined): readonly string[] {
  return value === undefined ? [] : allWordsOf([value]);
}

/** The texts of values, and of the lists among them; lists within lists are left out. */
export function allWordsOf(values: readonly Value[]): readonly string[] {
  const words: string[] = [];
  for (const value of values) {
    if (value.kind === 'list') addTexts(value.items, words);
    else addText(value, words);
  }
  return words;
}

function addTexts(values: readonly Value[], words: string[]): void {
  for (const value of values) addText(value, words);
}

function addText(value: Value, words: string[]): void {
  const text = textOf(value);
  if (text !== undefined) words.push(text);
}

/** A string that may be NIL. */
export function nstringOf(value: Value | undefined): string | undefined {
  return value?.kind === 'atom' && value.text.toUpperCase() === 'NIL' ? undefined : textOf(value);
}

/** What stands behind a name in a list of names and values. */
export function valueNamed(values: readonly Value[], name: string): Value | undefined {
  for (let i = 0; i + 1 < values.length; i += 2) if (textOf(values[i])?.toLowerCase() === name) return values[i + 1];
  return undefined;
}
