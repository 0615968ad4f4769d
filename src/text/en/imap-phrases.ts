/** English for the pieces of IMAP's sentences: sets of mails, flags, what a FETCH asks for, criteria of a search. */
import type { BodyStructure, EnvelopeSummary, FetchedItem, FetchItem, FetchWhat, MailRange, MailSet, SearchTerm, StatusItem } from '../../model/notes/imap.js';
import { count, list, number, octets, quote, shorten } from './format.js';

// ── which mails ─────────────────────────────────────────────────────────────────────────────────────────────────

/** 2 to 4; two neighbours are named one by one. */
function parts({ from, to }: MailRange): readonly string[] {
  return typeof from === 'number' && to === from + 1 ? [String(from), String(to)] : [range({ from, to })];
}

function range({ from, to }: MailRange): string {
  const end = to === '*' ? 'the last' : String(to);
  return from === to ? (from === '*' ? 'the last' : String(from)) : `${from} to ${end}`;
}

/** mail 1; mails 2 to 4 and 7; all mails from 5; the mails with UIDs 7 and 9 */
export function mails({ uid, ranges, more, saved }: MailSet): string {
  if (saved) return 'the mails of the last search ($)';
  const [first] = ranges;
  const only = ranges.length === 1 && first !== undefined ? first : undefined;
  if (only !== undefined && only.to === '*') {
    if (only.from === '*') return uid ? 'the mail with the highest UID (*)' : 'the last mail (*)';
    if (only.from === 1) return 'all mails';
    return uid ? `all mails with UIDs from ${only.from}` : `all mails from ${only.from}`;
  }
  const named = ranges.flatMap(parts);
  if (more > 0) named.push(`${number(more)} more`);
  if (only !== undefined && only.from === only.to) return uid ? `the mail with UID ${range(only)}` : `mail ${range(only)}`;
  return uid ? `the mails with UIDs ${list(named)}` : `mails ${list(named)}`;
}

/** "it" or "them", for the same mails. */
export function isOne({ ranges, more, saved }: MailSet): boolean {
  return !saved && more === 0 && ranges.length === 1 && ranges[0]!.from === ranges[0]!.to;
}

// ── flags ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** System flags (RFC 9051 §2.3.2) and keywords of the IANA registry, in lower case. */
export const FLAGS: Readonly<Record<string, string>> = {
  '\\seen': 'read',
  '\\answered': 'answered',
  '\\flagged': 'marked as important',
  '\\deleted': 'to be removed',
  '\\draft': 'not finished',
  '\\recent': 'new in this session',
  '\\*': 'clients may invent more',
  $forwarded: 'forwarded',
  $mdnsent: 'read receipt sent',
  $junk: 'junk',
  $notjunk: 'no junk',
  $phishing: 'likely fraud',
  $important: 'likely important',
  $submitpending: 'waiting to be sent',
  $submitted: 'sent',
  junk: 'junk',
  nonjunk: 'no junk',
  notjunk: 'no junk',
  forwarded: 'forwarded',
  $label1: "label 1 of the user's",
  $label2: "label 2 of the user's",
  $label3: "label 3 of the user's",
  $label4: "label 4 of the user's",
  $label5: "label 5 of the user's",
  $hasattachment: 'has an attachment',
  $hasnoattachment: 'has no attachment',
  $muted: 'conversation muted',
  $followed: 'conversation followed',
  $memo: 'note to oneself',
};

function flag(name: string): string {
  const meaning = FLAGS[name.toLowerCase()];
  return meaning === undefined ? shorten(name) : `${name} (${meaning})`;
}

const NAMED = 12;

/** \Seen (read) and $Junk (junk) */
export function flags(names: readonly string[]): string {
  const named = names.slice(0, NAMED).map(flag);
  if (names.length > NAMED) named.push(`${number(names.length - NAMED)} more`);
  return list(named);
}

/** the flag \Seen (read); the flags … */
export function theFlags(names: readonly string[]): string {
  if (names.length === 0) return 'no flags';
  return `the ${names.length === 1 ? 'flag' : 'flags'} ${flags(names)}`;
}

