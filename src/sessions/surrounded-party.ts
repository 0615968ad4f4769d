/** A connection in its surroundings: what a session, and what may become one, has to do with them. */
import type { Surroundings as Surrounded } from '../dialogue/conversation.js';
import type { EntryDraft } from '../dialogue/entry-draft.js';
import type { Arrival } from '../model/arrival.js';
import type { Session } from '../model/session.js';
import type { ConnectionFacts, ConnectionHandle } from '../model/stream.js';
import type { Party } from '../protocols/context/party.js';
import type { Surroundings } from '../protocols/context/surroundings.js';

export class SurroundedParty implements Surrounded {
  readonly #surroundings: Surroundings;
  readonly #party: Party;

  constructor(surroundings: Surroundings, facts: ConnectionFacts) {
    this.#surroundings = surroundings;
    this.#party = surroundings.open(facts);
  }

  /** Gives a handle that says here, too, that the connection is none of ours. */
  watch(handle: ConnectionHandle): ConnectionHandle {
    return {
      ignore: () => {
        this.#surroundings.dismiss(this.#party);
        handle.ignore();
      },
      listen: (listener) => handle.listen(listener),
    };
  }

  name(session: Session): void {
    this.#surroundings.name(session);
  }

  begin(session: Session, place: (entry: EntryDraft) => void): void {
    this.#surroundings.begin(this.#party, session, place);
  }

  heard(entry: EntryDraft): void {
    this.#party.heard(entry);
  }

  get undecidedSince(): Arrival | undefined {
    return this.#surroundings.undecidedSince(this.#party);
  }

  passes(now: Arrival): void {
    if (this.#surroundings.isBusy) this.#surroundings.passes(now);
  }

  end(finish: () => void): void {
    this.#surroundings.end(this.#party, finish);
  }
}
