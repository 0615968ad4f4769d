/** English for POP3: a sentence or two for every line of a conversation (RFC 1939, 2449, 2595, 3206, 5034, 6856). */
import type { LapsingDeletions, MailNumbers, Pop3Notes, RefusalReason, RefusedPop3, StatusParams } from '../../model/notes/pop3.js';
import type { Sentences } from '../catalogue.js';
import { capability, meaningOf, POLICIES } from './pop3-words.js';
import { capital, duration, list, number, numeral, octets, quote, shorten } from './format.js';
import { logIn } from './sasl.js';

function mails(value: number): string {
  return `${numeral(value)} ${value === 1 ? 'mail' : 'mails'}`;
}

/** 1–3, 5 → 1–3 and 5 */
export function mailNumbers(numbers: string): string {
  return numbers.endsWith('…') ? numbers : list(numbers.split(', '));
}

/** mail 2; mails 1–3 and 5 */
function named({ count, numbers }: MailNumbers): string {
  return `${count === 1 ? 'mail' : 'mails'} ${mailNumbers(numbers)}`;
}

/** both mails; all three mails */
function all(value: number, what = ' mails'): string {
  return value === 2 ? `both${what}` : `all ${numeral(value)}${what}`;
}

/** Number of a mail, where the command is known. */
function mail(value: number | undefined): string {
  return value === undefined ? 'a mail' : `mail ${value}`;
}

/** The words of a reply as an appendage, where it has any. */
function inItsWords({ words }: { words: string }): string {
  return words === '' ? '' : `, in its words ${quote(words)}`;
}

function withSubject(subject: string | undefined): string {
  return subject === undefined || subject === '' ? '' : ` with the subject ${quote(subject)}`;
}

/** As many names as one reads; the rest is counted. */
const NAMES = 12;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMES).map(shorten);
  return names.length <= NAMES ? list(shown) : `${shown.join(', ')} and ${numeral(names.length - NAMES)} more`;
}

const CUT_SHORT = ' A part of the list is not in the capture.';

function cut(whole: boolean): string {
  return whole ? '' : CUT_SHORT;
}

function notCounted(marked: number): string {
  if (marked === 0) return '';
  return marked === 1 ? ' The one marked for deletion is left out.' : ` The ${numeral(marked)} marked for deletion are left out.`;
}

/** Who asks TOP for more wants the mail whole (fetchmail does): there is no mail of so many lines. */
const MANY_LINES = 1_000_000;

function top(value: number, lines: number | undefined): string {
  if (lines === undefined) return `The client asks for the header of mail ${value}; the number of lines that TOP also needs is missing.`;
  if (lines === 0) return `The client asks for the header of mail ${value}, without any line of its text.`;
  const whole = lines < MANY_LINES ? '' : ', as a rule all of it';
  return `The client asks for the header of mail ${value} and the first ${lines === 1 ? 'line' : `${numeral(lines)} lines`} of its text${whole}.`;
}

function unanswered(pending: number): string {
  if (pending === 0) return '';
  return pending === 1 ? ' For one DELE no reply has been seen yet.' : ` For ${numeral(pending)} DELE commands no reply has been seen yet.`;
}

function staying(left: number): string {
  if (left === 0) return 'no mail stays';
  return left === 1 ? 'one mail stays' : `${mails(left)} stay`;
}

/** What UPDATE does, as far as marks and mails were counted. */
function update({ mails: held, marked, pending }: Pop3Notes['pop3.command.quit']): string {
  const rest = unanswered(pending);
  if (marked.count > 0) {
    const are = marked.count === 1 ? 'is' : 'are';
    if (held === undefined) return `${capital(named(marked))} ${are} marked.${rest}`;
    if (marked.count < held) return `${capital(named(marked))} ${are} marked, ${staying(held - marked.count)}.${rest}`;
    return held === 1 ? `The only mail, number ${marked.numbers}, is marked.${rest}` : `${capital(all(held))} are marked.${rest}`;
  }
  if (pending > 0) return `What is marked is not certain.${rest}`;
  if (held === undefined) return 'No mail was marked: none is deleted.';
  if (held === 0) return 'The mailbox is empty: there is nothing to delete.';
  return held === 1 ? 'No mail was marked: the only one stays.' : `No mail was marked: ${all(held, '')} stay.`;
}

