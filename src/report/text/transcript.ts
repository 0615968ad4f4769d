/**
 * The annotated transcript: conversations one after the other as they end, each line with its time, its direction and
 * what it means. What open conversations have said waits in memory, and beyond a budget on disk.
 */
import type { Finding } from '../../model/finding.js';
import type { Session } from '../../model/session.js';
import type { Spool } from '../../model/platform.js';
import type { Report, Write } from '../report.js';
import type { Told } from './running-transcript.js';
import { sessionHead, sessionTitle } from './session-head.js';
import { bracketRow, createPage, headRows, Telling, type PageOptions } from './telling.js';

export interface TranscriptOptions extends PageOptions {
  /** Where the text of open sessions waits; a place of its own for each. */
  readonly spool: Spool;
}

interface Open {
  readonly telling: Telling;
  readonly findings: Finding[];
  readonly keep: (rows: string) => void;
}

export interface Transcript extends Report {
  /** Writes what open conversations have said so far and lets go of them; who goes on telling them gets how far that is. */
  release(): Told;
}

export function createTranscript(write: Write, options: TranscriptOptions): Transcript {
  const { language, spool, zone } = options;
  const page = createPage(options);
  const open = new Map<Session, Open>();
  let first = true;
  return {
    begin(session) {
      open.set(session, { telling: new Telling(session, page), findings: [], keep: (rows) => spool.append(session.id, rows) });
    },
    entry(session, entry) {
      const { telling, keep } = open.get(session)!;
      telling.entry(entry, keep);
    },
    omitted: (session, entry) => open.get(session)?.telling.learn(entry),
    message(session, message) {
      const state = open.get(session);
      state?.telling.message(message, state.keep);
    },
    finding: (session, finding) => void open.get(session)!.findings.push(finding),
    end(session) {
      const { findings, telling } = open.get(session)!;
      open.delete(session);
      write(`${first ? '' : '\n'}${headRows(sessionHead(session, language, zone), page)}\n`);
      first = false;
      spool.take(session.id, write);
      if (findings.length > 0) write(bracketRow(language.labels.headings.findings, page.paint) + telling.findings(findings));
    },
    capture() {},
    done() {},
    release() {
      const told = new Map([...open].map(([session, { telling }]) => [session, telling]));
      let latest: Session | undefined;
      for (const [session, { telling, findings }] of open) {
        latest = session;
        write(`${first ? '' : '\n'}${headRows([sessionTitle(session, language)], page)}`);
        first = false;
        spool.take(session.id, write);
        if (findings.length > 0) write(telling.findings(findings));
      }
      open.clear();
      return { sessions: told, latest, nothing: first };
    },
  };
}
