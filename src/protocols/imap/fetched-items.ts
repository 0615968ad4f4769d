/** Reads names and values of a FETCH response (RFC 9051 §7.5.2): what is short enough to be said, and texts of literals. */
import { decodeText } from '../../bytes/ascii.js';
import type { BodyStructure, EnvelopeSummary, FetchedItem } from '../../model/notes/imap.js';
import { parseFetchItem } from './fetch-items.js';
import { nstringOf, textOf, wordsOf, type Value } from './value-parser.js';

export interface FetchedItems {
  readonly items: readonly FetchedItem[];
  /** Texts that stood in literals, by the name of their item. */
  readonly decoded: Readonly<Record<string, string>> | undefined;
}

const MOST_ITEMS = 40;

/** `values`: names and values in turn, without the brackets around them. */
export function readFetchedItems(values: readonly Value[]): FetchedItems {
  const items: FetchedItem[] = [];
  let decoded: Record<string, string> | undefined;
  for (let i = 0; i < values.length && items.length < MOST_ITEMS; i += 2) {
    const name = textOf(values[i]);
    if (name === undefined) continue;
    const value = values[i + 1];
    items.push(readItem(name, value));
    if (value?.kind === 'literal' && value.literal.text !== undefined) (decoded ??= {})[name] = value.literal.text;
  }
  return { items, decoded };
}

/** Words whose value is said as it stands. */
const SPOKEN: ReadonlySet<string> = new Set([
  'uid', 'date', 'saved-date', 'size', 'modseq', 'email-id', 'thread-id', 'preview', 'binary-size', 'gmail-message', 'gmail-thread',
]);

const WITH_WORDS: ReadonlySet<string> = new Set(['flags', 'gmail-labels']);

function readItem(name: string, value: Value | undefined): FetchedItem {
  const { what, detail, partial } = parseFetchItem(name);
  const spoken = SPOKEN.has(what) ? (value?.kind === 'list' ? wordsOf(value).join(' ') : nstringOf(value)) : undefined;
  // Field by field: for 200,000 lines of flags this takes 0.07 s, spreading the item took 2.0 s.
  return {
    what,
    name,
    detail,
    partial,
    value: spoken?.trim(),
    words: WITH_WORDS.has(what) ? wordsOf(value) : undefined,
    bytes: octetsOf(value),
    envelope: what === 'envelope' && value?.kind === 'list' ? readEnvelope(value.items) : undefined,
    fields: what === 'fields' ? readFields(textOf(value)) : undefined,
    structure: what === 'structure' ? readStructure(value, 0) : undefined,
  };
}

function octetsOf(value: Value | undefined): number | undefined {
  if (value?.kind === 'literal') return value.literal.octets;
  return value?.kind === 'string' ? Buffer.byteLength(value.text) : undefined;
}

const FIELD = /^(From|Subject|Date):[ \t]*(.*(?:\r?\n[ \t].*)*)/gim;
const FOLD = /\r?\n[ \t]+/g;

/** The fields that tell a mail from another, unfolded and decoded, the first of each name. */
function readFields(text: string | undefined): FetchedItem['fields'] {
  if (text === undefined) return undefined;
  const fields = new Map<string, string>();
  for (const [, word = '', folded = ''] of text.matchAll(FIELD)) {
    const name = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
    const value = decodeWords(folded.replace(FOLD, ' ')).trim();
    if (value !== '' && !fields.has(name)) fields.set(name, value);
  }
  const named = ['From', 'Subject', 'Date'].flatMap((name) => (fields.has(name) ? [{ name, value: fields.get(name)! }] : []));
  return named.length === 0 ? undefined : named;
}

/** Parts within parts that are looked into, and parts of one multipart. */
const DEEPEST = 5;
const MOST_PARTS = 20;

/** A multipart begins with its parts, and its subtype follows; any other with its type and subtype. */
function readStructure(value: Value | undefined, depth: number): BodyStructure | undefined {
  if (value?.kind !== 'list' || depth > DEEPEST) return undefined;
  const behind = value.items.findIndex(({ kind }) => kind !== 'list');
  if (behind <= 0) {
    const [type, subtype] = [nstringOf(value.items[0]), nstringOf(value.items[1])];
    return type === undefined || subtype === undefined ? undefined : { type: `${type}/${subtype}`.toLowerCase(), parts: [] };
  }
  if (behind > MOST_PARTS) return undefined;
  const parts = value.items.slice(0, behind).map((item) => readStructure(item, depth + 1));
  const subtype = nstringOf(value.items[behind]);
  if (subtype === undefined || !parts.every((part) => part !== undefined)) return undefined;
  return { type: `multipart/${subtype.toLowerCase()}`, parts };
}

/** RFC 9051 §7.5.2: date, subject, from, sender, reply-to, to, cc, bcc, in-reply-to, message-id. */
function readEnvelope(values: readonly Value[]): EnvelopeSummary {
  const [date, subject, from] = values;
  const first = from?.kind === 'list' ? from.items[0] : undefined;
  const parts = first?.kind === 'list' ? first.items : [];
  const [mailbox, host] = [nstringOf(parts[2]), nstringOf(parts[3])];
  const address = mailbox === undefined ? undefined : host === undefined ? mailbox : `${mailbox}@${host}`;
  const text = nstringOf(subject);
  return { date: nstringOf(date), subject: text === undefined ? undefined : decodeWords(text), from: address };
}

const ENCODED_WORD = /=\?(utf-8|us-ascii|iso-8859-1)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=(?:\s+(?==\?))?/gi;

/** The encoded words of RFC 2047 in the charsets that need no table; others stay as they are. */
function decodeWords(text: string): string {
  return text.replace(ENCODED_WORD, (_whole, charset: string, encoding: string, data: string) => {
    const octets = encoding.toLowerCase() === 'b' ? Buffer.from(data, 'base64') : decodeQ(data);
    return charset.toLowerCase() === 'iso-8859-1' ? octets.toString('latin1') : decodeText(octets, 0, octets.length).text;
  });
}

function decodeQ(data: string): Buffer {
  const plain = data.replaceAll('_', ' ').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}
