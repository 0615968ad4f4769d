/** Annotations of SMTP and LMTP (RFC 5321, 2033, 3030, 3207, 4954). Sizes are octets, durations seconds. */
import type { LogInParams } from './sasl.js';

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

/** The address stands without angle brackets, or with a blank before them. */
export type LooseForm = 'bare' | 'blank';

export interface SmtpNotes {
  'smtp.greeting': ReplyParams & { host: string | undefined; extended: boolean; delay: number | undefined };
  'smtp.greeting-refused': ReplyParams & { host: string | undefined };

  'smtp.command.helo': { name: string };
  'smtp.command.ehlo': { name: string };
  'smtp.command.lhlo': { name: string };
  'smtp.command.mail': {
    address: string;
    /** From `SIZE=` (RFC 1870). */
    size: number | undefined;
    /** `8BITMIME`, `BINARYMIME` (RFC 6152, 3030). */
    body: string | undefined;
    utf8: boolean;
    loose: LooseForm | undefined;
    /** The limit that EHLO announced, where the mail is larger. */
    limit: number | undefined;
    /** From `RET=`, `ENVID=` (RFC 3461) and `AUTH=` (RFC 4954), without xtext. */
    returned: string | undefined;
    envelopeId: string | undefined;
    submitter: string | undefined;
  };
  'smtp.command.mail-malformed': { args: string };
  'smtp.command.rcpt': {
    address: string;
    loose: LooseForm | undefined;
    /** From `ORCPT=` and `NOTIFY=` (RFC 3461): the address without its type and xtext, the words in upper case. */
    original: string | undefined;
    notify: readonly string[];
  };
  'smtp.command.rcpt-malformed': { args: string };
  'smtp.command.data': { recipients: number };
  'smtp.command.bdat': { size: number; last: boolean };
  'smtp.command.bdat-malformed': { args: string };
  'smtp.command.rset': Record<string, never>;
  'smtp.command.vrfy': { word: string };
  'smtp.command.expn': { word: string };
  'smtp.command.help': { topic: string | undefined };
  'smtp.command.noop': Record<string, never>;
  'smtp.command.quit': Record<string, never>;
  'smtp.command.turn': Record<string, never>;
  'smtp.command.etrn': { node: string };
  'smtp.command.starttls': Record<string, never>;
  'smtp.command.auth': LogInParams;
  'smtp.command.auth-malformed': Record<string, never>;
  'smtp.command.behind-starttls': { verb: string };
  'smtp.command.empty': Record<string, never>;
  'smtp.command.unknown': { verb: string };

  'smtp.reply.hello': ReplyParams & { host: string | undefined };
  'smtp.reply.extensions': ReplyParams & {
    host: string | undefined;
    extensions: readonly OfferedExtension[];
    /** Whether log-in or mail would travel readable: no STARTTLS on offer and no TLS around it. */
    readable: boolean;
  };
  'smtp.reply.sender-accepted': ReplyParams & { address: string };
  'smtp.reply.recipient-accepted': ReplyParams & { address: string };
  'smtp.reply.recipient-forwarded': ReplyParams & { address: string };
  'smtp.reply.data-go': ReplyParams;
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
  'smtp.reply.shutting-down': ReplyParams;
  /** An accepted command that has no sentence of its own, or a reply nobody asked for. */
  'smtp.reply.other': ReplyParams & { verb: string | undefined };

  'smtp.message': { size: number; stuffed: boolean; subject: string | undefined; complete: boolean; missing: number };
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
  | 'verification'
  | 'other';
