/** English for tagged replies: what is now the case, a row a command for OK and a row for NO (RFC 9051 §7.1). */
import type { CommandFacts, ImapNotes, ImapVerb, StatusParams } from '../../model/notes/imap.js';
import { mechanismKind, type MechanismKind } from '../mechanisms.js';
import { codeSentence, spread } from './imap-codes.js';
import { isOne, mails } from './imap-phrases.js';
import { capital, count, numeral, quote, shorten } from './format.js';

/** INBOX, or "the mailbox" where the name is not known. */
function box(name: string | undefined): string {
  return name === undefined ? 'the mailbox' : shorten(name);
}

/** "the mailbox X" */
function theBox(name: string | undefined): string {
  return name === undefined ? 'the mailbox' : `the mailbox ${shorten(name)}`;
}

function as(facts: CommandFacts): string {
  return facts.username === undefined || facts.username === '' ? '' : ` as ${shorten(facts.username)}`;
}

function holding(mailCount: number | undefined): string {
  if (mailCount === undefined) return '';
  return mailCount === 0 ? '; it is empty' : `; it holds ${count(mailCount, 'mail', 'mails')}`;
}

type Row = (facts: CommandFacts, params: StatusParams) => string;

/** A list that came in untagged lines. */
const complete =
  (what: string): Row =>
  ({ results, mailbox }) => {
    if (mailbox === '') return 'That is all about the levels of names.';
    return results === 0 ? `${what} is complete, and empty.` : `${what} is complete: ${count(results, 'name', 'names')}.`;
  };

const done =
  (what: string): Row =>
  () =>
    what;

const opened: Row = ({ mailbox, mails: held }, { code }) => {
  const how = code?.name === 'READ-ONLY' ? ' for reading only' : code?.name === 'READ-WRITE' ? ' for reading and writing' : '';
  return `${box(mailbox)} is now open${how}${holding(held)}. The state is "selected".`;
};

/** RFC 7162 §3.1.3: numbers as the command had them, sequence numbers or UIDs. */
function leftAlone(set: string, uid: boolean): string {
  const one = /^\d+$/.test(set);
  const which = uid ? `the ${one ? 'mail with UID' : 'mails with UIDs'}` : one ? 'mail' : 'mails';
  return `${capital(which)} ${spread(set)} ${one ? 'was' : 'were'} left alone, having been changed in the meantime.`;
}

