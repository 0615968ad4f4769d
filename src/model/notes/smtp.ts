/** Annotations of SMTP and LMTP (RFC 5321, 2033, 3030, 3207, 4954). Sizes are octets, durations seconds. */
import type { LogInParams } from './sasl.js';
import type { ParameterList } from './smtp-parameters.js';

/** What a reply says: its code, the RFC 3463 code where there is one, and its own words without both. */
export interface ReplyParams {
  code: number;
  enhanced: string | undefined;
  words: string;
}

/** One keyword of an EHLO reply with what follows it. */
export interface OfferedExtension {
  keyword: string;
  params: string;
}

/** The address stands without angle brackets, with a blank before them, or behind the hosts of a source route. */
export type LooseForm = 'bare' | 'blank' | 'route';

/** `NAME=value` behind XCLIENT or XFORWARD, decoded; without value where it is said to be not available. */
export interface ForwardedAttribute {
  name: string;
  value: string | undefined;
}

/** The client has not waited for replies that were still to come. */
export interface Haste {
  /** The command whose reply comes next: its verb, or what it was instead. */
  awaited: { verb: string } | 'greeting' | 'mail' | 'chunk' | 'login' | 'refused-mail';
  /** How many replies were still to come. */
  count: number;
  /** Why it was to wait: pipelining was not offered, or that command had to be the last of its group (RFC 2920 §3.1). */
  fault: 'not-offered' | 'not-last' | 'greeting' | undefined;
}

interface SmtpCommandNotes {
  'smtp.command.helo': { name: string };
  'smtp.command.ehlo': { name: string };
  'smtp.command.lhlo': { name: string };
  'smtp.command.mail': {
    address: string;
    loose: LooseForm | undefined;
    /** The limit that EHLO announced, where the mail is larger. */
    limit: number | undefined;
  } & ParameterList;
  /** SEND, SOML, SAML (RFC 821 §3.4). */
  'smtp.command.send': { verb: string; address: string };
  'smtp.command.mail-malformed': { verb: string; args: string };
  /** `number`: the how manieth of the mail. */
  'smtp.command.rcpt': { address: string; number: number; loose: LooseForm | undefined } & ParameterList;
  'smtp.command.rcpt-malformed': { args: string };
  'smtp.command.data': { recipients: number };
  'smtp.command.bdat': { size: number; last: boolean };
  'smtp.command.bdat-malformed': { args: string };
  'smtp.command.burl': { url: string; last: boolean };
  'smtp.command.burl-malformed': { args: string };
  'smtp.command.xexch50': { size: number; type: string };
  'smtp.command.rset': Record<string, never>;
  'smtp.command.vrfy': { word: string };
  'smtp.command.expn': { word: string };
  'smtp.command.help': { topic: string | undefined };
  'smtp.command.noop': Record<string, never>;
  'smtp.command.quit': Record<string, never>;
  'smtp.command.turn': Record<string, never>;
  /** RFC 1985 §5.3: a host, `@` and a domain with all its hosts, or `#` and a queue. */
  'smtp.command.etrn': { node: string; scope: 'host' | 'domain' | 'queue' };
  'smtp.command.atrn': { domains: readonly string[] };
  'smtp.command.xclient': { attributes: readonly ForwardedAttribute[] };
  'smtp.command.xforward': { attributes: readonly ForwardedAttribute[] };
  'smtp.command.clientid': { type: string; token: string };
  'smtp.command.starttls': { verb: string };
  'smtp.command.auth': LogInParams;
  'smtp.command.auth-malformed': Record<string, never>;
  'smtp.command.behind-starttls': { verb: string };
  'smtp.command.empty': Record<string, never>;
  'smtp.command.unknown': { verb: string };
  /** DATA has been refused, and what was to be the mail comes all the same. `early`: it was under way by then. */
  'smtp.command.refused-mail': { line: string; early: boolean };
}

/** What every command may have in addition. */
type Hasty<N> = { [K in keyof N]: N[K] & { haste?: Haste | undefined } };

export interface SmtpNotes extends Hasty<SmtpCommandNotes> {
  /** Where an answer is waited for stands what reads like a command. `as`: what it counts as. */
  'smtp.answer-like-command': { line: string; as: 'username' | 'password' | undefined };

