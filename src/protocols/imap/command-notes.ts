/**
 * Says what a command asks for: one row a verb, which takes the values apart, leaves in `facts` what the reply's
 * sentence will need, and chooses the annotation.
 */
import { decodeMailboxName } from '../../bytes/modified-utf7.js';
import type { Note } from '../../model/note.js';
import type { ImapExtensionVerb, ImapVerb, ListParams, StoreMode } from '../../model/notes/imap.js';
import type { Command } from './command-queue.js';
import { flagsIn, mailboxOf, modifier, parametersIn, readIdentity, takeMailbox, takeSet } from './command-values.js';
import { marksSeen, parseFetchItem } from './fetch-items.js';
import type { LiteralMark } from './literal.js';
import { MailboxView } from './mailbox-view.js';
import { parseSearchTerms } from './search-terms.js';
import type { Talk } from './talk.js';
import { allWordsOf, textOf, wordsOf, type Value } from './value-parser.js';
import { isImapVerb } from './verbs.js';

type Describe = (command: Command, values: readonly Value[], talk: Talk) => Note | undefined;

/** What stands where a literal is announced, and announces none that can be believed. */
const BAD_MARK = /^~?\{[^}]*\}$/;

/** The annotation of a whole command; its facts and what was encoded in it are set on the way. */
export function describeCommand(command: Command, values: readonly Value[], talk: Talk): Note {
  const { name, verb, tag } = command;
  if (verb === '') return tag === '' ? { key: 'imap.command.empty', params: {} } : { key: 'imap.command.tag-only', params: { tag } };
  if (!isImapVerb(name)) return { key: 'imap.command.unknown', params: { verb } };
  const mark = textOf(values.at(-1));
  if (mark !== undefined && BAD_MARK.test(mark) && values.at(-1)?.kind === 'atom') return { key: 'imap.command.bad-literal', params: { verb, mark } };
  return DESCRIBE[name](command, values, talk) ?? { key: 'imap.command.malformed', params: { verb } };
}

// ── the rows ────────────────────────────────────────────────────────────────────────────────────────────────────

const aboutMailbox =
  (key: 'imap.command.create' | 'imap.command.delete' | 'imap.command.subscribe' | 'imap.command.unsubscribe'): Describe =>
  (command, values) => {
    const mailbox = takeMailbox(command, values);
    if (mailbox === undefined) return undefined;
    command.facts.mailbox = mailbox;
    return { key, params: { mailbox } };
  };

const plain =
  (key: 'imap.command.capability' | 'imap.command.logout' | 'imap.command.starttls' | 'imap.command.namespace'): Describe =>
  () => ({ key, params: {} });

const inMailbox =
  (key: 'imap.command.noop' | 'imap.command.idle' | 'imap.command.check' | 'imap.command.close' | 'imap.command.unselect'): Describe =>
  (command, _values, { mailbox }) => {
    command.facts.mailbox = mailbox?.name;
    return { key, params: { mailbox: mailbox?.name } };
  };

const open =
  (readOnly: boolean): Describe =>
  (command, values, talk) => {
    const mailbox = takeMailbox(command, values);
    if (mailbox === undefined) return undefined;
    command.facts.mailbox = mailbox;
    command.opens = new MailboxView(mailbox, readOnly);
    const parameters = parametersIn(values[1]);
    if (readOnly) return { key: 'imap.command.examine', params: { mailbox, parameters } };
    const first = !talk.hasSelected;
    talk.hasSelected = true;
    // A log-in that is not answered yet may well succeed.
    const tooEarly = talk.greeted && talk.isTooEarly('authenticated') && talk.commands.oldestOf(['LOGIN', 'AUTHENTICATE']) === undefined;
    return { key: 'imap.command.select', params: { mailbox, tag: command.tag, first, instead: talk.mailbox !== undefined, tooEarly, parameters } };
  };

const rename: Describe = (command, values) => {
  const mailbox = takeMailbox(command, values);
  const target = mailboxOf(values[1]);
  if (mailbox === undefined || target === undefined) return undefined;
  command.facts.mailbox = mailbox;
  command.facts.target = target;
  if (target !== textOf(values[1])) command.entry.decoded = { mailbox, target };
  return { key: 'imap.command.rename', params: { mailbox, target } };
};

