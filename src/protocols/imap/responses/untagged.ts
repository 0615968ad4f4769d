/** What the rows that explain untagged responses have in common: a response taken apart, and what is said of it. */
import type { Note } from '../../../model/note.js';
import type { FetchItem, StatusItem } from '../../../model/notes/imap.js';
import type { Command } from '../commands/queue.js';
import { mailboxOf } from '../commands/values.js';
import type { Talk } from '../talk.js';
import { textOf, wordsOf, type Value } from '../value-parser.js';

export interface Untagged {
  readonly word: string;
  readonly number: number | undefined;
  readonly values: readonly Value[];
  /** Size of the mail whose literal follows. */
  readonly mail: number | undefined;
  /** What of the mail that is, where it is not all. */
  readonly part: FetchItem | undefined;
  readonly cause: Command | undefined;
  /** Others than that of the mail. */
  readonly hasLiterals: boolean;
  /** As on the wire. */
  readonly line: string;
  /** Its end is not in the capture. */
  readonly cut: boolean;
}

export type Decoded = Readonly<Record<string, string>> | undefined;

export interface Described {
  readonly note: Note;
  readonly decoded?: Decoded;
}

/** Undefined where the values do not fit the word. */
export type Describe = (response: Untagged, talk: Talk) => Described | Note | undefined;

/** The decoded name, with what it looks like on the wire left to the line itself. */
export function named(value: Value | undefined, talk: Talk): { mailbox: string; decoded: Decoded } | undefined {
  const mailbox = mailboxOf(value, talk);
  if (mailbox === undefined) return undefined;
  const same = mailbox === textOf(value) && value?.kind !== 'literal';
  return { mailbox, decoded: same ? undefined : { mailbox } };
}

/** Values that a sentence can still name. */
const MOST_PAIRS = 50;

/** Names, in upper case, and values in turn. */
export function pairs(values: readonly Value[]): readonly StatusItem[] {
  const items: StatusItem[] = [];
  for (let i = 0; i < values.length && items.length < MOST_PAIRS; i += 2) {
    items.push({ name: (textOf(values[i]) ?? '').toUpperCase(), value: wordsOf(values[i + 1]).join(' ') });
  }
  return items;
}