const OK: Readonly<Record<ImapVerb, Row>> = {
  CAPABILITY: done('The list of capabilities is complete.'),
  NOOP: done('The server is there; any news would have come in lines before.'),
  LOGOUT: done('The server confirms the end of the session; only the closing of the connection remains.'),
  STARTTLS: done('The server agrees: from here on both sides speak TLS, beginning with its handshake.'),
  AUTHENTICATE: (facts) => `The server lets the client in${as(facts)} (${shorten(facts.mechanism ?? 'AUTHENTICATE')}). The state is "authenticated".`,
  LOGIN: (facts) => `The server lets the client in${as(facts)}. The state is "authenticated".`,
  ENABLE: ({ results }) =>
    results === 0 ? 'The server confirms, without naming an extension that is now on.' : 'The extensions named in the line before are switched on for this session.',
  SELECT: opened,
  EXAMINE: opened,
  CREATE: ({ mailbox }) => `The mailbox ${box(mailbox)} now exists.`,
  DELETE: ({ mailbox }) => `The mailbox ${box(mailbox)} is gone.`,
  RENAME: ({ mailbox, target }) => `${box(mailbox)} is now called ${box(target)}.`,
  SUBSCRIBE: ({ mailbox }) => `${box(mailbox)} is now among the subscribed mailboxes.`,
  UNSUBSCRIBE: ({ mailbox }) => `${box(mailbox)} is no longer among the subscribed mailboxes.`,
  LIST: complete('The list of mailboxes'),
  LSUB: complete('The list of subscribed mailboxes'),
  XLIST: complete('The list of mailboxes'),
  NAMESPACE: done('That is all about where mailboxes lie.'),
  STATUS: ({ mailbox }) => `That is all about ${box(mailbox)}.`,
  APPEND: ({ mailbox, appended }) => `The server has put ${appended === undefined ? 'the mail' : `the ${numeral(appended)} mails`} into ${box(mailbox)}.`,
  IDLE: done('The server has seen DONE and stops sending news by itself; commands may follow.'),
  CHECK: done('The server reports CHECK as done.'),
  CLOSE: ({ mailbox, deleted = 0 }) => {
    const gone = deleted === 0 ? '' : ` The ${deleted === 1 ? 'mail' : `${numeral(deleted)} mails`} that the server had shown with \\Deleted ${deleted === 1 ? 'is' : 'are'} removed.`;
    return `${box(mailbox)} is closed.${gone} The state is "authenticated".`;
  },
  UNSELECT: ({ mailbox }) => `${box(mailbox)} is closed and nothing in it removed. The state is "authenticated".`,
  EXPUNGE: ({ results }) =>
    results === 0 ? 'There was nothing to remove.' : `The removal is complete: ${results === 1 ? 'one mail is' : `${numeral(results)} mails are`} gone.`,
  SEARCH: done('The search is complete.'),
  FETCH: ({ results, shared }) =>
    shared ? 'The fetch is complete.' : results === 0 ? 'There was nothing to send for it.' : `The fetch is complete: ${count(results, 'FETCH response', 'FETCH responses')}.`,
  STORE: ({ set, readOnly }, { code, words }) => {
    if (readOnly === true) return `The server answers OK${words === '' ? '' : `, in its words ${quote(words)}`}; but the mailbox is open for reading only.`;
    if (code?.name === 'MODIFIED') return `The change of flags is done, but not everywhere. ${leftAlone(code.args, set?.uid ?? false)}`;
    return `The server reports the change of flags${set === undefined ? '' : ` of ${mails(set)}`} as done.`;
  },
  COPY: ({ set, target }) => `${set === undefined || !isOne(set) ? 'The copies are' : 'The copy is'} in ${box(target)}.`,
  MOVE: ({ set, target }) => `${set === undefined || !isOne(set) ? 'The mails are' : 'The mail is'} now in ${box(target)} and gone from here.`,
  SORT: done('The sorted search is complete.'),
  THREAD: done('The search for conversations is complete.'),
  ID: done('The introductions are over.'),
  GETQUOTA: done('That is all about this limit of space.'),
  GETQUOTAROOT: done('That is all about the limits of space here.'),
  SETQUOTA: done('The limit is set.'),
  GETACL: done('The list of access rights is complete.'),
  SETACL: done('The access rights are changed.'),
  DELETEACL: done('The access rights are taken away.'),
  LISTRIGHTS: done('The list of rights is complete.'),
  MYRIGHTS: done("That is all about the user's own rights."),
  GETMETADATA: ({ mailbox }) => `The notes on the ${mailbox === '' ? 'server' : 'mailbox'} are complete.`,
  SETMETADATA: ({ mailbox }) => `The notes on the ${mailbox === '' ? 'server' : 'mailbox'} are changed.`,
  COMPRESS: done('From the next octet on, both sides send compressed data (DEFLATE). The lines that follow are what comes out when it is inflated.'),
  NOTIFY: ({ switchedOff }) => (switchedOff ? 'From now on the server reports nothing by itself.' : 'From now on the server reports what was asked for, and nothing else.'),
  LANGUAGE: done('The language of the texts is settled.'),
  COMPARATOR: done('The way of comparing text is settled.'),
  UNAUTHENTICATE: done('The user is logged out, and the connection stays open for another.'),
  GENURLAUTH: done('The URL is made.'),
  URLFETCH: done('The content behind the URL is complete.'),
  RESETKEY: done('URLs handed out so far are void.'),
  CONVERT: done('The converted content is complete.'),
  REPLACE: done('The new mail has taken the place of the old one.'),
  ESEARCH: done('The search over several mailboxes is complete.'),
  GETJMAPACCESS: done('That is the way to the same mails by JMAP.'),
  RLIST: complete('The list of mailboxes'),
  RLSUB: complete('The list of subscribed mailboxes'),
  GETANNOTATION: done('The notes are complete.'),
  SETANNOTATION: done('The notes are changed.'),
  CANCELUPDATE: done('The server will report no more changes of these results.'),
  UIDBATCHES: done('The list of batches is complete.'),
  PROXYAUTH: (facts) => `The client goes on${as(facts)}.`,
  XAPPLEPUSHSERVICE: done("The device is registered for Apple's push service."),
  'X-CANCEL': done('The server has broken the command off.'),
  'X-STATE': done('That is all about the state of the session.'),
};

