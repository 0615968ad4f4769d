/** German for the pieces of IMAP's sentences: sets of mails, flags, what a FETCH asks for, criteria of a search. */
import type { BodyStructure, EnvelopeSummary, FetchedItem, FetchItem, FetchWhat, MailRange, MailSet, SearchTerm, StatusItem } from '../../model/notes/imap.js';
import { count, list, number, octets, quote, shorten } from './format.js';

// ── which mails ─────────────────────────────────────────────────────────────────────────────────────────────────

/** 2 bis 4; two neighbours are named one by one. */
function parts({ from, to }: MailRange, dative: boolean): readonly string[] {
  return typeof from === 'number' && to === from + 1 ? [String(from), String(to)] : [range({ from, to }, dative)];
}

function range({ from, to }: MailRange, dative: boolean): string {
  if (from === to) return from === '*' ? (dative ? 'der letzten' : 'die letzte') : String(from);
  return to === '*' ? `${from} bis zur letzten` : `${from} bis ${to}`;
}

function told(set: MailSet, dative: boolean): string {
  const { uid, ranges, more, saved } = set;
  const the = dative ? 'den' : 'die';
  const all = dative ? 'allen' : 'alle';
  if (saved) return `${the} Mails der letzten Suche ($)`;
  const [first] = ranges;
  const only = ranges.length === 1 ? first : undefined;
  if (only !== undefined && only.to === '*') {
    if (only.from === '*') return `${dative ? 'der' : 'die'} ${uid ? 'Mail mit der höchsten UID (*)' : dative ? 'letzten Mail (*)' : 'letzte Mail (*)'}`;
    if (only.from === 1) return `${all} Mails`;
    return uid ? `${all} Mails mit UIDs ab ${only.from}` : `${all} Mails ab ${only.from}`;
  }
  const named = ranges.flatMap((one) => parts(one, dative));
  if (more > 0) named.push(`${number(more)} weitere${dative ? 'n' : ''}`);
  if (only !== undefined && only.from === only.to) return uid ? `${dative ? 'der' : 'die'} Mail mit der UID ${list(named)}` : `Mail ${list(named)}`;
  return uid ? `${the} Mails mit den UIDs ${list(named)}` : `${the} Mails ${list(named)}`;
}

/** Mail 1; die Mails 2 bis 4 und 7; alle Mails ab 5; die Mails mit den UIDs 7 und 9 */
export function mails(set: MailSet): string {
  return told(set, false);
}

/** von den Mails 2 bis 4 */
export function mailsDative(set: MailSet): string {
  return told(set, true);
}

export function isOne({ ranges, more, saved }: MailSet): boolean {
  return !saved && more === 0 && ranges.length === 1 && ranges[0]!.from === ranges[0]!.to;
}

// ── flags ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** System flags (RFC 9051 §2.3.2) and keywords of the IANA registry, in lower case. */
export const FLAGS: Readonly<Record<string, string>> = {
  '\\seen': 'gelesen',
  '\\answered': 'beantwortet',
  '\\flagged': 'als wichtig markiert',
  '\\deleted': 'zum Löschen vorgemerkt',
  '\\draft': 'noch nicht fertig',
  '\\recent': 'neu in dieser Sitzung',
  '\\*': 'Clients dürfen weitere erfinden',
  $forwarded: 'weitergeleitet',
  $mdnsent: 'Lesebestätigung gesendet',
  $junk: 'Spam',
  $notjunk: 'kein Spam',
  $phishing: 'vermutlich Betrug',
  $important: 'vermutlich wichtig',
  $submitpending: 'wartet auf den Versand',
  $submitted: 'versandt',
  junk: 'Spam',
  nonjunk: 'kein Spam',
  notjunk: 'kein Spam',
  forwarded: 'weitergeleitet',
  $label1: 'eigene Markierung 1',
  $label2: 'eigene Markierung 2',
  $label3: 'eigene Markierung 3',
  $label4: 'eigene Markierung 4',
  $label5: 'eigene Markierung 5',
  $hasattachment: 'mit Anhang',
  $hasnoattachment: 'ohne Anhang',
  $muted: 'Unterhaltung stummgeschaltet',
  $followed: 'Unterhaltung wird verfolgt',
  $memo: 'Notiz an sich selbst',
};

function flag(name: string): string {
  const meaning = FLAGS[name.toLowerCase()];
  return meaning === undefined ? shorten(name) : `${name} (${meaning})`;
}

const NAMED = 12;

