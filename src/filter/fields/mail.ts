/**
 * The mail itself by Wireshark's names, on the entry with which its octets end, as Wireshark has it. A header field has
 * two values where they differ: as sent, and decoded (RFC 2047).
 */
import { endsMail } from '../../mail/ending.js';
import type { Entry } from '../../model/entry.js';
import type { HeaderFilterField, MailField } from '../../model/filter.js';
import type { MessageHead } from '../../model/message.js';
import type { FieldRow, Value } from '../values.js';
import { distinct } from './spoken.js';

function ofHead(read: (head: MessageHead) => readonly Value[]): FieldRow['values'] {
  return (entry) => (endsMail(entry) && entry.message?.head !== undefined ? read(entry.message.head) : undefined);
}

function header(name: string): FieldRow {
  const wanted = name.toLowerCase();
  return {
    type: 'text',
    values: ofHead(({ headers }) => {
      const found = headers.filter((field) => field.name.toLowerCase() === wanted);
      return found.flatMap(({ raw, value }) => distinct(unfolded(raw), value));
    }),
  };
}

function unfolded(raw: string): string {
  return raw.replaceAll(/\r?\n/g, '').trim();
}

/** The name in the header. */
export const HEADERS: Readonly<Record<HeaderFilterField, string>> = {
  'imf.date': 'Date',
  'imf.from': 'From',
  'imf.sender': 'Sender',
  'imf.reply_to': 'Reply-To',
  'imf.to': 'To',
  'imf.cc': 'Cc',
  'imf.bcc': 'Bcc',
  'imf.message_id': 'Message-ID',
  'imf.in_reply_to': 'In-Reply-To',
  'imf.references': 'References',
  'imf.subject': 'Subject',
  'imf.comments': 'Comments',
  'imf.keywords': 'Keywords',
  'imf.user_agent': 'User-Agent',
  'imf.return_path': 'Return-Path',
  'imf.received': 'Received',
  'imf.delivered_to': 'Delivered-To',
  'imf.mime_version': 'MIME-Version',
  'imf.content.type': 'Content-Type',
  'imf.content.description': 'Content-Description',
  'imf.content.id': 'Content-ID',
  'imf.content.transfer_encoding': 'Content-Transfer-Encoding',
  'imf.content_language': 'Content-Language',
  'imf.importance': 'Importance',
  'imf.priority': 'Priority',
  'imf.precedence': 'Precedence',
  'imf.sensitivity': 'Sensitivity',
  'imf.autosubmitted': 'Auto-Submitted',
  'imf.thread-index': 'Thread-Index',
  'imf.resent.date': 'Resent-Date',
  'imf.resent.from': 'Resent-From',
  'imf.resent.sender': 'Resent-Sender',
  'imf.resent.to': 'Resent-To',
  'imf.resent.cc': 'Resent-Cc',
  'imf.resent.bcc': 'Resent-Bcc',
  'imf.resent.message_id': 'Resent-Message-ID',
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
