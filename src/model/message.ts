/** One mail on the wire, from its first content octet. */
import type { Entry } from './entry.js';
import type { MailLines } from './mail-lines.js';
import type { ComparisonRemark, HopRemark } from './mail-remarks.js';

export type MessageDirection = 'submitted' | 'retrieved' | 'appended';

export interface EnvelopeRecipient {
  readonly address: string;
  code?: number;
  enhanced?: string;
  /** Absent where no reply was seen. */
  accepted?: boolean;
}

export interface Envelope {
  /** The reverse path without angle brackets; empty for a bounce; absent where MAIL was not seen. */
  from?: string;
  readonly to: EnvelopeRecipient[];
}

export interface Outcome {
  accepted?: boolean;
  code?: number;
  enhanced?: string;
  text?: string;
  queueId?: string;
}

export interface Address {
  readonly name?: string;
  readonly address: string;
}

export interface HeaderField {
  readonly name: string;
  /** Unfolded and decoded (RFC 2047). */
  readonly value: string;
  /** As on the wire, folds included; U+FFFD where octets are no UTF-8. */
  readonly raw: string;
}

/** What is wrong with a part, or unusual. */
export type PartDefect =
  /** Octets of it are missing. */
  | 'incomplete'
  /** Its multipart has no closing delimiter (RFC 2046 §5.1.1). */
  | 'unterminated'
  /** A multipart without a boundary. */
  | 'no-boundary'
  /** Its octets are not all valid in their encoding. */
  | 'encoding'
  /** It nests deeper than is followed: what is inside is not listed. */
  | 'too-deep';

/** One part of a mail (RFC 2045); those that hold others come before them. */
export interface Part {
  /** As in IMAP (RFC 9051 §6.4.5); empty for the multipart that is the mail itself. */
  readonly path: string;
  /** `type/subtype` in lower case. */
  readonly contentType: string;
  readonly charset?: string | undefined;
  readonly disposition?: string | undefined;
  readonly filename?: string | undefined;
  /** Content-Transfer-Encoding in lower case, where one is named. */
  readonly encoding?: string | undefined;
  /** Octets of the mail before its body. */
  readonly offset: number;
  /** Octets of its body as sent, and decoded. */
  readonly encodedSize: number;
  readonly size: number;
  /** Of the decoded octets, of parts that hold no others. */
  readonly sha256?: string | undefined;
  readonly md5?: string | undefined;
  readonly defects?: readonly PartDefect[] | undefined;
}

/** What a mail reports for programs: a delivery (RFC 3464), a reading (RFC 8098), or a complaint (RFC 5965). */
export interface MailReport {
  readonly kind: 'delivery' | 'disposition' | 'complaint';
  /** One for each recipient; of a complaint, one in all. */
  readonly items: readonly ReportItem[];
  /** The mail it is about; absent where the report does not say. */
  readonly original?: ReportedMail | undefined;
}

/** What a report brings along of the mail that it is about. */
export interface ReportedMail {
  readonly messageId?: string | undefined;
  /** At the host that reports. */
  readonly queueId?: string | undefined;
}

export interface ReportItem {
  /** Whom it is about. */
  readonly recipient?: string | undefined;
  /** As it stands in lower case: failed, delayed, delivered, relayed, expanded; displayed, deleted; abuse, fraud … */
  readonly action?: string | undefined;
  /** RFC 3463 code. */
  readonly status?: string | undefined;
  /** What the other server said. */
  readonly diagnostic?: string | undefined;
}

/** Who handed a mail over, by the account of the host that took it. */
export interface HopClient {
  /** What it called itself in HELO or EHLO. */
  readonly helo?: string | undefined;
  /** The name of its address in the DNS, where the host found and wrote one. */
  readonly name?: string | undefined;
  readonly address?: string | undefined;
}

/** What the `with` clause means (RFC 3848, RFC 6531 §4.3; IANA: Mail Transmission Types). */
export interface HopProtocol {
  readonly kind: 'smtp' | 'esmtp' | 'lmtp' | 'web' | 'exchange';
  readonly tls: boolean;
  /** After a log-in. */
  readonly auth: boolean;
  /** Addresses and header may be UTF-8. */
  readonly utf8: boolean;
}

