/**
 * Remembers the mails of all sessions and captures, and what logs say of them, and links those that are one mail on its way. Bounded: beyond so many
 * mails the oldest are forgotten, and that is counted.
 */
import { TextPool } from '../bytes/text-pool.js';
import type { Entry } from '../model/entry.js';
import type { Journeys } from '../model/journey.js';
import type { Message } from '../model/message.js';
import type { Session } from '../model/session.js';
import { assemble } from './assembly.js';
import { limits } from './limits.js';
import { LogBook } from './log-book.js';
import { LoggedLinks } from './logged-links.js';
import { predecessorOf, type Predecessor } from './predecessor.js';
import { sightingOf, type MailSighting, type Shown } from './sighting.js';
import { SightingIndex } from './sighting-index.js';

export class JourneyCollector {
  readonly #sightings = new Map<number, MailSighting>();
  readonly #log = new LogBook();
  readonly #names = new TextPool(limits.names);
  readonly #shown: Shown | undefined;
  #forgotten = 0;

  /** `shown`: what a view may show of a text; absent where that is everything. */
  constructor(shown?: Shown) {
    this.#shown = shown;
  }

  /** An entry of a session: lines of logs are evidence. */
  entry(session: Session, entry: Entry): void {
    if (entry.kind === 'context') this.#log.add(session, entry, this.#shown);
  }

  /** A mail whose last entry has been told. */
  message(session: Session, message: Message): void {
    const sighting = sightingOf(session, message, this.#names, this.#shown);
    if (sighting === undefined) return;
    this.#sightings.set(message.id, sighting);
    if (this.#sightings.size <= limits.mails) return;
    this.#sightings.delete(this.#sightings.keys().next().value!);
    this.#forgotten++;
  }

  /** As far as is known now; whole when all sessions have ended. */
  result(): Journeys {
    const sightings = [...this.#sightings.values()].sort((a, b) => a.message - b.message);
    const index = new SightingIndex(sightings);
    const logged = new LoggedLinks(index, this.#log.lines);
    const predecessors = new Map<MailSighting, Predecessor>();
    for (const sighting of sightings) {
      const before = logged.before(sighting);
      const found = predecessorOf(sighting, index.candidates(sighting, before.keys()), before);
      if (found !== undefined) predecessors.set(sighting, found);
    }
    return { journeys: assemble(sightings, predecessors, logged), forgotten: this.#forgotten };
  }
}
