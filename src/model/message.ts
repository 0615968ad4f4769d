/** One mail on the wire, from its first content octet. */
import type { Entry } from './entry.js';

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
  sha256?: string;
  md5?: string;
  /** Set when the whole header has been seen, or the mail has ended. */
  head?: MessageHead;
}

/** Takes the octets of one mail as they come by; made by the mail room, fed by a dissector. */
export interface MessageRecorder {
  readonly message: Message;
  content(bytes: Buffer, start: number, end: number): void;
  gap(length: number): void;
  /** No more octets. `whole` says whether the end was seen where the protocol puts it. */
  close(whole: boolean): void;
}
