/** English for SMTP and LMTP: a sentence or two for every line of a conversation (RFC 5321, 2033, 3030, 3207, 4954). */
import type { LooseForm, OfferedExtension, ReplyParams, SmtpNotes } from '../../model/notes/smtp.js';
import type { Sentences } from '../catalogue.js';
import { offeredMechanisms, plainExtensions, sizeOffered } from '../extensions.js';
import { isWord } from '../words.js';
import { count, duration, octets, quote, shorten } from './format.js';
import { reason, refusal, sender } from './refusal.js';
import { replyCodes } from './reply-codes.js';
import { logIn } from './sasl.js';

const CODES: Readonly<Record<number, string>> = replyCodes.codes;

function isLmtp(words: string): boolean {
  return words.toUpperCase().includes('LMTP');
}

/** The words of a reply as an appendage, where it has any. */
function inItsWords(p: ReplyParams): string {
  return p.words === '' ? '' : `, in its words ${quote(p.words)}`;
}

function serverNamed(host: string | undefined): string {
  return host === undefined ? 'The server' : `The server ${shorten(host)}`;
}

function introduces(name: string): string {
  if (name === '') return 'The client introduces itself without a name';
  return name.startsWith('[')
    ? `The client introduces itself by its address ${shorten(name)}`
    : `The client introduces itself as ${shorten(name)}`;
}

/** `paragraph`: of RFC 5321, where the command is specified. */
function oddity(loose: LooseForm | undefined, paragraph: string): string {
  if (loose === undefined) return '';
  return loose === 'bare'
    ? ` The address stands without the angle brackets that RFC 5321 ${paragraph} demands.`
    : ' Between the colon and the address stands a blank, which RFC 5321 §3.3 does not permit.';
}

function announced(p: SmtpNotes['smtp.command.mail']): string {
  const parts: string[] = [];
  if (p.size !== undefined) parts.push(`a mail of ${octets(p.size)} (SIZE)`);
  if (p.body === '8BITMIME') parts.push('8-bit text (8BITMIME)');
  else if (p.body === 'BINARYMIME') parts.push('binary content (BINARYMIME)');
  else if (p.body === '7BIT') parts.push('7-bit text (7BIT)');
  if (p.utf8) parts.push('addresses or headers in UTF-8 (SMTPUTF8)');
  return parts.length === 0 ? '' : ` It announces ${enumerate(parts)}.`;
}

/** What the parameters for reports, log-in and size add. */
function senderDetails(p: SmtpNotes['smtp.command.mail']): string {
  let text = p.limit === undefined ? '' : ` The server takes at most ${octets(p.limit)}, as it has said in reply to EHLO.`;
  if (p.returned === 'FULL') text += ' A report of failure is to return the whole mail (RET).';
  else if (p.returned === 'HDRS') text += ' A report of failure is to return only the header of the mail (RET).';
  if (p.envelopeId) text += ` Reports are to carry the mark ${shorten(p.envelopeId)} (ENVID).`;
  if (p.submitter === '<>') text += ' Who has submitted the mail is left open (AUTH).';
  else if (p.submitter) text += ` It names ${shorten(p.submitter)} as the one who has submitted the mail (AUTH).`;
  return text;
}

function recipientDetails({ original, notify }: SmtpNotes['smtp.command.rcpt']): string {
  const kept = original ? ` For reports it keeps the original address ${shorten(original)} (ORCPT).` : '';
  if (notify.includes('NEVER')) return `${kept} It wants no report on the delivery (NOTIFY).`;
  const cases = ['SUCCESS', 'FAILURE', 'DELAY'].filter((word) => notify.includes(word)).map((word) => word.toLowerCase());
  return cases.length === 0 ? kept : `${kept} It wants a report in case of ${either(cases)} (NOTIFY).`;
}

/** a, b, and c */
function enumerate(items: readonly string[]): string {
  if (items.length < 3) return items.join(' and ');
  return `${items.slice(0, -1).join(', ')}, and ${items[items.length - 1]!}`;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  PIPELINING: 'several commands at a time (PIPELINING)',
  '8BITMIME': '8-bit text (8BITMIME)',
  BINARYMIME: 'binary content (BINARYMIME)',
  CHUNKING: 'mails in counted chunks (CHUNKING)',
  DSN: 'reports on delivery (DSN)',
  SMTPUTF8: 'addresses in UTF-8 (SMTPUTF8)',
  ENHANCEDSTATUSCODES: 'detailed reply codes (ENHANCEDSTATUSCODES)',
  STARTTLS: 'encryption (STARTTLS)',
  VRFY: 'queries for a user (VRFY)',
  EXPN: 'queries for a mailing list (EXPN)',
  ETRN: 'the release of waiting mail (ETRN)',
  ATRN: 'waiting mail over this connection (ATRN)',
  TURN: 'an exchange of roles (TURN)',
  HELP: 'help (HELP)',
  PIPECONNECT: 'commands before the greeting (PIPECONNECT)',
  DELIVERBY: 'delivery by a deadline (DELIVERBY)',
  FUTURERELEASE: 'mail held until later (FUTURERELEASE)',
  'MT-PRIORITY': 'priorities (MT-PRIORITY)',
  REQUIRETLS: 'TLS demanded for the whole way (REQUIRETLS)',
  LIMITS: 'its limits (LIMITS)',
  BURL: 'content by reference (BURL)',
  RRVS: 'a check whether a mailbox has changed hands (RRVS)',
};

