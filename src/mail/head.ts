/** What the header of a mail says, read from its fields. Of a field that stands twice the first one counts. */
import type { Address, HeaderField, MessageHead } from '../model/message.js';
import type { HeaderDecoder } from '../model/platform.js';
import { parseDate } from './date.js';
import { parseFields } from './header-fields.js';
import { limits } from './limits.js';
import { readHops } from './received.js';

/** `octets`: the header, with or without the empty line behind it. */
export function readHead(octets: Buffer, decoder: HeaderDecoder): MessageHead {
  const headers = parseFields(octets, decoder);
  const first = new Map<string, HeaderField>();
  for (const field of headers) {
    const name = field.name.toLowerCase();
    if (!first.has(name)) first.set(name, field);
  }
  const value = (name: string): string | undefined => first.get(name)?.value;
  const addresses = (name: string): readonly Address[] | undefined => {
    // Addresses are read before encoded words are decoded: a decoded comma must not divide a name (RFC 2047 §6.2).
    const field = first.get(name);
    return field === undefined ? undefined : decoder.addresses(unfold(field.raw)).slice(0, limits.addresses);
  };
  const date = value('date');
  return {
    headers,
    subject: value('subject'),
    from: addresses('from'),
    to: addresses('to'),
    cc: addresses('cc'),
    date: date === undefined ? undefined : parseDate(date),
    messageId: value('message-id'),
    received: readHops(headers),
  };
}

function unfold(raw: string): string {
  return raw.replace(/\r?\n(?=[ \t])/g, '').trim();
}
