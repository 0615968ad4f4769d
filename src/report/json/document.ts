/** The JSON document of CONTRACT: everything that was found, written when the captures have ended. */
import type { Session } from '../../model/session.js';
import type { Statistics } from '../../model/statistics.js';
import { StatisticsCollector } from '../../statistics/collector.js';
import { Redaction, passwordsOf } from '../redaction.js';
import type { Report, ReportOptions, Write } from '../report.js';
import { JourneyCollector } from '../../journey/collector.js';
import { messageJourneys } from '../journey/json.js';
import { captureJson, type CaptureJson } from './capture.js';
import { entryMembers, type EntryJson } from './entry.js';
import { findingJson, type FindingJson } from './finding.js';
import { writeList } from './list.js';
import { messageJson, type MessageJson } from './message.js';
import type { ReportJson } from './report.js';
import { sessionJson, type SessionJson } from './session.js';

/** The whole output of `--format json`. */
export interface DocumentJson {
  /** Version of the program. */
  mailscope: string;
  /** Version of this format. */
  schema: 1;
  /** Of a report. */
  report?: ReportJson;
  captures: readonly CaptureJson[];
  sessions: readonly (SessionJson & { timeline: readonly EntryJson[] })[];
  messages: readonly MessageJson[];
  findings: readonly FindingJson[];
  statistics: Statistics;
}

/** A session on its way: what was serialised of it so far. Strings are smaller than the objects they stand for. */
interface Draft {
  readonly entries: string[];
  readonly redaction: Redaction | undefined;
}

export function createJsonReport(write: Write, version: string, { language, redact }: ReportOptions): Report {
  const captures: string[] = [];
  const sessions = new Map<number, string>();
  const messages = new Map<number, string>();
  const findings: string[] = [];
  const drafts = new Map<Session, Draft>();
  const statistics = new StatisticsCollector(redact ? (session, text, own) => drafts.get(session)!.redaction!.mask(text, own ?? passwordsOf(session)) : undefined);
  const journeys = new JourneyCollector(redact ? (session, text) => drafts.get(session)!.redaction!.mask(text) : undefined);
  const serialise = (value: object, draft?: Draft, own?: readonly string[]): string =>
    JSON.stringify(draft?.redaction === undefined ? value : draft.redaction.maskJson(value, own));
  return {
    begin(session) {
      drafts.set(session, { entries: [], redaction: redact ? new Redaction() : undefined });
      statistics.begin(session);
    },
    entry(session, entry) {
      const draft = drafts.get(session)!;
      const text = `{${entryMembers(session, entry, language)}}`;
      draft.entries.push(draft.redaction === undefined ? text : draft.redaction.maskEntry(text, entry));
      statistics.entry(session, entry);
      journeys.entry(session, entry);
    },
    omitted(session, entry) {
      drafts.get(session)?.redaction?.learn(entry);
      journeys.entry(session, entry);
    },
    message(session, message) {
      statistics.message(session, message);
      journeys.message(session, message);
      messages.set(message.id, serialise(messageJson(message, language), drafts.get(session)));
    },
    finding(session, finding) {
      statistics.finding(finding);
      findings.push(serialise(findingJson(session, finding, language), drafts.get(session)));
    },
    end(session) {
      statistics.end(session);
      const draft = drafts.get(session)!;
      drafts.delete(session);
      const head = serialise(sessionJson(session), draft, passwordsOf(session));
      sessions.set(session.id, `${head.slice(0, -1)},"timeline":[\n${draft.entries.join(',\n')}\n]}`);
    },
    capture(position, summary, clock) {
      captures[position] = serialise(captureJson(summary, language, clock));
    },
    done(totals) {
      write(`{"mailscope":${JSON.stringify(version)},"schema":1,\n`);
      writeList(write, 'captures', captures);
      writeList(write, 'sessions', inOrder(sessions).map(([, text]) => text));
      const ways = messageJourneys(journeys.result());
      writeList(write, 'messages', inOrder(messages).map(([id, text]) => withMember(text, 'journey', ways.get(id))));
      writeList(write, 'findings', findings);
      write(`"statistics":${JSON.stringify(statistics.result(totals))}}\n`);
    },
  };
}

function inOrder(items: ReadonlyMap<number, string>): readonly (readonly [number, string])[] {
  return [...items.entries()].sort(([a], [b]) => a - b);
}

/** An object's JSON text with one member more, where there is one. */
export function withMember(text: string, name: string, value: object | undefined): string {
  return value === undefined ? text : `${text.slice(0, -1)},"${name}":${JSON.stringify(value)}}`;
}
