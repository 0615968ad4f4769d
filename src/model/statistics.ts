/**
 * What is counted over everything that was kept, field by field as in the JSON. Types only. Durations are seconds, sizes
 * octets, `bytes` those of the stream, retransmissions counted once. A table holds so many rows; whoever comes when it is
 * full is counted in `others` from his first time on, so that every row is exact.
 */
import type { FindingCategory, FindingId, Severity } from './finding.js';
import type { MessageDirection } from './message.js';
import type { MailProtocol } from './session.js';
import type { ConnectionFacts } from './stream.js';

export interface Statistics {
  /** TCP connections seen, mail or not. */
  readonly connections: number;
  /** Connections to mail ports on which nobody said a word, beyond the first thousand; absent where there are none. */
  readonly scanned?: number | undefined;
  readonly sessions: number;
  readonly sessionsByProtocol: { readonly [P in MailProtocol]?: number };
  readonly entries: number;
  readonly messages: number;
  /** Octets of all mails. */
  readonly messageBytes: number;
  /** Stream octets of all sessions. */
  readonly bytes: SideBytes;
  readonly packets: number;
  readonly protocols: readonly ProtocolLoad[];
  readonly servers: Table<ServerLoad, Load>;
  readonly clients: Table<ClientLoad, Load>;
  readonly users: Table<UserLoad, Load>;
  /** Upper bounds (included) of the histograms of latency, in seconds; a last count is of what lies above. */
  readonly latencyBounds: readonly number[];
  readonly commands: Table<CommandCount, Others>;
  readonly replies: readonly ReplyCount[];
  /** Of all replies. */
  readonly latency?: Distribution | undefined;
  /** Their latency without the network's share, `tcp.rttServer` of the session, and no less than 0; where that is known. */
  readonly serverTime?: Distribution | undefined;
  /** `tcp.rtt` of the sessions. */
  readonly roundTrip?: Distribution | undefined;
  /** The replies that were waited for longest, longest first. */
  readonly slowest: readonly SlowReply[];
  readonly tcp: TransportCount;
  readonly auth: AuthCount;
  readonly tls: TlsCount;
  /** Sizes of the mails. */
  readonly sizes?: Distribution | undefined;
  /** Mails by size; one more than there are `sizeBounds`. */
  readonly sizeHistogram: readonly number[];
  /** Upper bounds (included), as `latencyBounds`. */
  readonly sizeBounds: readonly number[];
  /** Parts that hold no others, by their content-transfer-encoding. */
  readonly encodings: readonly EncodingCount[];
  readonly outcomes: readonly OutcomeCount[];
  /** Of the envelopes of submitted mails. */
  readonly recipients: RecipientCount;
  /** Durations of the sessions. */
  readonly durations?: Distribution | undefined;
  readonly timeline?: Timeline | undefined;
  readonly findings: readonly FindingCount[];
}

export interface SideBytes {
  readonly client: number;
  readonly server: number;
}

export interface Load {
  readonly sessions: number;
  readonly messages: number;
  /** Octets of the mails. */
  readonly messageBytes: number;
  readonly bytes: SideBytes;
}

/** The most frequent first, those alike in the order of their first. */
export interface Table<Row, Rest> {
  readonly rows: readonly Row[];
  /** All that came when the table was full; absent where every one has a row. */
  readonly others?: Rest | undefined;
}

export interface Others {
  readonly count: number;
}

export interface ProtocolLoad extends Load {
  readonly protocol: MailProtocol;
  readonly entries: number;
  /** Sessions that are encrypted, or become so. */
  readonly encrypted: number;
}

export interface ServerLoad extends Load {
  readonly address: string;
  readonly port: number;
  /** From its first session that knows one. */
  readonly name?: string | undefined;
  /** Sessions of them that were reset. */
  readonly resets: number;
  readonly latency?: Distribution | undefined;
  readonly serverTime?: Distribution | undefined;
  readonly roundTrip?: Distribution | undefined;
}

export interface ClientLoad extends Load {
  readonly address: string;
  /** From its first session that knows one. */
  readonly name?: string | undefined;
}

