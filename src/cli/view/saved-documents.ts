/** What the terminal view saves as text: the transcript of a session and a report on it, made from what it has opened. */
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import type { CaptureSummary } from '../../model/packet.js';
import type { OpenedSession } from '../../model/archive.js';
import { DiskSpool } from '../../platform/disk-spool.js';
import { readPageAssets } from '../../platform/page-assets.js';
import { gatherReport } from '../../report/gathering.js';
import { createHtmlRenderer } from '../../report/html/document.js';
import type { Report } from '../../report/report.js';
import type { Zone } from '../../report/text/session-head.js';
import { createTranscript } from '../../report/text/transcript.js';
import { languages } from '../../text/index.js';
import type { SavedDocuments } from '../../tui/saving.js';
import { isSameFile } from '../file-status.js';
import { version } from '../version.js';

const PAGE_WIDTH = 120;

export interface DocumentSources {
  readonly files: readonly string[];
  readonly captures: () => readonly CaptureSummary[];
  readonly zone: Zone;
  /** As typed. */
  readonly commandLine: string;
}

export function savedDocuments({ files, captures, zone, commandLine }: DocumentSources): SavedDocuments {
  return {
    exists: (path) => existsSync(path),
    isInput: (path) => files.some((file) => isSameFile(file, path)),
    replace: (from, to) => renameSync(from, to),
    transcript(opened, path, { language, secrets }) {
      const pieces: string[] = [];
      const spool = new DiskSpool();
      const write = (text: string | Buffer): void => void pieces.push(text.toString());
      replay(createTranscript(write, { language: languages[language], redact: !secrets, width: PAGE_WIDTH, coloured: false, zone, spool }), opened, []);
      spool.close();
      return writeText(path, pieces.join(''));
    },
    report(opened, path, { language, secrets }) {
      const pieces: string[] = [];
      const about = {
        title: undefined,
        author: undefined,
        version,
        commandLine,
        zone,
        timeZone: zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone,
        language,
        redacted: !secrets,
        anonymised: false,
        bodies: false,
        sessions: [opened.session.id],
      };
      const render = createHtmlRenderer(readPageAssets());
      replay(gatherReport({ about }, (content) => render(content, (text) => void pieces.push(text.toString()))), opened, captures());
      return writeText(path, pieces.join(''));
    },
  };
}

/** Tells a report about one session, as if nothing else had been in the captures. */
function replay(report: Report, { session, entries, messages, findings }: OpenedSession, captures: readonly CaptureSummary[]): void {
  report.begin(session);
  for (const entry of entries) report.entry(session, entry);
  for (const message of messages) report.message(session, message);
  for (const finding of findings) report.finding(session, finding);
  report.end(session);
  captures.forEach((summary, position) => report.capture(position, summary));
  report.done({ connections: 1, scanned: 0 });
}

function writeText(path: string, text: string): number {
  const octets = Buffer.from(text);
  writeFileSync(path, octets);
  return octets.length;
}