const NO: Readonly<Partial<Record<ImapVerb, Row>>> = {
  LOGIN: (facts) => `The server refuses the log-in${as(facts)}`,
  AUTHENTICATE: (facts) => `The server refuses the log-in${as(facts)} by ${shorten(facts.mechanism ?? 'this mechanism')}`,
  STARTTLS: done('The server does not begin TLS; the connection stays readable'),
  SELECT: ({ mailbox }) => `The server does not open ${theBox(mailbox)}, and no mailbox is open now`,
  EXAMINE: ({ mailbox }) => `The server does not open ${theBox(mailbox)}, and no mailbox is open now`,
  CREATE: ({ mailbox }) => `The server does not create ${theBox(mailbox)}`,
  DELETE: ({ mailbox }) => `The server does not remove ${theBox(mailbox)}`,
  RENAME: ({ mailbox }) => `The server does not rename ${theBox(mailbox)}`,
  STATUS: ({ mailbox }) => `The server says nothing about ${box(mailbox)}`,
  APPEND: ({ mailbox, appended }) => appended === undefined ? `The server does not put the mail into ${box(mailbox)}` : `The server puts ${appended === 2 ? 'neither' : 'none'} of the ${numeral(appended)} mails into ${box(mailbox)}`,
  COPY: ({ target }) => `The server copies nothing to ${box(target)}`,
  MOVE: ({ target }) => `The server refuses to move to ${box(target)}`,
  STORE: ({ set }) => `The server refuses to change the flags${set === undefined ? '' : ` of ${mails(set)}`}`,
  FETCH: ({ set }) => `The server cannot send all that was asked${set === undefined ? '' : ` about ${mails(set)}`}`,
  SEARCH: done('The server refuses the search'),
  EXPUNGE: done('The server refuses to remove mails'),
  COMPRESS: done('The server does not begin to compress'),
};

/** READ-WRITE and the like are in the sentence itself already. */
const WITHIN: ReadonlySet<string> = new Set(['READ-ONLY', 'READ-WRITE', 'MODIFIED']);

export function okReply({ verb, facts, ...params }: ImapNotes['imap.reply.ok']): string {
  const sentence = capitalFirst(OK[verb](facts, params));
  const code = params.code === undefined || WITHIN.has(params.code.name) ? '' : codeSentence(params.code);
  return code === '' ? sentence : `${sentence} ${code}`;
}

const WRONG = 'User name or password is wrong, or the server does not want to say more.';

/** AUTHENTICATIONFAILED by what the mechanism asks for (RFC 5530 §3). */
const FAILED: Readonly<Record<MechanismKind, string>> = {
  readable: WRONG,
  proof: WRONG,
  mutual: WRONG,
  token: 'The token is not valid for this user, or the server does not want to say more.',
  certificate: 'Nothing outside of this exchange, such as a TLS certificate, shows the server that the client is this user, or the server does not want to say more.',
  ticket: 'The ticket is not accepted, or the server does not want to say more.',
  none: 'The server does not let anybody in without proof of who it is, or does not want to say more.',
  unknown: 'What the client has shown does not suffice, or the server does not want to say more.',
};

function whyNot({ verb, facts, code }: ImapNotes['imap.reply.no']): string {
  if (code?.name !== 'AUTHENTICATIONFAILED') return codeSentence(code);
  if (verb === 'LOGIN') return WRONG;
  return verb === 'AUTHENTICATE' ? FAILED[mechanismKind(facts.mechanism ?? '')] : codeSentence(code);
}

export function noReply(note: ImapNotes['imap.reply.no']): string {
  const { verb, facts } = note;
  return refusal(NO[verb]?.(facts, note) ?? `The server refuses ${verb}`, 'NO', note, whyNot(note));
}

/** What is refused, in whose words, and what the code adds. */
export function refusal(what: string, status: string, { code, words }: StatusParams, added = codeSentence(code)): string {
  const said = words === '' ? '' : `, in its words ${quote(words)}`;
  return `${capitalFirst(what)} (${status})${said}.${added === '' ? '' : ` ${added}`}`;
}

/** Mailbox names keep their own first letter. */
function capitalFirst(sentence: string): string {
  return sentence.startsWith('the ') ? `T${sentence.slice(1)}` : sentence;
}
