/** Sessions that are looked at: dissected when somebody asks, and the last few remembered, as long as nothing is added to them. */
import type { OpenedSession, SessionRow } from '../model/archive.js';
import type { Dissection } from './dissection.js';
import { limits } from './limits.js';
import { Opening } from './opening.js';

export class OpenedSessions {
  readonly #dissection: Dissection;
  /** The one that was asked for last stands at the end. */
  readonly #known = new Map<number, OpenedSession>();

  constructor(dissection: Dissection) {
    this.#dissection = dissection;
  }

  async open({ id, ended }: SessionRow): Promise<OpenedSession | undefined> {
    const known = this.#known.get(id);
    if (known !== undefined) {
      this.#remember(id, known);
      return known;
    }
    const opening = new Opening();
    const lost = await this.#dissection.again(id, opening.listener, { ended });
    const { session, entries, messages, findings, omitted } = opening;
    if (session === undefined) return undefined;
    const opened: OpenedSession = { session, entries, messages, findings, ended, omitted, lost };
    if (ended) this.#remember(id, opened);
    return opened;
  }

  #remember(id: number, opened: OpenedSession): void {
    this.#known.delete(id);
    this.#known.set(id, opened);
    let entries = 0;
    for (const { entries: { length } } of this.#known.values()) entries += length;
    for (const [oldest, { entries: { length } }] of this.#known) {
      if (oldest === id || (this.#known.size <= limits.opened && entries <= limits.openedEntries)) return;
      this.#known.delete(oldest);
      entries -= length;
    }
  }
}
