/**
 * Says what an untagged response tells (RFC 9051 §7): one row a word, which takes the values apart, keeps the view of
 * the mailbox up to date, and chooses the annotation.
 */
import type { EntryStatus } from '../../model/entry.js';
import type { Note } from '../../model/note.js';
import type { StatusItem, StatusParams } from '../../model/notes/imap.js';
import type { Command } from './command-queue.js';
import { mailboxOf, readIdentity } from './command-values.js';
import { readFetchedItems } from './fetched-items.js';
import { parseMailSet } from './mail-set.js';
import type { StatusText } from './response-parser.js';
import type { Talk } from './talk.js';
import { allWordsOf, nstringOf, textOf, wordsOf, type Value } from './value-parser.js';

export interface Untagged {
  readonly word: string;
  readonly number: number | undefined;
  readonly values: readonly Value[];
  /** Size of the mail whose literal follows. */
  readonly mail: number | undefined;
  readonly cause: Command | undefined;
  /** Others than that of the mail. */
  readonly hasLiterals: boolean;
  /** As on the wire. */
  readonly line: string;
}

export interface Described {
  readonly note: Note;
  readonly decoded?: Readonly<Record<string, string>> | undefined;
}

type Describe = (response: Untagged, talk: Talk) => Described | Note | undefined;

export function describeUntagged(response: Untagged, talk: Talk): Described {
  const described = DESCRIBE[response.word]?.(response, talk) ?? other(response);
  const { note, decoded } = 'note' in described ? described : { note: described, decoded: undefined };
  return { note, decoded: decoded ?? (response.hasLiterals ? literalTexts(response.values) : undefined) };
}

/** What stands behind a mail in the same FETCH response; `more`: another mail follows. */
export function describeFetchEnd(values: readonly Value[], more: boolean): Described {
  const { items, decoded } = readFetchedItems(values);
  return { note: { key: 'imap.data.fetch-end', params: { items, more } }, decoded };
}

/** An untagged OK, NO, BAD or BYE; PREAUTH only greets. */
export function describeStatus(status: EntryStatus, text: StatusText, talk: Talk): Note {
  const params: StatusParams = { code: text.code, words: text.words };
  const { view } = talk;
  const value = text.code?.number;
  if (view !== undefined && text.code?.name === 'UIDVALIDITY') view.uidValidity = value;
  if (view !== undefined && text.code?.name === 'UIDNEXT') view.uidNext = value;
  if (status === 'BYE') {
    talk.state = 'logout';
    return { key: 'imap.untagged.bye', params: { asked: talk.commands.oldestOf(['LOGOUT']) !== undefined, ...params } };
  }
  if (status === 'NO') return { key: 'imap.untagged.no', params };
  return { key: status === 'BAD' ? 'imap.untagged.bad' : 'imap.untagged.ok', params };
}

/** Literals that are text and stand in no better place. */
function literalTexts(values: readonly Value[]): Readonly<Record<string, string>> | undefined {
  const decoded: Record<string, string> = {};
  let count = 0;
  for (const value of values.flatMap((item) => (item.kind === 'list' ? item.items : [item]))) {
    if (value.kind !== 'literal' || value.literal.text === undefined || ++count > 20) continue;
    decoded[count === 1 ? 'literal' : `literal ${count}`] = value.literal.text;
  }
  return count === 0 ? undefined : decoded;
}

/** The decoded name, with what it looks like on the wire left to the line itself. */
function named(value: Value | undefined): { mailbox: string; decoded: Readonly<Record<string, string>> | undefined } | undefined {
  const mailbox = mailboxOf(value);
  if (mailbox === undefined) return undefined;
  const same = mailbox === textOf(value) && value?.kind !== 'literal';
  return { mailbox, decoded: same ? undefined : { mailbox } };
}

// ── the rows ────────────────────────────────────────────────────────────────────────────────────────────────────

