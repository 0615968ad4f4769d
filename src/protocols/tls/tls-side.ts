/**
 * One direction of a connection that speaks TLS (RFC 8446 §5): tells what stands in clear from what is protected. What is
 * clear becomes flights and alerts, what is protected is opened by whoever has the keys, or counted.
 */
import type { ExtentBuilder } from '../../dialogue/extent.js';
import type { Arrival } from '../../model/arrival.js';
import type { Side } from '../../model/endpoint.js';
import { parseAlert } from './records/alert.js';
import { ALERT, APPLICATION_DATA, CHANGE_CIPHER_SPEC, HANDSHAKE, SSL2_HELLO } from './registered/content-types.js';
import { EncryptedRest } from './records/encrypted-rest.js';
import { Flight } from './handshake/flight.js';
import { HandshakeAssembler } from './handshake/handshake-assembler.js';
import { CLIENT_HELLO, handshakeName, SERVER_HELLO } from './registered/handshake-types.js';
import { limits } from './limits.js';
import { RecordReader, type RecordListener, type TlsRecord } from './records/record-reader.js';
import type { TlsTracker } from './tls-tracker.js';

export class TlsSide implements RecordListener {
  readonly #side: Side;
  readonly #tracker: TlsTracker;
  readonly #reader: RecordReader;
  readonly #assembler: HandshakeAssembler;
  #flight: Flight | undefined;
  #rest: EncryptedRest | undefined;
  /** It has said that what follows is protected. */
  #changed = false;
  /** The octets told last belong to the flight, not to what is encrypted. */
  #inFlight = false;
  #latest: Arrival | undefined;

