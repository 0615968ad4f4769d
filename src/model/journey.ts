/** The way of one mail: each time it went by on a wire, and what Received lines say of steps that no wire was watched for. */
import type { Arrival } from './arrival.js';
import type { MessageDirection } from './message.js';
import type { MailProtocol } from './session.js';

/** What shows that a mail is the one that was seen before. */
export type LinkEvidence =
  /** A Received line names the id under which the host took it. */
  | 'queue-id'
  /** The host writes to its log that it passes on, under this id, what it took under that one. */
  | 'log'
  | 'message-id'
  /** Its parts are the same to the last octet, decoded. */
  | 'content'
  /** The same sender, and a recipient that the envelope before names, too. */
  | 'envelope'
  /** It is sent on from, or fetched at, the host that took it. */
  | 'host'
  /** Its own Received lines say so, and nothing else. */
  | 'received';

/** `certain`: by what a host itself wrote, or by three things that agree; `probable`: by two; `possible`: by one. */
export type LinkCertainty = 'certain' | 'probable' | 'possible';

export interface JourneyHost {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
}

/** A line of a log, and the session in whose timeline it stands. */
export interface LogReference {
  readonly session: number;
  readonly entry: number;
}

/** How a stop is known to follow another one. */
export interface JourneyLink {
  /** Position among the stops. */
  readonly stop: number;
  readonly evidence: readonly LinkEvidence[];
  readonly certainty: LinkCertainty;
  /** Its parts are not the same: something on the way has changed them, as mailing lists do. */
  readonly isAltered: boolean;
  /** Seconds between the reply that took it and the connection, or the command, that carries it on. Absent where clocks or lines do not tell. */
  readonly rest?: number | undefined;
  /** Where a log says so. */
  readonly log?: (LogReference & { readonly host: JourneyHost }) | undefined;
}

/** A step that was recorded. */
export interface WatchedStop {
  readonly kind: 'wire';
  readonly session: number;
  readonly message: number;
  readonly protocol: MailProtocol;
  readonly direction: MessageDirection;
  readonly from: JourneyHost;
  readonly to: JourneyHost;
  /** When its connection was opened for it, or its first command came. */
  readonly begin: Arrival;
  /** When it was answered for, or had arrived. */
  readonly end: Arrival;
  /** Seconds in between. */
  readonly duration: number | undefined;
  /** Seconds that each round trip between the places takes at which it was recorded. */
  readonly network?: number | undefined;
  readonly accepted?: boolean | undefined;
  readonly queueId?: string | undefined;
  /** Of its envelope. */
  readonly recipients: readonly string[];
  /** Who fetched or stored it. */
  readonly user?: string | undefined;
  /** Seconds by which the Received line that the host wrote of this step is ahead of the wire; absent where they agree within two seconds. */
  readonly statedAhead?: number | undefined;
  readonly previous?: JourneyLink | undefined;
}

/** A step that a Received line tells of, which anybody may have written. */
export interface StatedStop {
  readonly kind: 'hearsay';
  readonly from: JourneyHost;
  readonly to: JourneyHost;
  readonly with?: string | undefined;
  readonly queueId?: string | undefined;
  /** RFC 3339 with the host's own offset. */
  readonly time?: string | undefined;
  /** Seconds since the step before, by the two hosts' clocks. */
  readonly delay?: number | undefined;
  readonly previous?: Pick<JourneyLink, 'stop'> | undefined;
}

export type LoggedOutcome = 'delivered' | 'deferred' | 'bounced';

/** A step that its host wrote to its log, and no wire was watched for. */
export interface LoggedStop extends LogReference {
  readonly kind: 'log';
  readonly from: JourneyHost;
  /** Undefined where the line names nobody. */
  readonly to: JourneyHost | undefined;
  readonly outcome: LoggedOutcome;
  readonly recipients: readonly string[];
  /** How it ended, in the host's words. */
  readonly words?: string | undefined;
  /** When the line came by. */
  readonly begin: Arrival;
  readonly previous: Pick<JourneyLink, 'stop'>;
}

export type JourneyStop = WatchedStop | StatedStop | LoggedStop;

export interface Journey {
  /** From 1, in the order of their first mails. */
  readonly id: number;
  readonly messageId?: string | undefined;
  readonly subject?: string | undefined;
  readonly sender?: string | undefined;
  /** A stop stands behind the one that it follows; a mail that is split has several that follow the same. */
  readonly stops: readonly JourneyStop[];
}

/** All journeys, and what could not be remembered for them. */
export interface Journeys {
  readonly journeys: readonly Journey[];
  /** Mails that came when as many were remembered as can be: the oldest were forgotten. */
  readonly forgotten: number;
}
