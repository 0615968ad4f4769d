/**
 * Reads the first words of a client's line: tag, verb, and where the arguments begin (RFC 9051 §2.2.1). Total: a
 * line of any kind is a command of some kind; whether it is a plausible one is a question of its own.
 */
import { isImapVerb, verbRow } from '../verbs.js';

export interface CommandHead {
  readonly tag: string;
  /** Upper case, with `UID` before it where it works on UIDs; empty where there is none. */
  readonly verb: string;
  /** The verb without UID, where that may stand before it. */
  readonly name: string;
  readonly uid: boolean;
  /** Where the arguments begin; behind the line's end where there are none. */
  readonly argsStart: number;
}

/** A word that is longer is nobody's command. */
const LONGEST_WORD = 64;

const UID = 'UID';

export function parseCommandHead(line: string): CommandHead {
  const tagEnd = endOfWord(line, 0);
  const verbEnd = endOfWord(line, tagEnd + 1);
  const tag = line.slice(0, Math.min(tagEnd, LONGEST_WORD));
  const word = upper(line, tagEnd + 1, verbEnd);
  if (word !== UID) return { tag, verb: word, name: word, uid: false, argsStart: verbEnd + 1 };
  const nameEnd = endOfWord(line, verbEnd + 1);
  const name = upper(line, verbEnd + 1, nameEnd);
  if (name === '') return { tag, verb: UID, name: UID, uid: true, argsStart: nameEnd + 1 };
  const verb = `${UID} ${name}`;
  return { tag, verb, name: verbRow(name).takesUid === true ? name : verb, uid: true, argsStart: nameEnd + 1 };
}

function endOfWord(line: string, start: number): number {
  const blank = line.indexOf(' ', start);
  return blank === -1 ? line.length : blank;
}

function upper(line: string, start: number, end: number): string {
  return line.slice(start, Math.min(end, start + LONGEST_WORD)).trim().toUpperCase();
}

/** RFC 9051 §9: a tag is any ASTRING-CHAR but `+`. */
const TAG = /^[^\x00-\x20\x7f(){%*"\\+]+$/;

export function isTag(word: string): boolean {
  return TAG.test(word);
}

/** The end of IDLE. */
export function isDone(line: string): boolean {
  return /^DONE[ \t]*$/i.test(line);
}

/** Whether a line can be the beginning of a command where it is not certain that one begins here. */
export function isPlausibleCommand(line: string): boolean {
  const { tag, name } = parseCommandHead(line);
  return isImapVerb(name) && isTag(tag);
}

/** As much of what is held as a guess looks at. */
export const GLIMPSE = 256;

/** Whether octets that are held can be a command, as far as they have come. */
export function canBeginCommand(held: string): boolean {
  return held === '' || isPlausibleCommand(held.split(/\r?\n/, 1)[0]!);
}
