/** Reads the first words of a server's line (RFC 9051 §7): tagged, untagged, or a request to go on. */
import type { EntryStatus } from '../../../model/entry.js';
import type { ResponseCode } from '../../../model/notes/imap.js';
import { isTag } from '../commands/parser.js';
import { allWordsOf, parseValues } from '../value-parser.js';

export interface StatusText {
  /** All inside the brackets, verbatim. */
  readonly responseCode: string | undefined;
  readonly code: ResponseCode | undefined;
  /** Behind code and brackets. */
  readonly words: string;
}

export type TaggedStatus = 'OK' | 'NO' | 'BAD';

export type Response =
  | { readonly kind: 'tagged'; readonly tag: string; readonly status: TaggedStatus; readonly text: StatusText }
  | { readonly kind: 'status'; readonly status: EntryStatus; readonly text: StatusText }
  | {
      readonly kind: 'data';
      /** Upper case: EXISTS, FETCH, LIST … */
      readonly word: string;
      /** Before the word, where there is one: `* 3 EXISTS`. */
      readonly number: number | undefined;
      /** Where its values begin in the line. */
      readonly start: number;
    }
  | { readonly kind: 'continuation'; readonly words: string };

const TAGGED = /^(\S{1,200}) (OK|NO|BAD)(?: |$)/i;
const STATUS = /^\* (OK|NO|BAD|BYE|PREAUTH)(?: |$)/i;
const DATA = /^\* (?:(\d{1,15}) )?([A-Za-z][A-Za-z0-9.-]*)(?: |$)/;

/** Undefined where the line is none of them. */
export function parseResponse(line: string): Response | undefined {
  if (line.startsWith('* ')) return parseUntagged(line);
  if (line === '+' || line.startsWith('+ ')) return { kind: 'continuation', words: line.slice(2) };
  const match = TAGGED.exec(line);
  if (match === null || !isTag(match[1]!)) return undefined;
  const status = match[2]!.toUpperCase() as TaggedStatus;
  return { kind: 'tagged', tag: match[1]!, status, text: parseStatusText(line.slice(match[0].length)) };
}

/** Seen in the wild: imap4d of GNU Mailutils 3.15. */
const MISSPELT: ReadonlyMap<string, string> = new Map([['EXPUNGED', 'EXPUNGE']]);

function parseUntagged(line: string): Response | undefined {
  const status = isDigit(line.charCodeAt(2)) ? null : STATUS.exec(line);
  if (status !== null) {
    const text = parseStatusText(line.slice(status[0].length));
    return { kind: 'status', status: status[1]!.toUpperCase() as EntryStatus, text };
  }
  const data = DATA.exec(line);
  if (data === null) return undefined;
  const number = data[1] === undefined ? undefined : Number(data[1]);
  const word = data[2]!.toUpperCase();
  return { kind: 'data', word: MISSPELT.get(word) ?? word, number, start: data[0].length };
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function parseStatusText(rest: string): StatusText {
  const end = rest.startsWith('[') ? endOfCode(rest) : -1;
  if (end === -1) return { responseCode: undefined, code: undefined, words: rest.trim() };
  const responseCode = rest.slice(1, end);
  return { responseCode, code: parseCode(responseCode), words: rest.slice(end + 1).trim() };
}

/** The bracket that closes the first; a quoted string may hold others. */
function endOfCode(rest: string): number {
  let quoted = false;
  for (let i = 1; i < rest.length; i++) {
    const character = rest[i];
    if (quoted && character === '\\') i++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ']') return i;
  }
  return rest.indexOf(']');
}

function parseCode(text: string): ResponseCode {
  const blank = text.indexOf(' ');
  const name = (blank === -1 ? text : text.slice(0, blank)).toUpperCase();
  const args = blank === -1 ? '' : text.slice(blank + 1);
  const number = /^\d{1,15}(?!\S)/.exec(args);
  const words = number?.[0] === args ? [args] : wordsIn(args);
  return { name, args, number: number === null ? undefined : Number(number[0]), words };
}

function wordsIn(args: string): readonly string[] {
  return args === '' ? [] : allWordsOf(parseValues([args], [], 0));
}