function extension(offered: OfferedExtension): string {
  return EXTENSIONS[offered.keyword] ?? shorten(offered.keyword);
}

function offers(extensions: readonly OfferedExtension[]): readonly string[] {
  const mechanisms = offeredMechanisms(extensions);
  return plainExtensions(extensions).map((offered) => {
    if (offered.keyword === 'SIZE') return size(sizeOffered(offered));
    if (offered.keyword === 'AUTH') return `log-in${mechanisms.length === 0 ? ' (AUTH)' : ` by ${either(mechanisms)}`}`;
    return extension(offered);
  });
}

function size(limit: number | undefined): string {
  if (limit === undefined) return 'sizes announced in advance (SIZE)';
  return limit === 0 ? 'messages without a fixed limit (SIZE)' : `messages up to ${octets(limit)} (SIZE)`;
}

function either(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items[items.length - 1]!}`;
}

const OTHER_VERBS: Readonly<Record<string, string>> = {
  ATRN: 'asks for its waiting mail over this connection, with the roles exchanged (ATRN, RFC 2645)',
  BURL: 'names a place from which the server is to fetch content of the mail (BURL, RFC 4468)',
  XCLIENT: 'tells the server on whose behalf it connects (XCLIENT, an extension of Postfix)',
  XFORWARD: 'passes on where a mail came from (XFORWARD, an extension of Postfix)',
  SEND: 'wants to write to a terminal (SEND, from RFC 821; no longer in use)',
  SOML: 'wants to write to a terminal or a mailbox (SOML, from RFC 821; no longer in use)',
  SAML: 'wants to write to a terminal and a mailbox (SAML, from RFC 821; no longer in use)',
};

const ETRN_REPLIES: Readonly<Record<number, string>> = {
  250: 'has begun to send the waiting mail',
  251: 'has no mail waiting',
  252: 'has begun to send the waiting mail',
  253: 'has begun to send the waiting mail',
};

function otherReply(p: SmtpNotes['smtp.reply.other']): string {
  if (p.verb === undefined) return `The server replies ${p.code}${reason(p, 'other')}. What this answers is not in the capture.`;
  const answer = p.verb === 'ETRN' ? ETRN_REPLIES[p.code] : undefined;
  if (answer !== undefined) return `The server ${answer} (${p.code})${inItsWords(p)}.`;
  const meaning = CODES[p.code];
  const verb = p.verb === '' ? 'the empty line' : shorten(p.verb);
  return `The server answers ${verb} with ${p.code}${meaning === undefined ? '' : `: ${meaning}`}${inItsWords(p)}.`;
}

function message(p: SmtpNotes['smtp.message']): string {
  const subject = p.subject === undefined || p.subject === '' ? '' : ` with the subject ${quote(p.subject)}`;
  if (p.complete) {
    const dots = p.stuffed ? ' Lines that begin with a dot carry a second one on the way, which is not counted (RFC 5321 §4.5.2).' : '';
    return `The client sends the mail: ${octets(p.size)}${subject}, ended by a line with a single dot.${dots}`;
  }
  if (p.missing > 0) return `The client sends the mail${subject}: ${octets(p.size)} are in the capture, ${octets(p.missing)} are missing.`;
  return `The client sends the mail${subject}: ${octets(p.size)} are in the capture, its end is not.`;
}

function chunk(p: SmtpNotes['smtp.chunk']): string {
  const what = p.last ? 'the last chunk of the mail' : 'a chunk of the mail';
  if (!p.complete) return `The client sends ${what}: ${octets(p.size)} are in the capture, the rest is not.`;
  return `The client sends ${what}: ${octets(p.size)}, counted, so that no dot is needed at the end.`;
}

function behind(args: string): string {
  return args.trim() === '' ? '' : `: ${quote(args)}`;
}

function asked(word: string): string {
  return word === '' ? 'what was asked for' : quote(word);
}

export const smtp: Sentences<SmtpNotes> = {
  'smtp.greeting': (p) => {
    const language = p.extended ? ` and ${isLmtp(p.words) ? 'speaks LMTP' : 'offers ESMTP'}` : '';
    const waited = p.delay === undefined || p.delay < 0 ? '' : `; it took ${duration(p.delay)}`;
    return `${serverNamed(p.host)} is ready (${p.code})${language}. In ${isLmtp(p.words) ? 'LMTP' : 'SMTP'} the server speaks first${waited}.`;
  },
  'smtp.greeting-refused': (p) => {
    const span = p.code < 500 ? 'for now' : 'for good';
    const next = p.code < 500 ? 'The client may try again later.' : 'All that is left to the client is QUIT.';
    return `${serverNamed(p.host)} refuses its service to this client ${span} (${p.code})${reason(p, 'hello')}. ${next}`;
  },

  'smtp.command.helo': (p) => `${introduces(p.name)}, in the old form that asks for no extensions (HELO).`,
  'smtp.command.ehlo': (p) => `${introduces(p.name)} and asks which extensions the server knows.`,
  'smtp.command.lhlo': (p) =>
    `${introduces(p.name)} and asks which extensions the server knows. LHLO makes it LMTP: each recipient of a mail gets a reply of its own (RFC 2033).`,
  'smtp.command.mail': (p) =>
    (p.address === ''
      ? `The client begins a mail with the empty sender <>, as reports of failed delivery carry it: if this one fails, none is sent back (RFC 5321 §4.5.5).`
      : `The client begins a mail and names its sender for the envelope: ${shorten(p.address)}. Reports of failed delivery go to this address.`) +
    announced(p) +
    senderDetails(p) +
    oddity(p.loose, '§4.1.1.2'),
  'smtp.command.mail-malformed': (p) =>
    `The client wants to begin a mail, but behind MAIL stands no sender in the form FROM:<address>${behind(p.args)}.`,
  'smtp.command.rcpt': (p) =>
    (p.address === ''
      ? `The client names an empty recipient, which only a sender may be (RFC 5321 §4.1.1.3).`
      : `The client names a recipient on the envelope: ${shorten(p.address)}. The To: line inside the mail may say something else.`) +
    recipientDetails(p) +
    oddity(p.loose, '§4.1.1.3'),
  'smtp.command.rcpt-malformed': (p) =>
    `The client wants to name a recipient, but behind RCPT stands none in the form TO:<address>${behind(p.args)}.`,
  'smtp.command.data': (p) =>
    p.recipients === 0
      ? `The client wants to send the mail itself now, header and body, although no recipient stands on the envelope.`
      : `The client wants to send the mail itself now, header and body, for ${count(p.recipients, 'recipient', 'recipients')}; the server is to give the go-ahead first.`,
  'smtp.command.bdat': (p) => {
    if (p.size === 0) return p.last ? `The client ends the mail with an empty last chunk.` : `The client announces an empty chunk.`;
    return `The client announces ${p.last ? 'the last chunk' : 'a chunk'} of the mail, ${octets(p.size)}, which ${p.size === 1 ? 'follows' : 'follow'} at once (BDAT).`;
  },
  'smtp.command.bdat-malformed': (p) =>
    `The client announces a chunk without a valid size${behind(p.args)}. What follows cannot be counted.`,
  'smtp.command.rset': () => `The client wants to start over: whatever it has named as sender, recipients and content is to be forgotten. The session goes on.`,
  'smtp.command.vrfy': (p) =>
    p.word === '' ? `The client asks for a mailbox without naming one (VRFY).` : `The client asks whether ${quote(p.word)} is a mailbox here (VRFY).`,
  'smtp.command.expn': (p) =>
    p.word === '' ? `The client asks for a mailing list without naming one (EXPN).` : `The client asks who stands on the mailing list ${quote(p.word)} (EXPN).`,
  'smtp.command.help': (p) =>
    p.topic === undefined ? `The client asks the server for help.` : `The client asks the server for help with ${quote(p.topic)}.`,
  'smtp.command.noop': () => `The client asks for nothing but a reply, a sign that the connection is alive (NOOP).`,
  'smtp.command.quit': () => `The client ends the session; the server is to answer and then close the connection.`,
  'smtp.command.turn': () =>
    `The client offers to exchange the roles, so that the server can send its mail over the same connection. TURN comes from RFC 821 and is deprecated: it does not ask who the client is (RFC 5321 appendix F.1).`,
  'smtp.command.etrn': (p) =>
    `The client asks the server to send the mail that waits for ${p.node === '' ? 'it' : shorten(p.node)} now, over connections of the server's own (ETRN).`,
  'smtp.command.starttls': () => `The client asks to encrypt the connection with TLS from here on (STARTTLS).`,
  'smtp.command.auth': logIn,
  'smtp.command.auth-malformed': () => `The client wants to log in, but names no mechanism behind AUTH.`,
  'smtp.command.behind-starttls': (p) =>
    `The client sends ${p.verb === '' ? 'an empty line' : shorten(p.verb)} readable behind STARTTLS, where only TLS may follow. Whoever sits on the way could have put it there; the server must not carry it out once TLS stands.`,
  'smtp.command.empty': () => `The client sends an empty line, which is no command.`,
  'smtp.command.unknown': (p) => {
    const known = OTHER_VERBS[p.verb];
    if (known !== undefined) return `The client ${known}.`;
    return isWord(p.verb)
      ? `The client sends ${quote(p.verb)}, which is no command of SMTP or of a known extension.`
      : `The client sends a line that is no command of SMTP.`;
  },

  'smtp.reply.hello': (p) => `${serverNamed(p.host)} accepts the introduction (${p.code}). A mail may begin.`,
  'smtp.reply.extensions': (p) => {
    const offered = offers(p.extensions);
    const warning = p.readable ? ' No STARTTLS: everything that follows can be read on the way.' : '';
    if (offered.length === 0) return `The server accepts the introduction (${p.code}) and offers no extensions.${warning}`;
    return `The server accepts and offers ${enumerate(offered)}.${warning}`;
  },
  'smtp.reply.sender-accepted': (p) => `The server accepts ${sender(p.address)} (${p.code}). Recipients may follow.`,
  'smtp.reply.recipient-accepted': (p) =>
    `The server accepts the recipient ${shorten(p.address)} (${p.code})${p.code === 252 ? ' without being able to verify it' : ''}.`,
  'smtp.reply.recipient-forwarded': (p) =>
    `The server accepts the recipient ${shorten(p.address)}, who is not local, and will forward the mail (${p.code})${inItsWords(p)}.`,
  'smtp.reply.data-go': (p) => `The server is waiting for the mail (${p.code}): everything up to a line with a single dot belongs to it.`,
  'smtp.reply.message-accepted': (p) => {
    const mail = p.recipient === undefined ? 'the mail' : `the mail for ${shorten(p.recipient)}`;
    const queue = p.queueId === undefined ? '' : ` Its queue id there is ${shorten(p.queueId)}.`;
    return `The server accepts ${mail} (${p.code}) and is responsible for it from now on.${queue}`;
  },
  'smtp.reply.chunk-accepted': (p) => `The server has received the chunk of ${octets(p.size)} (${p.code}). More of the mail may follow.`,
  'smtp.reply.reset': (p) => `The server has forgotten all of it (${p.code}). A new mail may begin.`,
  'smtp.reply.verified': (p) => `The server knows ${asked(p.word)} (${p.code})${p.words === '' ? '' : `: ${quote(p.words)}`}.`,
  'smtp.reply.not-verified': (p) =>
    `The server neither confirms nor denies ${asked(p.word)} (${p.code}), but would take mail for it and try to deliver it.`,
  'smtp.reply.expanded': (p) => `The server lists ${count(p.members, 'member', 'members')} of ${asked(p.word)} (${p.code}).`,
  'smtp.reply.help': (p) => `The server answers with help for a human reader (${p.code}), in ${count(p.lines, 'line', 'lines')}.`,
  'smtp.reply.noop': (p) => `The server is there (${p.code}). Nothing else happens.`,
  'smtp.reply.closing': (p) => `The server says goodbye (${p.code}): the session is over, and the connection can be closed.`,
  'smtp.reply.turned': (p) =>
    `The server agrees (${p.code}), and the roles change: whoever opened the connection is the SMTP server from now on and begins with a greeting. In the lines that follow, client and server mean the new roles.`,
  'smtp.reply.tls-ready': (p) =>
    `The server is ready for TLS (${p.code}): the handshake follows at once, and what was said before counts no longer. The client has to introduce itself anew.`,
  'smtp.reply.logged-in': (p) =>
    p.username === undefined ? `The server accepts the log-in (${p.code}).` : `The server accepts the log-in as ${shorten(p.username)} (${p.code}).`,
  'smtp.reply.refused': refusal,
  'smtp.reply.shutting-down': (p) =>
    `The server ends the session of its own accord (${p.code})${reason(p, 'other')}. A mail that it has not accepted stays with the client, which may try again later.`,
  'smtp.reply.other': otherReply,

  'smtp.message': message,
  'smtp.chunk': chunk,
};
