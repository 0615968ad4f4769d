/**
 * The mail itself by Wireshark's names, on the entry with which its octets end, as Wireshark has it. A header field has
 * two values where they differ: as sent, and decoded (RFC 2047).
 */
import type { Entry } from '../../model/entry.js';
import type { HeaderFilterField, MailField } from '../../model/filter.js';
import type { MessageHead } from '../../model/message.js';
import type { FieldRow, Value } from '../values.js';
import { distinct, endsMail } from './spoken.js';

function ofHead(read: (head: MessageHead) => readonly Value[]): FieldRow['values'] {
  return (entry) => (endsMail(entry) && entry.message?.head !== undefined ? read(entry.message.head) : undefined);
}

/** The header's own name, in lower case. */
function header(name: string): FieldRow {
  return {
    type: 'text',
    values: ofHead(({ headers }) => {
      const found = headers.filter((field) => field.name.toLowerCase() === name);
      return found.flatMap(({ raw, value }) => distinct(unfolded(raw), value));
    }),
  };
}

function unfolded(raw: string): string {
  return raw.replaceAll(/\r?\n/g, '').trim();
}

const HEADERS: Readonly<Record<HeaderFilterField, string>> = {
  'imf.date': 'date',
  'imf.from': 'from',
  'imf.sender': 'sender',
  'imf.reply_to': 'reply-to',
  'imf.to': 'to',
  'imf.cc': 'cc',
  'imf.bcc': 'bcc',
  'imf.message_id': 'message-id',
  'imf.in_reply_to': 'in-reply-to',
  'imf.references': 'references',
  'imf.subject': 'subject',
  'imf.comments': 'comments',
  'imf.keywords': 'keywords',
  'imf.user_agent': 'user-agent',
  'imf.return_path': 'return-path',
  'imf.received': 'received',
  'imf.delivered_to': 'delivered-to',
  'imf.mime_version': 'mime-version',
  'imf.content.type': 'content-type',
  'imf.content.description': 'content-description',
  'imf.content.id': 'content-id',
  'imf.content.transfer_encoding': 'content-transfer-encoding',
  'imf.content_language': 'content-language',
  'imf.importance': 'importance',
  'imf.priority': 'priority',
  'imf.precedence': 'precedence',
  'imf.sensitivity': 'sensitivity',
  'imf.autosubmitted': 'auto-submitted',
  'imf.thread-index': 'thread-index',
  'imf.resent.date': 'resent-date',
  'imf.resent.from': 'resent-from',
  'imf.resent.sender': 'resent-sender',
  'imf.resent.to': 'resent-to',
  'imf.resent.cc': 'resent-cc',
  'imf.resent.bcc': 'resent-bcc',
  'imf.resent.message_id': 'resent-message-id',
};

export const HEADER_FIELDS = Object.fromEntries(
  Object.entries(HEADERS).map(([field, name]) => [field, header(name)]),
) as Readonly<Record<HeaderFilterField, FieldRow>>;

function people({ from = [], to = [], cc = [] }: MessageHead): readonly { readonly name?: string; readonly address: string }[] {
  return [...from, ...to, ...cc];
}

function contentType({ message }: Entry): string | undefined {
  return message?.parts[0]?.contentType;
}

export const MAIL_FIELDS: Readonly<Record<MailField, FieldRow>> = {
  'imf': { type: 'label', values: ofHead(() => [1]) },
  'imf.address': { type: 'text', values: ofHead((head) => people(head).map(({ address }) => address)) },
  'imf.display_name': { type: 'text', values: ofHead((head) => distinct(...people(head).map(({ name }) => name))) },
  'imf.content.type.type': { type: 'word', values: (entry) => (endsMail(entry) ? contentType(entry) : undefined) },
};