  /** `offset`: where in the direction TLS begins. */
  constructor(side: Side, offset: number, tracker: TlsTracker) {
    this.#side = side;
    this.#tracker = tracker;
    this.#reader = new RecordReader(offset, tracker.budget, this);
    this.#assembler = new HandshakeAssembler(tracker.budget, (message) => {
      this.#flight!.addMessage(message.type, tracker.message(side, message, this.#latest!));
    });
  }

  /** The earliest time at which an entry of what has come may still stand. */
  get unfinishedSince(): Arrival | undefined {
    const waiting = [this.#flight?.extent?.last, this.#rest?.extent?.last, this.#reader.ledger.oldest];
    return waiting.reduce((first, arrival) => (first === undefined || (arrival !== undefined && arrival.order < first.order) ? arrival : first));
  }

  /** Gives how far it has read: not to the end where what follows has to wait for keys. */
  content(bytes: Buffer, start: number, end: number, arrival: Arrival): number {
    this.#latest = arrival;
    return this.#reader.data(bytes, start, end, arrival);
  }

  get pauses(): boolean {
    return this.#tracker.mustWait(this.#side);
  }

  gap(length: number): void {
    this.#reader.gap(length);
    if (this.#flight !== undefined) this.#assembler.breakOff();
    this.#tracker.opener?.gap(this.#side, length);
  }

  end(): void {
    this.#reader.end();
    this.closeFlight();
    const untaken = this.#tracker.opener?.end(this.#side);
    if (untaken !== undefined) this.#coverUntaken(untaken);
    this.closeRest();
  }

  wants(type: number): boolean {
    return type !== APPLICATION_DATA || this.#tracker.opener !== undefined;
  }

  record(record: TlsRecord): void {
    this.#tracker.turnOf(this.#side);
    if (!this.#isProtected(record)) return this.#readClear(record.type, record.fragment, record, false);
    const opened = this.#tracker.opener?.open(this.#side, record, this.#reader.ledger);
    if (opened === undefined) return this.#keepClosed(record);
    this.closeRest();
    this.#tracker.story.facts.decrypted = true;
    if (opened.isRefused === true) this.#passOver(record, opened.plaintext.length);
    else if (opened.type === APPLICATION_DATA) this.#passContent();
    else this.#readClear(opened.type, opened.plaintext, record, true);
  }

  stray(octets: number, ofLast: boolean): void {
    const take = this.#taking(octets);
    if (ofLast && this.#inFlight && this.#flight !== undefined) return this.#flight.cover(take, false);
    this.closeFlight();
    this.#restOf().cover(take);
    if (!ofLast) this.#restOf().countStray(octets);
  }

  /** The other side speaks. */
  endTurn(): void {
    // Not in the middle of a message, which nobody can have answered yet.
    if (this.#assembler.isBetween) this.closeFlight();
  }

  closeFlight(): void {
    const flight = this.#flight;
    if (flight === undefined) return;
    this.#assembler.breakOff();
    this.#flight = undefined;
    this.#inFlight = false;
    this.#tracker.add(flight.toEntry(this.#tracker.state));
  }

  closeRest(): void {
    const rest = this.#rest;
    this.#rest = undefined;
    if (rest !== undefined) this.#tracker.addRest(rest);
  }

  #isProtected(record: TlsRecord): boolean {
    const { type, fragment, length } = record;
    if (type === APPLICATION_DATA) return true;
    if (type === CHANGE_CIPHER_SPEC) return fragment.length !== 1 || length !== 1;
    // Two octets are too few for an alert that is encrypted.
    if (type === ALERT) return parseAlert(fragment) === undefined;
    if (type !== HANDSHAKE) return this.#changed;
    if (this.#flight !== undefined && !this.#assembler.isBetween) return false;
    return this.#changed ? !this.#mayBeHello(fragment) : !mayBeHandshake(fragment);
  }

  /** Behind a change of cipher that means nothing, as in TLS 1.3, a second hello may come in clear (RFC 8446 §D.4). */
  #mayBeHello(fragment: Buffer): boolean {
    const [type] = fragment;
    return (type === CLIENT_HELLO || type === SERVER_HELLO) && this.#tracker.story.isTls13 !== false && mayBeHandshake(fragment);
  }

  /** Whoever opened it has had it read. */
  #passContent(): void {
    this.closeFlight();
    this.#tracker.contentFrom(this.#side);
  }

  /** Early data for which the server had no ear. */
  #passOver(record: TlsRecord, octets: number): void {
    this.closeFlight();
    this.#tracker.refusedEarlyData(this.#side, octets, this.#taking(record.bytes)(undefined));
  }

  #keepClosed(record: TlsRecord): void {
    this.closeFlight();
    const rest = this.#restOf();
    rest.cover(this.#taking(record.bytes));
    rest.countRecord(record.type, record.version);
  }

  /** Records without content, behind which nothing came that could have taken them. */
  #coverUntaken(untaken: ExtentBuilder): void {
    const rest = this.#restOf();
    rest.cover((extent) => {
      extent?.append(untaken);
      return extent ?? untaken;
    });
    rest.countRecord(APPLICATION_DATA, undefined);
  }

  #readClear(type: number, fragment: Buffer, record: TlsRecord, decrypted: boolean): void {
    if (type === ALERT) return this.#readAlert(fragment, record, decrypted);
    this.#openFlight(type, fragment);
    const flight = this.#flight!;
    flight.cover(this.#taking(record.bytes), decrypted);
    if (type !== SSL2_HELLO) flight.addRecord(record.version);
    this.#inFlight = true;
    if (type === HANDSHAKE) this.#readHandshake(fragment, record);
    else if (type === CHANGE_CIPHER_SPEC) this.#changeCipher(flight);
    else if (type === SSL2_HELLO) flight.addMessage(CLIENT_HELLO, this.#tracker.ssl2Hello(this.#side, fragment, !record.isWhole));
    else flight.addMessage(type, { kind: 'other', cut: false, name: `type ${type}` });
  }

  #readHandshake(fragment: Buffer, record: TlsRecord): void {
    this.#assembler.add(fragment);
    if (!record.isWhole) this.#assembler.breakOff();
  }

  #changeCipher(flight: Flight): void {
    const inForce = this.#tracker.story.isTls13 !== true;
    flight.addCipherChange(inForce, this.#tracker.story.isPlain);
    // Inside what is protected already it follows a renegotiation (RFC 5246 §7.4.1.1), whose keys take the place of the first.
    this.#changed = true;
    this.#tracker.opener?.cipherSpecChanged(this.#side);
  }

  #readAlert(fragment: Buffer, record: TlsRecord, decrypted: boolean): void {
    const alert = parseAlert(fragment);
    if (alert === undefined) return this.#keepClosed(record);
    this.closeFlight();
    this.closeRest();
    this.#tracker.alert(this.#side, alert, this.#taking(record.bytes)(undefined), { decrypted, version: record.version });
  }

  #openFlight(type: number, fragment: Buffer): void {
    const flight = this.#flight;
    const [message = 0] = fragment;
    const isOver = type === CHANGE_CIPHER_SPEC ? flight?.isOverBeforeCipherChange : this.#assembler.isBetween && flight?.isOverBefore(message);
    if (flight !== undefined && isOver === true) this.closeFlight();
    // What stayed encrypted in front of something readable stands in front of it in the transcript, too.
    this.closeRest();
    this.#flight ??= new Flight(this.#side);
  }

  #restOf(): EncryptedRest {
    this.#inFlight = false;
    return (this.#rest ??= new EncryptedRest(this.#side));
  }

  #taking(octets: number): (extent: ExtentBuilder | undefined) => ExtentBuilder {
    return (extent) => this.#reader.ledger.take(octets, extent);
  }
}

const HEADER_OCTETS = 4;

/** A type that there is, and a length that a message of the handshake can have. */
function mayBeHandshake(fragment: Buffer): boolean {
  const [type] = fragment;
  if (type === undefined || handshakeName(type) === undefined) return false;
  return fragment.length < HEADER_OCTETS || fragment.readUIntBE(1, 3) <= limits.message;
}
