/**
 * What IMAP commands are made of (RFC 3501 §9): atoms, strings, literals, lists, sets of numbers. Reads a command that
 * is there in full, an octet a character, its literals behind their `{n}` CRLF. Total: what it cannot read is a BadSyntax.
 */
import { limits } from '../limits.js';

/** The command cannot be read; the words say what was expected. */
export class BadSyntax extends Error {}

/** `{12}` or `{12+}` at the end of a line. */
export const LITERAL = /\{(\d{1,9})(\+?)\}$/;
const LITERAL_INSIDE = /\{(\d{1,9})\+?\}\r\n/y;

/** Neither blank, parenthesis, brace, quote nor control character; `%`, `*`, `]` and `\` where they may stand. */
const ATOM = /[^\x00-\x20\x7f(){"%*\\\]]+/y;
const ASTRING = /[^\x00-\x20\x7f(){"%*\\]+/y;
const LIST_MAILBOX = /[^\x00-\x20\x7f(){"\\]+/y;
const FLAG = /\\?[^\x00-\x20\x7f(){"%*\\\]]{1,60}/y;
const QUOTED = /"((?:[^"\\\r\n]|\\["\\])*)"/y;
const SET = /[\d*:,]+/y;
const NUMBER = /\d{1,10}/y;
/** `BODY.PEEK[HEADER.FIELDS` up to its bracket, or a plain item. */
const FETCH_NAME = /[A-Za-z0-9.]+/y;
const SECTION = /\[([^\]\x00-\x1f]*)\](?:<(\d{1,9})\.(\d{1,9})>)?/y;

export class ArgumentReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#at === this.#text.length;
  }

  /** Nothing may follow. */
  end(): void {
    if (!this.atEnd) throw new BadSyntax('there is something behind the last argument');
  }

  space(): void {
    if (!this.skip(' ')) throw new BadSyntax(this.atEnd ? 'an argument is missing' : 'a blank is missing');
  }

  /** Whether `word` stood here. */
  skip(word: string): boolean {
    if (this.#text.slice(this.#at, this.#at + word.length).toUpperCase() !== word) return false;
    this.#at += word.length;
    return true;
  }

  atom(what: string): string {
    return this.#match(ATOM, what)[0];
  }

  /** An atom or a string: user names, passwords, mailboxes. */
  astring(what: string): string {
    return this.#string() ?? this.#match(ASTRING, what)[0];
  }

  /** A mailbox that may hold `*` and `%`. */
  pattern(): string {
    return this.#string() ?? this.#match(LIST_MAILBOX, 'a mailbox pattern')[0];
  }

  number(): number {
    return Number(this.#match(NUMBER, 'a number')[0]);
  }

  set(): NumberSet {
    return parseSet(this.#match(SET, 'a set of numbers')[0]);
  }

  /** Whether a set of numbers, not a word, comes next. */
  get atSet(): boolean {
    return /[\d*]/.test(this.#text[this.#at] ?? '');
  }

  get atList(): boolean {
    return this.#text[this.#at] === '(';
  }

  get atQuote(): boolean {
    return this.#text[this.#at] === '"';
  }

  /** Flags in parentheses, or without where that is allowed. */
  flags(bare: boolean): readonly string[] {
    const flag = (): string => this.#match(FLAG, 'a flag')[0];
    if (bare && !this.atList) {
      const flags = [flag()];
      while (this.skip(' ')) flags.push(flag());
      return flags;
    }
    return this.list(flag);
  }

  /** `(a b c)`, each read by `read`. */
  list<T>(read: () => T): readonly T[] {
    if (!this.skip('(')) throw new BadSyntax('a list in parentheses is missing');
    const items: T[] = [];
    while (!this.skip(')')) {
      if (items.length > 0) this.space();
      items.push(read());
    }
    return items;
  }

  /** One item of FETCH: its name, its section where it has one, and which octets of it. */
  fetchItem(): FetchItem {
    const name = this.#match(FETCH_NAME, 'a data item')[0].toUpperCase();
    if (this.#text[this.#at] !== '[') return { name };
    const [, section = '', from, count] = this.#match(SECTION, 'a section in brackets');
    return { name, section, ...(from === undefined || count === undefined ? {} : { partial: { from: Number(from), count: Number(count) } }) };
  }

  /** A literal that holds a mail; what stands before it has been read. */
  literal(): string {
    const text = this.#literal();
    if (text === undefined) throw new BadSyntax('a literal is missing');
    return text;
  }

  #string(): string | undefined {
    if (this.#text[this.#at] === '{') return this.#literal();
    if (this.#text[this.#at] !== '"') return undefined;
    return this.#match(QUOTED, 'a string with its closing quote')[1]!.replace(/\\(.)/g, '$1');
  }

  #literal(): string | undefined {
    LITERAL_INSIDE.lastIndex = this.#at;
    const match = LITERAL_INSIDE.exec(this.#text);
    if (match === null) return undefined;
    const from = this.#at + match[0].length;
    this.#at = from + Number(match[1]);
    return this.#text.slice(from, this.#at);
  }

  #match(pattern: RegExp, what: string): RegExpExecArray {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) throw new BadSyntax(`expected ${what}`);
    this.#at = pattern.lastIndex;
    return match;
  }
}

export interface FetchItem {
  readonly name: string;
  readonly section?: string;
  readonly partial?: { readonly from: number; readonly count: number };
}

/** Ranges of sequence numbers or UIDs, both ends included; Infinity is `*`. */
export type NumberSet = readonly { readonly from: number; readonly to: number }[];

function parseSet(text: string): NumberSet {
  return text.split(',').map((range) => {
    const match = /^(\d{1,10}|\*)(?::(\d{1,10}|\*))?$/.exec(range);
    if (match === null || match[1] === '0' || match[2] === '0') throw new BadSyntax('a set of numbers looks like 1,3:5,7:*');
    const [from, to] = [numberOf(match[1]!), numberOf(match[2] ?? match[1]!)];
    return { from, to };
  });
}

function numberOf(text: string): number {
  return text === '*' ? Infinity : Number(text);
}

/** `last`: what `*` stands for. */
export function isInSet(set: NumberSet, number: number, last: number): boolean {
  return set.some((range) => {
    const [a, b] = [Math.min(range.from, last), Math.min(range.to, last)];
    // `*` alone is the last one; a number beyond it is none.
    const [low, high] = range.from === Infinity || range.to === Infinity ? [Math.min(a, b), last] : [Math.min(range.from, range.to), Math.max(range.from, range.to)];
    return number >= low && number <= high;
  });
}

/** A string as a server sends it: quoted where that can hold it, else a literal. */
export function stringOf(text: string): string {
  // Eight-bit octets and line ends go into literals (RFC 3501 §4.3).
  return /^[\x20-\x7e]{0,1000}$/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `{${text.length}}\r\n${text}`;
}

export function nstring(text: string | undefined): string {
  return text === undefined ? 'NIL' : stringOf(text);
}

/** Reads all of a command's lists to their end without ever going deeper than this. */
export function deeper(depth: number): number {
  if (depth >= limits.nesting) throw new BadSyntax('too many parentheses inside each other');
  return depth + 1;
}
