/**
 * What a report is made from: everything that was found, as plain data, already masked and, where that is asked for,
 * anonymised. A format renders it and decides nothing else. Words come in both languages, since some reports hold both.
 */
import type { Statistics } from '../model/statistics.js';
import type { LanguageCode } from '../text/index.js';
import type { CaptureJson } from './json/capture.js';
import type { EntryJson } from './json/entry.js';
import type { JourneyJson } from './journey/json.js';
import type { StopWords } from './journey/stop-words.js';
import type { FindingJson } from './json/finding.js';
import type { MessageJson } from './json/message.js';
import type { SessionJson } from './json/session.js';
import type { Write } from './report.js';
import type { Zone } from './text/session-head.js';
import type { SessionVantage } from './vantage.js';

export type Both<T> = Readonly<Record<LanguageCode, T>>;

export interface ReportContent {
  readonly about: ReportAbout;
  readonly captures: readonly ReportCapture[];
  readonly sessionCount: number;
  /** In order, each made anew when it is its turn; may be walked through several times. */
  sessions(): Iterable<ReportSession>;
  /** Of the mails that have gone more than one step; the first ones. */
  readonly journeys: readonly ReportJourney[];
  /** How many there are beyond these. */
  readonly moreJourneys: number;
  readonly statistics: Statistics;
}

/** One mail's way. */
export interface ReportJourney {
  readonly journey: JourneyJson;
  /** Of each stop, in order. */
  readonly words: Both<readonly StopWords[]>;
}

/** Where the report comes from, and what was asked for. */
export interface ReportAbout {
  readonly title: string | undefined;
  readonly author: string | undefined;
  /** Of the program. */
  readonly version: string;
  readonly commandLine: string;
  /** As the clocks of the report are set: `UTC`, `Europe/Berlin`. */
  readonly timeZone: string;
  readonly zone: Zone;
  readonly language: LanguageCode;
  /** Passwords are masked. */
  readonly redacted: boolean;
  readonly anonymised: boolean;
  readonly bodies: boolean;
  /** The only sessions that were asked for. */
  readonly sessions: readonly number[] | undefined;
}

export interface ReportCapture {
  readonly capture: CaptureJson;
  readonly warnings: Both<readonly string[]>;
  /** Its first and last packet by the clock of the report. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** How its clock stands to that of another one. */
  readonly clock: Both<string> | undefined;
}

export interface ReportSession {
  readonly session: SessionJson & { readonly timeline: readonly EntryJson[] };
  /** When it began, by the clock of the report. */
  readonly clock: string | undefined;
  /** Where several captures hold it. */
  readonly vantage?: Both<SessionVantage> | undefined;
  /** What is said of each entry of the timeline, in its order. */
  readonly notes: Both<readonly string[]>;
  readonly messages: readonly ReportMessage[];
  readonly findings: readonly ReportFinding[];
}

export interface ReportMessage {
  readonly message: MessageJson;
  /** What is said of each field of the header, in its order; empty where there is nothing to say. */
  readonly remarks: Both<readonly string[]>;
  /** As it was sent, where it was asked for. */
  readonly body?: string | undefined;
  /** The end of the body was left out, so long is it. */
  readonly bodyCut?: boolean | undefined;
}

export interface ReportFinding {
  readonly finding: FindingJson;
  readonly text: Both<string>;
}

export type RenderReport = (content: ReportContent, write: Write) => void;
