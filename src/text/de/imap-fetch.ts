/** German for what a FETCH asks for, and what its answers bring. */
import type { BodyStructure, EnvelopeSummary, FetchedItem, FetchItem, FetchWhat } from '../../model/notes/imap.js';
import { moment } from './imap-dates.js';
import { flags } from './imap-phrases.js';
import { meaningOf } from '../meaning.js';
import { count, list, number, octets, octetsDative, quote, shorten } from './format.js';

const ITEMS: Readonly<Record<Exclude<FetchWhat, 'other'>, string>> = {
  all: 'Flags, Datum, Größe und wichtigste Kopfzeilen (ALL)',
  fast: 'Flags, Datum und Größe (FAST)',
  full: 'Flags, Datum, Größe, wichtigste Kopfzeilen und Aufbau (FULL)',
  flags: 'die Flags',
  uid: 'die UID',
  date: 'das Datum des Eingangs',
  'saved-date': 'das Datum der Ablage hier',
  size: 'die Größe',
  envelope: 'die wichtigsten Kopfzeilen, in Teile zerlegt (ENVELOPE)',
  structure: 'den Aufbau aus Teilen',
  mail: 'die ganze Mail',
  header: 'den Kopf',
  fields: 'die Kopfzeilen',
  'fields-not': 'den Kopf ohne',
  text: 'den Text ohne Kopf',
  part: 'Teil',
  'part-header': 'den Kopf der Mail in Teil',
  'part-text': 'den Text der Mail in Teil',
  mime: 'den MIME-Kopf von Teil',
  binary: 'den dekodierten Teil',
  'binary-size': 'die dekodierte Größe von Teil',
  modseq: 'die Nummer der letzten Änderung (MODSEQ)',
  'email-id': 'die bleibende Kennung (EMAILID)',
  'thread-id': 'die Kennung der Unterhaltung (THREADID)',
  annotations: 'die Anmerkungen dazu (ANNOTATION)',
  preview: 'eine kurze Vorschau',
  'gmail-message': 'Gmails Nummer der Mail',
  'gmail-thread': 'Gmails Nummer der Unterhaltung',
  'gmail-labels': 'Gmails Labels',
};

/** The items whose nominative differs from the accusative above. */
const NOMINATIVE: Readonly<Partial<Record<FetchWhat, string>>> = {
  structure: 'der Aufbau aus Teilen',
  header: 'der Kopf',
  'fields-not': 'der Kopf ohne',
  text: 'der Text ohne Kopf',
  'part-header': 'der Kopf der Mail in Teil',
  'part-text': 'der Text der Mail in Teil',
  mime: 'der MIME-Kopf von Teil',
  binary: 'der dekodierte Teil',
};

/** Accusative: die Kopfzeilen From, Date */
export function item({ what, name, detail, partial }: FetchItem, isSubject = false): string {
  const phrase = what === 'other' ? shorten(name) : what === 'fields' && detail?.includes(',') === false ? 'die Kopfzeile' : ((isSubject ? NOMINATIVE[what] : undefined) ?? ITEMS[what]);
  const detailed = detail === undefined ? phrase : `${phrase} ${shorten(detail)}`;
  if (partial === undefined) return detailed;
  const { start, length } = partial;
  if (what === 'mail') return `${length === undefined ? 'die Mail' : `ein Stück von ${octetsDative(length)}`} ab Oktett ${number(start)}`;
  return length === undefined ? `${detailed} (ab Oktett ${number(start)})` : `${detailed} (davon ${octets(length)} ab Oktett ${number(start)})`;
}

const MOST_ITEMS = 10;

/** Names that need no article in a list of their like. */
const BARE: Readonly<Partial<Record<FetchWhat, string>>> = {
  flags: 'Flags',
  uid: 'UID',
  date: 'Eingangsdatum',
  'saved-date': 'Datum der Ablage',
  size: 'Größe',
  envelope: 'wichtigste Kopfzeilen (ENVELOPE)',
  structure: 'Aufbau aus Teilen',
  modseq: 'Nummer der letzten Änderung (MODSEQ)',
  'email-id': 'bleibende Kennung (EMAILID)',
  'thread-id': 'Kennung der Unterhaltung (THREADID)',
};

