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
import type { Side } from '../../model/stream.js';
import type { TlsFacts } from '../../model/tls.js';
import type { Alert } from './alert.js';
import type { EncryptedRest } from './encrypted-rest.js';
import type { HandshakeMessage } from './handshake-assembler.js';
import { HandshakeStory } from './handshake-story.js';
import { limits } from './limits.js';
import { TLS_PLACE } from './place.js';
import type { RecordOpener } from './record-opener.js';
import { TlsSide } from './tls-side.js';

export class TlsTracker {
  readonly story: HandshakeStory;
  readonly budget: Budget;
  /** Absent without keys. */
  readonly opener: RecordOpener | undefined;
  readonly #conversation: Conversation;
  readonly #sides: Partial<Record<Side, TlsSide>> = {};
  #hinted = false;

  constructor(conversation: Conversation, facts: TlsFacts, tools: TlsTools | undefined, opener?: RecordOpener) {
    this.#conversation = conversation;
    this.budget = conversation.budget;
    this.story = new HandshakeStory(facts, tools);
    this.opener = opener;
  }

  /** Reads `side` from its next octet on. */
  layer(side: Side): Layer {
    const sides = this.#sides;
    // Made with the first octets: lines in clear may come before them.
    const made = (): TlsSide => (sides[side] ??= new TlsSide(side, this.#conversation.reader(side).offset, this));
    return {
      content: (bytes, start, end, arrival) => made().content(bytes, start, end, arrival),
      gap: (length) => sides[side]?.gap(length),
      end: () => sides[side]?.end(),
      get unfinishedSince() {
        return sides[side]?.unfinishedSince;
      },
    };
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

  ssl2Hello(side: Side, fragment: Buffer, cut: boolean): FlightPart {
    return this.story.readSsl2(side, fragment, cut);
  }

  alert(from: Side, { fatal, code, name }: Alert, extent: ExtentBuilder, decrypted: boolean): void {
    const alert = { from, fatal, code, name };
    if (this.story.facts.alerts.length < limits.alerts) this.story.facts.alerts.push(alert);
    const entry = createEntry('tls', from, extent, TLS_PLACE, this.state, { key: 'tls.alert', params: alert });
    entry.tls = { alert, decrypted: decrypted || undefined };
    this.add(entry);
  }

  addRest(rest: EncryptedRest): void {
    const { connection } = this.#conversation.session;
    const entry = rest.toEntry({ start: connection.first, isInside: !this.story.hasBegun, hint: !this.#hinted });
    this.#hinted = true;
    this.add(entry);
  }

  add(entry: EntryDraft | undefined): void {
    if (entry !== undefined) this.#conversation.add(entry);
  }
}
