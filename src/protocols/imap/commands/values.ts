/** Takes single arguments of a command: mailbox names, sets, lists of words. What was encoded is noted on its entry. */
import { decodeMailboxName } from '../../../bytes/modified-utf7.js';
import type { Note } from '../../../model/note.js';
import type { MailboxFilter, MailSet, NamedOption } from '../../../model/notes/imap.js';
import type { Command } from './queue.js';
import { parseMailSet } from '../mail-set.js';
import type { Talk } from '../talk.js';
import { textOf, wordsOf, type Value } from '../value-parser.js';

/** The annotation of a command; undefined where its values do not fit it. */
export type Describe = (command: Command, values: readonly Value[], talk: Talk) => Note | undefined;

/** A mailbox name as people write it; INBOX means the same in any case (RFC 9051 §5.1). */
export function mailboxOf(value: Value | undefined, talk: Talk): string | undefined {
  const name = textOf(value);
  if (name === undefined) return undefined;
  return name.toUpperCase() === 'INBOX' ? 'INBOX' : readName(name, talk);
}

/** A name or a pattern, encoded or not. */
export function readName(name: string, { namesAreUtf8 }: Talk): string {
  return namesAreUtf8 ? name : decodeMailboxName(name);
}

/** Reads the mailbox at `at`, which must have a name, and remembers where that stands encoded. */
export function takeMailbox(command: Command, values: readonly Value[], talk: Talk, at = 0): string | undefined {
  const mailbox = mailboxOf(values[at], talk) || undefined;
  const wire = textOf(values[at]);
  if (mailbox !== undefined && wire !== undefined && mailbox !== wire && command.facts.mailbox === undefined) {
    command.entry.decoded ??= { mailbox };
  }
  return mailbox;
}

/** Reads the mailbox that a command is about, where it must have one, and remembers it for the reply. */
export function takeSubject(command: Command, values: readonly Value[], talk: Talk, at = 0): string | undefined {
  const mailbox = takeMailbox(command, values, talk, at);
  if (mailbox !== undefined) command.facts.mailbox = mailbox;
  return mailbox;
}

/** The word at the value's place, in upper case. */
export function keywordOf(value: Value | undefined): string | undefined {
  return value?.kind === 'atom' ? value.text.toUpperCase() : undefined;
}

/** Names of parameters in a list; their own values in brackets are passed over. */
export function parametersIn(value: Value | undefined): readonly string[] {
  return value?.kind === 'list' ? wordsOf(value).map((word) => word.toUpperCase()) : [];
}

const RANGE = /^-?\d+:-?\d+$/;
const MOST_OPTIONS = 30;

/** Names in a list, each with the words in brackets or the range behind it. */
function optionsIn(value: Value | undefined): readonly NamedOption[] {
  const options: { name: string; words: readonly string[] }[] = [];
  for (const item of value?.kind === 'list' ? value.items.slice(0, MOST_OPTIONS) : []) {
    const last = options.at(-1);
    const word = textOf(item) ?? '';
    if (last !== undefined && (item.kind === 'list' || RANGE.test(word))) last.words = [...last.words, ...wordsOf(item)];
    else if (word !== '') options.push({ name: word.toUpperCase(), words: [] });
  }
  return options;
}

export interface ReturnOptions {
  readonly returns: readonly NamedOption[];
  /** Where the values behind it begin. */
  readonly next: number;
}

/** `RETURN (…)` at `at`, where it stands there (RFC 4466 §2.6.1, RFC 5258). */
export function takeReturn(values: readonly Value[], at: number): ReturnOptions {
  return keywordOf(values[at]) === 'RETURN' ? { returns: optionsIn(values[at + 1]), next: at + 2 } : { returns: [], next: at };
}

const NAMED_FILTERS: ReadonlySet<string> = new Set(['SUBTREE', 'SUBTREE-ONE', 'MAILBOXES']);

/** Mailboxes by what they are: `PERSONAL`, `SUBTREE Lists`, `MAILBOXES (a b)` (RFC 5465 §6). */
export function takeFilter(values: readonly Value[], at: number, talk: Talk): { readonly filter: MailboxFilter; readonly next: number } | undefined {
  const kind = keywordOf(values[at]);
  if (kind === undefined) return undefined;
  if (!NAMED_FILTERS.has(kind)) return { filter: { kind, mailboxes: [] }, next: at + 1 };
  const named = values[at + 1];
  const mailboxes = named?.kind === 'list' ? named.items : named === undefined ? [] : [named];
  return { filter: { kind, mailboxes: mailboxes.map((one) => mailboxOf(one, talk) ?? '') }, next: at + 2 };
}

export function flagsIn(values: readonly Value[]): readonly string[] {
  const lists = values.filter((value) => value.kind === 'list');
  return wordsOf(lists[0]).filter((word) => word !== '');
}

export function takeSet(command: Command, value: Value | undefined): MailSet | undefined {
  const text = textOf(value);
  const set = text === undefined ? undefined : parseMailSet(text, command.uid);
  command.facts.set = set;
  return set;
}

/** RFC 7162 §3.1: a name and its number in a list. */
export function modifier(value: Value | undefined, name: string): string | undefined {
  const words = wordsOf(value);
  const at = words.findIndex((word) => word.toUpperCase() === name);
  return at === -1 ? undefined : words[at + 1];
}

const MOST_FIELDS = 30;

export interface Identity {
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** Those that have a value, without name and version. */
  readonly others: readonly { readonly name: string; readonly value: string }[];
}

/** RFC 2971: a list of names and values. */
export function readIdentity(values: readonly Value[]): Identity {
  const words = values[0]?.kind === 'list' ? values[0].items.map((item) => textOf(item) ?? '') : [];
  const known = new Map<string, string>();
  for (let at = 0; at + 1 < words.length && known.size < MOST_FIELDS; at += 2) {
    const value = words[at + 1]!;
    if (value !== '' && value.toUpperCase() !== 'NIL') known.set(words[at]!.toLowerCase(), value);
  }
  const others = [...known].filter(([name]) => name !== 'name' && name !== 'version').map(([name, value]) => ({ name, value }));
  return { name: known.get('name'), version: known.get('version'), others };
}