/** A session counts for the user of its last log-in that succeeded, else of the last that was tried. */
export interface UserLoad extends Load {
  readonly username: string;
  /** Log-ins with this name. */
  readonly attempts: number;
  readonly succeeded: number;
  readonly failed: number;
}

/** What a reply may answer. */
export interface CommandCount {
  readonly protocol: MailProtocol;
  /**
   * `command` with its verb; `message` mail content that the client sent, `auth` a SASL answer, `data` the rest of a
   * command that waited for `+`, `tcp` the set-up of a connection, which the greeting answers.
   */
  readonly kind: 'command' | 'message' | 'auth' | 'data' | 'tcp';
  readonly verb?: string | undefined;
  readonly count: number;
  /** Of the replies and continuations that name it. */
  readonly latency?: Distribution | undefined;
  /** Replies by latency, as `latencyBounds` says; one more than there are bounds. */
  readonly histogram?: readonly number[] | undefined;
}

/** Replies and continuations, by SMTP code or by the status of POP3 and IMAP; also untagged `OK`, `NO`, `BAD`, `BYE`. */
export interface ReplyCount {
  readonly protocol: MailProtocol;
  readonly code?: number | undefined;
  readonly status?: string | undefined;
  readonly count: number;
}

/** Percentiles by nearest rank: the smallest value that so many of a hundred do not exceed. */
export interface Distribution {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  /** Percentiles are within 1 % of the value: beyond so many values they are counted in buckets (DDSketch). */
  readonly approximate?: true | undefined;
  /** Values below 0, replies that came before what they answer had ended; they count nowhere else. */
  readonly early?: number | undefined;
}

export interface SlowReply {
  readonly session: number;
  /** The reply. */
  readonly entry: number;
  readonly latency: number;
}

export interface TransportCount {
  readonly retransmissions: number;
  readonly outOfOrder: number;
  /** Sessions by the end of their connection. */
  readonly close: { readonly [C in ConnectionFacts['close']]: number };
  readonly handshake: { readonly [H in ConnectionFacts['handshake']]: number };
  /** Entries of kind `gap`. */
  readonly gaps: number;
  /** Stream octets that are not in the capture. */
  readonly missing: SideBytes;
}

export interface AuthCount {
  /** Sessions in which somebody tried to log in. */
  readonly sessions: number;
  readonly attempts: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly mechanisms: Table<MechanismCount, Others>;
}

export interface MechanismCount {
  readonly mechanism: string;
  readonly attempts: number;
  readonly succeeded: number;
  readonly failed: number;
}

/** Sessions by their encryption. */
export interface TlsCount {
  readonly none: number;
  readonly implicit: number;
  readonly starttls: number;
  /** Of the encrypted ones, those that could be read. */
  readonly decrypted: number;
}

export interface EncodingCount {
  /** `7bit` also where none is named (RFC 2045 §6.1); `other` for what RFC 2045 does not know. */
  readonly encoding: '7bit' | '8bit' | 'binary' | 'quoted-printable' | 'base64' | 'other';
  readonly parts: number;
  /** Octets as sent, and decoded. */
  readonly encodedSize: number;
  readonly size: number;
}

/** `received` whole where no reply decides: a mail that was fetched. */
export type MailOutcome = 'accepted' | 'refused-for-now' | 'refused' | 'unanswered' | 'received' | 'incomplete';

export interface OutcomeCount {
  readonly direction: MessageDirection;
  readonly outcome: MailOutcome;
  readonly messages: number;
}

export interface RecipientCount {
  readonly accepted: number;
  /** With a code of the fours. */
  readonly refusedForNow: number;
  readonly refused: number;
  readonly unanswered: number;
}

/** Time in buckets of one width, those in which nothing began left out; the width grows with the span. */
export interface Timeline {
  /** Seconds; a bucket begins at a multiple of it since 1970. */
  readonly width: number;
  readonly buckets: readonly TimelineBucket[];
}

export interface TimelineBucket {
  /** RFC 3339, UTC. */
  readonly start: string;
  /** That began in it. */
  readonly sessions: number;
  /** Whose first content came in it. */
  readonly messages: number;
}

/** The most severe first, then the most frequent. */
export interface FindingCount {
  readonly id: FindingId;
  readonly severity: Severity;
  readonly category: FindingCategory;
  readonly count: number;
}
