/**
 * The desk at which a dissector works: two readers that bring it lines and blocks, and a timeline that takes its
 * entries. One conversation serves one session; who dissects may change within it (TLS after STARTTLS).
 */
import type { Budget } from '../bytes/budget.js';
import type { Arrival } from '../model/arrival.js';
import type { Entry, Extent } from '../model/entry.js';
import type { Envelope, Message, MessageDirection, MessageRecorder } from '../model/message.js';
import type { LapsingDeletions } from '../model/notes/pop3.js';
import type { HeaderDecoder, PlainKeeper } from '../model/platform.js';
import type { Session } from '../model/session.js';
import type { Side } from '../model/endpoint.js';
import { createEntry, type EntryDraft } from './entry-draft.js';
import { remarkClearPort } from './clear-port.js';
import { ClearTap } from './clear-tap.js';
import type { ExtentBuilder } from './extent.js';
import { InflatedStream, type InflationListener, type RestReason } from './inflated-stream.js';
import type { Expectation, Line, ReaderListener } from './reading.js';
import { SideReader } from './side-reader.js';
import { Timeline } from './timeline.js';
import type { OctetLedger } from './wire-ledger.js';

/** What a protocol folder implements. Told in stream order of each side, and of both sides in order of arrival. */
export interface Dissector {
  line(side: Side, line: Line): void;
  /** Octets of `side` are missing; their entry is already written. */
  gap(side: Side, inContent: boolean): void;
  /** As `ReaderListener.handshake`; it may also have begun TLS on both sides. */
  handshake?(side: Side): Expectation | undefined;
  /** What follows was encrypted and is read all the same: what was said in clear counts no more (RFC 3207 §4.2). */
  secured?(): void;
  /** The held octets of `side` must be read now, though the reply that would tell how was not seen: guess. */
  undecided(side: Side): void;
  /** Where the conversation stands, for entries that are not the dissector's own. */
  readonly state: string;
  /** The mail whose octets `side` is sending at this moment. */
  messageOf(side: Side): Message | undefined;
  /** The latest packet of an entry that has lines already and waits for more: a reply of several lines, a list. */
  readonly unfinishedSince?: Arrival | undefined;
  /** A mail is under way that lapses if the client leaves now. */
  readonly midMail?: boolean;
  /** Deletions that were asked for in POP3, and lapse if the connection ends now. */
  readonly lapsing?: LapsingDeletions | undefined;
  /** The connection is over. Both readers have already handed on what they had. */
  end(): void;
}

/** Who hears of finished entries and mails: in order, each once. */
export interface ConversationListener {
  /** For header fields that a protocol quotes. */
  readonly decoder: HeaderDecoder;
  /** Takes the octets of both sides themselves, where somebody wants them. */
  readonly plain?: PlainKeeper | undefined;
  entry(entry: Entry): void;
  message(message: Message): void;
  /** Absent where nobody looks at what surrounds the session. */
  readonly surroundings?: Surroundings | undefined;
  /** Makes the recorder of a mail that begins now. */
  recordMessage(session: Session, direction: MessageDirection, envelope: Envelope): MessageRecorder;
}

/** Who knows what happens around the session, and wants to know what is said in it. */
export interface Surroundings {
  /** An entry of the session, before its place in the timeline is decided. */
  heard(entry: EntryDraft): void;
  /** The first packet of which it is not known yet whether it belongs to the session. */
  readonly undecidedSince: Arrival | undefined;
}

const OTHER: Readonly<Record<Side, Side>> = { client: 'server', server: 'client' };

/** What could be read although it was encrypted. */
const DECRYPTED = { decrypted: true } as const;

export function otherSide(side: Side): Side {
  return OTHER[side];
}

/** Takes what cannot be inflated, and says so. */
export type InflationRest = (side: Side, extent: ExtentBuilder, reason: RestReason) => void;

