/** Takes single arguments of a command: mailbox names, sets, lists of words. What was encoded is noted on its entry. */
import { decodeMailboxName } from '../../bytes/modified-utf7.js';
import type { MailSet } from '../../model/notes/imap.js';
import type { Command } from './command-queue.js';
import { parseMailSet } from './mail-set.js';
import { textOf, wordsOf, type Value } from './value-parser.js';

/** A mailbox name as people write it; INBOX means the same in any case (RFC 9051 §5.1). */
export function mailboxOf(value: Value | undefined): string | undefined {
  const name = textOf(value);
  if (name === undefined) return undefined;
  return name.toUpperCase() === 'INBOX' ? 'INBOX' : decodeMailboxName(name);
}

/** Reads the mailbox at `at`, which must have a name, and remembers where that stands encoded. */
export function takeMailbox(command: Command, values: readonly Value[], at = 0): string | undefined {
  const mailbox = mailboxOf(values[at]) || undefined;
  const wire = textOf(values[at]);
  if (mailbox !== undefined && wire !== undefined && mailbox !== wire && command.facts.mailbox === undefined) {
    command.entry.decoded ??= { mailbox };
  }
  return mailbox;
}

/** Names of parameters in a list; their own values in brackets are passed over. */
export function parametersIn(value: Value | undefined): readonly string[] {
  return value?.kind === 'list' ? wordsOf(value).map((word) => word.toUpperCase()) : [];
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

/** RFC 2971: a list of names and values. */
export function readIdentity(values: readonly Value[]): { name: string | undefined; version: string | undefined; fields: number } {
  const words = values[0]?.kind === 'list' ? values[0].items.map((item) => textOf(item) ?? '') : [];
  const find = (field: string): string | undefined => {
    const at = words.findIndex((word, i) => i % 2 === 0 && word.toLowerCase() === field);
    const value = at === -1 ? undefined : words[at + 1];
    return value === undefined || value.toUpperCase() === 'NIL' ? undefined : value;
  };
  return { name: find('name'), version: find('version'), fields: Math.floor(words.length / 2) };
}
