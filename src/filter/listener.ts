/**
 * Stands between the analysis and a view: passes the entries that match, and the sessions that hold at least one, with
 * their mails and findings. A matching entry passes at once; its session begins with the first of them. What is told of
 * a session before (mails, findings, entries that name secrets, which must be masked later, and lines of logs, which link
 * mails) waits for that, as long as the session lives; mails are many and large, so their number is bounded over all
 * sessions, and those beyond the bound are counted as `forgotten`. Statistics are made by the views, and so count what is
 * kept.
 */
import type { AnalysisListener } from '../analyze.js';
import type { Entry } from '../model/entry.js';
import type { Finding } from '../model/finding.js';
import type { Message } from '../model/message.js';
import type { Session } from '../model/session.js';
import { limits } from './limits.js';
import type { Predicate } from './predicate.js';

export interface FilterCounts {
  /** Whether they match or not. */
  readonly sessions: number;
  readonly kept: number;
  /** Mails of kept sessions that came too long before the first match. */
  readonly forgotten: number;
}

export interface FilteredListener {
  readonly listener: AnalysisListener;
  readonly counts: FilterCounts;
}

/** A session without a match so far. */
interface Waiting {
  readonly messages: Message[];
  readonly findings: Finding[];
  readonly evidence: Entry[];
  forgotten: number;
}

export function filterListener(view: AnalysisListener, keeps: Predicate): FilteredListener {
  const counts = { sessions: 0, kept: 0, forgotten: 0 };
  const waiting = new Map<Session, Waiting>();
  let messages = 0;
  const letGo = (session: Session): Waiting | undefined => {
    const held = waiting.get(session);
    waiting.delete(session);
    messages -= held?.messages.length ?? 0;
    return held;
  };
  const keep = (session: Session): void => {
    const held = letGo(session);
    if (held === undefined) return;
    counts.kept++;
    counts.forgotten += held.forgotten;
    view.begin(session);
    for (const entry of held.evidence) view.omitted?.(session, entry);
    for (const message of held.messages) view.message(session, message);
    for (const finding of held.findings) view.finding(session, finding);
  };
  const listener: AnalysisListener = {
    begin(session) {
      counts.sessions++;
      waiting.set(session, { messages: [], findings: [], evidence: [], forgotten: 0 });
    },
    entry(session, entry) {
      if (keeps(entry, session)) {
        keep(session);
        view.entry(session, entry);
      } else if (entry.secrets !== undefined || entry.note.key === 'context.log') {
        const held = waiting.get(session);
        if (held === undefined) view.omitted?.(session, entry);
        else held.evidence.push(entry);
      }
    },
    message(session, message) {
      const held = waiting.get(session);
      if (held === undefined) view.message(session, message);
      else if (messages >= limits.waitingMails) held.forgotten++;
      else {
        messages++;
        held.messages.push(message);
      }
    },
    finding(session, finding) {
      const held = waiting.get(session);
      if (held === undefined) view.finding(session, finding);
      else held.findings.push(finding);
    },
    end(session) {
      if (letGo(session) === undefined) view.end(session);
    },
    capture: (position, summary) => view.capture(position, summary),
    // A connection that was looked at and left alone is nothing that was kept.
    done: () => view.done({ connections: counts.kept, scanned: 0 }),
  };
  return { listener, counts };
}
