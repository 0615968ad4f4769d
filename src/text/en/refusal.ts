/** English for a refusal: what, for how long, why by code and by the server's own words, and what follows. */
import type { Circumstance, RefusedCommand, ReplyParams, SmtpNotes } from '../../model/notes/smtp.js';
import { splitEnhancedCode } from '../enhanced-codes.js';
import { deniesCommand, deniesName, isBorrowed, isStrayCode, type Refused } from '../refusals.js';
import { isWord } from '../words.js';
import { enhancedCodes } from './enhanced-codes.js';
import { octets, quote, shorten } from './format.js';
import { replyCodes } from './reply-codes.js';

const CODES: Readonly<Record<number, string>> = replyCodes.codes;
const DETAILS: Readonly<Record<string, string>> = enhancedCodes.details;
const SUBJECTS: Readonly<Record<number, string>> = enhancedCodes.subjects;

/** Where a code says more behind this command than elsewhere. */
const IN_CONTEXT: Readonly<Partial<Record<RefusedCommand, Readonly<Record<number, string>>>>> = {
  hello: {
    501: 'the name is not well-formed',
    550: 'a policy stands against this client',
    554: 'there is no mail service for this client here',
  },
  sender: {
    452: 'the server lacks the storage for a mail of this size at the moment',
    550: 'the mailbox of the sender is not available, or a policy stands against it',
    552: 'the mail would be larger than the server takes',
  },
  recipient: {
    452: 'the server is short of storage, or the mail has more recipients than it takes at once',
    503: 'the command comes out of order; it belongs behind an accepted MAIL',
    552: 'the mailbox is full, or the mail has more recipients than the server takes at once',
  },
  data: {
    503: 'the command comes out of order; a sender and a recipient must have been accepted before',
    554: 'no recipient has been accepted',
  },
  message: {
    450: 'the mail cannot be taken at the moment',
    550: 'a policy stands against it, or the mailbox is not available',
    552: 'the mail is larger than the server takes',
  },
  chunk: { 503: 'the chunk comes out of order; a sender and a recipient must have been accepted before' },
  login: {
    454: 'the log-in is not possible at the moment',
    501: 'the line is not valid base64, or the client broke the exchange off',
    503: 'the command comes out of order, as AUTH does behind a log-in or within a mail',
    504: 'the server does not offer this mechanism',
    530: 'encryption must come first',
  },
  tls: { 454: 'TLS is not available at the moment', 501: 'STARTTLS takes no parameter' },
  verification: { 550: 'there is no such mailbox, or it is not to be disclosed', 553: 'the name is ambiguous or not allowed' },
};

/** Invalid command, syntax, arguments: here the reply code says the same, or more. */
const LESS_THAN_CODE: ReadonlySet<string> = new Set(['5.1', '5.2', '5.4']);
const ARGUMENT = '5.4';
/** No matter of arguments: the command is not known, not carried out, or out of order. */
const NOT_ARGUMENTS: ReadonlySet<number> = new Set([500, 502, 503]);
/** Its sentences say already that the session is over. */
const GOODBYE = 221;

/** Codes that are about the command itself; others with such details only borrow them. */
function isAboutSyntax(code: number): boolean {
  return (code >= 500 && code <= 504) || code === 554 || code === 555;
}

/** The subject of an enhanced code without detail, where the reply code has already named it. */
const TOLD_BY_CODE: Readonly<Record<number, number>> = { 450: 2, 550: 2, 500: 5, 501: 5, 502: 5, 503: 5, 504: 5, 454: 7, 530: 7, 534: 7, 535: 7, 538: 7 };

/** Where what went before tells more than the code. */
const BY_CIRCUMSTANCE: Readonly<Partial<Record<Circumstance, string>>> = {
  'nothing-sent': 'the code stands for invalid credentials, although none have been sent',
  'no-recipient': 'the command comes out of order; no recipient has been accepted',
  'short-line': 'the server does not recognise the command',
};

/** Where the two codes differ. */
function withDetail(why: string, code: number, enhanced: string): string {
  const { detail } = splitEnhancedCode(enhanced);
  return NOT_ARGUMENTS.has(code) && detail === ARGUMENT ? otherwise(why, enhanced) : `${why} (${enhanced})`;
}

