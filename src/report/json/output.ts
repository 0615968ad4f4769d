/**
 * Everything the program writes as JSON, as one type: the document of `--format json`, and the lines of
 * `--format ndjson`. The published schema is made from it when the program is built. Types only.
 */
import type { Statistics } from '../../model/statistics.js';
import type { CaptureJson } from './capture.js';
import type { DocumentJson } from './document.js';
import type { EntryJson } from './entry.js';
import type { FindingJson } from './finding.js';
import type { MessageJson } from './message.js';
import type { SessionJson } from './session.js';

/** Output of mailscope: the document of `--format json`, or one line of `--format ndjson`. */
export type OutputJson = DocumentJson | NdjsonLineJson;

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
}
