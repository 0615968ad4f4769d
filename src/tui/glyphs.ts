/**
 * The way from somebody's text to a screen: made safe as in every other view, without the marks of emoji about whose width
 * terminals disagree, and in ASCII where the locale has nothing else. Also the lines that screens are drawn with.
 */
import { terminalText } from '../report/terminal-text.js';

export interface Glyphs {
  readonly ascii: boolean;
  readonly across: string;
  readonly down: string;
  /** Where an arrow leaves a side, and its ends. */
  readonly fromLeft: string;
  readonly fromRight: string;
  readonly toRight: string;
  readonly toLeft: string;
  /** The line of octets that are not there. */
  readonly missing: string;
  /** A bracket of several lines, and of one. */
  readonly bracketTop: string;
  readonly bracketSide: string;
  readonly bracketEnd: string;
  readonly bracketOne: string;
  readonly corners: readonly [topLeft: string, topRight: string, bottomLeft: string, bottomRight: string];
  readonly ellipsis: string;
  readonly ascending: string;
  readonly descending: string;
  readonly bar: string;
  readonly separator: string;
  /** Somebody's words, or ours, as they may be shown. */
  text(words: string): string;
}

export const UNICODE: Glyphs = {
  ascii: false,
  across: '─',
  down: '│',
  fromLeft: '├',
  fromRight: '┤',
  toRight: '►',
  toLeft: '◄',
  missing: '╌',
  bracketTop: '┐',
  bracketSide: '│',
  bracketEnd: '┘',
  bracketOne: ']',
  corners: ['┌', '┐', '└', '┘'],
  ellipsis: '…',
  ascending: '▲',
  descending: '▼',
  bar: '█',
  separator: '·',
  text: (words) => terminalText(simple(words)),
};

export const ASCII: Glyphs = {
  ascii: true,
  across: '-',
  down: '|',
  fromLeft: '|',
  fromRight: '|',
  toRight: '>',
  toLeft: '<',
  missing: '.',
  bracketTop: '\\',
  bracketSide: '|',
  bracketEnd: '/',
  bracketOne: ']',
  corners: ['+', '+', '+', '+'],
  ellipsis: '~',
  ascending: '^',
  descending: 'v',
  bar: '#',
  separator: '-',
  text: (words) => inAscii(terminalText(simple(words))),
};

/** Whether the locale writes UTF-8: the first of these variables that is set decides (POSIX.1 XBD §8.2). */
export function glyphsFor(env: Readonly<Record<string, string | undefined>>): Glyphs {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return /utf-?8/i.test(locale) ? UNICODE : ASCII;
}

const PLAIN = /^[\x20-\x7e]*$/;
// Joiners, variation selectors and skin tones behind an emoji, also where another view has made them visible: every
// terminal counts their columns in its own way.
const EMOJI_MARKS = /(?<=\p{Extended_Pictographic})(?:[\u200d\ufe0e\ufe0f]|<U\+(?:200D|FE0E|FE0F)>|[\u{1f3fb}-\u{1f3ff}])+/gu;
const FLAG_LETTERS = /[\u{1f1e6}-\u{1f1ff}]/gu;
const FIRST_FLAG_LETTER = 0x1f1e6;

/** Composed, and emoji as single signs: a family is its people, a flag the letters of its country. */
function simple(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(EMOJI_MARKS, '')
    .replace(FLAG_LETTERS, (letter) => String.fromCharCode(letter.codePointAt(0)! - FIRST_FLAG_LETTER + 0x41));
}

const SPELT: Readonly<Record<string, string>> = {
  'ä': 'ae', 'ö': 'oe', 'ü': 'ue', 'Ä': 'Ae', 'Ö': 'Oe', 'Ü': 'Ue', 'ß': 'ss', 'æ': 'ae', 'ø': 'oe', 'µ': 'u',
  '„': '"', '“': '"', '”': '"', '‚': "'", '‘': "'", '’': "'", '…': '...', '–': '-', '—': '-', '·': '-', '↑': '^', '↓': 'v', '→': '->', '←': '<-', '↔': '<->',
  '─': '-', '│': '|', '×': 'x', '≤': '<=', '≥': '>=', '§': 'section ', '\u00a0': ' ', '\u202f': ' ',
};

/** Letters without their marks; what has no likeness is a question mark. */
function inAscii(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/[^\x20-\x7e]/gu, (letter) => SPELT[letter] ?? (/^[\x20-\x7e]/.test(letter.normalize('NFKD')) ? letter.normalize('NFKD')[0]! : '?'));
}
