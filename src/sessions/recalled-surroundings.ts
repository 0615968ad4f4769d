/** Gives a session that is dissected again what was seen around it the first time: names, entries at their places, and what replies waited for. */
import type { Entry } from '../model/entry.js';
import type { Session } from '../model/session.js';
import type { PeerNames, RecalledSurroundings } from '../model/trail.js';

const NONE: readonly Entry[] = [];

type Tell = (entry: Entry) => void;
type Draft = { -readonly [Key in keyof Entry]: Entry[Key] };

export class SurroundingsRecall {
  readonly #recalled: RecalledSurroundings;
  /** The id of the entry that was told last, and how many of those recalled were. */
  #last = 0;
  #told = 0;

  constructor(recalled: RecalledSurroundings) {
    this.#recalled = recalled;
  }

  begin(session: Session): void {
    name(session, this.#recalled.begun);
  }

  /** Tells those that stood in front of `entry`, then `entry` with the number it had. */
  entry(entry: Draft, tell: Tell): void {
    this.#tellDue(tell);
    entry.id = ++this.#last;
    const waited = this.#recalled.waited?.get(entry.id);
    if (waited !== undefined) entry.note = Object.assign({}, entry.note, { waited });
    tell(entry);
  }

  end(session: Session, tell: Tell): void {
    this.#tellDue(tell);
    name(session, this.#recalled.ended);
  }

  #tellDue(tell: Tell): void {
    const { entries = NONE } = this.#recalled;
    for (let next = entries[this.#told]; next?.id === this.#last + 1; next = entries[this.#told]) {
      this.#told++;
      this.#last++;
      tell(next);
    }
  }
}

function name({ client, server }: Session, names: PeerNames): void {
  if (names.client !== undefined) client.name = names.client;
  if (names.server !== undefined) server.name = names.server;
}
