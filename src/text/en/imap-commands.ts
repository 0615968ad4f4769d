/** English for what IMAP clients say: a sentence or two for every line (RFC 3501, 9051 and their extensions). */
import type { ImapCommandNotes, ImapExtensionVerb, ListParams } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { items } from './imap-fetch.js';
import { isOne, mails, theFlags } from './imap-phrases.js';
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

function listing({ reference, patterns, selection, returns }: ListParams, what: string, addition = ''): string {
  const below = reference === '' ? '' : ` below ${shorten(reference)}`;
  const all = patterns.length === 1 && patterns[0] === '*';
  const level = patterns.length === 1 && patterns[0] === '%';
  const which = all
    ? `all ${what}${below}, at any depth`
    : level
      ? `the ${what} of one level${below}`
      : `the ${what}${below} that match ${list(patterns.map(quote), 'or')}`;
  const only = selection.length === 0 ? '' : `, selected by ${list(selection.map(shorten))}`;
  const more = returns.length === 0 ? '' : `; each answer shall also bring ${list(returns.map(shorten))}`;
  return `The client asks for the names of ${which}${only}${addition}${more}.`;
}

/** Parameters of SELECT and EXAMINE (RFC 7162). */
const PARAMETERS: Readonly<Record<string, string>> = {
  CONDSTORE: 'wants its changes numbered (CONDSTORE)',
  QRESYNC: 'asks what has changed since its last visit (QRESYNC)',
};

function parameters(names: readonly string[]): string {
  return names.length === 0 ? '' : ` It also ${list(names.map((name) => PARAMETERS[name] ?? `names ${shorten(name)}`))}.`;
}

const EXTENSIONS: Readonly<Record<ImapExtensionVerb, (subject: string) => string>> = {
  ID: () => 'The client introduces itself and asks who the server is.',
  GETQUOTA: (s) => `The client asks for the limits of space under ${quote(s)}.`,
  GETQUOTAROOT: (s) => `The client asks which limits of space hold for the mailbox ${shorten(s)}.`,
  SETQUOTA: (s) => `The client sets the limits of space under ${quote(s)}.`,
  GETACL: (s) => `The client asks who may do what with the mailbox ${shorten(s)}.`,
  SETACL: (s) => `The client sets the access rights of the mailbox ${shorten(s)}.`,
  DELETEACL: (s) => `The client takes somebody's rights to the mailbox ${shorten(s)} away.`,
  LISTRIGHTS: (s) => `The client asks which rights to the mailbox ${shorten(s)} somebody could be given.`,
  MYRIGHTS: (s) => `The client asks what it may do with the mailbox ${shorten(s)}.`,
  GETMETADATA: (s) => `The client asks for notes that are kept on ${s === '' ? 'the server' : `the mailbox ${shorten(s)}`}.`,
  SETMETADATA: (s) => `The client changes notes that are kept on ${s === '' ? 'the server' : `the mailbox ${shorten(s)}`}.`,
  COMPRESS: (s) => `The client wants both sides to compress everything from here on (${shorten(s)}).`,
  NOTIFY: () => 'The client says which events in which mailboxes the server shall report by itself.',
  LANGUAGE: (s) => (s === '' ? 'The client asks in which languages the server can write.' : `The client wants the texts of the server in ${shorten(s)}.`),
  COMPARATOR: (s) => (s === '' ? 'The client asks how the server compares text.' : `The client wants text compared by ${shorten(s)}.`),
  UNAUTHENTICATE: () => 'The client logs the user out, but keeps the connection.',
  GENURLAUTH: () => 'The client asks for a URL by which others may read a mail.',
  URLFETCH: () => 'The client asks for the content behind a URL.',
  RESETKEY: () => 'The client makes the URLs handed out so far void.',
  CONVERT: () => 'The client asks for parts of mails, converted into another format.',
  REPLACE: () => 'The client puts a new mail into the place of an old one.',
  ESEARCH: () => 'The client searches several mailboxes at once.',
  GETJMAPACCESS: () => 'The client asks where the same mails can be reached by JMAP.',
};

function select({ mailbox, tag, first, instead, tooEarly, parameters: names }: ImapCommandNotes['imap.command.select']): string {
  if (tooEarly) return `The client wants to open ${shorten(mailbox)}, although it is not logged in.`;
  const place = instead ? ', in place of the one that is open' : '';
  const mark = first ? `${place}; ${shorten(tag)} is its own mark (the tag), which the reply will carry` : place;
  return `The client opens the mailbox ${shorten(mailbox)} for reading and writing${mark}.${parameters(names)}`;
}

function append({ mailbox, flags: names, date, size, waits }: ImapCommandNotes['imap.command.append']): string {
  const what = size === undefined ? 'a mail' : `a mail of ${octets(size)}`;
  const having = names.length === 0 ? '' : `, with ${theFlags(names)}`;
  const dated = date === undefined ? '' : `${names.length === 0 ? ', with' : ' and'} ${shorten(date)} as its date of arrival`;
  const next = size === undefined ? '' : waits ? ' It waits for the + of the server before it sends the mail.' : ' The mail follows at once.';
  return `The client wants to put ${what} into ${shorten(mailbox)}${having}${dated}.${next}`;
}

function fetch({ set, items: asked, marksSeen, changedSince }: ImapCommandNotes['imap.command.fetch']): string {
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
  return `${what}.${since}${seen}`;
}