function otherwise(why: string, enhanced: string): string {
  return `${why}; the detailed code says something else: ${DETAILS[splitEnhancedCode(enhanced).detail]!} (${enhanced})`;
}

function codeMeaning(code: number, command: RefusedCommand): string | undefined {
  return code === GOODBYE || isStrayCode(code, command) ? undefined : (IN_CONTEXT[command]?.[code] ?? CODES[code]);
}

function meaning(p: ReplyParams, command: RefusedCommand, circumstance?: Circumstance): string | undefined {
  const telling = p.code === 500 && circumstance === 'no-address' ? 'short-line' : circumstance;
  const known = telling === undefined ? undefined : BY_CIRCUMSTANCE[telling];
  if (known !== undefined) return p.enhanced === undefined ? known : withDetail(known, p.code, p.enhanced);
  const byCode = codeMeaning(p.code, command);
  if (p.enhanced === undefined) return byCode;
  const { subject, detail } = splitEnhancedCode(p.enhanced);
  if (byCode !== undefined && isAboutSyntax(p.code) && LESS_THAN_CODE.has(detail)) return withDetail(byCode, p.code, p.enhanced);
  const byDetail = DETAILS[detail];
  if (byCode !== undefined && isBorrowed(command, p.code, detail)) return otherwise(byCode, p.enhanced);
  if (byDetail !== undefined && !detail.endsWith('.0')) return `${byDetail} (${p.enhanced})`;
  if (byCode !== undefined && TOLD_BY_CODE[p.code] === subject) return `${byCode} (${p.enhanced})`;
  const area = subject === 0 ? `${p.enhanced} adds nothing to that` : `${SUBJECTS[subject] ?? SUBJECTS[0]!} (${p.enhanced})`;
  if (byCode !== undefined) return `${byCode}; ${area}`;
  return subject === 0 ? undefined : area;
}

function inItsWords(p: ReplyParams): string {
  return p.words === '' ? '' : `, in its words ${quote(p.words)}`;
}

/** `550, 5.1.1` */
function codes(p: ReplyParams): string {
  return p.enhanced === undefined ? String(p.code) : `${p.code}, ${p.enhanced}`;
}

/** Seen in the wild: no code means it, the words alone tell. */
const GREYLISTING = /gr[ae]y-?list/i;
/** Seen in the wild: said with a code that means something else. */
const NOT_RECOGNISED = /\bun(?:known|recogni[sz]ed) command\b|\bcommand (?:unknown|(?:not |un)recogni[sz]ed)\b/i;
const INVALID_ARGUMENTS: ReadonlySet<number> = new Set([501, 504]);

/** `: the mailbox does not exist (5.1.1), in its words "no such user"`, or as much of it as there is. */
export function reason(p: ReplyParams, command: RefusedCommand, circumstance?: Circumstance): string {
  const why = meaning(p, command, circumstance);
  const words = inItsWords(p);
  if (why !== undefined && p.code < 500 && GREYLISTING.test(p.words)) {
    return `: the code means that ${why}; its words ${quote(p.words)} say greylisting: a sender unknown so far is to come back later`;
  }
  if (why !== undefined && INVALID_ARGUMENTS.has(p.code) && NOT_RECOGNISED.test(p.words)) {
    return `: the code means that ${why}; its words ${quote(p.words)} say that it does not recognise the command`;
  }
  return why === undefined ? words : `: ${why}${words}`;
}

export function sender(address: string): string {
  return address === '' ? 'the empty sender' : `the sender ${shorten(address)}`;
}

function refused(p: Refused): string {
  const { subject = '' } = p;
  switch (p.command) {
    case 'hello':
      return `the introduction${p.verb === '' ? '' : ` by ${p.verb}`}`;
    case 'sender':
      return p.subject === undefined ? 'the sender' : sender(subject);
    case 'recipient':
      if (p.circumstance === 'no-address') return 'RCPT without an address';
      return subject === '' ? 'this recipient' : `the recipient ${shorten(subject)}`;
    case 'data':
      return 'the transfer of the mail';
    case 'message':
      return subject === '' ? 'the mail' : `the mail for ${shorten(subject)}`;
    case 'chunk':
      return 'this chunk of the mail';
    case 'login':
      return 'the log-in';
    case 'handshake':
      return 'the TLS handshake';
    case 'tls':
      return 'encryption';
    case 'verification':
      return subject === '' ? 'the query' : `the query for ${quote(subject)}`;
    case 'mail-line':
      return 'this line of the mail';
    case 'other':
      return p.verb === '' ? 'the empty line' : isWord(p.verb) ? `the command ${shorten(p.verb)}` : 'this line';
  }
}

