/**
 * Opens the records of a session where there are keys, and has what is inside read on by the conversation's dissector.
 * Where records were lost, it says how much of the content that was, as far as their numbers tell.
 */
import type { Conversation } from '../../../dialogue/conversation.js';
import { RecordLedger } from '../../../dialogue/record-ledger.js';
import type { ExtentBuilder } from '../../../dialogue/extent.js';
import type { SideReader } from '../../../dialogue/side-reader.js';
import type { WireLedger } from '../../../dialogue/wire-ledger.js';
import type { KeyStore } from '../../../model/keys.js';
import type { Cryptography } from '../../../model/platform.js';
import type { Side } from '../../../model/endpoint.js';
import type { ClosedReason } from '../../../model/tls.js';
import { APPLICATION_DATA } from '../registered/content-types.js';
import type { HandshakeMessage } from '../handshake/handshake-assembler.js';
import { KeyedOpener } from './keyed-opener.js';
import type { OpenedRecord, RecordOpener } from './record-opener.js';
import type { TlsRecord } from '../records/record-reader.js';

/** What was lost of one direction since its last record that was opened. */
interface Loss {
  /** Where that ended in the stream. */
  behind: number | undefined;
  isLossy: boolean;
}

export class SessionOpener implements RecordOpener {
  readonly #conversation: Conversation;
  readonly #keyed: KeyedOpener;
  readonly #keys: KeyStore;
  #isPatient = true;
  #forget: (() => void) | undefined;
  #wake: () => void = () => {};
  readonly #ledgers: Readonly<Record<Side, RecordLedger>> = { client: new RecordLedger(), server: new RecordLedger() };
  readonly #losses: Readonly<Record<Side, Loss>> = {
    client: { behind: undefined, isLossy: false },
    server: { behind: undefined, isLossy: false },
  };
  #readers: Readonly<Record<Side, SideReader>> | undefined;

  constructor(conversation: Conversation, crypto: Cryptography, keys: KeyStore) {
    this.#conversation = conversation;
    this.#keyed = new KeyedOpener(crypto, keys);
    this.#keys = keys;
  }

  message(side: Side, message: HandshakeMessage): void {
    this.#keyed.message(side, message);
  }

  cipherSpecChanged(side: Side): void {
    this.#keyed.cipherSpecChanged(side);
  }

  mustWait(side: Side): boolean {
    if (!this.#isPatient || !this.#keyed.mustWait(side)) return false;
    if (this.#forget !== undefined) return true;
    this.#forget = this.#watch();
    // They may have come since the ServerHello, when nobody waited for them.
    this.#keyed.retry();
    return this.#keyed.mustWait(side);
  }

  onKeys(wake: () => void): void {
    this.#wake = wake;
  }

  giveUp(): void {
    this.#isPatient = false;
    if (this.#forget === undefined) return;
    this.#forget();
    this.#forget = undefined;
    // Short connections are over before anybody has looked for their keys again.
    this.#keys.refresh();
    this.#keyed.retry();
  }

  closedReason(side: Side): ClosedReason | undefined {
    return this.#keys.isGiven ? this.#keyed.closedReason(side) : undefined;
  }

  gap(side: Side, octets: number): void {
    this.#losses[side].isLossy = true;
    this.#keyed.lost(side, octets);
  }

  open(side: Side, record: TlsRecord, ledger: WireLedger): OpenedRecord | undefined {
    const opened = record.isWhole ? this.#keyed.open(side, record) : undefined;
    if (opened === undefined) {
      this.#losses[side].isLossy = true;
      return undefined;
    }
    const { type, plain, head, skipped } = opened;
    if (this.#keyed.isRefused(opened)) return { type, plaintext: plain, isRefused: true };
    const lost = this.#lostBefore(side, record, ledger, skipped);
    if (type === APPLICATION_DATA) {
      this.#ledgers[side].add(ledger, record.bytes, head, plain.length);
      this.#read(side, plain, lost);
    }
    return { type, plaintext: plain };
  }

  /** No more records of this side will come. Gives what no line has taken. */
  end(side: Side): ExtentBuilder | undefined {
    this.#readers?.[side].finish();
    return this.#ledgers[side].takeRest();
  }

  #watch(): (() => void) | undefined {
    const { clientRandom } = this.#keyed;
    if (clientRandom === undefined) return undefined;
    return this.#keys.watch(clientRandom, () => {
      this.#keyed.retry();
      this.#wake();
    });
  }

  /** Octets of content that are missing in front of this record. */
  #lostBefore(side: Side, record: TlsRecord, ledger: WireLedger, skipped: number): number {
    const loss = this.#losses[side];
    const { offset } = ledger;
    const octets = loss.isLossy && loss.behind !== undefined ? offset - loss.behind - skipped * this.#keyed.overhead(side) : 0;
    loss.behind = offset + record.bytes;
    loss.isLossy = false;
    return Math.max(0, octets);
  }

  #read(side: Side, plain: Buffer, lost: number): void {
    this.#readers ??= this.#conversation.readOpened(this.#ledgers);
    const reader = this.#readers[side];
    const { oldest: arrival, latest } = this.#ledgers[side];
    if (arrival === undefined || latest === undefined) return;
    const { plain: keeper, session } = this.#conversation;
    if (lost > 0) keeper?.gap(session, side, lost);
    keeper?.octets(session, side, plain, 0, plain.length, latest);
    if (lost > 0) reader.gap(lost, arrival);
    if (plain.length > 0) reader.data(plain, 0, plain.length, arrival);
  }
}