function store({ set, mode, flags: names, silent, unchangedSince }: ImapCommandNotes['imap.command.store']): string {
  const which = mails(set);
  const action =
    mode === 'add'
      ? `adds ${theFlags(names)} to ${which}`
      : mode === 'remove'
        ? `takes ${theFlags(names)} off ${which}`
        : names.length === 0
          ? `takes all flags off ${which}`
          : `sets ${theFlags(names)} on ${which}, in place of all others`;
  const quiet = silent ? ' The server need not report the result (.SILENT).' : '';
  const unless = unchangedSince === undefined ? '' : ` Mails changed after change number ${shorten(unchangedSince)} are to be left alone.`;
  const deletes = mode !== 'remove' && names.some((name) => name.toLowerCase() === '\\deleted');
  const stays = deletes ? ` ${isOne(set) ? 'It stays' : 'They stay'} until EXPUNGE or CLOSE.` : '';
  return `The client ${action}.${stays}${quiet}${unless}`;
}

/** What RETURN asks for (RFC 4731). */
function wanted(returns: readonly string[]): string {
  const [min, max] = [returns.includes('MIN'), returns.includes('MAX')];
  const told = min && max ? ['the lowest and the highest number'] : min ? ['the lowest number'] : max ? ['the highest number'] : [];
  if (returns.includes('ALL')) told.push('all numbers');
  if (returns.includes('COUNT')) told.push('the count');
  const others = returns.filter((word) => !['MIN', 'MAX', 'ALL', 'COUNT'].includes(word));
  if (others.length > 0) return ` Of the result it wants ${list(returns.map(shorten))}.`;
  return ` It wants only ${told.join(' and ')} (${returns.join(', ')}).`;
}

function search({ terms, uid, returns, charset }: ImapCommandNotes['imap.command.search']): string {
  const form = returns.length > 0 ? wanted(returns) : uid ? ' The answer shall name UIDs.' : '';
  const words = charset === undefined ? '' : ` Its words are in ${shorten(charset)}.`;
  return `The client searches for ${searched(terms)}.${form}${words}`;
}

export const imapCommands: Sentences<ImapCommandNotes> = {
  'imap.command.capability': () => 'The client asks what the server can do.',
  'imap.command.noop': (p) =>
    p.mailbox === undefined
      ? 'The client asks for nothing (NOOP): it keeps the connection alive.'
      : `The client asks for nothing (NOOP): it keeps the connection alive and gives the server a chance to report what is new in ${shorten(p.mailbox)}.`,
  'imap.command.logout': () => 'The client ends the session. The server says BYE first and then confirms.',
  'imap.command.starttls': () => 'The client asks to go on encrypted, with TLS.',
  'imap.command.authenticate': authenticate,
  'imap.command.login': (p) =>
    `The client logs in as ${shown(p.username)} with the password ${shown(p.password)}.` +
    (p.readable ? ' Both stand here readable for everybody on the way.' : ''),
  'imap.command.enable': (p) => `The client switches extensions on: ${list(p.extensions.map(shorten)) || 'none'}.`,
  'imap.command.select': select,
  'imap.command.examine': (p) => `The client opens the mailbox ${shorten(p.mailbox)} for reading only: nothing in it will change, \\Seen included.${parameters(p.parameters)}`,
  'imap.command.create': (p) => `The client wants a new mailbox ${shorten(p.mailbox)}.`,
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
  'imap.command.namespace': () => "The client asks where the user's own, other users' and shared mailboxes lie.",
  'imap.command.status': (p) => `The client asks about the mailbox ${shorten(p.mailbox)} without opening it: ${statusNames(p.items) || 'nothing in particular'}.`,
  'imap.command.append': append,
  'imap.command.idle': (p) => `The client goes quiet (IDLE): until it sends DONE, the server reports by itself what changes in ${box(p.mailbox)}.`,
  'imap.command.done': () => 'The client ends IDLE. DONE carries no tag; the reply will carry that of IDLE.',
  'imap.command.check': (p) => `The client asks the server to set a checkpoint of ${box(p.mailbox)}, such as writing changes to disk (CHECK).`,
  'imap.command.close': (p) => `The client closes ${box(p.mailbox)}; mails with \\Deleted are removed without a line about each.`,
  'imap.command.unselect': (p) => `The client closes ${box(p.mailbox)} without removing anything.`,
  'imap.command.expunge': (p) =>
    p.set === undefined
      ? `The client wants all mails with the flag \\Deleted removed from ${box(p.mailbox)} for good.`
      : `The client wants ${mails(p.set)} removed for good, where the flag \\Deleted is set.`,
  'imap.command.search': search,
  'imap.command.sort': (p) => `The client searches for ${searched(p.terms)} and wants them sorted by ${sortOrder(p.order) || 'nothing named'}${p.uid ? ', as UIDs' : ''}.`,
  'imap.command.thread': (p) => `The client searches for ${searched(p.terms)} and wants them grouped into conversations by ${shorten(p.algorithm)}${p.uid ? ', as UIDs' : ''}.`,
  'imap.command.fetch': fetch,
  'imap.command.store': store,
  'imap.command.copy': (p) => `The client wants ${mails(p.set)} copied to ${shorten(p.mailbox)}.`,
  'imap.command.move': (p) => `The client wants ${mails(p.set)} moved to ${shorten(p.mailbox)}.`,
  'imap.command.id': (p) =>
    p.name === undefined
      ? 'The client asks who the server is, without giving its own name.'
      : `The client introduces itself as ${shorten(p.name)}${p.version === undefined ? '' : ` ${shorten(p.version)}`} and asks who the server is.`,
  'imap.command.extension': (p) => EXTENSIONS[p.verb](p.subject),
  'imap.command.begun': (p) =>
    `The client begins ${shorten(p.verb)} and announces the next value as a literal, a counted run of octets (here ${number(p.octets)}). Before it sends them, it waits for the + of the server.`,
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
  'imap.data.append-more': (p) =>
    `The same command brings another mail of ${octets(p.size)}${p.flags.length === 0 ? '' : `, with ${theFlags(p.flags)}`} (MULTIAPPEND).`,
};
