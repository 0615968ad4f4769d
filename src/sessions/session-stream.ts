/** Brings a recognised connection's octets and TCP events to its conversation, told apart by client and server. */
import type { Budget } from '../bytes/budget.js';
import { Conversation } from '../dialogue/conversation.js';
import type { Arrival } from '../model/arrival.js';
import type { Session } from '../model/session.js';
import type { Direction, Side, StreamListener } from '../model/stream.js';
import { dissectorOf } from './dissectors.js';
import type { SessionListener } from './listener.js';
import { finEntry, rstEntry, setupEntry } from './transport-entries.js';

export class SessionStream implements StreamListener {
  readonly #session: Session;
  readonly #conversation: Conversation;
  readonly #listener: SessionListener;
  #fins = 0;

  constructor(session: Session, tls: boolean, listener: SessionListener, budget: Budget) {
    this.#session = session;
    this.#listener = listener;
    listener.begin(session);
    this.#conversation = new Conversation(
      session,
      {
        entry: (entry) => listener.entry(session, entry),
        message: (message) => listener.message(session, message),
        recordMessage: (owner, direction, envelope) => listener.recordMessage(owner, direction, envelope),
      },
      budget,
      dissectorOf(session.protocol, tls),
    );
    const setup = setupEntry(session);
    if (setup === undefined) return;
    this.#conversation.setup = setup;
    this.#conversation.add(setup);
  }

  data(direction: Direction, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    this.#conversation.data(this.#side(direction), bytes, start, end, arrival);
  }

  gap(direction: Direction, length: number, arrival: Arrival): void {
    this.#conversation.missing(this.#side(direction), length, arrival);
  }

  fin(direction: Direction, arrival: Arrival): void {
    this.#conversation.add(finEntry(this.#side(direction), this.#fins++ === 0, this.#reached(direction), arrival));
  }

  rst(direction: Direction, arrival: Arrival): void {
    this.#conversation.add(rstEntry(this.#side(direction), this.#fins > 0, this.#reached(direction), arrival));
  }

  settled(): void {
    this.#conversation.settle();
  }

  end(): void {
    this.#conversation.end();
    this.#listener.end(this.#session);
  }

  /** Octets of the direction so far, missing ones included. */
  #reached(direction: Direction): number {
    const { captured, missing } = this.#session.connection.halves[direction];
    return captured + missing;
  }

  #side(direction: Direction): Side {
    return direction === this.#session.clientDirection ? 'client' : 'server';
  }
}
