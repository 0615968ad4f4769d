/** Reads ENVELOPE, BODY and BODYSTRUCTURE (RFC 9051 §7.5.2): who wrote, and of what parts a mail consists. */
import { parseExtended, percentOctets } from '../../../bytes/extended-value.js';
import type { BodyStructure, EnvelopeSummary } from '../../../model/notes/imap.js';
import type { HeaderDecoder } from '../../../model/platform.js';
import { nstringOf, textOf, valueNamed, type Value } from '../value-parser.js';

/** Parts within parts that are looked into, and parts of one multipart. */
const DEEPEST = 8;
const MOST_PARTS = 50;
const MOST_ADDRESSES = 20;

/** A multipart begins with its parts, and its subtype follows; any other with its type and subtype. */
export function readStructure(value: Value | undefined, decoder: HeaderDecoder, depth = 0): BodyStructure | undefined {
  if (value?.kind !== 'list' || depth > DEEPEST) return undefined;
  const behind = value.items.findIndex(({ kind }) => kind !== 'list');
  return behind <= 0 ? readLeaf(value.items, decoder) : readMultipart(value.items, behind, decoder, depth);
}

function readMultipart(items: readonly Value[], behind: number, decoder: HeaderDecoder, depth: number): BodyStructure | undefined {
  const subtype = nstringOf(items[behind]);
  if (subtype === undefined || behind > MOST_PARTS) return undefined;
  const parts: BodyStructure[] = [];
  for (let i = 0; i < behind; i++) {
    const part = readStructure(items[i], decoder, depth + 1);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return {
    type: `multipart/${subtype.toLowerCase()}`,
    parts,
    bytes: undefined,
    charset: undefined,
    encoding: undefined,
    disposition: undefined,
    fileName: undefined,
    subject: undefined,
  };
}

/** Type, subtype, parameters, id, description, encoding, octets; then what depends on the type; then MD5, disposition … */
function readLeaf(items: readonly Value[], decoder: HeaderDecoder): BodyStructure | undefined {
  const [major, minor] = [nstringOf(items[0]), nstringOf(items[1])];
  if (major === undefined || minor === undefined) return undefined;
  const type = `${major}/${minor}`.toLowerCase();
  const isMail = (type === 'message/rfc822' || type === 'message/global') && items[7]?.kind === 'list';
  const extension = isMail ? 10 : type.startsWith('text/') ? 8 : 7;
  const parameters = itemsOf(items[2]);
  const disposition = itemsOf(items[extension + 1]);
  const octets = Number(textOf(items[6]) ?? NaN);
  return {
    type,
    parts: [],
    bytes: Number.isSafeInteger(octets) ? octets : undefined,
    charset: nstringOf(valueNamed(parameters, 'charset')),
    encoding: nstringOf(items[5])?.toLowerCase(),
    disposition: nstringOf(disposition[0])?.toLowerCase(),
    fileName: parameter(itemsOf(disposition[1]), 'filename', decoder) ?? parameter(parameters, 'name', decoder),
    subject: isMail ? readEnvelope(itemsOf(items[7]), decoder).subject : undefined,
  };
}

function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' ? value.items : [];
}

/** Servers hand parameters out as they stand in the mail, encoded one way or the other, or in pieces (RFC 2231). */
function parameter(parameters: readonly Value[], name: string, decoder: HeaderDecoder): string | undefined {
  const plain = nstringOf(valueNamed(parameters, name));
  if (plain !== undefined) return decoder.words(plain);
  const whole = nstringOf(valueNamed(parameters, `${name}*`));
  if (whole !== undefined) return decodeExtended(whole, decoder);
  let pieces = '';
  for (let i = 0; i < MOST_PARTS; i++) {
    const piece = nstringOf(valueNamed(parameters, `${name}*${i}*`)) ?? nstringOf(valueNamed(parameters, `${name}*${i}`));
    if (piece === undefined) break;
    pieces += piece;
  }
  return pieces === '' ? undefined : decodeExtended(pieces, decoder);
}

/** `UTF-8''%C3%BC.txt` → ü.txt */
function decodeExtended(value: string, decoder: HeaderDecoder): string {
  const extended = parseExtended(value);
  return extended === undefined ? value : decoder.charset(percentOctets(extended.text), extended.charset);
}

/** `multipart/mixed (text/plain, image/png "a.png")`: for those who read no sentence. */
export function outlineOf({ type, parts, fileName }: BodyStructure): string {
  if (parts.length > 0) return `${type} (${parts.map(outlineOf).join(', ')})`;
  return fileName === undefined ? type : `${type} "${fileName}"`;
}

/** Date, subject, from, sender, reply-to, to, cc, bcc, in-reply-to, message-id. */
export function readEnvelope(values: readonly Value[], decoder: HeaderDecoder): EnvelopeSummary {
  const [date, subject, from] = values;
  const text = nstringOf(subject);
  return {
    date: nstringOf(date),
    subject: text === undefined ? undefined : decoder.words(text),
    from: addressesIn(from)[0],
    to: addressesIn(values[5]),
  };
}

/** What a reader of an envelope looks for first, by the names that mails have. */
export function envelopeTexts(values: readonly Value[], { date, subject, from, to }: EnvelopeSummary): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  const add = (name: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') texts[name] = text;
  };
  add('date', date);
  add('subject', subject);
  add('from', from);
  add('to', to.join(', '));
  add('cc', addressesIn(values[6]).join(', '));
  add('inReplyTo', nstringOf(values[8]));
  add('messageId', nstringOf(values[9]));
  return texts;
}

/** Name, route, mailbox, host; a group begins with a mailbox alone and ends with nothing (RFC 9051 §7.5.2). */
function addressesIn(value: Value | undefined): readonly string[] {
  const addresses: string[] = [];
  for (const item of itemsOf(value)) {
    const parts = itemsOf(item);
    const [mailbox, host] = [nstringOf(parts[2]), nstringOf(parts[3])];
    if (mailbox === undefined || addresses.length >= MOST_ADDRESSES) continue;
    addresses.push(host === undefined ? mailbox : `${mailbox}@${host}`);
  }
  return addresses;
}
