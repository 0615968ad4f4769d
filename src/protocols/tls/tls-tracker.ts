/**
 * TLS of one session: both sides, the handshake between them, and the entries that come of it. What a server still says
 * in clear before its first record is the dissector's.
 */
import type { Budget } from '../../bytes/budget.js';
import { otherSide, type Conversation } from '../../dialogue/conversation.js';
import { createEntry, type EntryDraft } from '../../dialogue/entry-draft.js';
import type { ExtentBuilder } from '../../dialogue/extent.js';
import type { Layer } from '../../dialogue/reading.js';
import type { Arrival } from '../../model/arrival.js';
import type { FlightPart } from '../../model/notes/tls.js';
import type { TlsTools } from '../../model/platform.js';
import type { Side } from '../../model/endpoint.js';
import type { ClosedReason, TlsFacts } from '../../model/tls.js';
import type { Alert } from './records/alert.js';
import type { EncryptedRest } from './records/encrypted-rest.js';
import type { HandshakeMessage } from './handshake/handshake-assembler.js';
import { HeldTraffic } from './records/held-traffic.js';
import { HandshakeStory } from './handshake/handshake-story.js';
import { limits } from './limits.js';
import { TLS_PLACE } from './place.js';
import type { RecordOpener } from './keys/record-opener.js';
import { TlsSide } from './tls-side.js';

const CLEAR_PORTS: ReadonlySet<number> = new Set([24, 25, 110, 143, 587, 2525]);

export class TlsTracker {
  readonly story: HandshakeStory;
  readonly budget: Budget;
  /** Absent without keys. */
  readonly opener: RecordOpener | undefined;
  readonly #conversation: Conversation;
  readonly #sides: Partial<Record<Side, TlsSide>> = {};
  readonly #held: HeldTraffic;
  readonly #content: Record<Side, boolean> = { client: false, server: false };
  #hinted = false;

  constructor(conversation: Conversation, facts: TlsFacts, tools: TlsTools | undefined, opener?: RecordOpener) {
    this.#conversation = conversation;
    this.budget = conversation.budget;
    this.story = new HandshakeStory(facts, tools, clearPortOf(conversation, facts));
    this.opener = opener;
    this.#held = new HeldTraffic(conversation.budget);
    opener?.onKeys(() => {
      this.#release();
      // No packet may follow to do so.
      conversation.settle();
    });
  }

  /** Reads `side` from its next octet on. */
  layer(side: Side): Layer {
    const [sides, held] = [this.#sides, this.#held];
    return {
      content: (bytes, start, end, arrival) => this.#arrive(side, bytes, start, end, arrival),
      gap: (length) => (held.holds(side) ? held.addGap(side, length) : sides[side]?.gap(length)),
      end: () => {
        this.#letGo();
        sides[side]?.end();
      },
      get unfinishedSince() {
        return held.since(side) ?? sides[side]?.unfinishedSince;
      },
    };
  }

  /** Records of `side` wait for keys that may still come. */
  mustWait(side: Side): boolean {
    return this.opener?.mustWait(side) === true;
  }

  /** Where the protocol stands. */
  get state(): string {
    return this.#conversation.state;
  }

  /** `side` has something to say: what the other said before is over. */
  turnOf(side: Side): void {
    this.#sides[otherSide(side)]?.endTurn();
  }

  message(side: Side, message: HandshakeMessage, arrival: Arrival): FlightPart {
    const part = this.story.read(side, message, arrival.seconds);
    this.opener?.message(side, message);
    return part;
  }

  /** `side` has sent content that could be read. */
  contentFrom(side: Side): void {
    this.#content[side] = true;
  }

  ssl2Hello(side: Side, fragment: Buffer, cut: boolean): FlightPart {
    return this.story.readSsl2(side, fragment, cut);
  }

  alert(from: Side, { fatal, code, name }: Alert, extent: ExtentBuilder, { decrypted, version }: { readonly decrypted: boolean; readonly version: number }): void {
    const alert = { from, fatal, code, name };
    const late = decrypted && this.#content.client && this.#content.server;
    if (this.story.facts.alerts.length < limits.alerts) this.story.facts.alerts.push(alert);
    const entry = createEntry('tls', from, extent, TLS_PLACE, this.state, { key: 'tls.alert', params: { ...alert, late, recordVersions: [version] } });
    entry.tls = { alert, decrypted: decrypted || undefined };
    this.add(entry);
  }

  refusedEarlyData(from: Side, bytes: number, extent: ExtentBuilder): void {
    const entry = createEntry('tls', from, extent, TLS_PLACE, this.state, { key: 'tls.early-refused', params: { from, bytes } });
    entry.tls = { decrypted: true };
    this.add(entry);
  }

  addRest(rest: EncryptedRest): void {
    const { connection } = this.#conversation.session;
    const why = this.opener?.closedReason(rest.from) ?? this.#closedForGood();
    const entry = rest.toEntry({ start: connection.first, isInside: !this.story.hasBegun, plain: this.story.isPlain, hint: !this.#hinted, why });
    this.#hinted = true;
    this.add(entry);
  }

  /** What no keys would open. */
  #closedForGood(): ClosedReason | undefined {
    if (!this.story.hasBegun) return 'late';
    return this.story.facts.version?.startsWith('SSL') === true ? 'unsupported' : undefined;
  }

  add(entry: EntryDraft | undefined): void {
    if (entry !== undefined) this.#conversation.add(entry);
  }

  /** Made with the first octets: lines in clear may come before them. */
  #sideOf(side: Side): TlsSide {
    return (this.#sides[side] ??= this.#begin(side));
  }

  #begin(side: Side): TlsSide {
    const { offset } = this.#conversation.reader(side);
    this.#conversation.encrypts(side, offset);
    return new TlsSide(side, offset, this);
  }

  #arrive(side: Side, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    const at = this.#held.holds(side) ? start : this.#sideOf(side).content(bytes, start, end, arrival);
    if (at < end && !this.#held.add(side, bytes, at, end, arrival)) {
      // No room to wait in.
      this.#letGo();
      this.#sideOf(side).content(bytes, at, end, arrival);
    }
    if (!this.#held.isEmpty) this.#release();
  }

  #letGo(): void {
    this.opener?.giveUp();
    this.#release();
  }

  #release(): void {
    this.#held.release(
      (side) => this.mustWait(side),
      ({ side, bytes, arrival, gap }) => {
        if (arrival !== undefined) return this.#sideOf(side).content(bytes, 0, bytes.length, arrival);
        this.#sideOf(side).gap(gap);
        return 0;
      },
    );
  }
}

/** The port of a server that is for connections which begin in clear, where this one does not (RFC 8314 §3). */
function clearPortOf({ session }: Conversation, { mode }: TlsFacts): number | undefined {
  const { port } = session.server;
  return mode === 'implicit' && CLEAR_PORTS.has(port) ? port : undefined;
}
