/** English for the criteria of a search and the order of its result. */
import type { SearchTerm } from '../../model/notes/imap.js';
import { flag, mails } from './imap-phrases.js';
import { day } from './imap-dates.js';
import { list, number, quote, shorten } from './format.js';

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

/** A stranger's number: digits, and few enough to be one. */
function counted(value: string): string {
  return /^\d{1,15}$/.test(value) ? number(Number(value)) : value;
}

const HAS: Readonly<Record<string, (value: string) => string>> = {
  BCC: (v) => `have ${quote(v)} in Bcc`,
  CC: (v) => `have ${quote(v)} in Cc`,
  FROM: (v) => `have ${quote(v)} in From`,
  TO: (v) => `have ${quote(v)} in To`,
  SUBJECT: (v) => `have ${quote(v)} in the subject`,
  HEADER: header,
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
  OLDER: (v) => `are older than ${counted(v)} seconds`,
  YOUNGER: (v) => `are younger than ${counted(v)} seconds`,
  LARGER: (v) => `are larger than ${counted(v)} octets`,
  SMALLER: (v) => `are smaller than ${counted(v)} octets`,
  KEYWORD: (v) => `have the keyword ${flag(v)}`,
  UNKEYWORD: (v) => `do not have the keyword ${flag(v)}`,
  MODSEQ: (v) => `have changed since change number ${v}`,
  FILTER: (v) => `pass the stored filter ${shorten(v)}`,
  EMAILID: (v) => `have the lasting id ${shorten(v)}`,
  THREADID: (v) => `belong to the conversation ${shorten(v)}`,
  UIDAFTER: (v) => `have UIDs above ${v}`,
  UIDBEFORE: (v) => `have UIDs below ${v}`,
  ANNOTATION: (v) => `have the annotation ${shorten(v)}`,
  'X-GM-RAW': (v) => `match ${quote(v)} as Gmail reads it`,
  'X-GM-MSGID': (v) => `have Gmail's id ${v}`,
  'X-GM-THRID': (v) => `belong to Gmail's conversation ${v}`,
  'X-GM-LABELS': (v) => `have Gmail's label ${shorten(v)}`,
};

/** `Message-ID: ausflug`; without a text, the field need only be there (RFC 9051 §6.4.4). */
function header(value: string): string {
  const [name = '', ...text] = value.split(': ');
  const words = text.join(': ');
  return words === '' ? `have a header field ${shorten(name)}` : `have ${quote(words)} in the header field ${shorten(name)}`;
}

function criterion(term: SearchTerm): string {
  const { key, value, set, terms } = term;
  if (set !== undefined) return `are among ${mails(set)}`;
  if (key === 'OTHER') return `meet the unknown criterion ${quote(value ?? '')}`;
  if (key === 'NOT') return negate(terms.map(criterion).join(' and '));
  if (key === 'OR') return `either ${terms.map(criterion).join(' or ')}`;
  if (key === 'AND') return terms.map(criterion).join(' and ');
  if (key === 'FUZZY') return `roughly ${terms.map(criterion).join(' and ')}`;
  return IS[key] ?? HAS[key]?.(value ?? '') ?? `match ${shorten(value === undefined ? key : `${key} ${value}`)}`;
}

function negate(phrase: string): string {
  if (phrase.startsWith('are ')) return `are not ${phrase.slice(4)}`;
  return phrase.startsWith('have arrived') || phrase.startsWith('have been') ? `have not ${phrase.slice(5)}` : `do not ${phrase}`;
}

/** mails that are unread and have "bob" in From */
export function searched(asked: readonly SearchTerm[]): string {
  const terms = asked.flatMap((term) => (term.key === 'AND' ? term.terms : [term]));
  if (terms.length === 0 || (terms.length === 1 && terms[0]!.key === 'ALL')) return 'all mails';
  return `mails that ${list(terms.filter(({ key }) => key !== 'ALL').map(criterion))}`;
}

// ── SORT ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Sort keys (RFC 5256 §3, RFC 5957, RFC 6203, and Cyrus). */
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
  RELEVANCY: 'how well they fit',
  MODSEQ: 'number of the last change',
  SAVEDATE: 'date of filing',
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
