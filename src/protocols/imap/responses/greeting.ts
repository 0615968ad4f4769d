/** What makes a line a greeting, and the server's name in its words, which RFC 9051 leaves free. */
import type { StatusText } from './parser.js';

/** Labels with dots between them, the last of letters: a version number is no name. */
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/;

/** Words with a dot that stand in greetings and are no hosts. */
const NO_HOST = /\.(?:org\/|html?$)/i;

/** Undefined where no word can be a host name. */
export function hostIn(words: string): string | undefined {
  for (const word of words.split(/[\s,;:()<>[\]"']+/)) {
    if (HOST.test(word) && !NO_HOST.test(word)) return word;
  }
  return undefined;
}

/** Codes that stand in greetings (RFC 9051 §7.1, RFC 2221). */
const GREETING_CODES: ReadonlySet<string> = new Set(['ALERT', 'CAPABILITY', 'REFERRAL', 'UNAVAILABLE']);

/** With which servers show during IDLE that they are there. */
const STILL_HERE = /^still here/i;

/** Whether the first status line of a conversation whose beginning was not captured can be its greeting. */
export function canGreet({ code, words }: StatusText): boolean {
  return code === undefined ? !STILL_HERE.test(words) : GREETING_CODES.has(code.name);
}
