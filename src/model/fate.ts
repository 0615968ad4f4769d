/** What became of a mail in one session, as far as the capture shows: the answer to the question of whoever misses it. */
import type { Entry } from './entry.js';
import type { Message, ReportItem } from './message.js';
import type { Session } from './session.js';

export type FateKind =
  | 'accepted'
  | 'refused'
  /** Refused for now. */
  | 'deferred'
  /** Handed over whole; no reply is in the capture. */
  | 'unanswered'
  /** The mail ended in its middle. */
  | 'broken-off'
  /** The server took the recipient, and the client never sent the mail. */
  | 'not-sent'
  | 'retrieved'
  | 'appended'
  /** Handed over for a mailbox, and refused. */
  | 'not-stored'
  /** A mail of its own reports on it. */
  | 'reported';

export interface Fate {
  readonly kind: FateKind;
  readonly session: Session;
  readonly message: Message | undefined;
  /** The reverse path, empty for a bounce; undefined where MAIL was not seen. */
  readonly sender: string | undefined;
  /** Those of whom it is true; the first ones, where there are very many. */
  readonly recipients: readonly string[];
  /** The line that decided, or the last that is known. */
  readonly decisive: Entry | undefined;
  /** Lines to look at, in order, `decisive` among them. */
  readonly evidence: readonly Entry[];
  /** Of a report. */
  readonly item: ReportItem | undefined;
}

/** What could not be looked into. */
export interface FateTotals {
  readonly sessions: number;
  /** Of them: encrypted, without keys. */
  readonly encrypted: number;
  /** Of them: with octets that are not in the capture. */
  readonly incomplete: number;
  /** Fates beyond those that were told. */
  readonly untold: number;
}
