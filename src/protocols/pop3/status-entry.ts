/** Entries of status lines, and what those tell that answer no command: greetings, lines nobody asked for, and a mail's fate. */
import type { EntryDraft, EntryPlace } from '../../dialogue/entry-draft.js';
import type { Line } from '../../dialogue/reading.js';
import type { Note } from '../../model/note.js';
import { hostIn, noteOfGreeting, timestampIn } from './greeting.js';
import { parsePair } from './listing-items.js';
import { contextOf } from './reply-effects.js';
import { noteOfReply } from './reply-notes.js';
import { placeOfReply, type Asked } from './reply-owners.js';
import type { Status } from './reply-parser.js';
import { UNCLEAR, type Talk } from './talk.js';

const GREETING: EntryPlace = { phase: 'greeting', step: 'greeting' };

export function statusEntry(talk: Talk, kind: 'reply' | 'greeting', { ok, code }: Status, line: Line, place: EntryPlace, note: Note): EntryDraft {
  const entry = talk.entry(kind, 'server', line, place, note);
  entry.status = ok ? 'OK' : 'ERR';
  entry.responseCode = code;
  return entry;
}

export function greetingEntry(talk: Talk, status: Status, line: Line): EntryDraft {
  const { conversation } = talk;
  const { ok, words } = status;
  talk.certain = true;
  talk.maildrop.isBlind = false;
  talk.timestamp = timestampIn(words);
  const host = hostIn(words);
  if (host !== undefined) conversation.session.server.name = host;
  const entry = statusEntry(talk, 'greeting', status, line, GREETING, noteOfGreeting(status, line, conversation.setup));
  entry.answers = conversation.setup;
  if (ok && talk.timestamp !== undefined) entry.decoded = { timestamp: talk.timestamp };
  return entry;
}

/** Of a line for which the capture shows no command. */
export function unaskedEntry(talk: Talk, status: Status, line: Line): EntryDraft {
  const { ok, code, words } = status;
  talk.certain = false;
  // It answers a command that is missing, which may have been QUIT.
  if (ok && talk.quit === 'no') talk.quit = 'maybe';
  if (ok && parsePair(words) !== undefined) talk.prove('TRANSACTION');
  const toTls = !ok && talk.conversation.client.isOpaque;
  const note: Note = toTls
    ? { key: 'pop3.reply.to-tls', params: { code, words } }
    : { key: 'pop3.reply.unasked', params: { ok, code, words } };
  return statusEntry(talk, 'reply', status, line, UNCLEAR, note);
}

/** What becomes of a mail that the client has handed in. */
export function handedInEntry(talk: Talk, status: Status, asked: Asked, line: Line): EntryDraft {
  const message = asked.message!;
  const { ok, code, words } = status;
  message.outcome.accepted = ok;
  message.outcome.text = words;
  const note: Note = ok ? { key: 'pop3.reply.xmit-done', params: { code, words } } : noteOfReply(status, contextOf(talk, asked));
  const entry = statusEntry(talk, 'reply', status, line, placeOfReply(asked), note);
  entry.answers = asked.entry;
  entry.message = message;
  entry.completes = [message];
  return entry;
}
