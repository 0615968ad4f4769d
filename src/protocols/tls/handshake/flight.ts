/** What a side sends of the handshake before the other has its turn: one entry, however many records and messages. */
import { createEntry, type EntryDraft } from '../../../dialogue/entry-draft.js';
import type { ExtentBuilder } from '../../../dialogue/extent.js';
import type { FlightPart } from '../../../model/notes/tls.js';
import type { Side } from '../../../model/endpoint.js';
import { CERTIFICATE, CLIENT_HELLO, CLIENT_KEY_EXCHANGE, handshakeName, NEW_SESSION_TICKET, SERVER_HELLO } from '../registered/handshake-types.js';
import { limits } from '../limits.js';
import { noteVersion } from '../records/record-versions.js';
import { TLS_PLACE } from '../place.js';

const CIPHER_CHANGE = 'ChangeCipherSpec';

type Tickets = Extract<FlightPart, { kind: 'ticket' }>;

export class Flight {
  readonly #from: Side;
  readonly #parts: FlightPart[] = [];
  readonly #messages: string[] = [];
  #extent: ExtentBuilder | undefined;
  readonly #recordVersions: number[] = [];
  #decrypted = false;

  constructor(from: Side) {
    this.#from = from;
  }

  get extent(): ExtentBuilder | undefined {
    return this.#extent;
  }

  /** Octets of it; `take` adds them to what there is. */
  cover(take: (extent: ExtentBuilder | undefined) => ExtentBuilder, decrypted: boolean): void {
    this.#extent = take(this.#extent);
    this.#decrypted ||= decrypted;
  }

  addRecord(version: number): void {
    noteVersion(this.#recordVersions, version);
  }

  addMessage(type: number, part: FlightPart): void {
    this.#add(handshakeName(type) ?? String(type), part);
  }

  addCipherChange(inForce: boolean, plain: boolean): void {
    this.#add(CIPHER_CHANGE, { kind: 'cipher-change', cut: false, inForce, plain });
  }

  /**
   * Whether a message of this type cannot belong to it, the other side having had its turn unseen: no flight has two
   * hellos, a client sends keys after the server has answered, and a server tickets after the client has.
   */
  isOverBefore(type: number): boolean {
    const names = this.#messages;
    // Behind a HelloRetryRequest the change of cipher stands before the hello (RFC 8446 §D.4).
    if (type === CLIENT_HELLO || type === SERVER_HELLO) return names.some((name) => name !== CIPHER_CHANGE);
    if (type === CERTIFICATE || type === CLIENT_KEY_EXCHANGE) return names.includes('ClientHello');
    return type === NEW_SESSION_TICKET && names.includes('ServerHelloDone');
  }

  /** A change of the cipher behind what the client has to answer first. */
  get isOverBeforeCipherChange(): boolean {
    return this.#messages.includes('ServerHelloDone');
  }

  toEntry(state: string): EntryDraft | undefined {
    if (this.#extent === undefined) return undefined;
    const params = { from: this.#from, parts: this.#parts, recordVersions: this.#recordVersions };
    const entry = createEntry('tls', this.#from, this.#extent, TLS_PLACE, state, { key: 'tls.flight', params });
    entry.tls = { messages: this.#messages, decrypted: this.#decrypted || undefined };
    return entry;
  }

  #add(name: string, part: FlightPart): void {
    if (this.#messages.length >= limits.messages) return;
    this.#messages.push(name);
    const last = this.#parts.at(-1);
    if (last === undefined || !areAlike(last, part)) this.#parts.push(part);
    else this.#parts[this.#parts.length - 1] = { ...last, tickets: last.tickets + 1 };
  }
}

/** Servers hand out tickets by twos and more, for connections side by side (RFC 8446 §C.4). */
function areAlike(last: FlightPart, part: FlightPart): last is Tickets {
  return last.kind === 'ticket' && part.kind === 'ticket' && last.seconds === part.seconds && last.cut === part.cut;
}
