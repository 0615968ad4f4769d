/**
 * Everything the program writes as JSON, as one type: the document of `--format json`, and the lines of
 * `--format ndjson`. The published schema is made from it when the program is built. Types only.
 */
import type { JourneyJson } from '../journey/json.js';
import type { Statistics } from '../../model/statistics.js';
import type { CaptureJson } from './capture.js';
import type { DocumentJson } from './document.js';
import type { EntryJson } from './entry.js';
import type { FindingJson } from './finding.js';
import type { MessageJson } from './message.js';
import type { SessionJson } from './session.js';

/** Output of mailscope: the document of `--format json`, one line of `--format ndjson`, or the journeys alone. */
export type OutputJson = DocumentJson | NdjsonLineJson | JourneysJson;

/** Output of `journey --format json`. */
export interface JourneysJson {
  /** Version of the program. */
  mailscope: string;
  /** Version of this format. */
  schema: 1;
  journeys: readonly JourneyJson[];
  /** Mails that were too many to be remembered: the oldest. */
  forgotten?: number;
}

/** One line of `--format ndjson`: an object of the document, with the same id. */
export type NdjsonLineJson =
  | CaptureLineJson
  | SessionLineJson
  | EntryLineJson
  | MessageLineJson
  | FindingLineJson
  | StatisticsLineJson;

/** Written when the capture ends. */
export interface CaptureLineJson extends CaptureJson {
  type: 'capture';
  /** Position (from 0) among the inputs. */
  position: number;
}

/** Written when the connection ends; its entries are lines of their own. */
export interface SessionLineJson extends Omit<SessionJson, 'timeline'> {
  type: 'session';
}

/** Written as soon as it and all earlier entries of its session are decided. */
export interface EntryLineJson extends EntryJson {
  type: 'entry';
  /** `id` of its session. */
  session: number;
}

/** Written at the mail's end. */
export interface MessageLineJson extends MessageJson {
  type: 'message';
}

/** Written as soon as it is known. */
export interface FindingLineJson extends FindingJson {
  type: 'finding';
}

/** The last line. */
export interface StatisticsLineJson extends Statistics {
  type: 'statistics';
  /** Of the mails that have gone more than one step. */
  journeys?: readonly JourneyJson[];
}
