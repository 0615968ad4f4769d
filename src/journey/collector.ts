/**
 * Remembers the mails of all sessions and captures, and links those that are one mail on its way. Bounded: beyond so many
 * mails the oldest are forgotten, and that is counted.
 */
import type { Journeys } from '../model/journey.js';
import type { Message } from '../model/message.js';
import type { Session } from '../model/session.js';
import { assemble } from './assembly.js';
import { limits } from './limits.js';
import { predecessorOf, type Predecessor } from './predecessor.js';
import { sightingOf, type MailSighting, type Shown } from './sighting.js';

export class JourneyCollector {
  readonly #sightings = new Map<number, MailSighting>();
  readonly #shown: Shown | undefined;
  #forgotten = 0;

  /** `shown`: what a view may show of a text; absent where that is everything. */
  constructor(shown?: Shown) {
    this.#shown = shown;
  }

  /** A mail whose last entry has been told. */
  message(session: Session, message: Message): void {
    const sighting = sightingOf(session, message, this.#shown);
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
    const predecessors = new Map<MailSighting, Predecessor>();
    for (const sighting of sightings) {
      const found = predecessorOf(sighting, index.candidates(sighting));
      if (found !== undefined) predecessors.set(sighting, found);
    }
    return { journeys: assemble(sightings, predecessors), forgotten: this.#forgotten };
  }
}

/** Sightings by what links them. */
class SightingIndex {
  readonly #byQueueId = new Map<string, MailSighting[]>();
  readonly #byMessageId = new Map<string, MailSighting[]>();
  readonly #byContent = new Map<string, MailSighting[]>();

  constructor(sightings: readonly MailSighting[]) {
    for (const sighting of sightings) {
      add(this.#byQueueId, sighting.queueId, sighting);
      add(this.#byMessageId, sighting.messageId, sighting);
      add(this.#byContent, sighting.content, sighting);
    }
  }

  candidates({ hops, messageId, content }: MailSighting): ReadonlySet<MailSighting> {
    const lists = [...hops.map(({ id }) => this.#byQueueId.get(id ?? '')), this.#byMessageId.get(messageId ?? ''), this.#byContent.get(content ?? '')];
    return new Set(lists.flatMap((list) => list ?? []));
  }
}

function add(map: Map<string, MailSighting[]>, key: string | undefined, sighting: MailSighting): void {
  if (key === undefined || key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [sighting]);
  else if (list.length < limits.candidates) list.push(sighting);
}
