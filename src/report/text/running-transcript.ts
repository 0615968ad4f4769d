/**
 * The transcript of what is going on: each line as soon as it is decided, those of several conversations as they come.
 * A conversation is named when it begins and whenever another has spoken in between; its figures follow at its end.
 * Keeps no text. For captures that are complete the other transcript reads better.
 */
import type { Session } from '../../model/session.js';
import type { Report, Write } from '../report.js';
import { sessionHead, sessionTitle } from './session-head.js';
import { createPage, factRows, headRows, Telling, type PageOptions } from './telling.js';

/** What was told before, by another transcript. */
export interface Told {
  /** Those that go on. */
  readonly sessions: Map<Session, Telling>;
  /** Whose rows stand last. */
  readonly latest: Session | undefined;
  readonly nothing: boolean;
}

function nothingTold(): Told {
  return { sessions: new Map(), latest: undefined, nothing: true };
}

export function createRunningTranscript(write: Write, options: PageOptions, told: Told = nothingTold()): Report {
  const { language, zone } = options;
  const page = createPage(options);
  const open = told.sessions;
  let { latest, nothing } = told;
  /** Names the session where its rows do not follow those of its own. */
  const turnTo = (session: Session): boolean => {
    if (latest === session) return false;
    write(`${nothing ? '' : '\n'}${headRows([sessionTitle(session, language)], page)}`);
    latest = session;
    nothing = false;
    return true;
  };
  return {
    begin: (session) => void open.set(session, new Telling(session, page)),
    entry(session, entry) {
      open.get(session)!.entry(entry, write, turnTo(session));
    },
    omitted: (session, entry) => open.get(session)?.learn(entry),
    message(session, message) {
      open.get(session)?.message(message, write);
    },
    finding(session, finding) {
      turnTo(session);
      write(open.get(session)!.findings([finding]));
    },
    end(session) {
      open.delete(session);
      turnTo(session);
      const [, ...facts] = sessionHead(session, language, zone);
      write(factRows(facts, page.width, page.paint));
    },
    capture() {},
    done() {},
  };
}