/** Where in the captures something is. */
export interface Sighting {
  readonly session: number;
  readonly message: number;
}

/** What one Received field says (RFC 5321 §4.4). */
export interface Hop {
  /** As it stands, comments included. */
  readonly from?: string | undefined;
  readonly by?: string | undefined;
  readonly with?: string | undefined;
  /** Without comments. */
  readonly id?: string | undefined;
  /** Without angle brackets. */
  readonly for?: string | undefined;
  /** RFC 3339 with the host's own offset. */
  readonly time?: string | undefined;
  /** Seconds since the hop before; negative where the clocks disagree. */
  readonly delay?: number | undefined;
  /** Where `with` is one of those that are known. */
  readonly protocol?: HopProtocol | undefined;
  /** Where the field tells more than a name. */
  readonly client?: HopClient | undefined;
  /** The capture holds this very step: the session, and the mail as it went by there. */
  readonly seen?: Sighting | undefined;
  /** What there is to say of it. */
  readonly remarks?: readonly HopRemark[] | undefined;
}

/** The envelope beside the header. */
export interface EnvelopeComparison {
  /**
   * Whom the header names as the envelope's sender: the author in From, the one in Sender, another one; `none` where the
   * envelope has no sender, `unknown` where the header has no author.
   */
  readonly sender: 'author' | 'sender-field' | 'other' | 'none' | 'unknown';
  /** Recipients of the envelope, those refused apart, that no field for recipients names. */
  readonly hidden?: readonly string[] | undefined;
  /** Recipients of the header that this envelope does not name. */
  readonly elsewhere?: readonly string[] | undefined;
  readonly remarks?: readonly ComparisonRemark[] | undefined;
}

/** What the header of a mail says, decoded. */
export interface MessageHead {
  readonly headers: readonly HeaderField[];
  readonly subject: string | undefined;
  readonly from: readonly Address[] | undefined;
  readonly to: readonly Address[] | undefined;
  readonly cc: readonly Address[] | undefined;
  /** RFC 3339 with the sender's own offset. */
  readonly date: string | undefined;
  readonly messageId: string | undefined;
  /** Newest first. */
  readonly received: readonly Hop[];
}

/** Octets of a mail that the capture lacks. */
export interface MailGap {
  /** Octets of the mail before it, those missing counted. */
  readonly offset: number;
  readonly length: number;
}

export interface Message {
  /** From 1, in the order of their first content octets. */
  readonly id: number;
  readonly session: number;
  readonly direction: MessageDirection;
  readonly envelope: Envelope;
  /** From MAIL (or the command that fetched it) to the last reply. */
  readonly entries: Entry[];
  readonly outcome: Outcome;
  /** Octets of the mail, transparency and framing removed, gaps left out. */
  size: number;
  /** False where something is missing: a gap, TOP, a partial fetch, a connection that broke off. */
  complete: boolean;
  /** Octets known to be missing. */
  missing: number;
  /** Where they are missing: the first ones, as far as they are kept. */
  gaps?: MailGap[];
  sha256?: string;
  md5?: string;
  /** No more octets of it come. */
  ended: boolean;
  /** Set when the whole header has been seen, or the mail has ended. */
  head?: MessageHead;
  /** Of a submitted mail whose sender and header were seen. */
  comparison?: EnvelopeComparison;
  /** In the order of their beginnings; empty until the header has been seen. */
  parts: readonly Part[];
  /** What its lines are like, as far as they have come. */
  readonly lines: MailLines;
  /** Of a mail that is a report. */
  report?: MailReport;
}

/** Takes the octets of one mail as they come by; made by the mail room, fed by a dissector. */
export interface MessageRecorder {
  readonly message: Message;
  content(bytes: Buffer, start: number, end: number): void;
  gap(length: number): void;
  /** Behind CRLF stands a dot with such an end: it is none of the mail, and does not end it. */
  looseDot(behind: 'lf' | 'cr'): void;
  /** What comes now does not continue what came before: it is counted, and the mail is not whole. */
  interrupt(): void;
  /** No more octets. `whole` says whether the end was seen where the protocol puts it. */
  close(whole: boolean): void;
}