function other({ word, line }: Untagged): Note {
  return { key: 'imap.untagged.other', params: { word: word === '' ? line : word } };
}

const capability: Describe = ({ values, cause }, talk) => {
  const capabilities = allWordsOf(values).map((word) => word.toUpperCase());
  return { key: 'imap.untagged.capability', params: { capabilities, unprotected: cause?.name === 'CAPABILITY' && talk.isUnprotected(capabilities) } };
};

const exists: Describe = ({ number }, talk) => {
  if (number === undefined) return undefined;
  const { view } = talk;
  const before = view?.mails;
  if (view !== undefined) view.mails = number;
  return { key: 'imap.untagged.exists', params: { count: number, mailbox: view?.name, before } };
};

const expunge: Describe = ({ number }, talk) =>
  number === undefined ? undefined : { key: 'imap.untagged.expunge', params: { number, left: talk.view?.expunge() } };

const fetched: Describe = ({ number, values, mail }) => {
  if (number === undefined) return undefined;
  const [first] = values;
  const { items, decoded } = readFetchedItems(first?.kind === 'list' ? first.items : values);
  return { note: { key: 'imap.untagged.fetch', params: { number, items, opensMail: mail } }, decoded };
};

/** RFC 9051 §7.3.1: attributes, hierarchy delimiter, name. */
const list: Describe = ({ word, values }) => {
  const [attributes, separator, name] = values;
  const mailbox = named(name);
  if (attributes?.kind !== 'list' || mailbox === undefined) return undefined;
  const delimiter = nstringOf(separator);
  if (mailbox.mailbox === '') return { key: 'imap.untagged.delimiter', params: { delimiter } };
  const subscribed = word === 'LSUB' || wordsOf(attributes).some((attribute) => attribute.toLowerCase() === '\\subscribed');
  const params = { mailbox: mailbox.mailbox, attributes: wordsOf(attributes), delimiter, subscribed };
  return { note: { key: 'imap.untagged.list', params }, decoded: mailbox.decoded };
};

/** Names and values in turn. */
function pairs(values: readonly Value[]): readonly StatusItem[] {
  const items: StatusItem[] = [];
  for (let i = 0; i < values.length && items.length < 50; i += 2) {
    items.push({ name: (textOf(values[i]) ?? '').toUpperCase(), value: wordsOf(values[i + 1]).join(' ') });
  }
  return items;
}

const status: Describe = ({ values }) => {
  const mailbox = named(values[0]);
  if (mailbox === undefined || values[1]?.kind !== 'list') return undefined;
  const params = { mailbox: mailbox.mailbox, items: pairs(values[1].items) };
  return { note: { key: 'imap.untagged.status', params }, decoded: mailbox.decoded };
};

/** Numbers that a sentence can still name. */
const NAMED = 12;

const search: Describe = ({ word, values, cause }) => {
  const found = values.flatMap((value) => (value.kind === 'list' ? [] : [textOf(value) ?? '']));
  const numbers = found.slice(0, NAMED);
  const params = { numbers, count: found.length, uid: cause?.uid ?? false, sorted: word === 'SORT' };
  return { key: 'imap.untagged.search', params };
};

/** RFC 4731: a correlator in brackets, UID, then names and values. */
const esearch: Describe = ({ values }) => {
  let from = values[0]?.kind === 'list' ? 1 : 0;
  const uid = textOf(values[from])?.toUpperCase() === 'UID';
  if (uid) from++;
  return { key: 'imap.untagged.esearch', params: { items: pairs(values.slice(from)), uid } };
};

const namespace: Describe = ({ values }) => {
  const prefixes = (value: Value | undefined): readonly string[] =>
    value?.kind === 'list' ? value.items.map((item) => mailboxOf(item.kind === 'list' ? item.items[0] : item) ?? '') : [];
  const [personal, others, shared] = values.map(prefixes);
  return { key: 'imap.untagged.namespace', params: { personal: personal ?? [], others: others ?? [], shared: shared ?? [] } };
};