function consequence(p: Refused, passing: boolean): string {
  switch (p.command) {
    case 'hello':
      if (passing) return ' The client may try again later.';
      // Out of order: an earlier introduction may stand.
      if (p.code === 503) return '';
      return p.verb === 'EHLO' && (p.code === 500 || p.code === 502)
        ? ' The client can fall back to HELO, which knows no extensions.'
        : ' Without an accepted introduction no mail can follow.';
    case 'sender':
      if (passing) return ' The client may try again later.';
      return p.code === 503 || p.code === 530 ? '' : ' Without an accepted sender no mail can follow.';
    case 'recipient':
      if (p.code >= 500 && p.code <= 530) return '';
      return passing ? ' The client may try again later; other recipients are not affected.' : ' Other recipients are not affected.';
    case 'data':
      return passing ? ' The client may try again later.' : ' The client must not send the mail.';
    case 'message':
      if (p.subject !== undefined) return ' The other recipients have replies of their own.';
      return passing
        ? ' The mail stays with the client, which may try again later.'
        : ' The mail stays with the client, whose task it is to tell the sender.';
    case 'chunk':
      return ' With that the whole mail has failed: no further chunk may follow (RFC 3030 §2).';
    case 'login':
      if (p.code === 503) return '';
      return passing ? ' The client may try again later.' : ' The client is not logged in.';
    case 'handshake':
      return ' It has taken its octets for commands.';
    case 'tls':
      return ' The connection stays readable.';
    case 'verification':
      return p.code === 502 ? ' Many servers keep their users from those who collect addresses.' : '';
    case 'mail-line':
      return '';
    case 'other':
      return passing ? ' The client may try again later.' : '';
  }
}

/** For how long. Another password, or another name, is another request: there "for good" would say too much. */
function span(p: Refused, passing: boolean): string {
  if (p.command === 'login' || p.command === 'verification' || p.command === 'handshake') return passing ? ' for now' : '';
  return passing ? ' for now' : ' for good';
}

function limit(p: Refused): string {
  return p.limit === undefined ? '' : ` It has named ${octets(p.limit)} as its limit (SIZE).`;
}

export function refusal(p: Refused): string {
  const passing = p.code < 500;
  if (deniesName(p)) {
    if (p.verb === 'EXPN') {
      const which = p.subject === undefined ? 'the list' : `the list ${quote(p.subject)}`;
      return `The server does not tell who is on ${which} (${codes(p)})${inItsWords(p)}.`;
    }
    return `The server does not confirm ${p.subject === undefined ? 'what was asked for' : quote(p.subject)} (${p.code})${reason(p, p.command)}.`;
  }
  if (p.circumstance === 'cancelled') {
    return `The server ends the log-in as the client asked (${codes(p)})${inItsWords(p)}. The client is not logged in.`;
  }
  if (p.circumstance === 'mail-open') {
    return `The server refuses this second MAIL (${p.code}): a mail is already open, and its sender stands.`;
  }
  if (deniesCommand(p)) {
    return `The server does not know the command ${shorten(p.verb)} (${codes(p)})${inItsWords(p)}.`;
  }
  return `The server refuses ${refused(p)}${span(p, passing)} (${p.code})${reason(p, p.command, p.circumstance)}.${limit(p)}${consequence(p, passing)}`;
}

/** What the RFC 3463 code alone says. */
export function codeless({ about, code, enhanced, words }: SmtpNotes['smtp.reply.codeless']): string {
  const owner = about === undefined ? '' : about === 'mail' ? ' to the mail' : ` to ${shorten(about)}`;
  const fate = code < 300 ? 'accepts' : code < 500 ? 'refuses for now' : 'refuses for good';
  const detail = enhanced === undefined ? undefined : DETAILS[splitEnhancedCode(enhanced).detail];
  return `The server replies${owner} without the three digits with which every reply begins (RFC 5321 §4.2). By its detailed code it ${fate} (${enhanced ?? code})${detail === undefined ? '' : `: ${detail}`}${words === '' ? '' : `, in its words ${quote(words)}`}. A client that looks for the digits cannot tell that.`;
}
