/** English for what IMAP clients say: a sentence or two for every line (RFC 3501, 9051 and their extensions). */
import type { AppendParams, CommandRemarks, ImapCommandNotes, NamedOption, OpenParameters, StoreTarget } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { withRemarks } from '../imap-remarks.js';
import { imapExtensions } from './imap-extensions.js';
import { items } from './imap-fetch.js';
import { filtered, listing } from './imap-lists.js';
import { attributes, isOne, mails, theFlags } from './imap-phrases.js';
import { searched, sortOrder } from './imap-search.js';
import { statusNames } from './imap-status.js';
import { list, number, octets, quote, shorten } from './format.js';
import { logIn } from './sasl.js';

function box(name: string | undefined): string {
  return name === undefined ? 'the open mailbox' : shorten(name);
}

/** A name or password that may be empty. */
function shown(value: string): string {
  return value.trim() === '' ? quote(value) : shorten(value);
}

function authenticate(p: ImapCommandNotes['imap.command.authenticate']): string {
  return p.mechanism === '' ? 'The client wants to log in, but names no mechanism behind AUTHENTICATE.' : logIn(p);
}

function parameters({ condstore, resync, others }: OpenParameters): string {
  const numbered = condstore ? ' It also wants its changes numbered (CONDSTORE).' : '';
  const named = others.length === 0 ? '' : ` It also names ${list(others.map(shorten))}.`;
  if (resync === undefined) return numbered + named;
  const known = resync.known === undefined ? '' : ` It still knows ${mails(resync.known)}.`;
  return `${numbered} It also asks what has changed since change number ${shorten(resync.modseq)}, should UIDVALIDITY still be ${shorten(resync.uidValidity)} (QRESYNC).${known}${named}`;
}

function select({ mailbox, tag, first, instead, parameters: named }: ImapCommandNotes['imap.command.select']): string {
  const place = instead ? ', in place of the one that is open' : '';
  const mark = first ? `${place}; ${shorten(tag)} is its own mark (the tag), which the reply will carry` : place;
  return `The client opens the mailbox ${shorten(mailbox)} for reading and writing${mark}.${parameters(named)}`;
}

function having(names: readonly string[], date: string | undefined): string {
  const flagged = names.length === 0 ? '' : `, with ${theFlags(names)}`;
  return date === undefined ? flagged : `${flagged}${names.length === 0 ? ', with' : ' and'} ${shorten(date)} as its date of arrival`;
}

/** How the mail comes, and what its octets may be. */
function arriving({ size, waits, binary, utf8 }: AppendParams): string {
  const next = size === undefined ? '' : waits ? ' It waits for the + of the server before it sends the mail.' : ' The mail follows at once.';
  return `${next}${utf8 ? ' Its header may hold UTF-8 (UTF8).' : ''}${binary && !utf8 ? ' The ~ says that any octet may stand in it, zeros too (BINARY).' : ''}`;
}

function append(p: ImapCommandNotes['imap.command.append']): string {
  const what = p.size === undefined ? 'a mail' : `a mail of ${octets(p.size)}`;
  return `The client wants to put ${what} into ${shorten(p.mailbox)}${having(p.flags, p.date)}.${arriving(p)}`;
}

function catenate({ mailbox, flags: names, date, parts, announced }: ImapCommandNotes['imap.command.catenate']): string {
  const pieces = parts.map((part) => ('url' in part ? `the content of the URL ${quote(part.url)}` : `${octets(part.octets)} of its own`));
  const from = pieces.length === 0 ? '' : ` from ${list(pieces)}`;
  const next = announced === undefined ? '' : ` It waits for the + of the server before it sends ${pieces.length === 0 ? 'the first' : 'the next'} piece of ${octets(announced)}.`;
  return `The client has a mail for ${shorten(mailbox)} put together${from}${having(names, date)} (CATENATE).${next}`;
}

function replace(p: ImapCommandNotes['imap.command.replace']): string {
  const what = p.size === undefined ? 'a new mail' : `a new mail of ${octets(p.size)}`;
  const described = having(p.flags, p.date);
  return `The client puts ${what}${described}${described === '' ? '' : ','} into ${shorten(p.mailbox)} in the place of ${mails(p.set)}, which ${isOne(p.set) ? 'goes' : 'go'} in the same step.${arriving(p)}`;
}

