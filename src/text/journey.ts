/** The words of a mail's journey: who handed it to whom, how long it rested, and by what it is known to be the same. */
import type { LinkCertainty, LinkEvidence, LoggedOutcome } from '../model/journey.js';
import type { MessageDirection } from '../model/message.js';
import type { MailProtocol } from '../model/session.js';

export interface WatchedStopParams {
  readonly from: string;
  readonly to: string;
  readonly protocol: MailProtocol;
  readonly direction: MessageDirection;
  readonly session: number;
  readonly message: number;
  readonly recipients: readonly string[];
  readonly user?: string | undefined;
  readonly accepted?: boolean | undefined;
  readonly queueId?: string | undefined;
  /** Formatted. */
  readonly duration: string | undefined;
  readonly network: string | undefined;
}

export interface StatedStopParams {
  readonly from: string | undefined;
  readonly to: string;
  readonly queueId: string | undefined;
  /** Formatted; `isEarlier` where the clocks disagree so far that it comes before the step behind it. */
  readonly delay: string | undefined;
  readonly isEarlier: boolean;
}

export interface LoggedStopParams {
  readonly from: string;
  readonly to: string | undefined;
  readonly session: number;
  readonly entry: number;
  readonly outcome: LoggedOutcome;
  readonly recipients: readonly string[];
  readonly words?: string | undefined;
}

export interface LinkParams {
  readonly certainty: LinkCertainty;
  readonly evidence: readonly LinkEvidence[];
  readonly isAltered: boolean;
  /** The line of a log, and the id under which the next host has taken it. */
  readonly log?: { readonly host: string; readonly session: number; readonly entry: number; readonly queueId: string | undefined } | undefined;
}

export interface JourneyWords {
  readonly title: (id: number) => string;
  readonly wire: (params: WatchedStopParams) => string;
  readonly hearsay: (params: StatedStopParams) => string;
  /** Between two steps; `host` has it, `follows` where that is not the step above. */
  readonly rest: (params: { readonly host: string; readonly rest: string | undefined; readonly isNegative: boolean; readonly follows: number | undefined }) => string;
  readonly logged: (params: LoggedStopParams) => string;
  /** Of a step that does not follow the one above: at which host, and which it follows. */
  readonly branch: (params: { readonly host: string; readonly follows: number }) => string;
  readonly link: (params: LinkParams) => string;
  /** What the Received line of the step says of the time; `ahead` is formatted. */
  readonly stated: (params: { readonly host: string; readonly ahead: string; readonly isBehind: boolean }) => string;
  readonly unknownHost: string;
  readonly wireMark: string;
  readonly hearsayMark: string;
  readonly logMark: string;
  readonly none: string;
  readonly forgotten: (mails: number) => string;
  /** Journeys that a report leaves out. */
  readonly more: (journeys: number) => string;
  readonly heading: string;
}