/** Behind "Der Client fragt": die Flags von Mail 1; von allen Mails UID und Flags */
export function asks(asked: readonly FetchItem[], from: string): string {
  const [only] = asked;
  if (asked.length === 1 && only !== undefined && only.partial === undefined && Object.hasOwn(BARE, only.what)) return `${item(only)} von ${from}`;
  const bare = asked.length <= MOST_ITEMS ? asked.flatMap(({ what }) => BARE[what] ?? []) : [];
  return `von ${from} ${bare.length === asked.length ? list(bare) : items(asked)}`;
}

function items(asked: readonly FetchItem[]): string {
  const named = asked.slice(0, MOST_ITEMS).map((one) => item(one));
  if (asked.length > MOST_ITEMS) named.push(`${number(asked.length - MOST_ITEMS)} weitere`);
  return list(named);
}

function envelope({ subject, from, to, date }: EnvelopeSummary): string {
  const said = [
    subject === undefined ? 'kein Betreff' : `Betreff ${quote(subject)}`,
    ...(from === undefined ? [] : [`von ${shorten(from)}`]),
    ...(to.length === 0 ? [] : [`an ${shorten(to[0]!)}${to.length === 1 ? '' : ` und ${count(to.length - 1, 'eine weitere Adresse', 'weitere')}`}`]),
    ...(date === undefined ? [] : [`Datum ${shorten(date)}`]),
  ];
  return `Kopfzeilen (${said.join(', ')})`;
}

/** Items whose value is said in a way of its own. */
const SAID: Readonly<Partial<Record<FetchWhat, (fetched: FetchedItem) => string>>> = {
  flags: ({ words = [] }) => (words.length === 0 ? 'keine Flags' : `Flags ${flags(words)}`),
  'gmail-labels': ({ words = [] }) => `Labels ${list(words.map(shorten)) || 'keine'}`,
  uid: ({ value }) => `UID ${value ?? '?'}`,
  size: ({ value = '?' }) => `Größe ${/^\d{1,15}$/.test(value) ? octets(Number(value)) : value}`,
  date: ({ value }) => `Eingang am ${moment(value ?? '?')}`,
  'saved-date': ({ value }) => (value === undefined ? 'hier ohne Datum der Ablage' : `hier abgelegt am ${moment(value)}`),
  'email-id': ({ value }) => `bleibende Kennung ${shorten(value ?? '?')}`,
  'thread-id': ({ value }) => (value === undefined ? 'keine Unterhaltung' : `Unterhaltung ${shorten(value)}`),
  preview: ({ value }) => (value === undefined ? 'noch keine Vorschau' : `Vorschau ${quote(value)}`),
  modseq: ({ value }) => `letzte Änderung ${value ?? '?'}`,
  'binary-size': ({ detail, value = '?' }) => `dekodierte Größe von Teil ${detail ?? '?'}: ${/^\d{1,15}$/.test(value) ? octets(Number(value)) : value}`,
};

const DISPOSITIONS: Readonly<Record<string, string>> = { attachment: 'Anhang', inline: 'zur Anzeige' };

/** Parts that a sentence names, at whatever depth. */
const MOST_PARTS = 24;

interface Room {
  left: number;
}

function partsWithin(parts: readonly BodyStructure[], room: Room): string {
  const told: string[] = [];
  for (const part of parts) {
    if (room.left <= 0) {
      told.push(`${number(parts.length - told.length)} weitere`);
      break;
    }
    room.left--;
    told.push(partWithin(part, room));
  }
  return list(told);
}