/** 1:10 → places 1 to 10; with a minus, counted from the end (RFC 9394 §3.1). */
function places(range: string): string {
  const [from = '', to = ''] = range.split(':');
  return `places ${shorten(from.replace('-', ''))} to ${shorten(to.replace('-', ''))}${range.includes('-') ? ', counted from the end' : ''}`;
}

function fetch({ set, items: asked, marksSeen, changedSince, vanished, partial }: ImapCommandNotes['imap.command.fetch']): string {
  const whole = asked.length === 1 && asked[0]!.what === 'mail' && asked[0]!.partial === undefined;
  const one = isOne(set);
  const structure = asked.length === 1 && asked[0]!.what === 'structure';
  const what = whole
    ? `The client fetches ${mails(set)} whole`
    : structure
      ? `The client asks of which parts ${mails(set)} ${one ? 'consists' : 'consist'} (${asked[0]!.name.toUpperCase()})`
      : `The client asks about ${mails(set)}: ${items(asked)}`;
  const since = changedSince === undefined ? '' : ` Wanted is only what has changed after change number ${shorten(changedSince)}.`;
  const seen = marksSeen ? ` This marks ${one ? 'it' : 'them'} as read (\\Seen).` : '';
  const gone = vanished ? ' Mails that have been removed since are to be named, too (VANISHED).' : '';
  return `${what}.${since}${gone}${partial === undefined ? '' : ` Of these mails it wants only ${places(partial)} (PARTIAL).`}${seen}`;
}

/** What STORE changes, with or without names. */
const TARGETS: Readonly<Record<StoreTarget, { readonly named: (names: readonly string[]) => string; readonly all: string }>> = {
  flags: { named: theFlags, all: 'all flags' },
  labels: { named: (names) => `${names.length === 1 ? "Gmail's label" : "Gmail's labels"} ${list(names.map(shorten))}`, all: "all of Gmail's labels" },
  annotations: { named: (names) => `${names.length === 1 ? 'the annotation' : 'the annotations'} ${list(names.map(shorten))}`, all: 'the annotations' },
};

function store({ set, target, mode, flags: names, silent, unchangedSince }: ImapCommandNotes['imap.command.store']): string {
  const which = mails(set);
  const { named, all } = TARGETS[target];
  const action =
    mode === 'add'
      ? `adds ${named(names)} to ${which}`
      : mode === 'remove'
        ? `takes ${named(names)} off ${which}`
        : names.length === 0
          ? `takes ${all} off ${which}`
          : `sets ${named(names)} on ${which}${target === 'annotations' ? '' : ', in place of all others'}`;
  const quiet = silent ? ' The server need not report the result (.SILENT).' : '';
  const unless = unchangedSince === undefined ? '' : ` Mails changed after change number ${shorten(unchangedSince)} are to be left alone.`;
  const deletes = mode !== 'remove' && names.some((name) => name.toLowerCase() === '\\deleted');
  const stays = deletes ? ` ${isOne(set) ? 'It stays' : 'They stay'} until EXPUNGE or CLOSE.` : '';
  return `The client ${action}.${stays}${quiet}${unless}`;
}

/** What else RETURN can ask for (RFC 5182, 5267, 6203, 9394). */
const RETURNS: Readonly<Record<string, (words: readonly string[]) => string>> = {
  SAVE: () => ' The server shall remember the result; $ stands for it from then on (SAVE).',
  PARTIAL: ([range = '']) => ` Of the result it wants only ${places(range)} (PARTIAL).`,
  UPDATE: () => ' The server shall go on telling what the result gains and loses (UPDATE).',
  CONTEXT: () => ' It will come back to this search (CONTEXT).',
  RELEVANCY: () => ' It also wants to know how well each mail fits (RELEVANCY).',
};

const NUMBERS: Readonly<Record<string, (kind: string) => string>> = {
  MIN: (kind) => `the lowest ${kind}`,
  MAX: (kind) => `the highest ${kind}`,
  ALL: (kind) => `all ${kind}s`,
  COUNT: () => 'the count',
};

