/** Reads one line of the client (RFC 1939 §3). Total: whatever the line says, it is a command of some kind. */

export interface Pop3Command {
  /** Upper case; empty for an empty line. */
  readonly verb: string;
  /** What follows the verb and one blank, verbatim; undefined where nothing does. */
  readonly args: string | undefined;
}

/** A verb that is longer than this is cut: it is nobody's command. */
const VERB_LENGTH = 64;

/** Seen in the wild: CR CR LF, of which the first CR is left at the end of a line. */
const STRAY_CR = /\r+$/;

export function parseCommand(text: string): Pop3Command {
  const line = text.replace(STRAY_CR, '');
  const space = line.search(/[ \t]/);
  const word = space === -1 ? line : line.slice(0, space);
  return { verb: word.slice(0, VERB_LENGTH).toUpperCase(), args: space === -1 ? undefined : line.slice(space + 1) };
}

/** The words of an argument. */
export function wordsOf(args: string | undefined): readonly string[] {
  return (args ?? '').split(/[ \t]+/).filter((word) => word !== '');
}

/** The number of a mail or of lines; undefined where the word is none. */
export function parseNumber(word: string | undefined): number | undefined {
  return word !== undefined && /^\d{1,10}$/.test(word) ? Number(word) : undefined;
}
