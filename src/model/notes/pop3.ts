/** Annotations of POP3 (RFC 1939, 2449, 2595, 5034, 6856). Sizes are octets, durations seconds. */
import type { LogInParams } from './sasl.js';

/** Numbers of mails: how many, and which, as "1–3, 5". */
export interface MailNumbers {
  readonly count: number;
  readonly numbers: string;
}

/** What a status line says behind its indicator: its response code (RFC 2449 §8) and its own words without it. */
export interface StatusParams {
  code: string | undefined;
  words: string;
}

/** One line of a CAPA reply. */
export interface Capability {
  /** Upper case. */
  readonly name: string;
  readonly args: string;
}

/** What is known of the mailbox when the session ends. */
export interface UpdateParams {
  /** Mails in the mailbox; undefined where nothing on the wire told. */
  mails: number | undefined;
  marked: MailNumbers;
  /** DELE commands whose reply has not been seen. */
  pending: number;
}

/** What a session leaves behind. */
export interface UpdateOutcome {
  /** Mails that came whole in this session. */
  fetched: MailNumbers;
  /** Deleted, and not fetched in this session; none where not all of it was captured. */
  unfetched: MailNumbers;
  /** The annotation of QUIT said already what it would do. */
  foretold: boolean;
}

/** Deletions that were asked for and not carried out, where a session ends now. */
export interface LapsingDeletions {
  marked: MailNumbers;
  /** DELE commands whose reply has not been seen. */
  pending: number;
  /** Octets of the client are missing among which a QUIT may have been. */
  quitMayBeMissing: boolean;
}

export interface Pop3Notes {
  'pop3.greeting': { words: string; host: string | undefined; timestamp: string | undefined; delay: number | undefined };
  'pop3.greeting-refused': StatusParams;

  'pop3.command.user': { name: string };
  'pop3.command.pass': { password: string; username: string | undefined; readable: boolean };
  'pop3.command.apop': { name: string; digest: string; timestamp: string | undefined };
  'pop3.command.auth': LogInParams;
  'pop3.command.auth-list': Record<string, never>;
  /** RFC 1081; removed in RFC 1460. */
  'pop3.command.rpop': { name: string; username: string | undefined };
  /** A proxy in front of the server names the client that it speaks for; undefined where it does not say. */
  'pop3.command.on-behalf': { verb: 'XCLIENT' | 'XOIP'; address: string | undefined; port: string | undefined };
  'pop3.command.proxy': { source: string | undefined };
  'pop3.command.stls': Record<string, never>;
  'pop3.command.capa': { loggedIn: boolean };
  'pop3.command.utf8': Record<string, never>;
  'pop3.command.lang': { language: string };
  'pop3.command.lang-list': Record<string, never>;
  'pop3.command.stat': Record<string, never>;
  'pop3.command.list': Record<string, never>;
  'pop3.command.list-one': { number: number };
  'pop3.command.uidl': Record<string, never>;
  'pop3.command.uidl-one': { number: number };
  'pop3.command.last': Record<string, never>;
  'pop3.command.retr': { number: number };
  'pop3.command.top': { number: number; lines: number | undefined };
  'pop3.command.dele': { number: number };
  'pop3.command.noop': Record<string, never>;
  'pop3.command.rset': { marked: MailNumbers; pending: number };
  'pop3.command.xtnd': { words: string };
  /** XTND BBOARDS, XTND ARCHIVE and XTND X-BBOARDS (RFC 1082): the discussion groups, and one of them. */
  'pop3.command.boards': Record<string, never>;
  'pop3.command.board': { name: string; archive: boolean };
  'pop3.command.board-facts': { name: string };
  /** XTND XLST: one header field of every mail, or of one. */
  'pop3.command.fields': { field: string; number: number | undefined };
  'pop3.command.xmit': Record<string, never>;
  /** QUIT in TRANSACTION, which leads to UPDATE. */
  'pop3.command.quit': UpdateParams;
  /** QUIT before a log-in: there is no UPDATE. */
  'pop3.command.quit-early': Record<string, never>;
  /** The argument that the command needs is missing, or no number. */
  'pop3.command.malformed': { verb: string; args: string };
  /** A command of TRANSACTION before the log-in. */
  'pop3.command.too-early': { verb: string };
  /** A command of AUTHORIZATION after the log-in. */
  'pop3.command.too-late': { verb: string };
  'pop3.command.behind-stls': { verb: string };
  'pop3.command.empty': Record<string, never>;
  'pop3.command.unknown': { verb: string };