export class Conversation implements ReaderListener {
  readonly session: Session;
  readonly decoder: HeaderDecoder;
  /** Who reads the side's lines. */
  client: SideReader;
  server: SideReader;
  /** Who reads the octets of the wire: others than those where these are compressed. */
  readonly #wire: Readonly<Record<Side, SideReader>>;
  readonly #streams: Partial<Record<Side, InflatedStream>> = {};
  /** What all conversations may keep together. */
  readonly budget: Budget;
  #isOpened = false;
  /** Hand on what is said in clear. */
  readonly #taps: Readonly<Record<Side, ClearTap>> | undefined;
  /** The entry of the TCP set-up, which the greeting answers. */
  setup: Entry | undefined;
  readonly #listener: ConversationListener;
  readonly #timeline: Timeline;
  /** Order of arrival of the last entry that was told. */
  #told = 0;
  readonly #openMessages = new Set<Message>();
  readonly #dissector: Dissector;

  constructor(
    session: Session,
    listener: ConversationListener,
    budget: Budget,
    dissect: (conversation: Conversation) => Dissector,
  ) {
    this.session = session;
    this.decoder = listener.decoder;
    this.#listener = listener;
    this.#timeline = new Timeline((entry) => this.#tell(entry));
    this.client = new SideReader('client', this, budget);
    this.server = new SideReader('server', this, budget);
    this.#wire = { client: this.client, server: this.server };
    this.budget = budget;
    const { plain } = listener;
    this.#taps = plain && { client: new ClearTap(plain, session, 'client'), server: new ClearTap(plain, session, 'server') };
    this.#dissector = dissect(this);
  }

  /** Where the protocol stands. */
  get state(): string {
    return this.#dissector.state;
  }

  /** Not said where only one side is heard: nobody knows how far a mail has come. */
  get midMail(): boolean {
    return !this.hearsOnly('client') && this.#dissector.midMail === true;
  }

  get lapsing(): LapsingDeletions | undefined {
    return this.#dissector.lapsing;
  }

  reader(side: Side): SideReader {
    return side === 'client' ? this.client : this.server;
  }

