/**
 * Cuts the octets of one direction into TLS records (RFC 8446 §5.1), however TCP cut them. It knows headers and lengths
 * only. Behind a gap it looks for the next header; octets that lie in no record are told as such.
 */
import type { Budget } from '../../../bytes/budget.js';
import { WireLedger } from '../../../dialogue/wire-ledger.js';
import type { Arrival } from '../../../model/arrival.js';
import { isContentType } from '../registered/content-types.js';
import { limits } from '../limits.js';
import { OctetStore } from './octet-store.js';
import { HEADER_OCTETS, RecordHeader } from './record-header.js';

export interface TlsRecord {
  readonly type: number;
  /** As the header says, 0x0301 to 0x0303: what was chosen stands in the ServerHello. */
  readonly version: number;
  /** Octets behind the header, as it says. */
  readonly length: number;
  /** Its first octets, as far as they follow each other in the capture; none where they were not wanted. Valid during the call. */
  readonly fragment: Buffer;
  /** All of the fragment is there. */
  readonly isWhole: boolean;
  /** Octets of header and fragment up to here, to be taken from the ledger. */
  readonly bytes: number;
}

/** Whoever is told of octets takes them from the reader's ledger. */
export interface RecordListener {
  /** Nothing more is to be read now: what follows waits for its keys. */
  readonly pauses?: boolean;
  /** Whether the octets of a record are wanted, or only told of. */
  wants(type: number, length: number): boolean;
  /** A record is over: by its length, by a gap, or because the direction ended. */
  record(record: TlsRecord): void;
  /** `octets` more, of no record, or of the last where a gap stands in it. */
  stray(octets: number, ofLast: boolean): void;
}

const EMPTY = Buffer.alloc(0);
const SSL2_HEADER_OCTETS = 2;

export class RecordReader {
  /** The octets of the direction that nobody has taken yet. */
  readonly ledger: WireLedger;
  readonly #listener: RecordListener;
  readonly #header = new RecordHeader();
  readonly #store: OctetStore;
  /** The record whose fragment is being read. */
  #type = 0;
  #version = 0;
  #length = 0;
  /** Octets of it that are still to come, and of it that have come. */
  #remaining = 0;
  #bytes = 0;
  #wanted = false;
  /** It has been told already, as far as it went. */
  #broken = false;

  /** `offset`: where in the direction the first octet stands. */
  constructor(offset: number, budget: Budget, listener: RecordListener) {
    this.ledger = new WireLedger(offset);
    this.#listener = listener;
    this.#store = new OctetStore(budget, limits.fragment);
  }

  /** Gives how far it has read: as a rule to the end, unless the listener wants a pause behind a record. */
  data(bytes: Buffer, start: number, end: number, arrival: Arrival): number {
    this.ledger.arrive(end - start, arrival);
    let at = start;
    while (at < end && this.#listener.pauses !== true) at = this.#remaining === 0 ? this.#readHeader(bytes, at, end) : this.#readFragment(bytes, at, end);
    if (at < end) this.ledger.withdraw(end - at);
    return at;
  }

  /** `length` octets are missing here. */
  gap(length: number): void {
    this.#breakOff();
    this.#header.isAligned = this.#remaining >= length;
    this.#remaining -= Math.min(length, this.#remaining);
    this.ledger.skip(length);
  }

  /** No more octets will come. */
  end(): void {
    this.#breakOff();
    this.#remaining = 0;
    this.#store.release();
  }

  /** What is half read is told as it is. */
  #breakOff(): void {
    const octets = this.#header.breakOff();
    if (octets > 0) this.#listener.stray(octets, false);
    if (this.#remaining === 0 || this.#broken) return;
    this.#broken = true;
    this.#tell(this.#store.octets);
  }

  #readHeader(bytes: Buffer, start: number, end: number): number {
    const header = this.#header;
    let at = start;
    if (header.count === 0 && !header.isAligned) at = this.#skipStray(bytes, start, end);
    while (at < end && !header.isComplete) {
      header.add(bytes[at++]!);
      while (header.count > 0 && !header.isPlausible()) {
        header.shift();
        this.#listener.stray(1, false);
      }
      // What can begin none is passed over as a whole.
      if (header.count === 0) break;
    }
    if (header.isComplete) this.#begin();
    return at;
  }

  #skipStray(bytes: Buffer, start: number, end: number): number {
    let at = start;
    while (at < end && !isContentType(bytes[at]!)) at++;
    if (at > start) this.#listener.stray(at - start, false);
    return at;
  }

  #begin(): void {
    const header = this.#header;
    const { isSsl2 } = header;
    this.#type = header.type;
    this.#version = header.version;
    this.#length = header.length;
    this.#remaining = this.#length;
    this.#bytes = HEADER_OCTETS;
    this.#broken = false;
    this.#wanted = isSsl2 || this.#listener.wants(this.#type, this.#length);
    if (isSsl2) this.#beginSsl2();
    header.accept();
    if (this.#remaining === 0) this.#tell(this.#store.octets);
  }

  /** Three of the octets that were read belong to the message already. */
  #beginSsl2(): void {
    this.#store.add(this.#header.octets, SSL2_HEADER_OCTETS, HEADER_OCTETS);
    this.#remaining = Math.max(0, this.#remaining - (HEADER_OCTETS - SSL2_HEADER_OCTETS));
  }

  #readFragment(bytes: Buffer, start: number, end: number): number {
    const behind = Math.min(end, start + this.#remaining);
    const octets = behind - start;
    this.#remaining -= octets;
    if (this.#broken) this.#listener.stray(octets, true);
    else this.#addToRecord(bytes, start, behind);
    return behind;
  }

  #addToRecord(bytes: Buffer, start: number, end: number): void {
    this.#bytes += end - start;
    // Hot: what lies in one piece is not copied.
    if (end - start === this.#length) return this.#tell(this.#wanted ? bytes.subarray(start, end) : EMPTY);
    if (this.#wanted) this.#store.add(bytes, start, end);
    if (this.#remaining === 0) this.#tell(this.#store.octets);
  }

  #tell(fragment: Buffer): void {
    const isWhole = !this.#broken && this.#wanted && !this.#store.isCut && fragment.length === this.#length;
    this.#listener.record({ type: this.#type, version: this.#version, length: this.#length, fragment, isWhole, bytes: this.#bytes });
    this.#store.clear();
  }
}
