/** Passes on what belongs to some sessions alone. What is told of captures and totals stays that of the whole. */
import type { Session } from '../model/session.js';
import type { Report } from './report.js';

export function selectSessions(report: Report, isWanted: (session: Session) => boolean): Report {
  return {
    ...report,
    begin: (session) => isWanted(session) && report.begin(session),
    entry: (session, entry) => isWanted(session) && report.entry(session, entry),
    omitted: (session, entry) => isWanted(session) && report.omitted?.(session, entry),
    message: (session, message) => isWanted(session) && report.message(session, message),
    finding: (session, finding) => isWanted(session) && report.finding(session, finding),
    end: (session) => isWanted(session) && report.end(session),
  };
}
