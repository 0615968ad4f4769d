/** Entries as rows: one for each line of every session. */
import type { EntryJson } from '../json/entry.js';
import type { ReportContent } from '../content.js';
import type { Write } from '../report.js';
import { BYTE_ORDER_MARK, csvHeading, csvRow, type Columns } from './table.js';

export interface EntryRow {
  readonly session: number;
  readonly protocol: string;
  readonly entry: EntryJson;
}

/** Names as in the JSON. */
export const ENTRY_COLUMNS: Columns<EntryRow> = {
  'session': ({ session }) => session,
  'id': ({ entry }) => entry.id,
  'time': ({ entry }) => entry.time,
  'protocol': ({ protocol }) => protocol,
  'from': ({ entry }) => entry.from,
  'kind': ({ entry }) => entry.kind,
  'phase': ({ entry }) => entry.phase,
  'step': ({ entry }) => entry.step,
  'state': ({ entry }) => entry.state,
  'tag': ({ entry }) => entry.tag,
  'verb': ({ entry }) => entry.verb,
  'args': ({ entry }) => entry.args,
  'code': ({ entry }) => entry.code,
  'enhanced': ({ entry }) => entry.enhanced,
  'status': ({ entry }) => entry.status,
  'responseCode': ({ entry }) => entry.responseCode,
  'text': ({ entry }) => entry.lines?.join('\n') ?? entry.text,
  'decoded': ({ entry }) => (entry.decoded === undefined ? undefined : Object.entries(entry.decoded).map(([name, value]) => `${name}: ${value}`).join('\n')),
  'bytes': ({ entry }) => entry.bytes,
  'answers': ({ entry }) => entry.answers,
  'latency': ({ entry }) => entry.latency,
  'message': ({ entry }) => entry.message,
  'frames': ({ entry }) => entry.frames.join(' '),
  'note.key': ({ entry }) => entry.note.key,
  'note.text': ({ entry }) => entry.note.text,
};

export function renderEntriesCsv({ sessions }: ReportContent, write: Write): void {
  write(BYTE_ORDER_MARK + csvHeading(ENTRY_COLUMNS));
  for (const { session } of sessions()) {
    for (const entry of session.timeline) write(csvRow(ENTRY_COLUMNS, { session: session.id, protocol: session.protocol, entry }));
  }
}