  /** The octets of `side` that have not been read yet, and all that follow, are a raw deflate stream (RFC 1951). */
  inflate(side: Side, rest: InflationRest): void {
    const below = this.reader(side);
    if (this.#streams[side] !== undefined) return;
    const listener: InflationListener = {
      line: (from, line) => this.line(from, line),
      gap: (from, extent, inContent) => this.gap(from, extent, inContent),
      undecided: (from) => this.undecided(from),
      inflated: (from, bytes, start, end) => this.plain?.inflated?.(this.session, from, bytes, start, end),
      lost: (from) => this.#dissector.gap(from, false),
      rest,
    };
    const stream = new InflatedStream(side, below.ledger ?? below.offset, listener, this.budget);
    this.#streams[side] = stream;
    this[side] = stream.reader;
    below.expect({ kind: 'layer', sink: stream });
  }

  /** What follows in both directions was encrypted, and could be opened: gives who reads it. `ledgers`: whose the octets are on the wire. */
  readOpened(ledgers: Readonly<Record<Side, OctetLedger>>): Readonly<Record<Side, SideReader>> {
    const listener: ReaderListener = {
      line: (side, line) => this.line(side, line),
      // Its entry is that of the wire.
      gap: (side, _extent, inContent) => this.#dissector.gap(side, inContent),
      handshake: (side) => this.handshake(side),
      undecided: (side) => this.undecided(side),
    };
    this.client = new SideReader('client', listener, this.budget, ledgers.client);
    this.server = new SideReader('server', listener, this.budget, ledgers.server);
    this.#isOpened = true;
    this.plain?.opened(this.session);
    this.#dissector.secured?.();
    return { client: this.client, server: this.server };
  }

  /** Who takes the octets of both sides themselves. */
  get plain(): PlainKeeper | undefined {
    return this.#listener.plain;
  }

  /** What follows `offset` of `side` is TLS. */
  encrypts(side: Side, offset: number): void {
    this.#taps?.[side].end(offset);
  }

  /** Whether nothing of the other side was ever captured, so that no reply can be waited for. */
  hearsOnly(side: Side): boolean {
    const { connection, clientDirection } = this.session;
    const other = side === 'client' ? 1 - clientDirection : clientDirection;
    return !connection.halves[other as 0 | 1].seen;
  }

  add(entry: EntryDraft): void {
    if (entry.extent.decrypted !== undefined) entry.tls ??= DECRYPTED;
    if (entry.message !== undefined) entry.message.entries.push(entry);
    if (entry.kind === 'greeting') remarkClearPort(entry, this.session);
    this.#listener.surroundings?.heard(entry);
    this.#timeline.add(entry);
  }

  /** An entry that is none of the connection's own. What comes too late for its place is left out. */
  surround(entry: EntryDraft): void {
    if (entry.extent.last.order > this.#told) this.#timeline.add(entry);
  }

  openMessage(direction: MessageDirection, envelope: Envelope): MessageRecorder {
    const recorder = this.#listener.recordMessage(this.session, direction, envelope);
    this.#openMessages.add(recorder.message);
    return recorder;
  }

  /** Octets of `side`, in stream order. */
  data(side: Side, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    const [wire, tap] = [this.#wire[side], this.#taps?.[side]];
    tap?.octets(bytes, start, end, arrival);
    wire.data(bytes, start, end, arrival);
    tap?.read(wire.offset);
  }

  missing(side: Side, length: number, arrival: Arrival): void {
    this.#taps?.[side].gap(length);
    this.#wire[side].gap(length, arrival);
  }

  /** A packet has been dealt with: what is decided by now goes out. */
  settle(): void {
    if (!this.#timeline.isEmpty) this.#timeline.settle(this.#undecidedSince());
  }

  end(): void {
    for (const side of ['client', 'server'] as const) {
      this.#wire[side].finish();
      this.#taps?.[side].read(this.#wire[side].offset);
    }
    this.#dissector.end();
    this.#timeline.end();
    for (const message of this.#openMessages) this.#listener.message(message);
    this.plain?.end(this.session);
  }

  line(side: Side, line: Line): void {
    this.#dissector.line(side, line);
  }

  gap(side: Side, extent: Extent, inContent: boolean): void {
    const message = inContent ? this.#dissector.messageOf(side) : undefined;
    const place = { phase: message ? 'transfer' : 'transaction', step: message ? 'content' : 'unclear' } as const;
    const first = extent.offset === 0 && this.setup === undefined;
    const note = { key: 'gap', params: { from: side, bytes: extent.bytes, inMessage: message !== undefined, first } } as const;
    const entry = createEntry('gap', side, extent, place, this.#dissector.state, note);
    entry.message = message;
    this.add(entry);
    // How much that is of what was encrypted, and where, says whoever opens it.
    if (!this.#isOpened) this.#dissector.gap(side, inContent);
  }

  handshake(side: Side): Expectation | undefined {
    return this.#dissector.handshake?.(side);
  }

  undecided(side: Side): void {
    this.#dissector.undecided(side);
  }

  #tell(entry: Entry): void {
    this.#told = entry.extent.last.order;
    this.#listener.entry(entry);
    if (entry.completes === undefined) return;
    for (const message of entry.completes) {
      // A reply that was taken for the mail's, and then the mail's own: its fate is told once.
      if (this.#openMessages.delete(message)) this.#listener.message(message);
    }
  }

  /**
   * The earliest packet that may still give an entry of its own time: its octets wait behind a hole of the stream or
   * for a reply that says what they are, or nothing has followed yet what they began.
   */
  #undecidedSince(): Arrival | undefined {
    const [a, b] = this.session.connection.halves;
    const { client, server } = this;
    const waiting = earliest(earliest(a.waitingSince, b.waitingSince), earliest(client.heldSince, server.heldSince));
    let begun = earliest(this.#wire.client.unfinishedSince, this.#wire.server.unfinishedSince);
    if (this.#isOpened) begun = earliest(begun, earliest(client.unfinishedSince, server.unfinishedSince));
    const undecided = earliest(earliest(waiting, begun), this.#dissector.unfinishedSince);
    const { surroundings } = this.#listener;
    return surroundings === undefined ? undecided : earliest(undecided, surroundings.undecidedSince);
  }
}

function earliest(a: Arrival | undefined, b: Arrival | undefined): Arrival | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.order <= b.order ? a : b;
}