/** text/plain (UTF-8, 449 Oktette); text/plain „folie.txt“ (attachment, 70 Oktette in base64) */
function partWithin({ type, parts: within, bytes, charset, encoding, disposition, fileName, subject }: BodyStructure, room: Room): string {
  if (within.length > 0) return `${shorten(type)} (${partsWithin(within, room)})`;
  const plain = encoding === undefined || encoding === '7bit' || encoding === '8bit' || encoding === 'binary';
  const size = bytes === undefined ? [] : [`${octets(bytes)}${plain ? '' : ` in ${shorten(encoding)}`}`];
  const about = [
    ...(disposition === undefined ? [] : [meaningOf(DISPOSITIONS, disposition) ?? shorten(disposition)]),
    ...(subject === undefined ? [] : [`eine Mail mit dem Betreff ${quote(subject)}`]),
    ...(charset === undefined ? [] : [shorten(charset)]),
    ...size,
  ];
  return `${shorten(type)}${fileName === undefined ? '' : ` ${quote(fileName)}`}${about.length === 0 ? '' : ` (${about.join(', ')})`}`;
}

/** zwei Teile: text/plain und text/html; `one`: "einen Teil" */
export function structureOf(structure: BodyStructure, one = 'einen Teil'): string {
  const within = structure.parts.length === 0 ? [structure] : structure.parts;
  return `${count(within.length, one, 'Teile')}: ${partsWithin(within, { left: MOST_PARTS })}`;
}

/** Items whose octets come with the answer. */
const CONTENT: ReadonlySet<FetchWhat> = new Set(['mail', 'header', 'fields', 'fields-not', 'text', 'part', 'part-header', 'part-text', 'mime', 'binary']);

export function isContent({ what, bytes }: FetchedItem): boolean {
  return bytes !== undefined && CONTENT.has(what);
}

/** What came, and of how many octets: Teil 1 (64 Oktette) */
function content({ what, name, detail, partial, bytes = 0, fields }: FetchedItem, from: string): string {
  const whole = item({ what, name, detail, partial: undefined });
  if (partial !== undefined && partial.start > 0 && bytes === 0) return `${from}${what === 'mail' ? 'nichts' : `${whole}, aber kein Oktett`} (Ende vor Oktett ${number(partial.start)})`;
  const size = partial === undefined ? octets(bytes) : `${octets(bytes)} ab Oktett ${number(partial.start)}`;
  if (fields === undefined) return `${from}${what === 'mail' && partial !== undefined ? 'ein Stück' : whole} (${size})`;
  const said = fields.map((field) => `${field.name} ${field.name === 'Subject' ? quote(field.value) : shorten(field.value)}`);
  return `Kopfzeilen${from === '' ? '' : ` ${from.trim()}`}: ${said.join(', ')} (${size})`;
}

/** Behind "Der Server sendet": von Mail 2 Teil 1 (64 Oktette) */
export function contents(fetched: readonly FetchedItem[], of: string): string {
  const [only] = fetched;
  if (fetched.length === 1 && only !== undefined) return content(only, `von ${of} `);
  return `von ${of} ${list(fetched.slice(0, MOST_ITEMS).map((one) => content(one, '')))}`;
}

function fetchedItem(fetched: FetchedItem): string {
  const { what, value, bytes, partial } = fetched;
  const said = SAID[what];
  if (said !== undefined) return said(fetched);
  if (fetched.structure !== undefined) return structureOf(fetched.structure, 'ein Teil');
  if (fetched.envelope !== undefined) return envelope(fetched.envelope);
  if (partial !== undefined && bytes !== undefined) return `${item({ what, name: fetched.name, detail: fetched.detail, partial: undefined }, true)} (${octets(bytes)} ab Oktett ${number(partial.start)})`;
  const name = item(fetched, true);
  if (value !== undefined) return `${name}: ${/^\d+$/.test(value) ? shorten(value) : quote(value)}`;
  return bytes === undefined ? name : `${name} (${octets(bytes)})`;
}

export function fetchedItems(fetched: readonly FetchedItem[]): string {
  const said = fetched.slice(0, MOST_ITEMS).map(fetchedItem);
  if (fetched.length > MOST_ITEMS) said.push(`${number(fetched.length - MOST_ITEMS)} weitere Angaben`);
  return list(said);
}
