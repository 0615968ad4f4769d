/**
 * NDJSON: the objects of the JSON document, one a line, as soon as each is decided. Keeps nothing but the live sessions, and
 * what it takes to link the last 20,000 mails.
 */
import { JourneyCollector } from '../journey/collector.js';
import type { Journeys } from '../model/journey.js';
import type { Session } from '../model/session.js';
import { journeyJson } from './journey/json.js';
import { captureJson } from './json/capture.js';
import { entryMembers } from './json/entry.js';
import { findingJson } from './json/finding.js';
import { messageJson } from './json/message.js';
import { sessionJson } from './json/session.js';
import { Redaction, passwordsOf } from './redaction.js';
import { StatisticsCollector } from '../statistics/collector.js';
import type { Report, ReportOptions, Write } from './report.js';

export function createNdjsonReport(write: Write, { language, redact }: ReportOptions): Report {
  const redactions = new Map<Session, Redaction>();
  const statistics = new StatisticsCollector(redact ? (session, text, own) => redactions.get(session)!.mask(text, own ?? passwordsOf(session)) : undefined);
  const journeys = new JourneyCollector(redact ? (session, text) => redactions.get(session)!.mask(text) : undefined);
  const line = (type: string, value: object, session?: Session, own?: readonly string[]): void => {
    const redaction = session === undefined ? undefined : redactions.get(session);
    write(`{"type":"${type}",${JSON.stringify(redaction === undefined ? value : redaction.maskJson(value, own)).slice(1)}\n`);
  };
  return {
    begin(session) {
      if (redact) redactions.set(session, new Redaction());
      statistics.begin(session);
    },
    entry(session, entry) {
      const text = `{"type":"entry","session":${session.id},${entryMembers(session, entry, language)}}`;
      write(`${redact ? redactions.get(session)!.maskEntry(text, entry) : text}\n`);
      statistics.entry(session, entry);
      journeys.entry(session, entry);
    },
    omitted(session, entry) {
      redactions.get(session)?.learn(entry);
      journeys.entry(session, entry);
    },
    message(session, message) {
      statistics.message(session, message);
      journeys.message(session, message);
      line('message', messageJson(message, language), session);
    },
    finding(session, finding) {
      statistics.finding(finding);
      line('finding', findingJson(session, finding, language), session);
    },
    end(session) {
      statistics.end(session);
      line('session', sessionJson(session), session, passwordsOf(session));
      redactions.delete(session);
    },
    capture(position, summary) {
      line('capture', { position, ...captureJson(summary, language) });
    },
    done(totals) {
      write(`{"type":"statistics",${JSON.stringify(statistics.result(totals)).slice(1, -1)}`);
      writeJourneys(journeys.result(), write);
      write('}\n');
    },
  };
}

/** The last member of the last line. One by one: those of many mails take as much memory again as the text of all. */
function writeJourneys({ journeys }: Journeys, write: Write): void {
  let before = ',"journeys":[';
  for (const journey of journeys) {
    if (journey.stops.length < 2) continue;
    write(before + JSON.stringify(journeyJson(journey)));
    before = ',';
  }
  if (before === ',') write(']');
}