  'pop3.reply.user': StatusParams & { username: string };
  'pop3.reply.logged-in': StatusParams & { username: string | undefined; mechanism: string };
  'pop3.reply.mechanisms': { mechanisms: readonly string[]; whole: boolean };
  'pop3.reply.tls-ready': StatusParams;
  /** `readable`: a log-in would travel in clear, and no STLS is on offer. */
  'pop3.reply.capabilities': { capabilities: readonly Capability[]; readable: boolean; whole: boolean };
  'pop3.reply.utf8': StatusParams;
  'pop3.reply.lang': StatusParams & { language: string };
  'pop3.reply.languages': { languages: readonly string[]; whole: boolean };
  'pop3.reply.stat': { mails: number; octets: number; marked: number };
  'pop3.reply.list': { mails: number; octets: number; marked: number; whole: boolean };
  'pop3.reply.list-one': { number: number; octets: number };
  'pop3.reply.uidl': { mails: number; marked: number; whole: boolean };
  'pop3.reply.uidl-one': { number: number; uid: string };
  'pop3.reply.last': { number: number };
  /** `announced`: the number of octets that its words name. */
  'pop3.reply.retr': StatusParams & { number: number | undefined; announced: number | undefined };
  'pop3.reply.top': StatusParams & { number: number | undefined; lines: number | undefined };
  'pop3.reply.dele': StatusParams & { number: number; marked: number };
  'pop3.reply.noop': StatusParams;
  'pop3.reply.rset': StatusParams & { marked: MailNumbers; mails: number | undefined };
  'pop3.reply.quit': StatusParams & UpdateParams & UpdateOutcome;
  'pop3.reply.quit-early': StatusParams;
  'pop3.reply.on-behalf': StatusParams;
  'pop3.reply.boards': { names: readonly string[]; whole: boolean };
  /** `highest`: the number up to which its mails are counted. */
  'pop3.reply.board': { name: string; archive: boolean; highest: number | undefined; whole: boolean };
  'pop3.reply.board-facts': { name: string; facts: number; whole: boolean };
  'pop3.reply.fields': { field: string; mails: number; whole: boolean };
  'pop3.reply.field': StatusParams & { field: string; number: number };
  'pop3.reply.xmit-go': StatusParams;
  'pop3.reply.xmit-done': StatusParams;
  'pop3.reply.refused': StatusParams & {
    refused: RefusedPop3;
    verb: string;
    /** The mail, the user, the mechanism or the language that it was about. */
    subject: string | undefined;
    reason: RefusalReason | undefined;
  };
  /** A +OK that has no sentence of its own. */
  'pop3.reply.other': StatusParams & { verb: string };
  /** A status line whose command is not in the capture. */
  'pop3.reply.unasked': StatusParams & { ok: boolean };
  /** The lines behind a +OK, where the command does not tell what they are. */
  'pop3.reply.lines': { verb: string | undefined; lines: number; whole: boolean };

  /** The capture, or what is left of the connection, ends before QUIT, FIN or RST; without octets. */
  'pop3.unfinished': { lapsing: LapsingDeletions };
  /** The server has taken the octets of TLS for commands. */
  'pop3.reply.to-tls': StatusParams;

  'pop3.message': {
    number: number | undefined;
    size: number;
    subject: string | undefined;
    /** Lines began with a dot and were sent with a second one. */
    stuffed: boolean;
    /** What the status line had named, where it differs from what came. */
    announced: number | undefined;
    whole: boolean;
    missing: number;
  };
  'pop3.message.top': { number: number | undefined; lines: number | undefined; size: number; subject: string | undefined; whole: boolean };
  /** A mail that the client hands in (XTND XMIT). */
  'pop3.message.submitted': { size: number; subject: string | undefined; whole: boolean };
}

/** What was refused, as the sentences tell it apart. */
export type RefusedPop3 =
  | 'user'
  | 'login'
  | 'mechanisms'
  | 'tls'
  | 'capabilities'
  | 'status'
  | 'list'
  | 'mail'
  | 'mark'
  | 'reset'
  | 'update'
  | 'other';

/** Why, as far as the conversation itself tells. */
export type RefusalReason = 'marked' | 'no-such-mail' | 'not-logged-in' | 'cancelled';
