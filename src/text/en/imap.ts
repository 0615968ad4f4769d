/** English for IMAP: a sentence or two for every line of a conversation (RFC 3501, 9051 and their extensions). */
import type { ImapExtensionVerb, ImapNotes, ListParams, StatusParams } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { mechanismKind } from '../mechanisms.js';
import { codeSentence, spread } from './imap-codes.js';
import { capabilities } from './imap-capabilities.js';
import {
  attributes,
  contents,
  fetchedItems,
  isContent,
  isOne,
  items,
  mails,
  searched,
  sortOrder,
  statusNames,
  statusValues,
  structureOf,
  theFlags,
} from './imap-phrases.js';
import { noReply, okReply, refusal } from './imap-replies.js';
import { count, duration, list, number, numeral, octets, quote, shorten } from './format.js';

function box(name: string | undefined): string {
  return name === undefined ? 'the open mailbox' : shorten(name);
}

/** A name or password that may be empty. */
function shown(value: string): string {
  return value.trim() === '' ? quote(value) : shorten(value);
}

function inItsWords(words: string): string {
  return words === '' ? '' : `, in its words ${quote(words)}`;
}

function also(sentence: string): string {
  return sentence === '' ? '' : ` ${sentence}`;
}

function withSubject(subject: string | undefined): string {
  return subject === undefined || subject === '' ? '' : ` with the subject ${quote(subject)}`;
}

