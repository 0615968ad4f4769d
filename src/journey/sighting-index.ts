/** Finds sightings by what links them. Of many that share an id the first ones are kept: those that others follow. */
import { limits } from './limits.js';
import type { MailSighting } from './sighting.js';

export class SightingIndex {
  readonly #byQueueId = new Map<string, MailSighting[]>();
  readonly #byMessageId = new Map<string, MailSighting[]>();
  readonly #byContent = new Map<string, MailSighting[]>();
  readonly #bySession = new Map<number, MailSighting[]>();

  constructor(sightings: readonly MailSighting[]) {
    for (const sighting of sightings) {
      add(this.#byQueueId, sighting.queueId, sighting);
      add(this.#byMessageId, sighting.messageId, sighting);
      add(this.#byContent, sighting.content, sighting);
      add(this.#bySession, sighting.session, sighting);
    }
  }

  byQueueId(id: string): readonly MailSighting[] {
    return this.#byQueueId.get(id) ?? [];
  }

  byMessageId(id: string): readonly MailSighting[] {
    return this.#byMessageId.get(id) ?? [];
  }

  ofSession(session: number): readonly MailSighting[] {
    return this.#bySession.get(session) ?? [];
  }

  /** What `later` may follow, the surest evidence first: `logged`, what logs say. Never many, whatever a stranger sends. */
  candidates(later: MailSighting, logged: Iterable<MailSighting>): Iterable<MailSighting> {
    const { hops, messageId, content } = later;
    const found = new Set<MailSighting>(logged);
    const take = (list: readonly MailSighting[] | undefined): void => {
      for (const sighting of list ?? []) if (found.size < limits.candidates) found.add(sighting);
    };
    for (const { id } of hops) if (id !== undefined) take(this.#byQueueId.get(id));
    if (messageId !== undefined) take(this.#byMessageId.get(messageId));
    if (content !== undefined) take(this.#byContent.get(content));
    return found;
  }
}

function add<Key extends string | number>(map: Map<Key, MailSighting[]>, key: Key | undefined, sighting: MailSighting): void {
  if (key === undefined || key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [sighting]);
  else if (list.length < limits.candidates) list.push(sighting);
}