/** \Seen (gelesen) und $Junk (Spam) */
export function flags(names: readonly string[]): string {
  const named = names.slice(0, NAMED).map(flag);
  if (names.length > NAMED) named.push(`${number(names.length - NAMED)} weitere`);
  return list(named);
}

/** das Flag \Seen (gelesen); die Flags … */
export function theFlags(names: readonly string[]): string {
  if (names.length === 0) return 'keine Flags';
  return `${names.length === 1 ? 'das Flag' : 'die Flags'} ${flags(names)}`;
}

/** mit dem Flag …; mit den Flags … */
export function theFlagsDative(names: readonly string[]): string {
  return `${names.length === 1 ? 'dem Flag' : 'den Flags'} ${flags(names)}`;
}

/** Attributes of a mailbox name (RFC 9051 §7.3.1, RFC 6154, RFC 8457), in lower case; each follows "Es". */
export const ATTRIBUTES: Readonly<Record<string, string>> = {
  '\\noselect': 'lässt sich nicht öffnen',
  '\\nonexistent': 'existiert selbst nicht',
  '\\noinferiors': 'kann keine Postfächer unter sich haben',
  '\\haschildren': 'hat Postfächer unter sich',
  '\\hasnochildren': 'hat keine Postfächer unter sich',
  '\\marked': 'enthält vielleicht Neues',
  '\\unmarked': 'enthält nichts Neues',
  '\\subscribed': 'ist abonniert',
  '\\remote': 'liegt auf einem anderen Server',
  '\\all': 'zeigt alle Mails',
  '\\allmail': 'zeigt alle Mails',
  '\\archive': 'ist das Archiv',
  '\\drafts': 'ist für Entwürfe bestimmt',
  '\\flagged': 'zeigt die markierten Mails',
  '\\starred': 'zeigt die markierten Mails',
  '\\junk': 'ist für Spam bestimmt',
  '\\spam': 'ist für Spam bestimmt',
  '\\sent': 'ist für Gesendetes bestimmt',
  '\\trash': 'ist der Papierkorb',
  '\\important': 'zeigt die wichtigen Mails',
  '\\inbox': 'ist der Posteingang',
};

export function attributes(names: readonly string[]): string {
  return list(
    names.slice(0, NAMED).map((name) => {
      const meaning = ATTRIBUTES[name.toLowerCase()];
      return meaning === undefined ? `trägt ${shorten(name)}` : `${meaning} (${name})`;
    }),
  );
}

// ── what is fetched ─────────────────────────────────────────────────────────────────────────────────────────────

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