function afterUpdate(p: Pop3Notes['pop3.reply.quit']): string {
  return deleted(p) + unanswered(p.pending) + fetched(p);
}

function deleted({ mails: held, marked, pending, foretold }: Pop3Notes['pop3.reply.quit']): string {
  if (marked.count === 0) return foretold || pending > 0 ? '' : ' No mail was marked: none is deleted.';
  const left = held === undefined ? '' : `; ${staying(Math.max(0, held - marked.count))}`;
  return ` With that, ${named(marked)} ${marked.count === 1 ? 'is' : 'are'} deleted${left}.`;
}

function fetched({ fetched: came, unfetched }: Pop3Notes['pop3.reply.quit']): string {
  const some = came.count === 0 ? '' : ` Fetched in this session: ${named(came)}.`;
  const none = unfetched.count === 0 ? '' : ` Deleted, but not fetched in this session: ${named(unfetched)}.`;
  return some + none;
}

function capabilities(p: Pop3Notes['pop3.reply.capabilities']): string {
  const policies = p.capabilities.filter(({ name }) => Object.hasOwn(POLICIES, name));
  const offers = p.capabilities.filter(({ name }) => !Object.hasOwn(POLICIES, name)).map(capability);
  const habits = list(policies.map(({ name, args }) => POLICIES[name]!(shorten(args))));
  const said = offers.length > 0 ? `The server offers ${list(offers)}.` : habits === '' ? 'The server names no capabilities.' : '';
  return said + (habits === '' ? '' : `${said === '' ? 'The server' : ' It'} ${habits}.`) + (p.readable ? ' STLS is not among them: a password would be readable on the way.' : '') + cut(p.whole);
}

/** `, in its words "…". IN-USE means: another session holds …`, or as much of it as there is. */
function reason(p: StatusParams): string {
  if (p.code === undefined) return inItsWords(p);
  const meaning = meaningOf(p.code);
  if (meaning === undefined) return ` with the response code ${shorten(p.code)}${inItsWords(p)}`;
  return `${inItsWords(p)}. ${shorten(p.code.toUpperCase())} means: ${meaning}`;
}

type Refused = Pop3Notes['pop3.reply.refused'];

const REFUSED: Readonly<Record<RefusedPop3, (subject: string | undefined, verb: string) => string>> = {
  user: (subject) => (subject === undefined || subject === '' ? 'refuses the user name' : `refuses the user name ${subject}`),
  login: (subject) => (subject === undefined || subject === '' ? 'refuses the log-in' : `refuses the log-in of ${subject}`),
  mechanisms: () => 'does not list its log-in mechanisms',
  tls: () => 'refuses encryption',
  capabilities: () => 'does not answer CAPA with a list',
  status: () => 'does not tell the state of the mailbox',
  list: (subject) => (subject === undefined ? 'sends no list' : `tells nothing about mail ${subject}`),
  mail: (subject) => (subject === undefined ? 'sends no mail' : `does not send mail ${subject}`),
  mark: (subject) => (subject === undefined ? 'marks nothing' : `does not mark mail ${subject} for deletion`),
  reset: () => 'does not take the marks back',
  update: () => 'reports an error while it ends the session',
  other: (_subject, verb) => (verb === '' ? 'refuses the empty line' : `refuses ${verb}`),
};

const CONSEQUENCES: Readonly<Partial<Record<RefusedPop3, string>>> = {
  login: ' The session stays in the AUTHORIZATION state.',
  tls: ' The connection stays readable.',
  capabilities: ' Which extensions it knows stays open.',
  update: ' Some of the marked mails, or all of them, may still be there (RFC 1939 §6).',
};

const REASONS: Readonly<Record<RefusalReason, string>> = {
  marked: ' The mail is marked for deletion: it counts as gone unless RSET takes the mark back.',
  'no-such-mail': ' The mailbox holds no mail with this number.',
  'not-logged-in': ' The command needs a log-in before it.',
  cancelled: ' The client itself had given the log-in up.',
};

function refusal(p: Refused): string {
  const what = REFUSED[p.refused](p.subject === undefined ? undefined : shorten(p.subject), shorten(p.verb));
  const after = p.reason === undefined ? (CONSEQUENCES[p.refused] ?? '') : REASONS[p.reason];
  return `The server ${what} (-ERR)${reason(p)}.${after}`;
}

