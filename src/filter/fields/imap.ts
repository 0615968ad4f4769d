/** IMAP by Wireshark's names. A UID command has its verb without UID as a second value: both are asked for. */
import type { Entry } from '../../model/entry.js';
import type { ImapField } from '../../model/filter.js';
import type { Session } from '../../model/session.js';
import { nanosecondsBetween, type FieldRow, type Value } from '../values.js';
import { distinct, isSpoken, wireLine, wireText } from './spoken.js';

type Read = (entry: Entry, session: Session) => Value | readonly Value[] | undefined;

function inImap(read: Read): Read {
  return (entry, session) => (session.protocol === 'imap' && isSpoken(entry) ? read(entry, session) : undefined);
}

function ofCommand(read: Read): Read {
  return inImap((entry, session) => (entry.kind === 'command' ? read(entry, session) : undefined));
}

/** The tagged one; what is untagged belongs to no command. */
function ofReply(read: Read): Read {
  return inImap((entry, session) => (entry.kind === 'reply' && entry.tag !== undefined ? read(entry, session) : undefined));
}

/** UID FETCH is `UID` and `FETCH`. */
function verbs({ verb }: Entry): readonly string[] | undefined {
  return verb?.split(' ');
}

/** The word behind the status. */
function replyWord({ text = '' }: Entry): string | undefined {
  return text.split(' ')[2];
}

/** Commands whose first argument is a mailbox. */
const OF_MAILBOX = new Set(['SELECT', 'EXAMINE', 'CREATE', 'DELETE', 'RENAME', 'SUBSCRIBE', 'UNSUBSCRIBE', 'STATUS', 'APPEND']);
const FIRST_ARGUMENT = /^(?:"((?:[^"\\]|\\.)*)"|(\S+))/;

function mailboxes({ verb = '', args = '', decoded }: Entry): readonly string[] {
  const found = OF_MAILBOX.has(verb) ? FIRST_ARGUMENT.exec(args) : undefined;
  return distinct(found?.[1] ?? found?.[2], decoded?.['mailbox']);
}

function credential(name: 'username' | 'password'): Read {
  return inImap((entry, { auth }) => distinct(auth.find((attempt) => attempt.entry === entry)?.[name]));
}

function clientText({ kind, text }: Entry): string | undefined {
  return kind === 'command' || kind === 'auth' || kind === 'data' ? text : undefined;
}

export const IMAP_FIELDS: Readonly<Record<ImapField, FieldRow>> = {
  'imap': { type: 'protocol', values: inImap(wireText) },
  'imap.isrequest': { type: 'boolean', values: inImap(({ from }) => (from === 'client' ? 1 : 0)) },
  'imap.line': { type: 'text', values: inImap(wireLine) },
  'imap.tag': { type: 'text', values: inImap(({ tag }) => tag) },
  'imap.command': { type: 'word', values: inImap((entry) => (entry.kind === 'command' ? verbs(entry) : isTagged(entry) ? replyWord(entry) : undefined)) },
  'imap.request': { type: 'text', values: inImap(clientText) },
  'imap.request_tag': { type: 'text', values: ofCommand(({ tag }) => tag) },
  'imap.request.command': { type: 'word', values: ofCommand(verbs) },
  'imap.request.command.uid': { type: 'boolean', values: ofCommand(({ verb = '' }) => (verb.startsWith('UID ') ? 1 : undefined)) },
  'imap.request.folder': { type: 'text', values: ofCommand(mailboxes) },
  'imap.request.username': { type: 'text', values: credential('username') },
  'imap.request.password': { type: 'text', values: credential('password') },
  'imap.response': { type: 'text', values: ofReply(({ text }) => text) },
  'imap.response_tag': { type: 'text', values: ofReply(({ tag }) => tag) },
  'imap.response.status': { type: 'word', values: ofReply(({ status }) => status) },
  'imap.response.command': { type: 'word', values: ofReply(replyWord) },
  'imap.response_to': { type: 'number', values: ofReply(({ answers }) => answers?.extent.last.frame) },
  'imap.time': { type: 'duration', values: ofReply(({ answers, extent }) => (answers === undefined ? undefined : nanosecondsBetween(answers.extent.last, extent.last))) },
};

function isTagged({ kind, tag }: Entry): boolean {
  return kind === 'reply' && tag !== undefined;
}
