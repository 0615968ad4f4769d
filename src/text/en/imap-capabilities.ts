/** English for what a server says it can (the IANA registry of IMAP capabilities); the weightiest with their use. */
import { sortCapabilities } from '../capability-words.js';
import { meaningOf } from '../meaning.js';
import { several } from './imap-phrases.js';
import { count, list, octets, shorten } from './format.js';

/** In the order of their weight; a name that ends with `=` stands for all that begin so. */
export const CAPABILITIES: Readonly<Record<string, string>> = {
  STARTTLS: 'encryption',
  IDLE: 'news without asking',
  'COMPRESS=': 'compression',
  UIDPLUS: 'UIDs of new and copied mails',
  MOVE: 'moving mails',
  CONDSTORE: 'numbered changes',
  QRESYNC: 'quick resynchronisation',
  'SPECIAL-USE': 'marks for drafts, sent and the like',
  'LITERAL+': 'literals without waiting',
  'LITERAL-': 'short literals without waiting',
  'SASL-IR': 'log-in in one step',
  'X-GM-EXT-1': "Gmail's own additions",
  QUOTA: 'limits of space',
  SORT: 'sorting',
  THREAD: 'grouping into conversations',
  'THREAD=': 'grouping into conversations',
  ESEARCH: 'compact search results',
  NAMESPACE: 'where mailboxes lie',
  NOTIFY: 'news of several mailboxes',
  ACL: 'access rights',
  METADATA: 'notes on mailboxes',
  'METADATA-SERVER': 'notes on the server',
  MULTIAPPEND: 'several mails in one APPEND',
  CATENATE: 'mails put together from parts',
  BINARY: 'parts decoded by the server',
  'UTF8=ACCEPT': 'names and headers in UTF-8',
  'UTF8=ONLY': 'names and headers in UTF-8 only',
  'UTF8=ALL': 'mailboxes in UTF-8 (given up)',
  'UTF8=APPEND': 'putting mails in UTF-8 (given up)',
  'UTF8=USER': 'user names in UTF-8 (given up)',
  OBJECTID: 'lasting ids',
  PREVIEW: 'previews',
  'PREVIEW=': 'previews',
  REPLACE: 'replacing a draft',
  UIDONLY: 'UIDs alone, no sequence numbers',
  UIDBATCHES: 'UIDs in batches',
  PARTIAL: 'search results piece by piece',
  SEARCHRES: 'the last search result as a set ($)',
  'SEARCH=FUZZY': 'searching roughly',
  MULTISEARCH: 'searching several mailboxes',
  'CONTEXT=SEARCH': 'search results kept up to date',
  'CONTEXT=SORT': 'sorted results kept up to date',
  ESORT: 'compact sorted results',
  'SORT=DISPLAY': 'sorting by displayed names',
  WITHIN: 'searching by age',
  FILTERS: 'stored searches',
  SAVEDATE: 'dates of filing',
  'STATUS=SIZE': 'sizes of mailboxes',
  'LIST-EXTENDED': 'finer lists of mailboxes',
  'LIST-STATUS': 'lists of mailboxes with their counts',
  'LIST-MYRIGHTS': 'lists of mailboxes with rights',
  'LIST-METADATA': 'lists of mailboxes with notes',
  'CREATE-SPECIAL-USE': 'new mailboxes for special uses',
  UNSELECT: 'closing without removing',
  ENABLE: 'switching extensions on',
  ID: 'introduction by name',
  CHILDREN: 'which mailboxes have others below',
  'RIGHTS=': 'further access rights',
  QUOTASET: 'setting limits of space',
  'QUOTA=': 'kinds of limits',
  APPENDLIMIT: 'limits of size for each mailbox',
  'APPENDLIMIT=': 'limits of size',
  'MESSAGELIMIT=': 'how many mails at once',
  'SAVELIMIT=': 'how many search results are kept',
  INPROGRESS: 'signs of life in long commands',
  JMAPACCESS: 'the way to the same mails by JMAP',
  'ANNOTATE-EXPERIMENT-1': 'notes on mails',
  CONVERT: 'converting parts',
  'IMAPSIEVE=': 'filters that act on changes',
  LANGUAGE: 'texts in other languages',
  'I18NLEVEL=1': 'comparing text in Unicode',
  'I18NLEVEL=2': 'a choice of ways to compare text',
  UNAUTHENTICATE: 'logging out without closing',
  URLAUTH: 'URLs that open a mail',
  'URLAUTH=BINARY': 'URLs that open decoded parts',
  'URL-PARTIAL': 'URLs of pieces of a mail',
  'LOGIN-REFERRALS': 'pointing to another server at log-in',
  'MAILBOX-REFERRALS': 'pointing to mailboxes elsewhere',
  XLIST: 'marks for special uses, of old',
};

/** Names in upper case. */
export function capabilities(names: readonly string[]): string {
  const { versions, mechanisms, disabled, known, limit, others, extensions } = sortCapabilities(names, CAPABILITIES);
  const [only] = extensions;
  const offers = [
    ...(mechanisms.length === 0 ? [] : [`log-in by ${several(mechanisms, 'or')}`]),
    ...known.map(({ name, meaning }) => `${shorten(name)} (${meaning})`),
    ...(limit === undefined ? [] : [`mails up to ${octets(limit)}`]),
    ...(others === 0 ? [] : [extensions.length === 1 && only !== undefined ? shorten(only) : count(others, 'further extension', 'further extensions')]),
  ];
  const speaks = versions.length === 0 ? 'The server' : `The server speaks ${list(versions)} and`;
  const off = disabled ? ' The command LOGIN is switched off (LOGINDISABLED).' : '';
  if (offers.length === 0) return `${versions.length === 0 ? 'The server names no extensions' : `The server speaks ${list(versions)} without extensions`}.${off}`;
  return `${speaks} offers ${list(offers)}.${off}`;
}

/** QRESYNC (quick resynchronisation) */
export function extension(name: string): string {
  const meaning = meaningOf(CAPABILITIES, name.toUpperCase());
  return meaning === undefined ? shorten(name) : `${shorten(name)} (${meaning})`;
}
