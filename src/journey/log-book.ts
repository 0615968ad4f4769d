/**
 * What mail hosts wrote to their logs of the mails: under which queue id one went on, as which other, to whom, and how that
 * ended. Takes the lines that stand in the timelines of sessions, as the word of one side. Bounded: the oldest are forgotten.
 */
import type { Arrival } from '../model/arrival.js';
import type { Entry } from '../model/entry.js';
import type { JourneyHost, LoggedOutcome } from '../model/journey.js';
import type { LogEvent } from '../model/notes/context.js';
import type { Session } from '../model/session.js';
import { limits } from './limits.js';
import type { Shown } from './sighting.js';

/** One line of a log that tells of a mail. */
export interface LoggedLine {
  /** The session in whose timeline it stands, and its entry there. */
  readonly session: number;
  readonly entry: number;
  readonly arrival: Arrival;
  /** Who wrote it. */
  readonly host: JourneyHost;
  /** Whether that host gives the mail in this session; otherwise it takes it. */
  readonly isGiver: boolean;
  /** Undefined where it is not about the way on. */
  readonly outcome: LoggedOutcome | undefined;
  readonly queueId: string;
  readonly messageId: string | undefined;
  readonly recipient: string | undefined;
  /** Where the mail went, as the line says it. */
  readonly relay: string | undefined;
  /** How that ended, in its words. */
  readonly words: string | undefined;
}

const OUTCOMES: ReadonlyMap<LogEvent, LoggedOutcome> = new Map<LogEvent, LoggedOutcome>([
  ['delivered', 'delivered'],
  ['deferred', 'deferred'],
  ['bounced', 'bounced'],
]);

export class LogBook {
  readonly #lines = new Set<LoggedLine>();

  get lines(): Iterable<LoggedLine> {
    return this.#lines;
  }

  /** An entry of a session; most are no lines of a log. */
  add(session: Session, entry: Entry, shown: Shown | undefined): void {
    const line = loggedLine(session, entry, shown);
    if (line === undefined) return;
    this.#lines.add(line);
    if (this.#lines.size > limits.lines) this.#lines.delete(this.#lines.values().next().value!);
  }
}

function loggedLine(session: Session, { id, from, extent, note }: Entry, shown: Shown | undefined): LoggedLine | undefined {
  if (note.key !== 'context.log') return undefined;
  const { event, queueId, messageId, recipient, relay, words } = note.params;
  const outcome = OUTCOMES.get(event);
  if (queueId === undefined || (outcome === undefined && messageId === undefined)) return undefined;
  const text = (value: string | undefined): string | undefined => (value === undefined ? undefined : (shown === undefined ? value : shown(session, value)).slice(0, limits.text));
  const { name, address } = session[from];
  return {
    ...{ session: session.id, entry: id, arrival: extent.last, host: { name: text(name), address }, isGiver: from === 'client', outcome },
    ...{ queueId: text(queueId)!, messageId: text(messageId), recipient: text(recipient), relay: text(relay), words: text(words) },
  };
}