function arrived(p: Pop3Notes['pop3.message']): string {
  const what = `${capital(mail(p.number))} comes`;
  if (!p.whole) {
    const missing = p.missing > 0 ? `, ${octets(p.missing)} are known to be missing` : '';
    return `${what} with ${octets(p.size)}${withSubject(p.subject)}, not complete in the capture${missing}.`;
  }
  const other = p.announced === undefined ? '' : ` The status line had named ${number(p.announced)}.`;
  const dots = p.stuffed ? ' Lines that begin with a dot carry a second one on the way, which is not counted (RFC 1939 §3).' : '';
  return `${what}: ${octets(p.size)}${withSubject(p.subject)}, ended by a line with a single dot.${other}${dots}`;
}

function above(p: Pop3Notes['pop3.message.top']): string {
  // No mail of that many octets has that many lines.
  if (p.whole && p.lines !== undefined && p.lines > p.size) return `${capital(mail(p.number))} comes, header and all of its text: ${octets(p.size)}${p.subject === undefined || p.subject === '' ? '' : `,${withSubject(p.subject)}`}.`;
  const some = p.lines === undefined ? '' : p.lines < MANY_LINES ? `up to ${p.lines === 1 ? 'one line' : `${numeral(p.lines)} lines`} of text` : 'the requested text';
  const text = p.lines === undefined ? 'The beginning' : `The header and ${some}`;
  const what = p.lines === 0 ? 'The header' : text;
  const end = p.whole ? '' : ', not complete in the capture';
  return `${what} of ${mail(p.number)} ${p.lines === undefined || p.lines === 0 ? 'comes' : 'come'}: ${octets(p.size)}${withSubject(p.subject)}${end}.`;
}

function lines(p: Pop3Notes['pop3.reply.lines']): string {
  const count = p.lines === 1 ? 'one line' : `${number(p.lines)} lines`;
  const owner = p.verb === undefined ? 'for a command that is not in the capture' : `for ${p.verb === '' ? 'the empty line' : shorten(p.verb)}`;
  const end = p.whole ? ', ended by a line with a single dot' : '; their beginning or their end is not in the capture';
  return `The server sends ${count} ${owner}${end}.`;
}

/** What became of the marks of a session that ended without QUIT. */
export function lapsed({ marked, pending, quitMayBeMissing }: LapsingDeletions): string {
  const asked = pending === 1 ? 'the mail of one unanswered DELE' : `the mails of ${numeral(pending)} unanswered DELE commands`;
  const which = [...(marked.count === 0 ? [] : [`${named(marked)}, marked for deletion,`]), ...(pending === 0 ? [] : [asked])].join(' and ');
  const stay = marked.count + pending === 1 ? 'stays' : 'stay';
  const opening = quitMayBeMissing ? 'Unless QUIT is among the octets that the capture lacks' : 'Without QUIT there is no UPDATE';
  return `${opening}${quitMayBeMissing ? ', ' : ': '}${which} ${stay} in the mailbox (RFC 1939 §6).`;
}

