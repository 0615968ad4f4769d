/**
 * Says what an untagged response tells (RFC 9051 §7): one row a word, which takes the values apart, keeps the view of
 * the mailbox up to date, and chooses the annotation.
 */
import type { EntryStatus } from '../../../model/entry.js';
import type { Note } from '../../../model/note.js';
import type { FetchItem, StatusParams } from '../../../model/notes/imap.js';
import { acl, listRights, myRights, quota, quotaRoot } from './access-notes.js';
import { annotation, metadata } from './annotation-notes.js';
import { readFetchedItems } from './fetched-items.js';
import { list, namespace, status } from './listing-notes.js';
import { countOfSet, parseMailSet } from '../mail-set.js';
import type { StatusText } from './parser.js';
import { esearch, search, thread, uidBatches } from './search-notes.js';
import { comparator, genUrlAuth, identity, jmapAccess, language, urlFetch } from './service-notes.js';
import type { Talk } from '../talk.js';
import type { Decoded, Describe, Described, Untagged } from './untagged.js';
import { allWordsOf, textOf, type Value } from '../value-parser.js';

export function describeUntagged(response: Untagged, talk: Talk): Described {
  const described = DESCRIBE[response.word]?.(response, talk) ?? other(response);
  const { note, decoded } = 'note' in described ? described : { note: described, decoded: undefined };
  return { note, decoded: decoded ?? (response.hasLiterals ? literalTexts(response.values) : undefined) };
}

/** What stands behind a mail in the same FETCH response; `more`: another mail follows. */
export function describeFetchEnd(values: readonly Value[], more: boolean, part: FetchItem | undefined, { conversation }: Talk): Described {
  const { items, decoded } = readFetchedItems(values, conversation.decoder);
  return { note: { key: 'imap.data.fetch-end', params: { items, more, opensPart: part } }, decoded };
}

/** An untagged OK, NO, BAD or BYE; PREAUTH only greets. */
export function describeStatus(status: EntryStatus, text: StatusText, talk: Talk): Note {
  const params: StatusParams = { code: text.code, words: text.words };
  const { view } = talk;
  const value = text.code?.number;
  const isValidity = view !== undefined && value !== undefined && text.code?.name === 'UIDVALIDITY';
  const uidValidityBefore = isValidity ? talk.uidValidity(view.name, value) : undefined;
  const remembered = isValidity ? view.uidValidityRemembered : undefined;
  if (status === 'BYE') {
    talk.state = 'logout';
    return { key: 'imap.untagged.bye', params: { asked: talk.commands.oldestOf(['LOGOUT']) !== undefined, ...params } };
  }
  if (status === 'NO') return { key: 'imap.untagged.no', params };
  if (status === 'BAD') return { key: 'imap.untagged.bad', params };
  return { key: 'imap.untagged.ok', params: { uidValidityBefore, uidValidityRemembered: remembered === value ? undefined : remembered, ...params } };
}

/** Literals that are text and stand in no better place. */
function literalTexts(values: readonly Value[]): Decoded {
  const decoded: Record<string, string> = {};
  let count = 0;
  for (const value of values.flatMap((item) => (item.kind === 'list' ? item.items : [item]))) {
    if (value.kind !== 'literal' || value.literal.text === undefined || ++count > 20) continue;
    decoded[count === 1 ? 'literal' : `literal ${count}`] = value.literal.text;
  }
  return count === 0 ? undefined : decoded;
}

// ── the rows ────────────────────────────────────────────────────────────────────────────────────────────────────

function other({ word, line, cut }: Untagged): Note {
  return { key: 'imap.untagged.other', params: { word: word === '' ? line : word, known: Object.hasOwn(DESCRIBE, word), cut } };
}

const capability: Describe = ({ values, cause }, talk) => {
  const capabilities = allWordsOf(values).map((word) => word.toUpperCase());
  return { key: 'imap.untagged.capability', params: { capabilities, unprotected: cause?.name === 'CAPABILITY' && talk.isUnprotected(capabilities) } };
};

