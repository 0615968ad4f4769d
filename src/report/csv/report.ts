/**
 * `--format csv`: entries as rows, each as soon as it is decided. Without a byte order mark, which a program would take
 * for a part of the first column's name; the files of a report, made for spreadsheets, have one.
 */
import type { Session } from '../../model/session.js';
import { entryMembers, type EntryJson } from '../json/entry.js';
import { Redaction } from '../redaction.js';
import type { Report, ReportOptions, Write } from '../report.js';
import { ENTRY_COLUMNS } from './entries.js';
import { csvHeading, csvRow } from './table.js';

export function createCsvReport(write: Write, { language, redact }: ReportOptions): Report {
  const redactions = new Map<Session, Redaction>();
  write(csvHeading(ENTRY_COLUMNS));
  return {
    begin(session) {
      if (redact) redactions.set(session, new Redaction());
    },
    entry(session, entry) {
      const members = `{${entryMembers(session, entry, language)}}`;
      const text = redactions.get(session)?.maskEntry(members, entry) ?? members;
      write(csvRow(ENTRY_COLUMNS, { session: session.id, protocol: session.protocol, entry: JSON.parse(text) as EntryJson }));
    },
    omitted: (session, entry) => redactions.get(session)?.learn(entry),
    message() {},
    finding() {},
    end(session) {
      redactions.delete(session);
    },
    capture() {},
    done() {},
  };
}
