/** What tagged replies and requests to go on say, and what a tagged reply changes. */
import type { Note } from '../../../model/note.js';
import type { StatusParams } from '../../../model/notes/imap.js';
import type { Command } from '../commands/queue.js';
import type { StatusText, TaggedStatus } from './parser.js';
import type { Awaited, Talk } from '../talk.js';
import { isImapVerb } from '../verbs.js';

/** Carries out what the reply means for the state (RFC 9051 §3). */
export function applyReply(command: Command, status: TaggedStatus, code: string | undefined, talk: Talk): void {
  const { row, name, login } = command;
  login?.end(status === 'OK');
  if (status === 'OK') {
    talk.atLeast(row.needs);
    if (name === 'CLOSE' && talk.mailbox?.readOnly === false) command.facts.deleted = talk.mailbox.deleted;
    if (row.after !== undefined) talk.state = row.after;
    if (row.after !== undefined || row.needs === 'selected') talk.isSure = true;
    if (command.opens !== undefined) talk.mailbox = command.opens;
    if (command.opens !== undefined && code === 'READ-ONLY') command.opens.readOnly = true;
    command.facts.mails = command.opens?.mails;
    command.facts.username ??= login?.username;
  } else if (status === 'NO') leaveMailbox(command, talk);
  if (talk.state !== 'selected') talk.mailbox = undefined;
  if (name === 'UNAUTHENTICATE' && status === 'OK') {
    talk.mailbox = undefined;
    // RFC 8437 §3: what ENABLE has switched on is off again.
    talk.namesAreUtf8 = false;
  }
}

/** RFC 9051 §6.3.2: a SELECT that fails closes the mailbox that was open; before the log-in none was. */
function leaveMailbox(command: Command, talk: Talk): void {
  const { afterNo } = command.row;
  if (afterNo !== undefined && !misplaced(command, talk)) talk.state = afterNo;
}

export interface TaggedReply {
  readonly tag: string;
  readonly status: TaggedStatus;
  readonly text: StatusText;
}

export function noteOfReply({ tag, status, text }: TaggedReply, command: Command | undefined, talk: Talk): Note {
  const params: StatusParams = { code: text.code, words: text.words };
  const verb = command?.verb;
  if (status !== 'OK' && command?.login?.isCancelled === true) {
    return { key: 'imap.reply.cancelled', params: { status, mechanism: command.login.mechanism, ...params } };
  }
  if (status === 'BAD') return { key: 'imap.reply.bad', params: { tag, verb, misplaced: misplaced(command, talk), ...params } };
  if (command !== undefined && isImapVerb(command.name)) {
    const key = status === 'OK' ? 'imap.reply.ok' : 'imap.reply.no';
    return { key, params: { verb: command.name, facts: { ...command.facts, ...several(command) }, ...params } };
  }
  return { key: status === 'OK' ? 'imap.reply.ok-other' : 'imap.reply.no-other', params: { tag, verb, ...params } };
}

/** RFC 3502: one APPEND may bring several mails, and takes either all of them or none. */
function several({ messages }: Command): { appended: number } | undefined {
  return messages.length > 1 ? { appended: messages.length } : undefined;
}

/** RFC 9051 §3: most commands are allowed in some states only. */
function misplaced(command: Command | undefined, talk: Talk): { needs: string; state: string } | undefined {
  const needs = command?.row.needs;
  return needs !== undefined && talk.isTooEarly(needs) ? { needs, state: talk.state } : undefined;
}

export function noteOfContinuation(awaited: Awaited | undefined, words: string, talk: Talk): {
  readonly note: Note;
  readonly decoded?: Readonly<Record<string, string>> | undefined;
  readonly secrets?: readonly string[] | undefined;
} {
  const command = awaited?.command;
  if (awaited?.kind === 'sasl' && command?.login?.exchange !== undefined) return command.login.exchange.challenge(words.trim());
  if (awaited?.kind === 'idle') return { note: { key: 'imap.continuation.idle', params: { words } } };
  const unseen = awaited === undefined && talk.isLost('client') ? talk.unseenLogin.challenge(words.trim()) : undefined;
  if (unseen !== undefined) return unseen;
  if (awaited === undefined || command === undefined) return { note: { key: 'imap.continuation.other', params: { words } } };
  const { octets, isMail } = awaited.literal ?? { octets: 0, isMail: false };
  if (isMail) return { note: { key: 'imap.continuation.append', params: { octets, words } } };
  return { note: { key: 'imap.continuation.literal', params: { verb: command.verb, octets, words } } };
}