export const pop3: Sentences<Pop3Notes> = {
  'pop3.greeting': ({ host, timestamp, delay }) => {
    const server = host === undefined ? 'The server' : `The server ${shorten(host)}`;
    const waited = delay === undefined ? '' : `; it took ${duration(Math.max(0, delay))}`;
    const apop =
      timestamp === undefined
        ? ' It sends no timestamp, so log-in by APOP is not on offer.'
        : ` With its timestamp ${shorten(timestamp)} it offers log-in by APOP, which sends no password.`;
    return `${server} is ready (+OK).${apop} In POP3 the server speaks first${waited}.`;
  },
  'pop3.greeting-refused': (p) => `The server does not serve this client (-ERR)${reason(p)}.`,

  'pop3.command.user': ({ name }) => `The client gives the user name ${shorten(name)}. The password has a command of its own, PASS.`,
  'pop3.command.pass': ({ password, username, readable }) =>
    `The client sends the password ${shorten(password)}${username === undefined ? '' : ` for ${shorten(username)}`}.` +
    (readable ? ' It crosses the network as it is: everyone on the way can read it.' : ''),
  'pop3.command.apop': ({ name }) =>
    `The client logs in as ${shorten(name)} by APOP: instead of the password it sends a digest (MD5) of the timestamp in the greeting and the password. Whoever listens can still try out passwords against it.`,
  'pop3.command.auth': logIn,
  'pop3.command.auth-list': () =>
    `The client asks by which mechanisms it can log in: AUTH without an argument, a custom from before CAPA (RFC 2449).`,
  'pop3.command.rpop': ({ name, username }) =>
    `The client names ${shorten(name)} as its own user${username === undefined ? '' : ` for the mailbox of ${shorten(username)}`}, and sends no password: the server is to trust its address and port (RPOP, in RFC 1081; dropped in RFC 1460).`,
  'pop3.command.on-behalf': ({ verb, address, port }) => {
    const extension = `(${verb}, an extension of ${verb === 'XOIP' ? 'Zimbra' : 'Dovecot'})`;
    if (address === undefined) return `A proxy passes on what it knows of the client that it speaks for ${extension}.`;
    return `A proxy says for whom it speaks: the client is ${shorten(address)}${port === undefined ? '' : `, port ${shorten(port)}`} ${extension}.`;
  },
  'pop3.command.proxy': ({ source }) =>
    `A proxy stands between client and server and ${source === undefined ? 'does not name the client that it speaks for' : `speaks for the client ${shorten(source)}`} (PROXY protocol). The line has no reply; POP3 begins behind it.`,
  'pop3.command.stls': () => `The client asks to encrypt the connection with TLS from here on (STLS).`,
  'pop3.command.capa': ({ loggedIn }) =>
    loggedIn
      ? `The client asks what the server can do beyond the basic commands; after the log-in the answer may be another (RFC 2449 §5).`
      : `The client asks what the server can do beyond the basic commands.`,
  'pop3.command.utf8': () => `The client wants UTF-8 from here on: mails may come with it in their headers, unconverted (RFC 6856).`,
  'pop3.command.lang': ({ language }) =>
    language === '*'
      ? `The client leaves it to the server in which language its replies are worded (RFC 6856).`
      : `The client asks for replies worded in the language ${shorten(language)} (RFC 6856).`,
  'pop3.command.lang-list': () => `The client asks in which languages the server can word its replies (RFC 6856).`,
  'pop3.command.stat': () => `The client asks how many mails the mailbox holds and how many octets they have together.`,
  'pop3.command.list': () => `The client asks for a list of the mails, each with its number and its size.`,
  'pop3.command.list-one': (p) => `The client asks for the size of mail ${p.number}.`,
  'pop3.command.uidl': () =>
    `The client asks for the unique id of every mail. Numbers hold for one session only; by the ids it knows next time what it has fetched already.`,
  'pop3.command.uidl-one': (p) => `The client asks for the unique id of mail ${p.number}.`,
  'pop3.command.last': () => `The client asks for the highest number of a mail it has fetched (LAST, in RFC 1460; dropped in 1994).`,
  'pop3.command.retr': (p) => `The client asks for mail ${p.number} whole.${p.number === 0 ? ' Mails are numbered from 1.' : ''}`,
  'pop3.command.top': (p) => top(p.number, p.lines),
  'pop3.command.dele': (p) => `The client marks mail ${p.number} for deletion. It goes only if the session ends with QUIT.`,
  'pop3.command.noop': () =>
    `The client asks for nothing but a reply. It keeps the session open: a server may close it after ten minutes without a command, no earlier (RFC 1939 §3).`,
  'pop3.command.rset': ({ marked, pending }) => {
    const which = marked.count > 0 ? `, those of ${named(marked)}` : pending === 0 ? '; so far there is none' : '';
    return `The client takes all deletion marks of this session back${which}.`;
  },
  'pop3.command.xtnd': ({ words }) => `The client uses an extension of the server: XTND${words === '' ? '' : ` ${shorten(words)}`}.`,
  'pop3.command.boards': () => `The client asks which discussion groups the server keeps (XTND BBOARDS, RFC 1082).`,
  'pop3.command.board': ({ name, archive }) =>
    `The client opens the ${archive ? 'archive of the ' : ''}discussion group ${shorten(name)} in place of its mailbox; its mails are then read as those of a mailbox are (RFC 1082).`,
  'pop3.command.board-facts': ({ name }) => `The client asks for the particulars of the discussion group ${shorten(name)} (XTND X-BBOARDS, RFC 1082).`,
  'pop3.command.fields': ({ field, number: of }) =>
    `The client asks for the header field ${shorten(field)} of ${of === undefined ? 'every mail' : `mail ${of}`} (XTND XLST, an extension of Qualcomm's server).`,
  'pop3.command.xmit': () => `The client wants to hand in a mail for sending, on the connection for fetching (XTND XMIT, an extension of Qualcomm's server).`,
  'pop3.command.quit': (p) => `The client ends the session; the server now carries out the deletions (UPDATE). ${update(p)}`,
  'pop3.command.quit-early': () => `The client ends the session without being logged in. No mailbox was open, so there is nothing to delete (no UPDATE).`,
  'pop3.command.malformed': ({ verb, args }) =>
    args.trim() === ''
      ? `The client sends ${verb} without the argument that it needs.`
      : `The client sends ${verb} with ${quote(args)}, which is not the argument it needs.`,
  'pop3.command.too-early': ({ verb }) =>
    `The client sends ${verb} before a log-in. POP3 is a stateful protocol: the server keeps track, and ${verb} belongs to the TRANSACTION state behind the log-in.`,
  'pop3.command.too-late': ({ verb }) =>
    `The client sends ${verb} although it is logged in: the command belongs to the AUTHORIZATION state, which is over.`,
  'pop3.command.behind-stls': ({ verb }) =>
    `The client sends ${verb === '' ? 'an empty line' : shorten(verb)} readable behind STLS, where only TLS may follow. Whoever sits on the way could have put it there; the server must not carry it out once TLS stands.`,
  'pop3.command.empty': () => `The client sends an empty line, which is no command.`,
  'pop3.command.unknown': ({ verb }) => `The client sends ${shorten(verb)}, which is no command of POP3 or its registered extensions.`,

  'pop3.reply.user': (p) =>
    `The server takes the user name ${shorten(p.username)} and waits for the password${inItsWords(p)}. That does not yet mean that there is such a mailbox.`,
  'pop3.reply.logged-in': (p) =>
    `The server accepts the log-in${p.username === undefined ? '' : ` of ${shorten(p.username)}`}${inItsWords(p)}. The mailbox is open: the TRANSACTION state begins.`,
  'pop3.reply.mechanisms': (p) =>
    (p.mechanisms.length === 0
      ? `The server names no mechanism for a log-in.`
      : `The server offers log-in by ${list(p.mechanisms.map(shorten), 'or')}.`) + cut(p.whole),
  'pop3.reply.tls-ready': (p) => `The server agrees${inItsWords(p)}: behind this line TLS begins, and the log-in will be encrypted.`,
  'pop3.reply.capabilities': capabilities,
  'pop3.reply.utf8': (p) => `The server switches to UTF-8${inItsWords(p)}.`,
  'pop3.reply.lang': (p) => `The server changes the language of its replies${inItsWords(p)}.`,
  'pop3.reply.languages': (p) =>
    (p.languages.length === 0 ? `The server names no language.` : `The server can word its replies in ${list(p.languages.map(shorten))}.`) +
    cut(p.whole),
  'pop3.reply.stat': (p) =>
    (p.mails === 0
      ? `The mailbox holds no mail.`
      : `The mailbox holds ${mails(p.mails)} with ${octets(p.octets)}${p.mails === 1 ? '' : ' together'}.`) + notCounted(p.marked),
  'pop3.reply.list': (p) =>
    (p.mails === 0 ? `The list is empty: there is no mail.` : `The server lists ${mails(p.mails)}, ${octets(p.octets)}${p.mails === 1 ? '' : ' together'}.`) +
    notCounted(p.marked) +
    cut(p.whole),
  'pop3.reply.list-one': (p) => `Mail ${p.number} has ${octets(p.octets)}.`,
  'pop3.reply.uidl': (p) =>
    (p.mails === 0
      ? `The list of unique ids is empty: there is no mail.`
      : `The server names the unique ${p.mails === 1 ? 'id of one mail' : `ids of ${mails(p.mails)}`}, the same in every session.`) +
    notCounted(p.marked) +
    cut(p.whole),
  'pop3.reply.uidl-one': (p) => `Mail ${p.number} has the unique id ${shorten(p.uid)}, the same in every session.`,
  'pop3.reply.last': (p) => (p.number === 0 ? `No mail has been fetched so far.` : `The highest number of a fetched mail is ${p.number}.`),
  'pop3.reply.retr': (p) =>
    p.announced === undefined
      ? `The server sends ${mail(p.number)}${inItsWords(p)}; the end is a line with a single dot.`
      : `The server sends ${mail(p.number)}; the number ${number(p.announced)} is a courtesy, the end is a line with a single dot.`,
  'pop3.reply.top': (p) =>
    `The server sends the header of ${mail(p.number)}${p.lines === 0 ? '' : ' and the lines asked for'}${inItsWords(p)}; the end is a line with a single dot.`,
  'pop3.reply.dele': (p) =>
    `The server has marked mail ${p.number}: it can no longer be fetched, and QUIT will delete it.` +
    (p.marked > 1 ? ` By now ${mails(p.marked)} are marked.` : ''),
  'pop3.reply.noop': () => `The server is there. Nothing else happens.`,
  'pop3.reply.rset': ({ marked, mails: held }) =>
    (marked.count === 0 ? `The server agrees; no mail was marked.` : `The server has taken back the ${marked.count === 1 ? 'mark' : 'marks'} of ${named(marked)}.`) +
    (held === undefined || held === 0 ? '' : ` The mailbox holds ${mails(held)} as before.`),
  'pop3.reply.quit': (p) => `The server ends the session${inItsWords(p)}.${afterUpdate(p)}`,
  'pop3.reply.quit-early': (p) => `The server ends the session${inItsWords(p)}.`,
  'pop3.reply.on-behalf': (p) => `The server takes what the proxy says of the client${inItsWords(p)}.`,
  'pop3.reply.boards': (p) =>
    (p.names.length === 0 ? `The server keeps no discussion groups.` : `The server keeps ${p.names.length === 1 ? 'one discussion group' : `${numeral(p.names.length)} discussion groups`}: ${listed(p.names)}.`) + cut(p.whole),
  'pop3.reply.board': (p) =>
    `The ${p.archive ? 'archive of the ' : ''}discussion group ${shorten(p.name)} is open${p.highest === undefined ? '' : `; its mails are numbered up to ${number(p.highest)} so far`}. The mailbox that was open before is closed.${cut(p.whole)}`,
  'pop3.reply.board-facts': (p) =>
    `The server gives the particulars of the discussion group ${shorten(p.name)}, ${p.facts === 1 ? 'one line' : `${numeral(p.facts)} lines`}: names, files, moderators, addresses.${cut(p.whole)}`,
  'pop3.reply.fields': (p) =>
    (p.mails === 0 ? `No mail has a field ${shorten(p.field)} to be listed.` : `The server lists the field ${shorten(p.field)} in ${p.mails === 1 ? 'one line' : `${numeral(p.mails)} lines`}, each with the number of its mail.`) + cut(p.whole),
  'pop3.reply.field': (p) => `The server gives the field ${shorten(p.field)} of mail ${p.number}${inItsWords(p)}.`,
  'pop3.reply.xmit-go': (p) => `The server is ready to take the mail${inItsWords(p)}; the end will be a line with a single dot.`,
  'pop3.reply.xmit-done': (p) => `The server has taken the mail for sending${inItsWords(p)}.`,
  'pop3.reply.refused': refusal,
  'pop3.reply.other': (p) => `The server accepts ${p.verb === '' ? 'the empty line' : shorten(p.verb)} (+OK)${inItsWords(p)}.`,
  'pop3.reply.unasked': (p) =>
    `The server sends ${p.ok ? '+OK' : '-ERR'}, for which the capture shows no command${reason(p)}.`,
  'pop3.reply.lines': lines,
  'pop3.unfinished': ({ lapsing }) => `The capture ends before the session does. ${lapsed(lapsing)}`,
  'pop3.reply.to-tls': (p) => `The server has taken octets of TLS for a command and refuses it (-ERR)${reason(p)}.`,

  'pop3.message': arrived,
  'pop3.message.top': above,
  'pop3.message.submitted': (p) =>
    `The client hands in a mail: ${octets(p.size)}${withSubject(p.subject)}${p.whole ? ', ended by a line with a single dot' : ', not complete in the capture'}.`,
};
