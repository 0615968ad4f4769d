/** What the header of a mail says, read from its fields. Of a field that stands twice the first one counts. */
import type { Address, HeaderField, MessageHead } from '../model/message.js';
import type { HeaderDecoder } from '../model/platform.js';
import { parseDate } from './date.js';
import { parseFields, unfold } from './header-fields.js';
import { limits } from './limits.js';
import { readHops, type MailContext } from './received.js';

/** `octets`: the header, with or without the empty line behind it; `context`: what is known of the mail beside it. */
export function readHead(octets: Buffer, decoder: HeaderDecoder, context: MailContext): MessageHead {
  const headers = parseFields(octets, decoder);
  const first = new Map<string, HeaderField>();
  for (const field of headers) {
    const name = field.name.toLowerCase();
    if (!first.has(name)) first.set(name, field);
  }
  const value = (name: string): string | undefined => first.get(name)?.value;
  const addresses = (name: string): readonly Address[] | undefined => {
    const field = first.get(name);
    return field === undefined ? undefined : addressesOf(field, decoder);
  };
  const written = value('date');
  const date = written === undefined ? undefined : parseDate(written);
  const messageId = value('message-id');
  return {
    headers,
    subject: value('subject'),
    from: addresses('from'),
    to: addresses('to'),
    cc: addresses('cc'),
    date,
    messageId,
    received: readHops(headers, context, date, messageId),
  };
}

/** Addresses are read before encoded words are decoded: a decoded comma must not divide a name (RFC 2047 §6.2). */
export function addressesOf({ raw }: HeaderField, decoder: HeaderDecoder): readonly Address[] {
  return decoder.addresses(unfold(raw).slice(0, limits.fieldValue)).slice(0, limits.addresses);
}