const vanished: Describe = ({ values }, talk) => {
  const earlier = values[0]?.kind === 'list';
  const set = parseMailSet(textOf(values[earlier ? 1 : 0]) ?? '', true);
  if (set === undefined) return undefined;
  if (!earlier) for (const { from, to } of set.ranges) if (from === to) talk.view?.expunge();
  return { key: 'imap.untagged.vanished', params: { set, earlier } };
};

/** RFC 9208 §4.2.1: resource, usage, limit. */
const quota: Describe = ({ values }) => {
  const root = textOf(values[0]);
  if (root === undefined || values[1]?.kind !== 'list') return undefined;
  const words = wordsOf(values[1]);
  const resources: { name: string; used: number; limit: number }[] = [];
  for (let i = 0; i + 2 < words.length && resources.length < 20; i += 3) {
    const [used, limit] = [Number(words[i + 1]), Number(words[i + 2])];
    if (Number.isSafeInteger(used) && Number.isSafeInteger(limit)) resources.push({ name: words[i]!.toUpperCase(), used, limit });
  }
  return { key: 'imap.untagged.quota', params: { root, resources } };
};

const quotaRoot: Describe = ({ values }) => {
  const mailbox = named(values[0]);
  if (mailbox === undefined) return undefined;
  const roots = allWordsOf(values.slice(1));
  return { note: { key: 'imap.untagged.quotaroot', params: { mailbox: mailbox.mailbox, roots } }, decoded: mailbox.decoded };
};

const acl: Describe = ({ values }) => {
  const mailbox = named(values[0]);
  if (mailbox === undefined) return undefined;
  const entries = pairs(values.slice(1)).map(({ name, value }, i) => ({ who: textOf(values[1 + 2 * i]) ?? name, rights: value ?? '' }));
  return { note: { key: 'imap.untagged.acl', params: { mailbox: mailbox.mailbox, entries } }, decoded: mailbox.decoded };
};

const myRights: Describe = ({ values }) => {
  const mailbox = named(values[0]);
  if (mailbox === undefined) return undefined;
  const params = { mailbox: mailbox.mailbox, rights: textOf(values[1]) ?? '' };
  return { note: { key: 'imap.untagged.myrights', params }, decoded: mailbox.decoded };
};

const metadata: Describe = ({ values }) => {
  const mailbox = named(values[0]);
  if (mailbox === undefined) return undefined;
  const words = values.slice(1).flatMap((value) => (value.kind === 'list' ? value.items.filter((_, i) => i % 2 === 0) : [value]));
  return { key: 'imap.untagged.metadata', params: { mailbox: mailbox.mailbox, entries: words.map((word) => textOf(word) ?? '') } };
};

const DESCRIBE: Readonly<Record<string, Describe>> = {
  CAPABILITY: capability,
  ENABLED: ({ values }) => ({ key: 'imap.untagged.enabled', params: { extensions: allWordsOf(values) } }),
  FLAGS: ({ values }) => ({ key: 'imap.untagged.flags', params: { flags: allWordsOf(values) } }),
  EXISTS: exists,
  RECENT: ({ number }) => (number === undefined ? undefined : { key: 'imap.untagged.recent', params: { count: number } }),
  EXPUNGE: expunge,
  FETCH: fetched,
  LIST: list,
  LSUB: list,
  XLIST: list,
  STATUS: status,
  SEARCH: search,
  SORT: search,
  ESEARCH: esearch,
  THREAD: ({ values }) => ({ key: 'imap.untagged.thread', params: { threads: values.filter(({ kind }) => kind === 'list').length } }),
  NAMESPACE: namespace,
  ID: ({ values }) => ({ key: 'imap.untagged.id', params: readIdentity(values) }),
  VANISHED: vanished,
  QUOTA: quota,
  QUOTAROOT: quotaRoot,
  ACL: acl,
  MYRIGHTS: myRights,
  METADATA: metadata,
};
