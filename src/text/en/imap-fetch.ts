/** English for what a FETCH asks for, and what its answers bring. */
import type { BodyStructure, EnvelopeSummary, FetchedItem, FetchItem, FetchWhat } from '../../model/notes/imap.js';
import { moment } from './imap-dates.js';
import { flags } from './imap-phrases.js';
import { count, list, number, octets, quote, shorten } from './format.js';

const ITEMS: Readonly<Record<Exclude<FetchWhat, 'other'>, string>> = {
  all: 'flags, date, size and envelope (ALL)',
  fast: 'flags, date and size (FAST)',
  full: 'flags, date, size, envelope and structure (FULL)',
  flags: 'the flags',
  uid: 'the UID',
  date: 'the date of arrival',
  'saved-date': 'the date of its filing here',
  size: 'the size',
  envelope: 'the main header fields taken apart (ENVELOPE)',
  structure: 'the structure of its parts',
  mail: 'the whole mail',
  header: 'the header',
  fields: 'the header fields',
  'fields-not': 'the header without',
  text: 'the text without the header',
  part: 'part',
  'part-header': 'the header of the mail in part',
  'part-text': 'the text of the mail in part',
  mime: 'the MIME header of part',
  binary: 'the decoded part',
  'binary-size': 'the decoded size of part',
  modseq: 'the number of the last change (MODSEQ)',
  'email-id': 'the lasting id (EMAILID)',
  'thread-id': 'the id of the conversation (THREADID)',
  annotations: 'the notes (ANNOTATION)',
  preview: 'a few words as a preview',
  'gmail-message': "Gmail's id of the mail",
  'gmail-thread': "Gmail's id of the conversation",
  'gmail-labels': "Gmail's labels",
};

/** the header fields From, Date */
export function item({ what, name, detail, partial }: FetchItem): string {
  const phrase = what === 'other' ? shorten(name) : what === 'fields' && detail?.includes(',') === false ? 'the header field' : ITEMS[what];
  const detailed = detail === undefined ? phrase : `${phrase} ${shorten(detail)}`;
  if (partial === undefined) return detailed;
  const { start, length } = partial;
  if (what === 'mail') return `${length === undefined ? 'the mail' : `a piece of ${octets(length)}`} from octet ${number(start)} on`;
  return length === undefined ? `${detailed} (from octet ${number(start)})` : `${detailed} (of it ${octets(length)} from octet ${number(start)})`;
}

const MOST_ITEMS = 10;

export function items(asked: readonly FetchItem[]): string {
  const told = asked.slice(0, MOST_ITEMS).map(item);
  if (asked.length > MOST_ITEMS) told.push(`${number(asked.length - MOST_ITEMS)} more`);
  return list(told);
}

function envelope({ subject, from, to, date }: EnvelopeSummary): string {
  const said = [
    subject === undefined ? 'no subject' : `subject ${quote(subject)}`,
    ...(from === undefined ? [] : [`from ${shorten(from)}`]),
    ...(to.length === 0 ? [] : [`to ${shorten(to[0]!)}${to.length === 1 ? '' : ` and ${count(to.length - 1, 'other', 'others')}`}`]),
    ...(date === undefined ? [] : [`dated ${shorten(date)}`]),
  ];
  return `header fields (${said.join(', ')})`;
}

/** Items whose value is said in a way of its own. */
const SAID: Readonly<Partial<Record<FetchWhat, (fetched: FetchedItem) => string>>> = {
  flags: ({ words = [] }) => (words.length === 0 ? 'no flags' : `flags ${flags(words)}`),
  'gmail-labels': ({ words = [] }) => `labels ${list(words.map(shorten)) || 'none'}`,
  uid: ({ value }) => `UID ${value ?? '?'}`,
  size: ({ value = '?' }) => `size ${/^\d{1,15}$/.test(value) ? octets(Number(value)) : value}`,
  date: ({ value }) => `arrived on ${moment(value ?? '?')}`,
  'saved-date': ({ value }) => (value === undefined ? 'no date of filing kept here' : `filed here on ${moment(value)}`),
  'email-id': ({ value }) => `lasting id ${shorten(value ?? '?')}`,
  'thread-id': ({ value }) => (value === undefined ? 'no conversation' : `conversation ${shorten(value)}`),
  preview: ({ value }) => (value === undefined ? 'no preview yet' : `preview ${quote(value)}`),
  modseq: ({ value }) => `last change ${value ?? '?'}`,
  'binary-size': ({ detail, value = '?' }) => `decoded size of part ${detail ?? '?'}: ${/^\d{1,15}$/.test(value) ? octets(Number(value)) : value}`,
};

