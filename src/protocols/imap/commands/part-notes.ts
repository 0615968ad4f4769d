/** Says what the parts of a command are that the client sends in several goes: before, between and behind literals. */
import type { Note } from '../../../model/note.js';
import { describeAppend, describeNextMail, describeReplace } from './append.js';
import { describeCommand } from './notes.js';
import type { Command } from './queue.js';
import type { LiteralMark } from '../literal.js';
import type { Talk } from '../talk.js';
import { textOf, type Value } from '../value-parser.js';

/** The annotation of a command's first part, behind which a literal comes. */
export function noteOfPart(command: Command, values: readonly Value[], mark: LiteralMark, isMail: boolean, talk: Talk): Note {
  const { verb, name } = command;
  const bringing = name === 'APPEND' ? describeAppend(command, values, mark, talk) : name === 'REPLACE' ? describeReplace(command, values, mark, talk) : undefined;
  // A mail of no octets is none that is read, and is announced all the same.
  const isEmptyMail = mark.octets === 0 && bringing !== undefined;
  if (isMail || isEmptyMail || bringing?.key === 'imap.command.catenate') return bringing ?? { key: 'imap.command.malformed', params: { verb } };
  return { key: 'imap.command.begun', params: { verb, octets: mark.octets } };
}

/** The annotation of what the client sends of a command behind a `+`, or behind a mail; `next`: what follows then. */
export function noteOfData(
  command: Command,
  values: readonly Value[],
  text: string,
  next: { readonly mark: LiteralMark; readonly isMail: boolean } | undefined,
  talk: Talk,
): Note {
  const { verb, name, facts, messages } = command;
  const value = textOf(values.at(-1));
  if (name === 'LOGIN' && messages.length === 0) return loginData(command, values, next?.mark.octets);
  if (next?.isMail === true) {
    if (messages.length > 0) return describeNextMail(values, messages.length, next.mark);
    // For the facts that the reply's sentence needs.
    (name === 'REPLACE' ? describeReplace : describeAppend)(command, values, next.mark, talk);
    return { key: 'imap.data.mailbox', params: { verb, mailbox: facts.mailbox ?? '' } };
  }
  if (next !== undefined) return { key: 'imap.data.part', params: { verb, value, octets: next.mark.octets } };
  if (messages.length > 0) return afterMail(facts.mailbox, text.trim());
  const whole = describeCommand(command, values, talk);
  if (whole.key === 'imap.command.malformed' || whole.key === 'imap.command.unknown') return { key: 'imap.data.rest', params: { verb, value } };
  return whole;
}

/** UTF8 and CATENATE end with a bracket; anything else is more than APPEND knows (RFC 9051 §6.3.12). */
function afterMail(mailbox: string | undefined, words: string): Note {
  if (words === '' || words === ')') return { key: 'imap.data.append-end', params: { mailbox } };
  return { key: 'imap.data.append-surplus', params: { words } };
}

function loginData(command: Command, values: readonly Value[], octets: number | undefined): Note {
  const username = textOf(values[0]);
  const password = textOf(values[1]);
  command.facts.username = username;
  if (password !== undefined) return { key: 'imap.data.password', params: { password, username } };
  if (username !== undefined) return { key: 'imap.data.username', params: { username } };
  return { key: 'imap.data.part', params: { verb: command.verb, value: undefined, octets: octets ?? 0 } };
}

/** What was encoded in such data: the name of a mailbox, or a value that came as a literal. */
export function decodedData({ facts, messages }: Command, values: readonly Value[], text: string): Readonly<Record<string, string>> | undefined {
  if (facts.mailbox !== undefined && messages.length === 0) return { mailbox: facts.mailbox };
  const value = textOf(values.at(-1));
  return value !== undefined && text.startsWith(value) ? { value } : undefined;
}
