/** English for SMTP and LMTP: a sentence or two for every line of a conversation (RFC 5321, 2033, 3030, 3207, 4954). */
import type { ForwardedAttribute, LooseForm, ReplyParams, SmtpNotes } from '../../model/notes/smtp.js';
import type { Sentences } from '../catalogue.js';
import { withHaste } from '../haste.js';
import { isWord } from '../words.js';
import { count, duration, list, number, octets, quote, shorten } from './format.js';
import { hasteWords } from './haste.js';
import { codeless, reason, refusal, sender } from './refusal.js';
import { replyCodes } from './reply-codes.js';
import { logIn } from './sasl.js';
import { offers } from './smtp-extensions.js';
import { enumerate, parameters } from './smtp-parameters.js';

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
  if (loose === 'route') return ' Before the address stands a route over other hosts, which servers pass over today (RFC 5321 appendix C).';
  return loose === 'bare'
    ? ` The address stands without the angle brackets that RFC 5321 ${paragraph} demands.`
    : ' Between the colon and the address stands a blank, which RFC 5321 §3.3 does not permit.';
}

function limit(octetsAtMost: number | undefined): string | undefined {
  return octetsAtMost === undefined ? undefined : ` The server takes at most ${octets(octetsAtMost)}, as it has said in reply to EHLO.`;
}

const SENDS: Readonly<Record<string, string>> = {
  SEND: 'is to appear on the terminal of its recipient',
  SOML: 'is to appear on the terminal of its recipient, or to go to the mailbox',
  SAML: 'is to appear on the terminal of its recipient and to go to the mailbox',
};