/** Parts that a sentence names, at whatever depth. */
const MOST_PARTS = 24;

interface Room {
  left: number;
}

function partsWithin(parts: readonly BodyStructure[], room: Room): string {
  const told: string[] = [];
  for (const part of parts) {
    if (room.left <= 0) {
      told.push(`${number(parts.length - told.length)} more`);
      break;
    }
    room.left--;
    told.push(partWithin(part, room));
  }
  return list(told);
}

/** text/plain (UTF-8, 449 octets); text/plain "folie.txt" (attachment, 70 octets in base64) */
function partWithin({ type, parts, bytes, charset, encoding, disposition, fileName, subject }: BodyStructure, room: Room): string {
  if (parts.length > 0) return `${shorten(type)} (${partsWithin(parts, room)})`;
  const plain = encoding === undefined || encoding === '7bit' || encoding === '8bit' || encoding === 'binary';
  const size = bytes === undefined ? [] : [`${octets(bytes)}${plain ? '' : ` in ${shorten(encoding)}`}`];
  const about = [
    ...(disposition === undefined ? [] : [shorten(disposition)]),
    ...(subject === undefined ? [] : [`a mail with the subject ${quote(subject)}`]),
    ...(charset === undefined ? [] : [shorten(charset)]),
    ...size,
  ];
  return `${shorten(type)}${fileName === undefined ? '' : ` ${quote(fileName)}`}${about.length === 0 ? '' : ` (${about.join(', ')})`}`;
}

/** two parts: text/plain and text/html */
export function structureOf(structure: BodyStructure): string {
  const { parts } = structure.parts.length === 0 ? { parts: [structure] } : structure;
  return `${count(parts.length, 'part', 'parts')}: ${partsWithin(parts, { left: MOST_PARTS })}`;
}

/** Items whose octets come with the answer. */
const CONTENT: ReadonlySet<FetchWhat> = new Set(['mail', 'header', 'fields', 'fields-not', 'text', 'part', 'part-header', 'part-text', 'mime', 'binary']);

export function isContent({ what, bytes }: FetchedItem): boolean {
  return bytes !== undefined && CONTENT.has(what);
}

/** What came, and of how many octets: part 1 of mail 2 (64 octets) */
function content({ what, name, detail, partial, bytes = 0, fields }: FetchedItem, of: string): string {
  const whole = item({ what, name, detail, partial: undefined });
  if (partial !== undefined && partial.start > 0 && bytes === 0) return `nothing${what === 'mail' ? '' : ` of ${whole}`}${of} (it ends before octet ${number(partial.start)})`;
  const size = partial === undefined ? octets(bytes) : `${octets(bytes)} from octet ${number(partial.start)}`;
  if (fields === undefined) return `${what === 'mail' && partial !== undefined ? 'a part' : whole}${of} (${size})`;
  const said = fields.map((field) => `${field.name} ${field.name === 'Subject' ? quote(field.value) : shorten(field.value)}`);
  return `header fields${of}: ${said.join(', ')} (${size})`;
}

/** Of one item "part 1 of mail 2 …"; of several "of mail 2: …". */
export function contents(fetched: readonly FetchedItem[], of: string): string {
  const [only] = fetched;
  return fetched.length === 1 && only !== undefined ? content(only, ` of ${of}`) : `of ${of}: ${list(fetched.slice(0, MOST_ITEMS).map((one) => content(one, '')))}`;
}

/** Values with their names: UID 7; flags \Seen (read); size 4,286 octets */
function fetchedItem(fetched: FetchedItem): string {
  const { what, value, bytes, partial } = fetched;
  const said = SAID[what];
  if (said !== undefined) return said(fetched);
  if (fetched.structure !== undefined) return structureOf(fetched.structure);
  if (fetched.envelope !== undefined) return envelope(fetched.envelope);
  if (partial !== undefined && bytes !== undefined) return `${item({ what, name: fetched.name, detail: fetched.detail, partial: undefined })} (${octets(bytes)} from octet ${number(partial.start)})`;
  const name = item(fetched);
  if (value !== undefined) return `${name}: ${/^\d+$/.test(value) ? shorten(value) : quote(value)}`;
  return bytes === undefined ? name : `${name} (${octets(bytes)})`;
}

export function fetchedItems(fetched: readonly FetchedItem[]): string {
  const told = fetched.slice(0, MOST_ITEMS).map(fetchedItem);
  if (fetched.length > MOST_ITEMS) told.push(`${number(fetched.length - MOST_ITEMS)} more`);
  return list(told);
}