/** RFC 5258: selection options before, return options behind, and several patterns in a list. */
function listParams(values: readonly Value[]): ListParams | undefined {
  const selected = values[0]?.kind === 'list' ? 1 : 0;
  const reference = mailboxOf(values[selected]);
  const patterns = values[selected + 1];
  if (reference === undefined || patterns === undefined) return undefined;
  const isReturn = textOf(values[selected + 2])?.toUpperCase() === 'RETURN';
  return {
    reference,
    patterns: wordsOf(patterns).map(decodeMailboxName),
    selection: selected === 1 ? parametersIn(values[0]) : [],
    returns: isReturn ? parametersIn(values[selected + 3]) : [],
  };
}

const list =
  (key: 'imap.command.list' | 'imap.command.lsub' | 'imap.command.xlist'): Describe =>
  (command, values) => {
    const params = listParams(values);
    if (params === undefined) return undefined;
    // An empty pattern asks for the delimiter alone (RFC 9051 §6.3.9).
    if (params.patterns.every((pattern) => pattern === '')) command.facts.mailbox = '';
    return { key, params };
  };

const status: Describe = (command, values) => {
  const mailbox = takeMailbox(command, values);
  if (mailbox === undefined) return undefined;
  command.facts.mailbox = mailbox;
  const items = parametersIn(values[1]).map((name) => ({ name, value: undefined }));
  return { key: 'imap.command.status', params: { mailbox, items } };
};

const DATE_TIME = /^[ \d]\d-[A-Za-z]{3}-\d{4} /;

/** APPEND up to the mail that `mark` announces. */
export function describeAppend(command: Command, values: readonly Value[], mark: LiteralMark | undefined): Note | undefined {
  const mailbox = takeMailbox(command, values);
  if (mailbox === undefined) return undefined;
  command.facts.mailbox = mailbox;
  if (mark !== undefined) command.facts.bytes = mark.octets;
  const rest = values.slice(1);
  const date = rest.map(textOf).find((text) => text !== undefined && DATE_TIME.test(text));
  const params = { mailbox, flags: flagsIn(rest), date: date?.trim(), size: mark?.octets, waits: mark?.waits ?? false };
  return { key: 'imap.command.append', params };
}

const login: Describe = (command, values, talk) => {
  const username = textOf(values[0]);
  const password = textOf(values[1]);
  if (username === undefined || password === undefined) return undefined;
  command.facts.username = username;
  return { key: 'imap.command.login', params: { username, password, readable: talk.isReadable } };
};

const enable: Describe = (_command, values) => {
  const extensions = allWordsOf(values).map((word) => word.toUpperCase());
  return { key: 'imap.command.enable', params: { extensions } };
};

const expunge: Describe = (command, values, { mailbox }) => {
  const set = command.uid ? takeSet(command, values[0]) : undefined;
  command.facts.mailbox = mailbox?.name;
  return { key: 'imap.command.expunge', params: { mailbox: mailbox?.name, set } };
};

const search: Describe = (command, values) => {
  const isReturn = textOf(values[0])?.toUpperCase() === 'RETURN';
  const returns = isReturn ? parametersIn(values[1]) : [];
  let from = isReturn ? 2 : 0;
  const hasCharset = textOf(values[from])?.toUpperCase() === 'CHARSET';
  const charset = hasCharset ? textOf(values[from + 1]) : undefined;
  if (hasCharset) from += 2;
  const terms = parseSearchTerms(values.slice(from));
  return { key: 'imap.command.search', params: { terms, uid: command.uid, returns, charset } };
};

const sort: Describe = (command, values) => {
  const order = parametersIn(values[0]);
  return { key: 'imap.command.sort', params: { order, terms: parseSearchTerms(values.slice(2)), uid: command.uid } };
};

const thread: Describe = (command, values) => {
  const algorithm = textOf(values[0])?.toUpperCase() ?? '';
  return { key: 'imap.command.thread', params: { algorithm, terms: parseSearchTerms(values.slice(2)), uid: command.uid } };
};

const fetch: Describe = (command, values, talk) => {
  const set = takeSet(command, values[0]);
  if (set === undefined || values[1] === undefined) return undefined;
  const items = wordsOf(values[1]).map(parseFetchItem);
  const changedSince = modifier(values[2], 'CHANGEDSINCE');
  // Nothing sets a flag in a mailbox that is open for reading only (RFC 9051 §6.3.3).
  const marks = items.some(marksSeen) && talk.view?.readOnly !== true;
  return { key: 'imap.command.fetch', params: { set, items, marksSeen: marks, changedSince } };
};