/** Extensions with which mailbox names are in UTF-8 (RFC 6855 §3, RFC 9051 §5.1). */
const WITH_UTF8: ReadonlySet<string> = new Set(['UTF8=ACCEPT', 'IMAP4REV2']);

const enabled: Describe = ({ values }, talk) => {
  const extensions = allWordsOf(values);
  talk.namesAreUtf8 ||= extensions.some((name) => WITH_UTF8.has(name.toUpperCase()));
  return { key: 'imap.untagged.enabled', params: { extensions } };
};

const exists: Describe = ({ number }, talk) => {
  if (number === undefined) return undefined;
  const { view } = talk;
  const before = view?.mails;
  if (view !== undefined) view.mails = number;
  return { key: 'imap.untagged.exists', params: { count: number, mailbox: view?.name, before } };
};

const expunge: Describe = ({ number }, talk) => {
  if (number === undefined) return undefined;
  talk.parts.expunge(number);
  return { key: 'imap.untagged.expunge', params: { number, left: talk.view?.expunge(number) } };
};

/** FETCH, and UIDFETCH with a UID before it (RFC 9586). */
const fetched: Describe = ({ word, number, values, mail, part }, { view, conversation }) => {
  if (number === undefined) return undefined;
  const [first] = values;
  const { items, decoded } = readFetchedItems(first?.kind === 'list' ? first.items : values, conversation.decoder);
  const uid = word === 'UIDFETCH';
  if (view !== undefined && !uid) for (const { what, words } of items) if (what === 'flags') view.flagged(number, words ?? []);
  return { note: { key: 'imap.untagged.fetch', params: { number, uid, items, opensMail: mail, opensPart: part } }, decoded };
};

/** RFC 5259: a correlator, then items as in FETCH. */
const converted: Describe = ({ number, values }, { conversation }) => {
  const last = values.at(-1);
  if (number === undefined || last?.kind !== 'list') return undefined;
  const { items, decoded } = readFetchedItems(last.items, conversation.decoder);
  return { note: { key: 'imap.untagged.converted', params: { number, items } }, decoded };
};

/** RFC 7162 §3.2.10: what went earlier, the mailbox has not held since it was opened. */
const vanished: Describe = ({ values, cause }, { view, parts }) => {
  const earlier = values[0]?.kind === 'list';
  const text = textOf(values[earlier ? 1 : 0]) ?? '';
  const set = parseMailSet(text, true);
  if (set === undefined) return undefined;
  const count = countOfSet(text);
  const left = earlier ? undefined : view?.vanish(count ?? Infinity);
  if (!earlier) parts.forgetNumbers();
  if (!earlier && cause?.name === 'EXPUNGE' && count !== undefined) cause.facts.results += count - 1;
  return { key: 'imap.untagged.vanished', params: { set, earlier, left } };
};

const DESCRIBE: Readonly<Record<string, Describe>> = {
  CAPABILITY: capability,
  ENABLED: enabled,
  FLAGS: ({ values }) => ({ key: 'imap.untagged.flags', params: { flags: allWordsOf(values) } }),
  EXISTS: exists,
  RECENT: ({ number }) => (number === undefined ? undefined : { key: 'imap.untagged.recent', params: { count: number } }),
  EXPUNGE: expunge,
  VANISHED: vanished,
  FETCH: fetched,
  UIDFETCH: fetched,
  CONVERTED: converted,
  LIST: list,
  LSUB: list,
  XLIST: list,
  STATUS: status,
  NAMESPACE: namespace,
  SEARCH: search,
  SORT: search,
  ESEARCH: esearch,
  THREAD: thread,
  UIDBATCHES: uidBatches,
  ID: identity,
  LANGUAGE: language,
  COMPARATOR: comparator,
  GENURLAUTH: genUrlAuth,
  URLFETCH: urlFetch,
  JMAPACCESS: jmapAccess,
  QUOTA: quota,
  QUOTAROOT: quotaRoot,
  ACL: acl,
  MYRIGHTS: myRights,
  LISTRIGHTS: listRights,
  METADATA: metadata,
  ANNOTATION: annotation,
};
