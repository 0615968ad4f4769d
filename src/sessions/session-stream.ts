/** Brings a recognised connection's octets and TCP events to its conversation, told apart by client and server. Ends when nothing can belong to it any more. */
import type { Budget } from '../bytes/budget.js';
import { Conversation } from '../dialogue/conversation.js';
import type { TlsSides } from '../dialogue/detection/evidence.js';
import type { Arrival } from '../model/arrival.js';
import type { TlsTools } from '../model/platform.js';
import type { Session } from '../model/session.js';
import type { Direction, Side } from '../model/endpoint.js';
import type { StreamListener } from '../model/stream.js';
import { dissectorOf } from './dissectors.js';
import type { SessionListener } from './listener.js';
import type { SurroundedParty } from './surrounded-party.js';
import { finEntry, rstEntry, setupEntry, type ClosePlace, type RstHistory } from './transport-entries.js';

export class SessionStream implements StreamListener {
  readonly #session: Session;
  readonly #conversation: Conversation;
  readonly #listener: SessionListener;
  readonly #party: SurroundedParty | undefined;
  readonly #resetBy = new Set<Side>();
  #fins = 0;

  constructor(session: Session, tls: TlsSides, listener: SessionListener, budget: Budget, tools: TlsTools, party: SurroundedParty | undefined) {
    this.#session = session;
    this.#party = party;
    party?.name(session);
    this.#listener = listener;
    listener.begin(session);
    this.#conversation = new Conversation(
      session,
      {
        decoder: listener.decoder,
        plain: listener.plain,
        surroundings: party,
        entry: (entry) => listener.entry(session, entry),
        message: (message) => listener.message(session, message),
        recordMessage: (owner, direction, envelope) => listener.recordMessage(owner, direction, envelope),
      },
      budget,
      dissectorOf(session.protocol, tls, tools),
    );
    const setup = setupEntry(session);
    if (setup !== undefined) {
      this.#conversation.setup = setup;
      this.#conversation.add(setup);
    }
    party?.begin(session, (entry) => this.#conversation.surround(entry));
  }

  data(direction: Direction, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    this.#conversation.data(this.#side(direction), bytes, start, end, arrival);
  }

  gap(direction: Direction, length: number, arrival: Arrival): void {
    this.#conversation.missing(this.#side(direction), length, arrival);
  }

  fin(direction: Direction, arrival: Arrival): void {
    const { midMail, lapsing } = this.#conversation;
    this.#conversation.add(finEntry(this.#place(direction, arrival), this.#fins++ === 0, midMail, lapsing));
  }

  rst(direction: Direction, arrival: Arrival): void {
    const from = this.#side(direction);
    this.#conversation.add(rstEntry(this.#place(direction, arrival), this.#historyOf(from), this.#conversation.lapsing));
    this.#resetBy.add(from);
  }

  settled(): void {
    this.#party?.passes(this.#session.connection.last);
    this.#conversation.settle();
  }

  end(): void {
    if (this.#party === undefined) this.#finish();
    else this.#party.end(() => this.#finish());
  }

  #finish(): void {
    this.#conversation.end();
    this.#listener.end(this.#session);
  }

  #place(direction: Direction, arrival: Arrival): ClosePlace {
    const { captured, missing } = this.#session.connection.halves[direction];
    return { from: this.#side(direction), offset: captured + missing, arrival };
  }

  #historyOf(from: Side): RstHistory {
    const { handshake, halves } = this.#session.connection;
    if (this.#resetBy.has(from)) return 'repeated';
    if (handshake === 'partial' && from === 'server' && halves[0].captured + halves[1].captured === 0) return 'refused';
    return this.#fins > 0 ? 'closing' : 'open';
  }

  #side(direction: Direction): Side {
    return direction === this.#session.clientDirection ? 'client' : 'server';
  }
}