/** In the order of SORT (RFC 5267 §3.1). */
const SORTED: typeof NUMBERS = {
  MIN: (kind) => `the first ${kind} in this order`,
  MAX: (kind) => `the last ${kind} in this order`,
  ALL: NUMBERS['ALL']!,
  COUNT: NUMBERS['COUNT']!,
};

/** What RETURN asks for (RFC 4731). */
function wanted(returns: readonly NamedOption[], uid: boolean, numbered = NUMBERS): string {
  const kind = uid ? 'UID' : 'number';
  const asked = returns.filter(({ name }) => Object.hasOwn(NUMBERS, name)).map(({ name }) => name);
  const others = returns.filter(({ name }) => !Object.hasOwn(NUMBERS, name));
  const told = list(asked.map((name) => numbered[name]!(kind))).replace(`the lowest ${kind} and the highest`, 'the lowest and the highest');
  const numbers = asked.length === 0 ? '' : ` It wants ${asked.includes('ALL') ? '' : 'only '}${told} (${asked.join(', ')}).`;
  return numbers + others.map(({ name, words }) => RETURNS[name]?.(words) ?? ` Of the result it wants ${shorten(name)}.`).join('');
}

function inCharset(charset: string | undefined): string {
  return charset === undefined ? '' : ` Its words are in ${shorten(charset)}.`;
}

function search({ terms, uid, returns, charset }: ImapCommandNotes['imap.command.search']): string {
  const form = returns.length > 0 ? wanted(returns, uid) : uid ? ' The answer shall name UIDs.' : '';
  return `The client searches for ${searched(terms)}.${form}${inCharset(charset)}`;
}

function sort(p: ImapCommandNotes['imap.command.sort']): string {
  return `The client searches for ${searched(p.terms)} and wants them sorted by ${sortOrder(p.order) || 'nothing named'}${p.uid ? ', as UIDs' : ''}.${wanted(p.returns, p.uid, SORTED)}${inCharset(p.charset)}`;
}

/** Ways to find out which mails belong together (RFC 5256 §3, and Dovecot's). */
const ALGORITHMS: Readonly<Record<string, string>> = {
  ORDEREDSUBJECT: 'subject and date (ORDEREDSUBJECT)',
  REFERENCES: 'the fields References and In-Reply-To (REFERENCES)',
  REFS: 'the fields References and In-Reply-To without regard to the subject (REFS)',
};

function thread(p: ImapCommandNotes['imap.command.thread']): string {
  const by = ALGORITHMS[p.algorithm] ?? shorten(p.algorithm);
  return `The client searches for ${searched(p.terms)} and wants them grouped into conversations by ${by}${p.uid ? ', as UIDs' : ''}.${inCharset(p.charset)}`;
}

function searchSeveral(p: ImapCommandNotes['imap.command.esearch']): string {
  return `The client searches ${list(p.scope.map(filtered)) || 'the open mailbox'} for ${searched(p.terms)} (ESEARCH). The answers will name mailbox and UIDs.${wanted(p.returns, true)}`;
}

/** Extensions that ENABLE switches on (RFC 5161 and later), with their use. */
const ENABLED: Readonly<Record<string, string>> = {
  CONDSTORE: 'numbered changes',
  QRESYNC: 'removals by UID, quick resynchronisation',
  'UTF8=ACCEPT': 'names and headers in UTF-8',
  IMAP4REV2: 'the language of RFC 9051',
  IMAP4REV1: 'the language of RFC 3501',
  UIDONLY: 'no sequence numbers, UIDs alone',
};

function switched(name: string): string {
  const use = ENABLED[name];
  return use === undefined ? shorten(name) : `${name.replace('REV', 'rev')} (${use})`;
}

function introduce({ name, version, others }: ImapCommandNotes['imap.command.id']): string {
  const more = others.length === 0 ? '' : ` (${others.map((field) => `${shorten(field.name)} ${shorten(field.value)}`).join(', ')})`;
  if (name === undefined) return `The client asks who the server is, without giving its own name${more}.`;
  return `The client introduces itself as ${shorten(name)}${version === undefined ? '' : ` ${shorten(version)}`}${more} and asks who the server is.`;
}