function authenticate({ mechanism, username, withPassword }: ImapNotes['imap.command.authenticate']): string {
  if (mechanism === '') return 'The client wants to log in, but names no mechanism behind AUTHENTICATE.';
  const opening = `The client wants to log in${username === undefined ? '' : ` as ${shorten(username)}`} by ${shorten(mechanism)}`;
  switch (mechanismKind(mechanism)) {
    case 'readable':
      if (withPassword) return `${opening}; the password stands on the same line, in base64, which is an encoding and no encryption.`;
      return `${opening}: ${username === undefined ? 'user name and password follow' : 'the password follows'} in base64, which is an encoding and no encryption.`;
    case 'proof':
      return `${opening}: it is to prove that it knows the password, without sending it.`;
    case 'token':
      return `${opening}: a token takes the place of the password.`;
    case 'outside':
      return `${opening}: who it is comes from outside, such as a TLS certificate or a Kerberos ticket.`;
    case 'none':
      return `${opening}: without any proof of who it is.`;
    case 'unknown':
      return `${opening}.`;
  }
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

function select({ mailbox, tag, first, instead, tooEarly, parameters: names }: ImapNotes['imap.command.select']): string {
  if (tooEarly) return `The client wants to open ${shorten(mailbox)}, although it is not logged in.`;
  const place = instead ? ', in place of the one that is open' : '';
  const mark = first ? `${place}; ${shorten(tag)} is its own mark (the tag), which the reply will carry` : place;
  return `The client opens the mailbox ${shorten(mailbox)} for reading and writing${mark}.${parameters(names)}`;
}

function append({ mailbox, flags: names, date, size, waits }: ImapNotes['imap.command.append']): string {
  const what = size === undefined ? 'a mail' : `a mail of ${octets(size)}`;
  const having = names.length === 0 ? '' : `, with ${theFlags(names)}`;
  const dated = date === undefined ? '' : `${names.length === 0 ? ', with' : ' and'} ${shorten(date)} as its date of arrival`;
  const next = size === undefined ? '' : waits ? ' It waits for the + of the server before it sends the mail.' : ' The mail follows at once.';
  return `The client wants to put ${what} into ${shorten(mailbox)}${having}${dated}.${next}`;
}

function fetch({ set, items: asked, marksSeen, changedSince }: ImapNotes['imap.command.fetch']): string {
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

function store({ set, mode, flags: names, silent, unchangedSince }: ImapNotes['imap.command.store']): string {
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

function search({ terms, uid, returns, charset }: ImapNotes['imap.command.search']): string {
  const form = returns.length > 0 ? wanted(returns) : uid ? ' The answer shall name UIDs.' : '';
  const words = charset === undefined ? '' : ` Its words are in ${shorten(charset)}.`;
  return `The client searches for ${searched(terms)}.${form}${words}`;
}

function exists({ count: now, mailbox, before }: ImapNotes['imap.untagged.exists']): string {
  const where = mailbox === undefined ? 'The mailbox' : shorten(mailbox);
  const all = now === 0 ? 'is empty' : `holds ${count(now, 'mail', 'mails')}`;
  if (before === undefined || before === now) return `${where} ${all}.`;
  if (now > before) return `${where} now ${all}, ${now - before === 1 ? 'one' : numeral(now - before)} more than before.`;
  return `${where} now ${all}.`;
}

function expunged({ number: gone, left }: ImapNotes['imap.untagged.expunge']): string {
  const rest = left === undefined ? '' : left === 0 ? ' The mailbox is empty now.' : ` ${left === 1 ? 'One mail is' : `${numeral(left)} mails are`} left.`;
  return `Mail ${gone} is removed from the mailbox; the numbers of all mails behind it go down by one.${rest}`;
}

function fetched({ number: of, items: brought, opensMail }: ImapNotes['imap.untagged.fetch']): string {
  const rest = opensMail === undefined ? brought : brought.filter(({ what, partial }) => what !== 'mail' || partial !== undefined);
  const told = rest.length === 0 ? '' : fetchedItems(rest);
  if (opensMail === undefined) {
    const sent = brought.filter(isContent);
    if (sent.length > 0) {
      const others = brought.filter((one) => !isContent(one));
      return `The server sends ${contents(sent, of)}${others.length === 0 ? '' : `; ${fetchedItems(others)}`}.`;
    }
    const structure = brought.length === 1 ? brought[0]!.structure : undefined;
    if (structure !== undefined) return `Mail ${of} has ${structureOf(structure)}.`;
    return told === '' ? `The server names mail ${of} without saying anything of it.` : `The server tells of mail ${of}: ${told}.`;
  }
  const mail = `The server sends mail ${of} whole: the next ${octets(opensMail)} are a literal, counted and not to be read as lines.`;
  return told === '' ? mail : `${mail} The line also tells: ${told}.`;
}

function listed({ mailbox, attributes: names, delimiter, subscribed }: ImapNotes['imap.untagged.list']): string {
  const others = names.filter((name) => !/^\\subscribed$/i.test(name));
  const mark = others.length === 0 ? '' : ` It ${attributes(others)}.`;
  const levels = delimiter === undefined ? ' Names here have no levels.' : ` ${quote(delimiter)} separates the levels of a name.`;
  // A name may be subscribed, or have others below it, though no mailbox has it (RFC 9051 §6.3.9).
  const isThere = !names.some((name) => /^\\nonexistent$/i.test(name));
  const name = shorten(mailbox);
  const what = subscribed ? `The mailbox ${name} is subscribed` : isThere ? `There is a mailbox ${name}` : `The server names a mailbox ${name}`;
  return `${what}.${mark}${levels}`;
}

/** Counts first, as a sentence; the rest follows. */
function status({ mailbox, items: values }: ImapNotes['imap.untagged.status']): string {
  const held = values.find(({ name, value }) => name === 'MESSAGES' && /^\d{1,15}$/.test(value ?? ''));
  const rest = statusValues(values.filter((one) => one !== held));
  const all = Number(held?.value);
  if (held === undefined) return rest === '' ? `The server tells nothing of the mailbox ${shorten(mailbox)}.` : `The server tells of the mailbox ${shorten(mailbox)}: ${rest}.`;
  return `${shorten(mailbox)} holds ${all === 0 ? 'no mail' : count(all, 'mail', 'mails')}.${rest === '' ? '' : ` The server also tells: ${rest}.`}`;
}

function found({ numbers, count: all, uid, sorted }: ImapNotes['imap.untagged.search']): string {
  if (all === 0) return 'The search has found no mail.';
  const kind = uid ? (all === 1 ? 'UID ' : 'UIDs ') : '';
  const named = numbers.map(shorten);
  if (all > numbers.length) named.push(`${number(all - numbers.length)} more`);
  return `The search has found ${count(all, 'mail', 'mails')}${sorted ? ', in this order' : ''}: ${kind}${list(named)}.`;
}

const ESEARCH: Readonly<Record<string, (value: string) => string>> = {
  MIN: (v) => `lowest number ${v}`,
  MAX: (v) => `highest number ${v}`,
  COUNT: (v) => (/^\d{1,15}$/.test(v) ? count(Number(v), 'mail', 'mails') : `${v} mails`),
  ALL: (v) => `numbers ${spread(v)}`,
  MODSEQ: (v) => `last change ${v}`,
};

function esearch({ items: values, uid }: ImapNotes['imap.untagged.esearch']): string {
  if (values.length === 0) return 'The search has found no mail.';
  const told = values.map(({ name, value }) => ESEARCH[name]?.(shorten(value ?? '')) ?? `${name} ${shorten(value ?? '')}`);
  return `The result of the search${uid ? ', in UIDs' : ''}: ${list(told)}.`;
}

function prefixes(names: readonly string[]): string {
  return list(names.map((name) => (name === '' ? 'without a prefix' : `below ${quote(name)}`)));
}

function namespace({ personal, others, shared }: ImapNotes['imap.untagged.namespace']): string {
  const told = [
    ...(personal.length === 0 ? [] : [`the user's own mailboxes ${prefixes(personal)}`]),
    ...(others.length === 0 ? [] : [`those of other users ${prefixes(others)}`]),
    ...(shared.length === 0 ? [] : [`shared ones ${prefixes(shared)}`]),
  ];
  return told.length === 0 ? 'The server names no place where mailboxes lie.' : `The server says where mailboxes lie: ${list(told)}.`;
}

function resources(values: ImapNotes['imap.untagged.quota']['resources']): string {
  return list(
    values.map(({ name, used, limit }) =>
      name === 'STORAGE' ? `${number(used)} of ${number(limit)} KiB of space` : `${number(used)} of ${number(limit)} ${name === 'MESSAGE' ? 'mails' : shorten(name)}`,
    ),
  );
}

function mailRead(what: string, where: string, p: { size: number; subject: string | undefined; complete: boolean; missing: number }): string {
  if (p.complete) return `${what}${withSubject(p.subject)}${where}: ${octets(p.size)}.`;
  const lost = p.missing > 0 ? `${octets(p.missing)} of it are missing from the capture` : 'its end is not in the capture';
  return `${what}${withSubject(p.subject)}${where}: ${octets(p.size)} were seen, ${lost}.`;
}

function statusLine({ code, words }: StatusParams, otherwise: string): string {
  const sentence = codeSentence(code);
  if (code?.name === 'ALERT') return `The server has an urgent message for the user: ${quote(words)}.`;
  if (sentence !== '') return sentence;
  return words === '' ? `${otherwise}.` : `${otherwise}: ${quote(words)}.`;
}

const UNPROTECTED = ' No STARTTLS: everything that follows can be read on the way.';

export const imap: Sentences<ImapNotes> = {
  'imap.greeting': (p) =>
    `The server${p.host === undefined ? '' : ` ${shorten(p.host)}`} is ready (OK). In IMAP the server speaks first${p.delay === undefined ? '' : `; it took ${duration(p.delay)}`}.` +
    also(codeSentence(p.code)) +
    (p.unprotected ? UNPROTECTED : ''),
  'imap.greeting.preauth': (p) =>
    `The server${p.host === undefined ? '' : ` ${shorten(p.host)}`} is ready and already knows who the client is (PREAUTH): no log-in is needed.` + also(codeSentence(p.code)),
  'imap.greeting.refused': (p) => `The server turns the client away${inItsWords(p.words)}; the connection closes.` + also(codeSentence(p.code)),

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
  'imap.data.fetch-end': (p) => {
    const told = fetchedItems(p.items);
    if (p.more) return `Behind the mail the answer goes on${told === '' ? '' : `: ${told}`}; another mail follows.`;
    return told === '' ? 'The bracket behind the mail closes the answer.' : `Behind the mail the line goes on: ${told}. The bracket closes the answer.`;
  },

  'imap.message.fetched': (p) => mailRead(`The server hands over ${p.number === undefined ? 'a mail' : `mail ${p.number}`}`, '', p),
  'imap.message.appended': (p) => mailRead('The client hands over a mail', p.mailbox === undefined ? '' : ` for ${shorten(p.mailbox)}`, p),

  'imap.continuation.literal': (p) => `The server asks for more (+): the client may send ${p.octets === 1 ? 'the octet' : `the ${octets(p.octets)}`} announced for ${shorten(p.verb)}.`,
  'imap.continuation.append': (p) => `The server asks for more (+): the client may send the mail of ${octets(p.octets)}.`,
  'imap.continuation.idle': () => 'The server agrees (+): from now on it reports by itself what is new.',
  'imap.continuation.other': (p) => `The server asks for more (+)${inItsWords(p.words)}; what for was not seen.`,

  'imap.reply.ok': okReply,
  'imap.reply.ok-other': (p) =>
    `The server reports success${p.verb === undefined || p.verb === '' ? ` for ${shorten(p.tag)}, a command that was not seen` : ` of ${shorten(p.verb)}`}${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.reply.no': noReply,
  'imap.reply.no-other': (p) =>
    refusal(p.verb === undefined || p.verb === '' ? `The server refuses ${shorten(p.tag)}, a command that was not seen` : `The server refuses ${shorten(p.verb)}`, 'NO', p),
  'imap.reply.bad': (p) =>
    refusal(p.verb === undefined || p.verb === '' ? `The server cannot make sense of the line tagged ${shorten(p.tag)}` : `The server does not accept ${shorten(p.verb)} like this`, 'BAD', p) +
    (p.misplaced === undefined ? '' : ` ${shorten(p.verb ?? '')} belongs in the state "${p.misplaced.needs}"; here it is "${p.misplaced.state}".`),

  'imap.untagged.ok': (p) => statusLine(p, 'The server remarks'),
  'imap.untagged.no': (p) => `The server warns${inItsWords(p.words)}; the command goes on.` + also(codeSentence(p.code)),
  'imap.untagged.bad': (p) => `The server cannot make sense of something it read${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.untagged.bye': (p) =>
    (p.asked ? 'The server takes its leave before it closes, as the client asked' : 'The server ends the session without having been asked') + `${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.untagged.capability': (p) => capabilities(p.capabilities) + (p.unprotected ? UNPROTECTED : ''),
  'imap.untagged.enabled': (p) => (p.extensions.length === 0 ? 'Nothing was switched on.' : `Now switched on: ${list(p.extensions.map(shorten))}.`),
  'imap.untagged.flags': (p) => (p.flags.length === 0 ? 'The mailbox knows no flags.' : `The mailbox knows ${theFlags(p.flags)}.`),
  'imap.untagged.exists': exists,
  'imap.untagged.recent': (p) => (p.count === 0 ? 'None of them is new since the last session.' : `${p.count === 1 ? 'One of them is' : `${number(p.count)} of them are`} new since the last session (\\Recent).`),
  'imap.untagged.expunge': expunged,
  'imap.untagged.fetch': fetched,
  'imap.untagged.list': listed,
  'imap.untagged.delimiter': (p) => (p.delimiter === undefined ? 'Mailbox names have no levels here.' : `${quote(p.delimiter)} separates the levels of mailbox names.`),
  'imap.untagged.status': status,
  'imap.untagged.search': found,
  'imap.untagged.esearch': esearch,
  'imap.untagged.thread': (p) => (p.threads === 0 ? 'The search has found no conversation.' : `The search has found ${count(p.threads, 'conversation', 'conversations')}.`),
  'imap.untagged.namespace': namespace,
  'imap.untagged.id': (p) =>
    p.name === undefined
      ? `The server says ${p.fields === 0 ? 'nothing' : 'something'} about itself, but not its name.`
      : `The server introduces itself as ${shorten(p.name)}${p.version === undefined ? '' : ` ${shorten(p.version)}`}.`,
  'imap.untagged.vanished': (p) =>
    p.earlier
      ? `${sentenceCase(mails(p.set))} ${isOne(p.set) ? 'was' : 'were'} removed before, while the client was away.`
      : `${sentenceCase(mails(p.set))} ${isOne(p.set) ? 'is' : 'are'} removed from the mailbox.`,
  'imap.untagged.quota': (p) => `Under the limit ${quote(p.root)}: ${resources(p.resources) || 'nothing is limited'}.`,
  'imap.untagged.quotaroot': (p) => (p.roots.length === 0 ? `No limit holds for ${shorten(p.mailbox)}.` : `For ${shorten(p.mailbox)} ${p.roots.length === 1 ? 'the limit' : 'the limits'} ${list(p.roots.map(quote))} ${p.roots.length === 1 ? 'holds' : 'hold'}.`),
  'imap.untagged.acl': (p) => `Access to ${shorten(p.mailbox)}: ${list(p.entries.map(({ who, rights }) => `${shorten(who)} ${shorten(rights)}`)) || 'nobody'}.`,
  'imap.untagged.myrights': (p) => `The rights to ${shorten(p.mailbox)} are ${shorten(p.rights) || 'none'}, a letter each.`,
  'imap.untagged.metadata': (p) => `Notes on ${p.mailbox === '' ? 'the server' : shorten(p.mailbox)}: ${list(p.entries.map(shorten)) || 'none'}.`,
  'imap.untagged.other': (p) => `The server sends ${shorten(p.word)}, a response that mailscope does not know.`,

  'imap.compressed': (p) => `Everything that the ${p.from} sends from here on is compressed (DEFLATE): ${octets(p.bytes)}.`,
};

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