/** Attributes of a mailbox name (RFC 9051 §7.3.1, RFC 6154, RFC 8457), in lower case. */
export const ATTRIBUTES: Readonly<Record<string, string>> = {
  '\\noselect': 'cannot be opened',
  '\\nonexistent': 'does not exist itself',
  '\\noinferiors': 'can never have mailboxes below it',
  '\\haschildren': 'has mailboxes below it',
  '\\hasnochildren': 'has no mailboxes below it',
  '\\marked': 'may hold new mail',
  '\\unmarked': 'holds nothing new',
  '\\subscribed': 'is subscribed',
  '\\remote': 'lies on another server',
  '\\all': 'shows all mails',
  '\\allmail': 'shows all mails',
  '\\archive': 'is the archive',
  '\\drafts': 'is for drafts',
  '\\flagged': 'shows the flagged mails',
  '\\starred': 'shows the flagged mails',
  '\\junk': 'is for junk',
  '\\spam': 'is for junk',
  '\\sent': 'is for sent mail',
  '\\trash': 'is the waste bin',
  '\\important': 'shows the important mails',
  '\\inbox': 'is the inbox',
};

export function attributes(names: readonly string[]): string {
  return list(
    names.slice(0, NAMED).map((name) => {
      const meaning = ATTRIBUTES[name.toLowerCase()];
      return meaning === undefined ? shorten(name) : `${meaning} (${name})`;
    }),
  );
}

// ── what is fetched ─────────────────────────────────────────────────────────────────────────────────────────────

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
  modseq: 'the number of its last change (MODSEQ)',
  'email-id': 'its lasting id (EMAILID)',
  'thread-id': 'the id of its conversation (THREADID)',
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
  return length === undefined ? `${detailed} (from octet ${number(start)})` : `${detailed} (of it ${octets(length)} from octet ${number(start)})`;
}

const MOST_ITEMS = 10;

export function items(asked: readonly FetchItem[]): string {
  const told = asked.slice(0, MOST_ITEMS).map(item);
  if (asked.length > MOST_ITEMS) told.push(`${number(asked.length - MOST_ITEMS)} more`);
  return list(told);
}

