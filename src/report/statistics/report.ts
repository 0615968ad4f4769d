/** A view that tells statistics alone, when everything has been counted. */
import type { Session } from '../../model/session.js';
import type { Statistics } from '../../model/statistics.js';
import { StatisticsCollector } from '../../statistics/collector.js';
import { Redaction, passwordsOf } from '../redaction.js';
import type { Report } from '../report.js';

/** `redact`: a password that was sent where a name belongs is masked. `tell` is called once, at the end. */
export function createStatisticsReport(redact: boolean, tell: (statistics: Statistics) => void): Report {
  const redactions = new Map<Session, Redaction>();
  const statistics = new StatisticsCollector(redact ? (session, text, own) => redactions.get(session)!.mask(text, own ?? passwordsOf(session)) : undefined);
  return {
    begin(session) {
      if (redact) redactions.set(session, new Redaction());
      statistics.begin(session);
    },
    entry(session, entry) {
      redactions.get(session)?.learn(entry);
      statistics.entry(session, entry);
    },
    omitted: (session, entry) => redactions.get(session)?.learn(entry),
    message: (session, message) => statistics.message(session, message),
    finding: (_session, finding) => statistics.finding(finding),
    end(session) {
      statistics.end(session);
      redactions.delete(session);
    },
    capture() {},
    done: (totals) => tell(statistics.result(totals)),
  };
}
