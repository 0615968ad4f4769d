/** The short words of a transcript: names of phases and steps, of columns and fields. One of each in every language. */
import type { EntryKind, EntryStatus, Phase, Step } from '../model/entry.js';
import type { FindingCategory, Severity } from '../model/finding.js';
import type { MessageDirection, Part } from '../model/message.js';
import type { MailProtocol, Session } from '../model/session.js';
import type { Side } from '../model/endpoint.js';
import type { ConnectionFacts } from '../model/stream.js';
import type { TlsFacts } from '../model/tls.js';

/** How something ended, as far as the capture shows. */
export type OutcomeWord = 'accepted' | 'refused-for-now' | 'refused' | 'cancelled' | 'succeeded' | 'failed' | 'unanswered' | 'incomplete';

/** Column and field names. */
export type Heading =
  | 'session'
  | 'sessions'
  | 'capture'
  | 'captures'
  | 'file'
  | 'format'
  | 'protocol'
  | 'client'
  | 'server'
  | 'start'
  | 'end'
  | 'duration'
  | 'packets'
  | 'octets'
  | 'frame'
  | 'frames'
  | 'number'
  | 'time'
  | 'line'
  | 'explanation'
  | 'mail'
  | 'mails'
  | 'sender'
  | 'recipient'
  | 'recipients'
  | 'subject'
  | 'date'
  | 'message-id'
  | 'size'
  | 'header'
  | 'body'
  | 'parts'
  | 'attachment'
  | 'attachments'
  | 'log-in'
  | 'user-name'
  | 'password'
  | 'mechanism'
  | 'encryption'
  | 'handshake'
  | 'round-trip'
  | 'recorded-at'
  | 'waiting'
  | 'clock'
  | 'retransmissions'
  | 'out-of-order'
  | 'missing'
  | 'close'
  | 'result'
  | 'queue-id'
  | 'code'
  | 'state'
  | 'phase'
  | 'step'
  | 'latency'
  | 'decoded'
  | 'warnings'
  | 'findings'
  | 'statistics'
  | 'none';

/** Words that need a number or a name. */
export interface CountedWords {
  session(id: number): string;
  mails(count: number): string;
  sessions(count: number): string;
  packets(count: number): string;
  lines(count: number): string;
  recipients(count: number): string;
  retransmissions(count: number): string;
  /** Stands for lines that a transcript folds away. */
  moreLines(count: number): string;
  /** Stands for the body of a mail that a transcript folds away. */
  foldedBody(octets: number, complete: boolean): string;
  /** One part of a mail, in the tree of its parts. */
  part(part: Part): string;
  /** Names an entry. */
  line(id: number): string;
  /** Names the entry that a reply answers, where that is not the line above it. */
  answersTo(id: number): string;
  /** How long a reply was waited for; `duration` is formatted. */
  after(duration: string): string;
  /** The connection was there before the capture. */
  beginsInside(): string;
  /** A connection that several captures hold, named by their number in the order given; `roundTrip` is formatted. */
  vantage(captures: readonly number[], roundTrip: string | undefined): string;
  /** How a connection ended. */
  closed(close: ConnectionFacts['close'], by: Side | undefined): string;
}

export interface Labels {
  readonly phases: Readonly<Record<Phase, string>>;
  /** What a lecture writes beside its brackets. */
  readonly steps: Readonly<Record<Step, string>>;
  readonly kinds: Readonly<Record<EntryKind, string>>;
  readonly protocols: Readonly<Record<MailProtocol, string>>;
  readonly sides: Readonly<Record<Side, string>>;
  readonly messageDirections: Readonly<Record<MessageDirection, string>>;
  readonly statuses: Readonly<Record<EntryStatus, string>>;
  readonly handshakes: Readonly<Record<ConnectionFacts['handshake'], string>>;
  readonly services: Readonly<Record<Session['service'], string>>;
  readonly tlsModes: Readonly<Record<TlsFacts['mode'], string>>;
  readonly outcomes: Readonly<Record<OutcomeWord, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly categories: Readonly<Record<FindingCategory, string>>;
  readonly headings: Readonly<Record<Heading, string>>;
  readonly counted: CountedWords;
}