/** What the attributes of XCLIENT and XFORWARD are about. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  NAME: 'name',
  ADDR: 'address',
  PORT: 'port',
  PROTO: 'protocol',
  HELO: 'introduction',
  LOGIN: 'log-in',
  DESTADDR: 'address of the server',
  DESTPORT: 'port of the server',
  IDENT: 'mark of the mail',
  SOURCE: 'origin',
};

function attributes(all: readonly ForwardedAttribute[]): string {
  const told = all.map(({ name, value }) => `${ATTRIBUTES[name] ?? shorten(name)} ${value === undefined ? 'unknown' : shorten(value)}`);
  return told.length === 0 ? '' : `: ${list(told)}`;
}

const SCOPES = { host: '', domain: 'all hosts of ', queue: 'the queue ' } as const;

const OTHER_VERBS: Readonly<Record<string, string>> = {
  'X-LINK2STATE': 'sends the state of its links, as Exchange servers tell each other (X-LINK2STATE)',
  XPROXY: 'passes a session on, as Exchange servers do (XPROXY)',
  XPROXYFROM: 'tells on whose behalf it connects, as Exchange servers do (XPROXYFROM)',
  XPROXYTO: 'tells where the session is to go, as Exchange servers do (XPROXYTO)',
  XSHADOW: 'wants to keep a copy of the mails of this server, as Exchange servers do (XSHADOW)',
  XSHADOWREQUEST: 'asks for a copy to be kept, as Exchange servers do (XSHADOWREQUEST)',
  XQDISCARD: 'asks which copies may be thrown away, as Exchange servers do (XQDISCARD)',
  XSESSIONPARAMS: 'tells details of the session, as Exchange servers do (XSESSIONPARAMS)',
  XRDST: 'names destinations, as Exchange servers do (XRDST)',
  XADR: 'asks how an address is routed (XADR, from PMDF)',
  XSTA: 'asks for the state of the queues (XSTA, from PMDF)',
  XCIR: 'asks for the state of circuit checks (XCIR, from PMDF)',
  XGEN: 'asks for general information (XGEN, from PMDF)',
  XUSR: 'says that a user submits this mail (XUSR, from sendmail)',
  XREMOTEQUEUE: 'asks for waiting mail to be sent (XREMOTEQUEUE)',
  VERB: 'asks to be told in detail what the server does (VERB, from sendmail)',
  ONEX: 'says that only one mail will come (ONEX, from sendmail)',
  DEBUG: 'asks for the debugging mode of an early sendmail, through which an attack once ran (DEBUG)',
  WIZ: 'asks for the wizard mode of an early sendmail, through which an attack once ran (WIZ)',
};

const ETRN_REPLIES: Readonly<Record<number, string>> = {
  250: 'has begun to send the waiting mail',
  251: 'has no mail waiting',
  252: 'has begun to send the waiting mail',
  253: 'has begun to send the waiting mail',
};

function otherReply(p: SmtpNotes['smtp.reply.other']): string {
  if (p.verb === undefined) return `The server replies ${p.code}${reason(p, 'other')}. No command that was seen is waiting for it.`;
  const answer = p.verb === 'ETRN' ? ETRN_REPLIES[p.code] : undefined;
  if (answer !== undefined) return `The server ${answer} (${p.code})${inItsWords(p)}.`;
  const meaning = CODES[p.code];
  const verb = p.verb === '' ? 'the empty line' : shorten(p.verb);
  return `The server answers ${verb} with ${p.code}${meaning === undefined ? '' : `: ${meaning}`}${inItsWords(p)}.`;
}

function message(p: SmtpNotes['smtp.message']): string {
  const subject = p.subject === undefined || p.subject === '' ? '' : ` with the subject ${quote(p.subject)}`;
  const early = p.early ? ' It has not waited for the go-ahead, although nothing may be sent behind DATA before (RFC 2920 §3.1).' : '';
  if (p.complete) {
    const dots = p.stuffed ? ' Lines that begin with a dot carry a second one on the way, which is not counted (RFC 5321 §4.5.2).' : '';
    return `The client sends the mail: ${octets(p.size)}${subject}, ended by a line with a single dot.${dots}${early}`;
  }
  if (p.missing > 0) return `The client sends the mail${subject}: ${octets(p.size)} are in the capture, ${octets(p.missing)} are missing.${early}`;
  return `The client sends the mail${subject}: ${octets(p.size)} are in the capture, its end is not.${early}`;
}

function chunk(p: SmtpNotes['smtp.chunk']): string {
  const what = p.last ? 'the last chunk of the mail' : 'a chunk of the mail';
  if (!p.complete) return `The client sends ${what}: ${octets(p.size)} are in the capture, the rest is not.`;
  return `The client sends ${what}: ${octets(p.size)}, counted, so that no dot is needed at the end.`;
}

function behind(args: string): string {
  return args.trim() === '' ? '' : `: ${quote(args)}`;
}

const COUNTS_AS = { username: 'the user name', password: 'the password' } as const;

function refusedMail({ line, early }: SmtpNotes['smtp.command.refused-mail']): string {
  const hasty = early ? ' It has not waited for that reply, although nothing may be sent behind DATA before (RFC 2920 §3.1).' : '';
  if (line === '.') return `The client ends the mail whose DATA was refused; the server takes the dot for a command.${hasty}`;
  const what = line.trim() === '' ? 'an empty line' : `"${shorten(line)}", a line`;
  return `The client sends ${what} of the mail whose DATA was refused; the server takes it for a command.${hasty}`;
}

function asked(word: string): string {
  return word === '' ? 'what was asked for' : quote(word);
}

const SENTENCES: Sentences<SmtpNotes> = {
  'smtp.greeting': (p) => {
    const language = p.extended ? ` and ${isLmtp(p.words) ? 'speaks LMTP' : 'offers ESMTP'}` : '';
    const waited = p.delay === undefined || p.delay < 0 ? '' : `; it took ${duration(p.delay)}`;
    return `${serverNamed(p.host)} is ready (${p.code})${language}. In ${isLmtp(p.words) ? 'LMTP' : 'SMTP'} the server speaks first${waited}.`;
  },
  'smtp.greeting-refused': (p) => {
    const span = p.code < 500 ? 'for now' : 'for good';
    const early = p.early === true ? ' The client had not waited for the greeting, which may be the reason.' : '';
    const next = p.code < 500 ? 'The client may try again later.' : 'All that is left to the client is QUIT.';
    return `${serverNamed(p.host)} refuses its service to this client ${span} (${p.code})${reason(p, 'hello')}.${early} ${next}`;
  },

  'smtp.command.helo': (p) => `${introduces(p.name)}, in the old form that asks for no extensions (HELO).`,
  'smtp.command.ehlo': (p) => `${introduces(p.name)} and asks which extensions the server knows.`,
  'smtp.command.lhlo': (p) =>
    `${introduces(p.name)} and asks which extensions the server knows. LHLO makes it LMTP: each recipient of a mail gets a reply of its own (RFC 2033).`,
  'smtp.command.mail': (p) =>
    (p.address === ''
      ? `The client begins a mail with the empty sender <>, as reports of failed delivery carry it: if this one fails, none is sent back (RFC 5321 §4.5.5).`
      : `The client begins a mail and names its sender for the envelope: ${shorten(p.address)}. Reports of failed delivery go to this address.`) +
    parameters(p, limit(p.limit)) +
    oddity(p.loose, '§4.1.1.2'),
  'smtp.command.send': (p) =>
    `The client begins a message from ${p.address === '' ? 'the empty sender' : shorten(p.address)} that ${SENDS[p.verb] ?? 'is to appear on a terminal'}. ${p.verb} comes from RFC 821 and is no longer in use.`,
  'smtp.command.mail-malformed': (p) =>
    `The client wants to begin a mail, but behind ${p.verb} stands no sender in the form FROM:<address>${behind(p.args)}.`,
  'smtp.command.rcpt': (p) =>
    (p.address === ''
      ? `The client names an empty recipient, which only a sender may be (RFC 5321 §4.1.1.3).`
      : p.number === 1
        ? `The client names a recipient on the envelope: ${shorten(p.address)}. The To: line inside the mail may say something else.`
        : `The client names another recipient on the envelope, number ${number(p.number)}: ${shorten(p.address)}.`) +
    parameters(p) +
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
  'smtp.command.burl': (p) =>
    `The client names a place from which the server is to fetch ${p.last ? 'the rest' : 'a part'} of the mail itself: ${shorten(p.url)} (BURL).`,
  'smtp.command.burl-malformed': (p) => `The client wants the server to fetch content of the mail, but behind BURL stands no URL${behind(p.args)}.`,
  'smtp.command.xexch50': (p) =>
    `The client announces ${octets(p.size)} of properties of the mail, as Exchange servers tell each other (XEXCH50, type ${shorten(p.type)}); the server is to give the go-ahead first.`,
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
    `The client asks the server to send the mail that waits ${p.scope === 'queue' ? 'in' : 'for'} ${p.node === '' ? 'it' : SCOPES[p.scope] + shorten(p.node)} now, over connections of the server's own (ETRN).`,
  'smtp.command.atrn': (p) =>
    `The client asks for the mail that waits for ${p.domains.length === 0 ? 'it' : shorten(list(p.domains))}, over this very connection: if the server agrees, the roles change (ATRN). Unlike with TURN, the client has to be logged in.`,
  'smtp.command.xclient': (p) =>
    `The client tells the server to treat it as another client${attributes(p.attributes)} (XCLIENT, an extension of Postfix).`,
  'smtp.command.xforward': (p) =>
    `The client tells where the mail to come was taken in, for the log${attributes(p.attributes)} (XFORWARD, an extension of Postfix).`,
  'smtp.command.clientid': (p) =>
    p.token === ''
      ? 'The client wants to tell by what device it is used, but names no mark (CLIENTID).'
      : `The client tells by what device it is used: the mark ${shorten(p.token)} of the kind ${shorten(p.type)} (CLIENTID). Servers use it as a further proof beside the password.`,
  'smtp.command.starttls': (p) =>
    p.verb === 'STARTTLS'
      ? 'The client asks to encrypt the connection with TLS from here on (STARTTLS).'
      : `The client asks to encrypt the connection with TLS from here on, as Exchange servers do among themselves, without certificates that others would trust (${p.verb}).`,
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

  'smtp.command.refused-mail': refusedMail,
  'smtp.answer-like-command': (p) =>
    `The client sends ${quote(p.line)}, which reads like a command. In the midst of a log-in it is none but counts as ${p.as === undefined ? 'an answer' : COUNTS_AS[p.as]} in base64; only a line with nothing but * breaks the log-in off (RFC 4954 §4).`,

  'smtp.reply.hello': (p) => `${serverNamed(p.host)} accepts the introduction (${p.code}). A mail may begin.`,
  'smtp.reply.extensions': (p) => {
    const offered = offers(p.extensions);
    const warning = p.readable ? ' No STARTTLS: everything that follows can be read on the way.' : '';
    const misplaced = p.misplaced === undefined ? '' : ` ${p.misplaced} stands where the name of the server belongs, and offers nothing there (RFC 5321 §4.1.1.1).`;
    if (offered.length === 0) return `The server accepts the introduction (${p.code}) and offers no extensions.${misplaced}${warning}`;
    return `The server accepts and offers ${enumerate(offered)}.${misplaced}${warning}`;
  },
  'smtp.reply.sender-accepted': (p) => `The server accepts ${sender(p.address)} (${p.code}). Recipients may follow.`,
  'smtp.reply.recipient-accepted': (p) =>
    `The server accepts the recipient ${shorten(p.address)} (${p.code})${p.code === 252 ? ' without being able to verify it' : ''}.`,
  'smtp.reply.recipient-forwarded': (p) =>
    `The server accepts the recipient ${shorten(p.address)}, who is not local, and will forward the mail (${p.code})${inItsWords(p)}.`,
  'smtp.reply.data-go': (p) => `The server is waiting for the mail (${p.code}): everything up to a line with a single dot belongs to it.`,
  'smtp.reply.blob-go': (p) =>
    `The server is waiting for the properties of the mail (${p.code})${p.size === undefined ? '' : `: the next ${octets(p.size)} are neither command nor mail`}.`,
  'smtp.reply.blob-accepted': (p) => `The server has received the properties of the mail (${p.code})${inItsWords(p)}.`,
  'smtp.reply.fetched': (p) => `The server has fetched the content (${p.code})${inItsWords(p)}. More of the mail may follow.`,
  'smtp.reply.by-recipient': (p) =>
    `The server has received the mail and announces a reply of its own for ${p.recipients === 1 ? 'the recipient' : `each of the ${count(p.recipients, 'recipient', 'recipients')}`}, then one for the mail as a whole (${p.code}, PRDR).`,
  'smtp.reply.resume': (p) =>
    `The server knows this mail from before (${p.code})${p.offset === undefined ? inItsWords(p) : `: it has ${octets(p.offset)}, and the client goes on behind them`}. Recipients may follow.`,
  'smtp.reply.client-changed': (p) => `The server agrees (${p.code}): the session begins anew, as if that other client had connected. EHLO or HELO has to follow.`,
  'smtp.reply.message-accepted': (p) => {
    const mail = p.recipient === undefined ? 'the mail' : `the mail for ${shorten(p.recipient)}`;
    const queue = p.queueId === undefined ? '' : ` Its ${p.recipient === undefined ? 'queue id' : 'id'} there is ${shorten(p.queueId)}.`;
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
  'smtp.reply.codeless': codeless,
  'smtp.reply.shutting-down': (p) =>
    `The server ends the session of its own accord (${p.code})${reason(p, 'other')}. A mail that it has not accepted stays with the client, which may try again later.`,
  'smtp.reply.other': otherReply,

  'smtp.message': message,
  'smtp.chunk': chunk,
  'smtp.blob': (p) =>
    p.complete
      ? `The client sends properties of the mail, as Exchange servers tell each other: ${octets(p.size)}, counted.`
      : `The client sends properties of the mail, as Exchange servers tell each other: ${octets(p.size)} are in the capture, the rest is not.`,
};

export const smtp = withHaste(SENTENCES, hasteWords);