// ── what does not fit the moment ────────────────────────────────────────────────────────────────────────────────

const LACKING: Readonly<Record<string, string>> = {
  'not authenticated': 'belongs before the log-in, which is over',
  authenticated: 'needs a log-in, and nobody is logged in',
  selected: 'needs an open mailbox, and none is open',
};

function remarks({ misplaced, sameTag, whileIdle }: CommandRemarks): string {
  const place =
    misplaced === undefined
      ? ''
      : misplaced.state === 'logout'
        ? ` The session has already been ended (state "logout").`
        : ` ${shorten(misplaced.verb)} ${LACKING[misplaced.needs] ?? 'does not fit here'} (state "${misplaced.state}").`;
  const tag =
    sameTag === undefined
      ? ''
      : ` ${shorten(sameTag.verb) || 'Another line'} with the same tag ${quote(sameTag.tag)} still waits for its reply: which of the two the next reply with this tag means is not certain.`;
  return place + tag + (whileIdle === true ? ' IDLE is still running, in which only DONE may come (RFC 9051 §6.3.13).' : '');
}

const SENTENCES: Sentences<ImapCommandNotes> = {
  ...imapExtensions,

  'imap.command.capability': () => 'The client asks what the server can do.',
  'imap.command.noop': (p) =>
    p.mailbox === undefined
      ? 'The client asks for nothing (NOOP): it keeps the connection alive.'
      : `The client asks for nothing (NOOP): it keeps the connection alive and gives the server a chance to report what is new in ${shorten(p.mailbox)}.`,
  'imap.command.logout': () => 'The client ends the session. The server says BYE first and then confirms.',
  'imap.command.starttls': () => 'The client asks to encrypt the connection with TLS from here on (STARTTLS).',
  'imap.command.authenticate': authenticate,
  'imap.command.login': (p) =>
    `The client logs in as ${shown(p.username)} with the password ${shown(p.password)}.` +
    (p.readable ? ' Both stand here readable for everybody on the way.' : ''),
  'imap.command.enable': (p) => `The client switches extensions on: ${list(p.extensions.map(switched)) || 'none'}.`,
  'imap.command.select': select,
  'imap.command.examine': (p) => `The client opens the mailbox ${shorten(p.mailbox)} for reading only: nothing in it will change, \\Seen included.${parameters(p.parameters)}`,
  'imap.command.create': (p) => `The client wants a new mailbox ${shorten(p.mailbox)}.${p.uses.length === 0 ? '' : ` It ${attributes(p.uses)}.`}`,
  'imap.command.delete': (p) => `The client wants the mailbox ${shorten(p.mailbox)} removed with all mails in it.`,
  'imap.command.rename': (p) => `The client wants the mailbox ${shorten(p.mailbox)} to be called ${shorten(p.target)}.`,
  'imap.command.subscribe': (p) => `The client adds ${shorten(p.mailbox)} to the subscribed mailboxes, a list of those worth showing.`,
  'imap.command.unsubscribe': (p) => `The client takes ${shorten(p.mailbox)} off the list of subscribed mailboxes; the mailbox itself stays.`,
  'imap.command.list': (p) =>
    p.reference === '' && p.patterns.length === 1 && p.patterns[0] === ''
      ? 'The client asks which character separates the levels of mailbox names.'
      : listing(p, 'mailboxes'),
  'imap.command.lsub': (p) => listing(p, 'subscribed mailboxes'),
  'imap.command.xlist': (p) => listing(p, 'mailboxes', ', with their special uses'),
  'imap.command.rlist': (p) => listing(p, 'mailboxes', ', those on other servers included'),
  'imap.command.rlsub': (p) => listing(p, 'subscribed mailboxes', ', those on other servers included'),
  'imap.command.namespace': () => "The client asks where the user's own, other users' and shared mailboxes lie.",
  'imap.command.status': (p) => `The client asks about the mailbox ${shorten(p.mailbox)} without opening it: ${statusNames(p.items) || 'nothing in particular'}.`,
  'imap.command.append': append,
  'imap.command.catenate': catenate,
  'imap.command.replace': replace,
  'imap.command.idle': (p) => `The client goes quiet (IDLE): until it sends DONE, the server reports by itself what changes in ${box(p.mailbox)}.`,
  'imap.command.done': () => 'The client ends IDLE. DONE carries no tag; the reply will carry that of IDLE.',
  'imap.command.check': (p) => `The client asks the server to secure the state of ${box(p.mailbox)}, for instance by writing changes to disk (CHECK).`,
  'imap.command.close': (p) => `The client closes ${box(p.mailbox)}; mails with \\Deleted are removed without a line about each.`,
  'imap.command.unselect': (p) => `The client closes ${box(p.mailbox)} without removing anything.`,
  'imap.command.expunge': (p) =>
    p.set === undefined
      ? `The client wants all mails with the flag \\Deleted removed from ${box(p.mailbox)} for good.`
      : `The client wants ${mails(p.set)} removed for good, where the flag \\Deleted is set.`,
  'imap.command.search': search,
  'imap.command.sort': sort,
  'imap.command.thread': thread,
  'imap.command.esearch': searchSeveral,
  'imap.command.fetch': fetch,
  'imap.command.store': store,
  'imap.command.copy': (p) => `The client wants ${mails(p.set)} copied to ${shorten(p.mailbox)}.`,
  'imap.command.move': (p) => `The client wants ${mails(p.set)} moved to ${shorten(p.mailbox)}.`,
  'imap.command.id': introduce,
  'imap.command.begun': (p) =>
    `The client begins ${shorten(p.verb)} and announces the next value as a literal, a counted run of octets (here ${number(p.octets)}). Before it sends them, it waits for the + of the server.`,
  'imap.command.cut': (p) => `The client sends ${shorten(p.verb)}; the end of the line is missing, and what is left does not say what it asks for.`,
  'imap.command.malformed': (p) => `The client sends ${shorten(p.verb)} with arguments that do not fit the command.`,
  'imap.command.bad-literal': (p) => `The client sends ${shorten(p.verb)} with ${quote(p.mark)} at its end: that looks like a literal, but is no number of octets that could follow.`,
  'imap.command.behind-starttls': (p) =>
    `The client sends ${p.verb === '' ? 'a line' : shorten(p.verb)} readable behind STARTTLS, where only TLS may follow. Whoever sits on the way could have put it there; the server must not carry it out once TLS stands.`,
  'imap.command.empty': () => 'The client sends an empty line, which is no command.',
  'imap.command.tag-only': (p) => `The client sends ${quote(p.tag)} alone: a tag, and no command behind it.`,
  'imap.command.unknown': (p) => `The client sends ${quote(p.verb)}, which is no command of IMAP or of a known extension.`,

  'imap.data.username': (p) => `The client sends the user name ${shown(p.username)} as the literal it announced.`,
  'imap.data.password': (p) => `The client sends the password ${shown(p.password)} as the literal it announced; the log-in is complete.`,
  'imap.data.part': (p) =>
    `The client sends ${p.value === undefined ? 'the literal' : quote(p.value)} for ${shorten(p.verb)} and announces another literal of ${octets(p.octets)}.`,
  'imap.data.rest': (p) => `The client sends ${p.value === undefined ? 'the rest' : quote(p.value)}; ${shorten(p.verb)} is complete.`,
  'imap.data.mailbox': (p) => `The client names the mailbox ${shorten(p.mailbox)} and announces the mail for it.`,
  'imap.data.append-end': (p) => `The end of the line closes the command: the mail for ${p.mailbox === undefined ? 'the mailbox' : shorten(p.mailbox)} is complete.`,
  'imap.data.append-surplus': (p) =>
    `Behind the octets that it announced for the mail the client sends more: ${quote(p.words)}. APPEND does not go on like this (RFC 9051 §6.3.12); the count may be too small.`,
  'imap.data.append-more': (p) => `The same command brings another mail, number ${p.number}, of ${octets(p.size)}${having(p.flags, p.date)} (MULTIAPPEND).`,
};

export const imapCommands = withRemarks(SENTENCES, remarks);