function envelope({ subject, from, date }: EnvelopeSummary): string {
  const said = [
    subject === undefined ? 'no subject' : `subject ${quote(subject)}`,
    ...(from === undefined ? [] : [`from ${shorten(from)}`]),
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
  date: ({ value }) => `arrived ${shorten(value ?? '?')}`,
  modseq: ({ value }) => `last change ${value ?? '?'}`,
  'binary-size': ({ detail, value = '?' }) => `decoded size of part ${detail ?? '?'}: ${/^\d{1,15}$/.test(value) ? octets(Number(value)) : value}`,
};

function partsWithin({ type, parts }: BodyStructure): string {
  return parts.length === 0 ? shorten(type) : `${shorten(type)} (${list(parts.map(partsWithin))})`;
}

/** two parts: text/plain and text/html */
export function structureOf(structure: BodyStructure): string {
  const { parts } = structure.parts.length === 0 ? { parts: [structure] } : structure;
  return `${count(parts.length, 'part', 'parts')}: ${list(parts.map(partsWithin))}`;
}

/** Items whose octets come with the answer. */
const CONTENT: ReadonlySet<FetchWhat> = new Set(['mail', 'header', 'fields', 'fields-not', 'text', 'part', 'part-header', 'part-text', 'mime', 'binary']);

export function isContent({ what, bytes }: FetchedItem): boolean {
  return bytes !== undefined && CONTENT.has(what);
}

/** What came, and of how many octets: part 1 of mail 2 (64 octets) */
function content({ what, name, detail, partial, bytes = 0, fields }: FetchedItem, of: string): string {
  const size = partial === undefined ? octets(bytes) : `${octets(bytes)} from octet ${number(partial.start)}`;
  if (fields === undefined) return `${item({ what, name, detail, partial: undefined })}${of} (${size})`;
  const said = fields.map((field) => `${field.name} ${field.name === 'Subject' ? quote(field.value) : shorten(field.value)}`);
  return `header fields${of}: ${said.join(', ')} (${size})`;
}

/** Of one item "part 1 of mail 2 …"; of several "of mail 2: …". */
export function contents(fetched: readonly FetchedItem[], of: number): string {
  const [only] = fetched;
  return fetched.length === 1 && only !== undefined ? content(only, ` of mail ${of}`) : `of mail ${of}: ${list(fetched.slice(0, MOST_ITEMS).map((one) => content(one, '')))}`;
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

// ── criteria of a search ────────────────────────────────────────────────────────────────────────────────────────

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 1-Jan-2026 → 1 January 2026 */
function day(value: string): string {
  const [, of, short = '', year] = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(value) ?? [];
  const month = MONTHS.find((name) => name.slice(0, 3).toLowerCase() === short.toLowerCase());
  return month === undefined ? shorten(value) : `${Number(of)} ${month} ${year}`;
}

const IS: Readonly<Record<string, string>> = {
  ALL: 'are there at all',
  ANSWERED: 'are answered',
  DELETED: 'are marked for removal',
  DRAFT: 'are drafts',
  FLAGGED: 'are flagged',
  NEW: 'are new and unread',
  OLD: 'are not new in this session',
  RECENT: 'are new in this session',
  SEEN: 'are read',
  UNANSWERED: 'are not answered',
  UNDELETED: 'are not marked for removal',
  UNDRAFT: 'are no drafts',
  UNFLAGGED: 'are not flagged',
  UNSEEN: 'are unread',
  SAVEDATESUPPORTED: 'lie where the date of filing is kept',
};

const HAS: Readonly<Record<string, (value: string) => string>> = {
  BCC: (v) => `have ${quote(v)} in Bcc`,
  CC: (v) => `have ${quote(v)} in Cc`,
  FROM: (v) => `have ${quote(v)} in From`,
  TO: (v) => `have ${quote(v)} in To`,
  SUBJECT: (v) => `have ${quote(v)} in the subject`,
  HEADER: (v) => `have the header field ${shorten(v)}`,
  BODY: (v) => `have ${quote(v)} in the text`,
  TEXT: (v) => `have ${quote(v)} in header or text`,
  BEFORE: (v) => `have arrived before ${day(v)}`,
  ON: (v) => `have arrived on ${day(v)}`,
  SINCE: (v) => `have arrived on or after ${day(v)}`,
  SENTBEFORE: (v) => `are dated before ${day(v)}`,
  SENTON: (v) => `are dated ${day(v)}`,
  SENTSINCE: (v) => `are dated ${day(v)} or later`,
  SAVEDBEFORE: (v) => `have been filed here before ${day(v)}`,
  SAVEDON: (v) => `have been filed here on ${day(v)}`,
  SAVEDSINCE: (v) => `have been filed here on or after ${day(v)}`,
  OLDER: (v) => `are older than ${v} seconds`,
  YOUNGER: (v) => `are younger than ${v} seconds`,
  LARGER: (v) => `are larger than ${v} octets`,
  SMALLER: (v) => `are smaller than ${v} octets`,
  KEYWORD: (v) => `have the keyword ${flag(v)}`,
  UNKEYWORD: (v) => `do not have the keyword ${flag(v)}`,
  MODSEQ: (v) => `have changed since change number ${v}`,
  FILTER: (v) => `pass the stored filter ${shorten(v)}`,
  EMAILID: (v) => `have the lasting id ${shorten(v)}`,
  THREADID: (v) => `belong to the conversation ${shorten(v)}`,
  'X-GM-RAW': (v) => `match ${quote(v)} as Gmail reads it`,
  'X-GM-MSGID': (v) => `have Gmail's id ${v}`,
  'X-GM-THRID': (v) => `belong to Gmail's conversation ${v}`,
  'X-GM-LABELS': (v) => `have Gmail's label ${shorten(v)}`,
};

function criterion(term: SearchTerm): string {
  const { key, value, set, terms } = term;
  if (set !== undefined) return `are among ${mails(set)}`;
  if (key === 'NOT') return negate(terms.map(criterion).join(' and '));
  if (key === 'OR') return `either ${terms.map(criterion).join(' or ')}`;
  if (key === 'AND') return terms.map(criterion).join(' and ');
  if (key === 'FUZZY') return `roughly ${terms.map(criterion).join(' and ')}`;
  return IS[key] ?? HAS[key]?.(value ?? '') ?? `match ${shorten(value ?? key)}`;
}

function negate(phrase: string): string {
  if (phrase.startsWith('are ')) return `are not ${phrase.slice(4)}`;
  return phrase.startsWith('have arrived') || phrase.startsWith('have been') ? `have not ${phrase.slice(5)}` : `do not ${phrase}`;
}

/** mails that are unread and have "bob" in From */
export function searched(terms: readonly SearchTerm[]): string {
  if (terms.length === 0 || (terms.length === 1 && terms[0]!.key === 'ALL')) return 'all mails';
  return `mails that ${list(terms.filter(({ key }) => key !== 'ALL').map(criterion))}`;
}

// ── SORT ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Sort keys (RFC 5256 §3, RFC 5957). */
const SORT: Readonly<Record<string, string>> = {
  ARRIVAL: 'arrival',
  CC: 'the first Cc address',
  DATE: 'date',
  FROM: 'sender',
  SIZE: 'size',
  SUBJECT: 'subject',
  TO: 'the first recipient',
  DISPLAYFROM: "the sender's name",
  DISPLAYTO: "the first recipient's name",
};

/** REVERSE belongs to the key behind it. */
export function sortOrder(words: readonly string[]): string {
  const keys = words.flatMap((word, i) => {
    if (word === 'REVERSE') return [];
    const name = SORT[word] ?? shorten(word);
    return [words[i - 1] === 'REVERSE' ? `${name} (descending)` : name];
  });
  return list(keys);
}

// ── STATUS ──────────────────────────────────────────────────────────────────────────────────────────────────────

const STATUS: Readonly<Record<string, (value: string) => string>> = {
  MESSAGES: (v) => `${v} mails`,
  RECENT: (v) => `${v} new ones`,
  UNSEEN: (v) => `${v} unread`,
  DELETED: (v) => `${v} marked for removal`,
  UIDNEXT: (v) => `next UID ${v}`,
  UIDVALIDITY: (v) => `UIDs valid with ${v}`,
  SIZE: (v) => `${v} octets in all`,
  HIGHESTMODSEQ: (v) => `last change ${v}`,
  MAILBOXID: (v) => `lasting id ${v}`,
  APPENDLIMIT: (v) => `mails up to ${v} octets`,
  'DELETED-STORAGE': (v) => `${v} octets to be freed`,
};

const STATUS_NAMES: Readonly<Record<string, string>> = {
  MESSAGES: 'how many mails it holds',
  RECENT: 'how many are new',
  UNSEEN: 'how many are unread',
  DELETED: 'how many are marked for removal',
  UIDNEXT: 'which UID comes next',
  UIDVALIDITY: 'what its UIDs are valid with',
  SIZE: 'how large it is',
  HIGHESTMODSEQ: 'the number of its last change',
  MAILBOXID: 'its lasting id',
  APPENDLIMIT: 'how large a mail may be',
  'DELETED-STORAGE': 'how much removal would free',
};

/** Items whose value is a count; the others are ids. */
const COUNTS: ReadonlySet<string> = new Set(['MESSAGES', 'RECENT', 'UNSEEN', 'DELETED', 'SIZE', 'APPENDLIMIT', 'DELETED-STORAGE']);

export function statusValues(values: readonly StatusItem[]): string {
  return list(values.map(({ name, value }) => STATUS[name]?.(COUNTS.has(name) ? grouped(value ?? '?') : (value ?? '?')) ?? `${name} ${shorten(value ?? '')}`));
}

export function statusNames(asked: readonly StatusItem[]): string {
  return list(asked.map(({ name }) => STATUS_NAMES[name] ?? shorten(name)));
}

/** Counts with their commas; ids and the like as they are. */
function grouped(value: string): string {
  return /^\d{1,15}$/.test(value) ? number(Number(value)) : value;
}