function envelope({ subject, from, date }: EnvelopeSummary): string {
  const said = [
    subject === undefined ? 'kein Betreff' : `Betreff ${quote(subject)}`,
    ...(from === undefined ? [] : [`von ${shorten(from)}`]),
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
  date: ({ value }) => `Eingang ${shorten(value ?? '?')}`,
  modseq: ({ value }) => `letzte Änderung ${value ?? '?'}`,
  'binary-size': ({ detail, value = '?' }) => `dekodierte Größe von Teil ${detail ?? '?'}: ${/^\d{1,15}$/.test(value) ? octets(Number(value)) : value}`,
};

function partsWithin({ type, parts: within }: BodyStructure): string {
  return within.length === 0 ? shorten(type) : `${shorten(type)} (${list(within.map(partsWithin))})`;
}

/** zwei Teile: text/plain und text/html; `one`: "einen Teil" */
export function structureOf(structure: BodyStructure, one = 'einen Teil'): string {
  const within = structure.parts.length === 0 ? [structure] : structure.parts;
  return `${count(within.length, one, 'Teile')}: ${list(within.map(partsWithin))}`;
}

/** Items whose octets come with the answer. */
const CONTENT: ReadonlySet<FetchWhat> = new Set(['mail', 'header', 'fields', 'fields-not', 'text', 'part', 'part-header', 'part-text', 'mime', 'binary']);

export function isContent({ what, bytes }: FetchedItem): boolean {
  return bytes !== undefined && CONTENT.has(what);
}

/** What came, and of how many octets: Teil 1 (64 Oktette) */
function content({ what, name, detail, partial, bytes = 0, fields }: FetchedItem, from: string): string {
  const size = partial === undefined ? octets(bytes) : `${octets(bytes)} ab Oktett ${number(partial.start)}`;
  if (fields === undefined) return `${from}${item({ what, name, detail, partial: undefined })} (${size})`;
  const said = fields.map((field) => `${field.name} ${field.name === 'Subject' ? quote(field.value) : shorten(field.value)}`);
  return `Kopfzeilen${from === '' ? '' : ` ${from.trim()}`}: ${said.join(', ')} (${size})`;
}

/** Behind "Der Server sendet": von Mail 2 Teil 1 (64 Oktette) */
export function contents(fetched: readonly FetchedItem[], of: number): string {
  const [only] = fetched;
  if (fetched.length === 1 && only !== undefined) return content(only, `von Mail ${of} `);
  return `von Mail ${of} ${list(fetched.slice(0, MOST_ITEMS).map((one) => content(one, '')))}`;
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

// ── criteria of a search: each ends a clause that begins "Mails, die …" ─────────────────────────────────────────

const MONTHS: Readonly<Record<string, string>> = {
  jan: 'Januar', feb: 'Februar', mar: 'März', apr: 'April', may: 'Mai', jun: 'Juni', jul: 'Juli', aug: 'August', sep: 'September', oct: 'Oktober', nov: 'November', dec: 'Dezember',
};

/** 1-Jan-2026 → 1. Januar 2026 */
function day(value: string): string {
  const [, of, short = '', year] = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(value) ?? [];
  const month = MONTHS[short.toLowerCase()];
  return month === undefined ? shorten(value) : `${Number(of)}. ${month} ${year}`;
}

const IS: Readonly<Record<string, string>> = {
  ALL: 'überhaupt da sind',
  ANSWERED: 'beantwortet sind',
  DELETED: 'zum Löschen vorgemerkt sind',
  DRAFT: 'Entwürfe sind',
  FLAGGED: 'markiert sind',
  NEW: 'neu und ungelesen sind',
  OLD: 'in dieser Sitzung nicht neu sind',
  RECENT: 'in dieser Sitzung neu sind',
  SEEN: 'gelesen sind',
  UNANSWERED: 'nicht beantwortet sind',
  UNDELETED: 'nicht zum Löschen vorgemerkt sind',
  UNDRAFT: 'keine Entwürfe sind',
  UNFLAGGED: 'nicht markiert sind',
  UNSEEN: 'ungelesen sind',
  SAVEDATESUPPORTED: 'dort liegen, wo das Datum der Ablage geführt wird',
};

const HAS: Readonly<Record<string, (value: string) => string>> = {
  BCC: (v) => `${quote(v)} in Bcc haben`,
  CC: (v) => `${quote(v)} in Cc haben`,
  FROM: (v) => `${quote(v)} in From haben`,
  TO: (v) => `${quote(v)} in To haben`,
  SUBJECT: (v) => `${quote(v)} im Betreff haben`,
  HEADER: (v) => `die Kopfzeile ${shorten(v)} haben`,
  BODY: (v) => `${quote(v)} im Text haben`,
  TEXT: (v) => `${quote(v)} in Kopf oder Text haben`,
  BEFORE: (v) => `vor dem ${day(v)} eingegangen sind`,
  ON: (v) => `am ${day(v)} eingegangen sind`,
  SINCE: (v) => `am ${day(v)} oder später eingegangen sind`,
  SENTBEFORE: (v) => `vor dem ${day(v)} datiert sind`,
  SENTON: (v) => `auf den ${day(v)} datiert sind`,
  SENTSINCE: (v) => `auf den ${day(v)} oder später datiert sind`,
  SAVEDBEFORE: (v) => `vor dem ${day(v)} hier abgelegt sind`,
  SAVEDON: (v) => `am ${day(v)} hier abgelegt sind`,
  SAVEDSINCE: (v) => `am ${day(v)} oder später hier abgelegt sind`,
  OLDER: (v) => `älter als ${v} Sekunden sind`,
  YOUNGER: (v) => `jünger als ${v} Sekunden sind`,
  LARGER: (v) => `größer als ${v} Oktette sind`,
  SMALLER: (v) => `kleiner als ${v} Oktette sind`,
  KEYWORD: (v) => `das Stichwort ${flag(v)} tragen`,
  UNKEYWORD: (v) => `das Stichwort ${flag(v)} nicht tragen`,
  MODSEQ: (v) => `seit der Änderung Nummer ${v} geändert sind`,
  FILTER: (v) => `den gespeicherten Filter ${shorten(v)} passieren`,
  EMAILID: (v) => `die bleibende Kennung ${shorten(v)} haben`,
  THREADID: (v) => `zur Unterhaltung ${shorten(v)} gehören`,
  'X-GM-RAW': (v) => `nach Gmails Regeln zu ${quote(v)} passen`,
  'X-GM-MSGID': (v) => `Gmails Nummer ${v} haben`,
  'X-GM-THRID': (v) => `zu Gmails Unterhaltung ${v} gehören`,
  'X-GM-LABELS': (v) => `Gmails Label ${shorten(v)} tragen`,
};

function criterion(term: SearchTerm): string {
  const { key, value, set, terms } = term;
  if (set !== undefined) return `zu ${mailsDative(set)} gehören`;
  if (key === 'NOT') return `nicht ${terms.map(criterion).join(' und ')}`;
  if (key === 'OR') return `entweder ${terms.map(criterion).join(' oder ')}`;
  if (key === 'AND') return terms.map(criterion).join(' und ');
  if (key === 'FUZZY') return `ungefähr ${terms.map(criterion).join(' und ')}`;
  return IS[key] ?? HAS[key]?.(value ?? '') ?? `zu ${shorten(value ?? key)} passen`;
}

/** Mails, die ungelesen sind und „bob“ in From haben */
export function searched(terms: readonly SearchTerm[]): string {
  if (terms.length === 0 || (terms.length === 1 && terms[0]!.key === 'ALL')) return 'allen Mails';
  return `Mails, die ${list(terms.filter(({ key }) => key !== 'ALL').map(criterion))}`;
}

// ── SORT ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Sort keys (RFC 5256 §3, RFC 5957), dative. */
const SORT: Readonly<Record<string, string>> = {
  ARRIVAL: 'Eingang',
  CC: 'erster Cc-Adresse',
  DATE: 'Datum',
  FROM: 'Absender',
  SIZE: 'Größe',
  SUBJECT: 'Betreff',
  TO: 'erstem Empfänger',
  DISPLAYFROM: 'Name des Absenders',
  DISPLAYTO: 'Name des ersten Empfängers',
};

/** REVERSE belongs to the key behind it. */
export function sortOrder(words: readonly string[]): string {
  const keys = words.flatMap((word, i) => {
    if (word === 'REVERSE') return [];
    const name = SORT[word] ?? shorten(word);
    return [words[i - 1] === 'REVERSE' ? `${name} (absteigend)` : name];
  });
  return list(keys);
}

// ── STATUS ──────────────────────────────────────────────────────────────────────────────────────────────────────

const STATUS: Readonly<Record<string, (value: string) => string>> = {
  MESSAGES: (v) => (v === '1' ? '1 Mail' : `${v} Mails`),
  RECENT: (v) => `${v} neue`,
  UNSEEN: (v) => `${v} ungelesene`,
  DELETED: (v) => `${v} zum Löschen vorgemerkte`,
  UIDNEXT: (v) => `nächste UID ${v}`,
  UIDVALIDITY: (v) => `UIDs gültig mit ${v}`,
  SIZE: (v) => `${v} Oktette insgesamt`,
  HIGHESTMODSEQ: (v) => `letzte Änderung ${v}`,
  MAILBOXID: (v) => `bleibende Kennung ${v}`,
  APPENDLIMIT: (v) => `Mails bis ${v} Oktette`,
  'DELETED-STORAGE': (v) => `${v} Oktette zum Freigeben`,
};

const STATUS_NAMES: Readonly<Record<string, string>> = {
  MESSAGES: 'wie viele Mails darin liegen',
  RECENT: 'wie viele neu sind',
  UNSEEN: 'wie viele ungelesen sind',
  DELETED: 'wie viele zum Löschen vorgemerkt sind',
  UIDNEXT: 'welche UID als Nächstes kommt',
  UIDVALIDITY: 'womit seine UIDs gültig sind',
  SIZE: 'wie groß es ist',
  HIGHESTMODSEQ: 'welche Nummer die letzte Änderung hat',
  MAILBOXID: 'welche bleibende Kennung es hat',
  APPENDLIMIT: 'wie groß eine Mail sein darf',
  'DELETED-STORAGE': 'wie viel Platz das Löschen freigäbe',
};

/** Items whose value is a count; the others are ids. */
const COUNTS: ReadonlySet<string> = new Set(['MESSAGES', 'RECENT', 'UNSEEN', 'DELETED', 'SIZE', 'APPENDLIMIT', 'DELETED-STORAGE']);

export function statusValues(values: readonly StatusItem[]): string {
  return list(values.map(({ name, value }) => STATUS[name]?.(COUNTS.has(name) ? grouped(value ?? '?') : (value ?? '?')) ?? `${name} ${shorten(value ?? '')}`));
}

export function statusNames(asked: readonly StatusItem[]): string {
  return list(asked.map(({ name }) => STATUS_NAMES[name] ?? shorten(name)));
}

function grouped(value: string): string {
  return /^\d{1,15}$/.test(value) ? number(Number(value)) : value;
}
