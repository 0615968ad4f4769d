/** What mailscope knows and Wireshark has no name for: sessions, entries and mails by the names of the JSON document. */
import type { Entry, EntryStatus } from '../../model/entry.js';
import type { OwnField } from '../../model/filter.js';
import type { Message } from '../../model/message.js';
import type { AuthAttempt, Session } from '../../model/session.js';
import { nanosecondsBetween, type FieldRow, type Value } from '../values.js';
import { distinct } from './spoken.js';

function ofMail(read: (message: Message) => Value | readonly Value[] | undefined): FieldRow['values'] {
  return ({ message }) => (message === undefined ? undefined : read(message));
}

/** As the protocols mean it: 4yz is for now, 5yz for good. */
const OUTCOMES: Readonly<Record<EntryStatus, string>> = { OK: 'accepted', PREAUTH: 'accepted', ERR: 'refused', NO: 'refused', BAD: 'refused', BYE: 'refused' };

function outcome({ kind, code, status }: Entry): string | undefined {
  if (kind !== 'reply' && kind !== 'greeting') return undefined;
  if (status !== undefined) return OUTCOMES[status];
  if (code === undefined) return undefined;
  if (code >= 500) return 'refused';
  return code >= 400 ? 'deferred' : 'accepted';
}

/** What was tried in the session so far, and by whom. */
function attempts({ id }: Entry, { auth }: Session): readonly AuthAttempt[] {
  return auth.filter(({ entry }) => entry.id !== 0 && entry.id <= id);
}

function sender({ note, message }: Entry): string | undefined {
  switch (note.key) {
    case 'smtp.command.mail':
    case 'smtp.command.send':
    case 'smtp.reply.sender-accepted':
      return note.params.address;
    case 'smtp.reply.refused':
      return note.params.command === 'sender' ? note.params.subject : submittedBy(message);
    default:
      return submittedBy(message);
  }
}

function recipients({ note, message }: Entry): readonly string[] {
  switch (note.key) {
    case 'smtp.command.rcpt':
    case 'smtp.reply.recipient-accepted':
    case 'smtp.reply.recipient-forwarded':
      return [note.params.address];
    case 'smtp.reply.refused':
      return note.params.command === 'recipient' ? distinct(note.params.subject) : submittedTo(message);
    default:
      return submittedTo(message);
  }
}

function submittedBy(message: Message | undefined): string | undefined {
  return message?.direction === 'submitted' ? message.envelope.from : undefined;
}

function submittedTo(message: Message | undefined): readonly string[] {
  return message?.direction === 'submitted' ? message.envelope.to.map(({ address }) => address) : [];
}

function latency({ answers, extent }: Entry): bigint | undefined {
  return answers === undefined ? undefined : nanosecondsBetween(answers.extent.last, extent.first);
}

export const OWN_FIELDS: Readonly<Record<OwnField, FieldRow>> = {
  'mailscope.session': { type: 'number', values: (_entry, { id }) => id },
  'mailscope.protocol': { type: 'word', values: (_entry, { protocol }) => protocol },
  'mailscope.service': { type: 'word', values: (_entry, { service }) => service },
  'mailscope.client': { type: 'word', values: (_entry, { client }) => client.address },
  'mailscope.server': { type: 'word', values: (_entry, { server }) => server.address },
  'mailscope.server.name': { type: 'word', values: (_entry, { server }) => server.name },
  'mailscope.tls': { type: 'word', values: (_entry, { tls }) => tls?.mode },
  'mailscope.tls.version': { type: 'word', values: (_entry, { tls }) => tls?.version },
  'mailscope.tls.cipher': { type: 'word', values: (_entry, { tls }) => tls?.cipher },
  'mailscope.tls.decrypted': { type: 'boolean', values: ({ tls }) => (tls?.decrypted === true ? 1 : 0) },
  'mailscope.entry': { type: 'number', values: ({ id }) => id },
  'mailscope.answers': { type: 'number', values: ({ answers }) => answers?.id },
  'mailscope.from': { type: 'word', values: ({ from }) => from },
  'mailscope.kind': { type: 'word', values: ({ kind }) => kind },
  'mailscope.phase': { type: 'word', values: ({ phase }) => phase },
  'mailscope.step': { type: 'word', values: ({ step }) => step },
  'mailscope.state': { type: 'word', values: ({ state }) => state },
  'mailscope.note': { type: 'word', values: ({ note }) => note.key },
  'mailscope.line': { type: 'text', values: ({ lines, text }) => lines ?? text },
  'mailscope.command': { type: 'word', values: ({ verb }) => verb },
  'mailscope.argument': { type: 'text', values: ({ args }) => args },
  'mailscope.code': { type: 'number', values: ({ code }) => code },
  'mailscope.enhanced': { type: 'text', values: ({ enhanced }) => enhanced },
  'mailscope.status': { type: 'word', values: ({ status }) => status },
  'mailscope.response_code': { type: 'word', values: ({ responseCode }) => responseCode },
  'mailscope.outcome': { type: 'word', values: outcome },
  'mailscope.latency': { type: 'duration', values: latency },
  'mailscope.bytes': { type: 'number', values: ({ extent }) => extent.bytes },
  'mailscope.decoded': { type: 'text', values: ({ decoded }) => (decoded === undefined ? undefined : Object.values(decoded)) },
  'mailscope.mechanism': { type: 'word', values: (entry, session) => attempts(entry, session).map(({ mechanism }) => mechanism) },
  'mailscope.user': { type: 'text', values: (entry, session) => distinct(...attempts(entry, session).map(({ username }) => username)) },
  'mailscope.sender': { type: 'word', values: sender },
  'mailscope.recipient': { type: 'word', values: recipients },
  'mailscope.queue_id': { type: 'text', values: ({ kind, message }) => (kind === 'reply' ? message?.outcome.queueId : undefined) },
  'mailscope.message': { type: 'number', values: ofMail(({ id }) => id) },
  'mailscope.direction': { type: 'word', values: ofMail(({ direction }) => direction) },
  'mailscope.subject': { type: 'text', values: ofMail(({ head }) => head?.subject) },
  'mailscope.message_id': { type: 'text', values: ofMail(({ head }) => head?.messageId) },
  'mailscope.size': { type: 'number', values: ofMail(({ size }) => size) },
  'mailscope.complete': { type: 'boolean', values: ofMail(({ ended, complete }) => (ended ? Number(complete) : undefined)) },
  'mailscope.content_type': { type: 'word', values: ofMail(({ parts }) => parts.map(({ contentType }) => contentType)) },
  'mailscope.attachment': { type: 'word', values: ofMail(({ parts }) => distinct(...parts.map(({ filename }) => filename))) },
};