const MODES: Readonly<Record<string, StoreMode>> = { '+': 'add', '-': 'remove' };

const store: Describe = (command, values, { mailbox }) => {
  const set = takeSet(command, values[0]);
  const unchangedSince = modifier(values[1]?.kind === 'list' ? values[1] : undefined, 'UNCHANGEDSINCE');
  const rest = values.slice(unchangedSince === undefined ? 1 : 2);
  const word = textOf(rest[0])?.toUpperCase();
  const match = /^([+-]?)(?:FLAGS|X-GM-LABELS)(\.SILENT)?$/.exec(word ?? '');
  if (set === undefined || match === null) return undefined;
  const flags = allWordsOf(rest.slice(1));
  command.facts.flags = flags;
  command.facts.readOnly = mailbox?.readOnly;
  const params = { set, mode: MODES[match[1]!] ?? 'replace', flags, silent: match[2] !== undefined, unchangedSince };
  return { key: 'imap.command.store', params };
};

const transfer =
  (key: 'imap.command.copy' | 'imap.command.move'): Describe =>
  (command, values) => {
    const set = takeSet(command, values[0]);
    const mailbox = takeMailbox(command, values, 1);
    if (set === undefined || mailbox === undefined) return undefined;
    command.facts.target = mailbox;
    return { key, params: { set, mailbox } };
  };

const identity: Describe = (_command, values) => {
  const { name, version } = readIdentity(values);
  return { key: 'imap.command.id', params: { name, version } };
};

const extension: Describe = (command, values) => {
  const subject = mailboxOf(values.find((value) => value.kind !== 'list')) ?? '';
  if (subject !== '') command.facts.mailbox = subject;
  return { key: 'imap.command.extension', params: { verb: command.name as ImapExtensionVerb, subject } };
};

const DESCRIBE: Readonly<Record<ImapVerb, Describe>> = {
  CAPABILITY: plain('imap.command.capability'),
  NOOP: inMailbox('imap.command.noop'),
  LOGOUT: plain('imap.command.logout'),
  STARTTLS: plain('imap.command.starttls'),
  AUTHENTICATE: () => undefined,
  LOGIN: login,
  ENABLE: enable,
  SELECT: open(false),
  EXAMINE: open(true),
  CREATE: aboutMailbox('imap.command.create'),
  DELETE: aboutMailbox('imap.command.delete'),
  RENAME: rename,
  SUBSCRIBE: aboutMailbox('imap.command.subscribe'),
  UNSUBSCRIBE: aboutMailbox('imap.command.unsubscribe'),
  LIST: list('imap.command.list'),
  LSUB: list('imap.command.lsub'),
  XLIST: list('imap.command.xlist'),
  NAMESPACE: plain('imap.command.namespace'),
  STATUS: status,
  APPEND: (command, values) => describeAppend(command, values, undefined),
  IDLE: inMailbox('imap.command.idle'),
  CHECK: inMailbox('imap.command.check'),
  CLOSE: inMailbox('imap.command.close'),
  UNSELECT: inMailbox('imap.command.unselect'),
  EXPUNGE: expunge,
  SEARCH: search,
  FETCH: fetch,
  STORE: store,
  COPY: transfer('imap.command.copy'),
  MOVE: transfer('imap.command.move'),
  SORT: sort,
  THREAD: thread,
  ID: identity,
  GETQUOTA: extension,
  GETQUOTAROOT: extension,
  SETQUOTA: extension,
  GETACL: extension,
  SETACL: extension,
  DELETEACL: extension,
  LISTRIGHTS: extension,
  MYRIGHTS: extension,
  GETMETADATA: extension,
  SETMETADATA: extension,
  COMPRESS: extension,
  NOTIFY: extension,
  LANGUAGE: extension,
  COMPARATOR: extension,
  UNAUTHENTICATE: extension,
  GENURLAUTH: extension,
  URLFETCH: extension,
  RESETKEY: extension,
  CONVERT: extension,
  REPLACE: extension,
  ESEARCH: extension,
  GETJMAPACCESS: extension,
};
