/** Reads one line of the client (RFC 1939 §3). Total: whatever the line says, it is a command of some kind. */

export interface Pop3Command {
  /** Upper case; empty for an empty line. */
  readonly verb: string;
  /** What follows the verb and one blank, verbatim; undefined where nothing does. */
  readonly args: string | undefined;
}

/** A verb that is longer than this is cut: it is nobody's command. */
const VERB_LENGTH = 64;

/** Seen in the wild: CR CR LF, of which the first CR is left at the end of a line. Without the look behind, a line of CRs takes quadratic time. */
const STRAY_CR = /(?<!\r)\r+$/;

const BLANK = 0x20;
const TAB = 0x09;

export function parseCommand(text: string): Pop3Command {
  const whole = text.endsWith('\r') ? text.replace(STRAY_CR, '') : text;
  // Seen in the wild: blanks before the verb, which GNU Mailutils passes over.
  const line = isBlank(whole, 0) ? whole.trimStart() : whole;
  const space = endOfWord(line, 0, -1);
  const word = space === -1 ? line : line.slice(0, space);
  return { verb: word.slice(0, VERB_LENGTH).toUpperCase(), args: space === -1 ? undefined : line.slice(space + 1) };
}

/** Where the next blank stands; `none` where there is none. */
function endOfWord(text: string, from: number, none: number): number {
  for (let at = from; at < text.length; at++) if (isBlank(text, at)) return at;
  return none;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === BLANK || code === TAB;
}

/** The first word of an argument; undefined where it has none. Every command of a mail's number is asked for it. */
export function firstWord(args: string | undefined): string | undefined {
  if (args === undefined) return undefined;
  let start = 0;
  while (start < args.length && isBlank(args, start)) start++;
  return start === args.length ? undefined : args.slice(start, endOfWord(args, start, args.length));
}

/** The words of an argument. */
export function wordsOf(args: string | undefined): readonly string[] {
  return (args ?? '').split(/[ \t]+/).filter((word) => word !== '');
}

/** The number of a mail or of lines; undefined where the word is none. */
export function parseNumber(word: string | undefined): number | undefined {
  return word !== undefined && /^\d{1,10}$/.test(word) ? Number(word) : undefined;
}
