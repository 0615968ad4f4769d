/**
 * Cuts the octets of one direction into TLS records (RFC 8446 §5.1), however TCP cut them. It knows headers and lengths
 * only. Behind a gap it looks for the next header; octets that lie in no record are told as such.
 */
import type { Budget } from '../../bytes/budget.js';
import { ExtentBuilder } from '../../dialogue/extent.js';
import type { Arrival } from '../../model/arrival.js';
import { isContentType } from './content-types.js';
import { limits } from './limits.js';
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
  /** Header and fragment, without what is missing of it. */
  readonly extent: ExtentBuilder;
}

export interface RecordListener {
  /** Whether the octets of a record are wanted, or only told of. */
  wants(type: number, length: number): boolean;
  /** A record is over: by its length, by a gap, or because the direction ended. */
  record(record: TlsRecord): void;
  /** `octets` more that are part of no record. */
  stray(offset: number, octets: number, arrival: Arrival): void;
}

const EMPTY = Buffer.alloc(0);
const SSL2_HEADER_OCTETS = 2;

export class RecordReader {
  readonly #listener: RecordListener;
  readonly #header = new RecordHeader();
  readonly #store: OctetStore;
  #offset: number;
  /** The record whose fragment is being read. */
  #type = 0;
  #version = 0;
  #length = 0;
  #remaining = 0;
  #extent: ExtentBuilder | undefined;
  #wanted = false;
  #broken = false;

  /** `offset`: where in the direction the first octet stands. */
  constructor(offset: number, budget: Budget, listener: RecordListener) {
    this.#offset = offset;
    this.#listener = listener;
    this.#store = new OctetStore(budget, limits.fragment);
  }

  data(bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    for (let at = start; at < end; ) {
      at = this.#extent === undefined ? this.#readHeader(bytes, at, end, arrival) : this.#readFragment(bytes, at, end, arrival);
    }
  }

  /** `length` octets are missing here. */
  gap(length: number): void {
    this.#letHeaderGo();
    this.#header.isAligned = false;
    this.#offset += length;
    if (this.#extent === undefined) return;
    this.#broken = true;
    this.#header.isAligned = length <= this.#remaining;
    this.#remaining -= Math.min(length, this.#remaining);
    if (this.#remaining === 0) this.#finish(this.#store.octets);
  }

  /** No more octets will come. */
  end(): void {
    this.#letHeaderGo();
    if (this.#extent !== undefined) {
      this.#broken = true;
      this.#finish(this.#store.octets);
    }
    this.#store.release();
  }

  #readHeader(bytes: Buffer, start: number, end: number, arrival: Arrival): number {
    const header = this.#header;
    let at = start;
    if (header.count === 0 && !header.isAligned) at = this.#skipStray(bytes, start, end, arrival);
    while (at < end && !header.isComplete) {
      header.add(bytes[at++]!, arrival);
      this.#offset++;
      while (header.count > 0 && !header.isPlausible()) this.#listener.stray(this.#offset - header.count, 1, header.shift());
      // What can begin none is passed over as a whole.
      if (header.count === 0) break;
    }
    if (header.isComplete) this.#begin();
    return at;
  }

  #skipStray(bytes: Buffer, start: number, end: number, arrival: Arrival): number {
    let at = start;
    while (at < end && !isContentType(bytes[at]!)) at++;
    if (at > start) this.#listener.stray(this.#offset, at - start, arrival);
    this.#offset += at - start;
    return at;
  }

  #begin(): void {
    const header = this.#header;
    const { arrivals, isSsl2 } = header;
    this.#type = header.type;
    this.#version = header.version;
    this.#length = header.length;
    this.#extent = new ExtentBuilder(this.#offset - HEADER_OCTETS, 1, arrivals[0]!);
    for (let i = 1; i < HEADER_OCTETS; i++) this.#extent.add(1, arrivals[i]!);
    this.#wanted = isSsl2 || this.#listener.wants(this.#type, this.#length);
    this.#broken = false;
    this.#remaining = this.#length;
    if (isSsl2) this.#beginSsl2();
    header.accept();
    if (this.#remaining <= 0) this.#finish(EMPTY);
  }

  /** Three of the octets that were read belong to the message already. */
  #beginSsl2(): void {
    this.#store.add(this.#header.octets, SSL2_HEADER_OCTETS, HEADER_OCTETS);
    this.#remaining -= HEADER_OCTETS - SSL2_HEADER_OCTETS;
  }

  #readFragment(bytes: Buffer, start: number, end: number, arrival: Arrival): number {
    const behind = Math.min(end, start + this.#remaining);
    const octets = behind - start;
    this.#extent!.add(octets, arrival);
    this.#offset += octets;
    this.#remaining -= octets;
    const isLast = this.#remaining === 0;
    // Hot: what lies in one piece is not copied.
    if (isLast && this.#store.length === 0 && octets === this.#length) this.#finish(this.#wanted ? bytes.subarray(start, behind) : EMPTY);
    else {
      if (this.#wanted && !this.#broken) this.#store.add(bytes, start, behind);
      if (isLast) this.#finish(this.#store.octets);
    }
    return behind;
  }

  #finish(fragment: Buffer): void {
    const isWhole = !this.#broken && this.#wanted && !this.#store.isCut && fragment.length === this.#length;
    const extent = this.#extent!;
    this.#extent = undefined;
    this.#listener.record({ type: this.#type, version: this.#version, length: this.#length, fragment, isWhole, extent });
    this.#store.clear();
  }

  /** A header that nothing follows is none. */
  #letHeaderGo(): void {
    while (this.#header.count > 0) this.#listener.stray(this.#offset - this.#header.count, 1, this.#header.shift());
  }
}