  'smtp.greeting': ReplyParams & { host: string | undefined; extended: boolean; delay: number | undefined };
  /** `early`: the client had sent commands before it. */
  'smtp.greeting-refused': ReplyParams & { host: string | undefined; early?: boolean };

  'smtp.reply.hello': ReplyParams & { host: string | undefined };
  'smtp.reply.extensions': ReplyParams & {
    host: string | undefined;
    /** A keyword that stands where the server's name belongs. */
    misplaced?: string | undefined;
    extensions: readonly OfferedExtension[];
    /** Whether log-in or mail would travel readable: no STARTTLS on offer and no TLS around it. */
    readable: boolean;
  };
  'smtp.reply.sender-accepted': ReplyParams & { address: string };
  'smtp.reply.recipient-accepted': ReplyParams & { address: string };
  'smtp.reply.recipient-forwarded': ReplyParams & { address: string };
  'smtp.reply.data-go': ReplyParams;
  'smtp.reply.blob-go': ReplyParams & { size: number | undefined };
  'smtp.reply.blob-accepted': ReplyParams;
  'smtp.reply.fetched': ReplyParams;
  /** PRDR: a reply for each recipient follows, then one for the whole mail. */
  'smtp.reply.by-recipient': ReplyParams & { recipients: number };
  /** MAIL with a transaction that is known already (RFC 1845): so many octets are there. */
  'smtp.reply.resume': ReplyParams & { offset: number | undefined };
  'smtp.reply.client-changed': ReplyParams;
  'smtp.reply.message-accepted': ReplyParams & { queueId: string | undefined; size: number; recipient: string | undefined };
  'smtp.reply.chunk-accepted': ReplyParams & { size: number };
  'smtp.reply.reset': ReplyParams;
  'smtp.reply.verified': ReplyParams & { word: string };
  'smtp.reply.not-verified': ReplyParams & { word: string };
  'smtp.reply.expanded': ReplyParams & { word: string; members: number };
  'smtp.reply.help': ReplyParams & { lines: number };
  'smtp.reply.noop': ReplyParams;
  'smtp.reply.closing': ReplyParams;
  'smtp.reply.turned': ReplyParams;
  'smtp.reply.tls-ready': ReplyParams;
  'smtp.reply.logged-in': ReplyParams & { username: string | undefined };
  /** The command is refused: 4yz for now, 5yz for good. */
  'smtp.reply.refused': ReplyParams & {
    command: RefusedCommand;
    verb: string;
    subject: string | undefined;
    /** What is known of the refusal beyond its code. */
    circumstance?: Circumstance | undefined;
    /** The limit that EHLO announced, where the mail is larger. */
    limit?: number | undefined;
  };
  /** It begins with its RFC 3463 code, without the reply code; `about`: the verb it answers, or the mail. */
  'smtp.reply.codeless': ReplyParams & { about: string | undefined };
  'smtp.reply.shutting-down': ReplyParams;
  /** An accepted command that has no sentence of its own, or a reply nobody asked for. */
  'smtp.reply.other': ReplyParams & { verb: string | undefined };

  'smtp.message': { size: number; stuffed: boolean; subject: string | undefined; complete: boolean; missing: number; early: boolean };
  /** What follows XEXCH50. */
  'smtp.blob': { size: number; complete: boolean };
  'smtp.chunk': { size: number; last: boolean; complete: boolean };
}

/** What went before a refusal, where it tells more than the code. */
export type Circumstance =
  /** The client itself has broken the log-in off. */
  | 'cancelled'
  /** AUTH has sent neither name nor password. */
  | 'nothing-sent'
  /** A mail has begun and its sender has been accepted. */
  | 'mail-open'
  /** The sender has been accepted, but no recipient. */
  | 'no-recipient'
  /** RCPT names no address. */
  | 'no-address'
  /** The line keeps to the 512 octets of RFC 5321 §4.5.3.1.4. */
  | 'short-line';

/** What was refused, as the sentences tell it apart. */
export type RefusedCommand =
  | 'hello'
  | 'sender'
  | 'recipient'
  | 'data'
  | 'message'
  | 'chunk'
  | 'login'
  | 'tls'
  | 'handshake'
  | 'verification'
  | 'mail-line'
  | 'other';
