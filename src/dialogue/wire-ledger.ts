/**
 * Which packets brought the octets of one direction that no entry has yet: whoever reads something else than the
 * octets of the wire (inflated, decrypted) says how many of them an entry takes, and gets its extent from here.
 */
import type { Arrival } from '../model/arrival.js';
import { ExtentBuilder } from './extent.js';

/** Knows which octets of the wire belong to what is read, where these are not the same. */
export interface OctetLedger {
  /** The next `count` octets have been read: adds what they take of the wire to `extent`, or begins one. */
  take(count: number, extent: ExtentBuilder | undefined): ExtentBuilder;
  /** Everything that belongs to no entry yet. */
  takeRest(): ExtentBuilder | undefined;
  /** Offset in the stream of the first octet that belongs to no entry yet. */
  readonly offset: number;
  /** The latest packet whose octets belong to no entry yet. */
  readonly latest: Arrival | undefined;
}

/** Octets that one packet brought. */
export interface Arrived {
  readonly arrival: Arrival;
  octets: number;
}

/** Packets at the head of the list that may be done with before it is cut. */
const MOST_DONE = 1024;
/** Packets that are told apart while nothing is read from them. */
const MOST_ARRIVED = 100_000;

export class WireLedger implements OctetLedger {
  #offset: number;
  readonly #arrived: Arrived[] = [];
  #head = 0;
  #lastArrival: Arrival | undefined;

  constructor(offset: number) {
    this.#offset = offset;
  }

  get offset(): number {
    return this.#offset;
  }

  get latest(): Arrival | undefined {
    return this.#arrived[this.#arrived.length - 1]?.arrival;
  }

  /** The earliest packet whose octets belong to no entry yet. */
  get oldest(): Arrival | undefined {
    return this.#arrived[this.#head]?.arrival;
  }

  /** Octets have come. */
  arrive(octets: number, arrival: Arrival): void {
    if (this.#arrived.length < MOST_ARRIVED) this.#arrived.push({ arrival, octets });
    else this.#arrived[this.#arrived.length - 1]!.octets += octets;
  }

  /** The last octets that have come are none of this account after all. */
  withdraw(octets: number): void {
    const last = this.#arrived[this.#arrived.length - 1]!;
    last.octets -= octets;
    if (last.octets === 0) this.#arrived.pop();
  }

  /** Octets are missing at the end of what has come, all of which is taken already. */
  skip(octets: number): void {
    this.#offset += octets;
  }

  take(count: number, extent: ExtentBuilder | undefined): ExtentBuilder {
    let builder = extent;
    this.pass(count, (octets, arrival, offset) => {
      if (builder === undefined) builder = new ExtentBuilder(offset, octets, arrival);
      else builder.add(octets, arrival);
    });
    return builder ?? new ExtentBuilder(this.#offset, 0, this.#lastArrival!);
  }

  takeRest(): ExtentBuilder | undefined {
    const octets = this.#waiting;
    return octets === 0 ? undefined : this.take(octets, undefined);
  }

  /** The next `count` octets go to `taker`, packet by packet; `offset` is their place in the stream. */
  pass(count: number, taker: (octets: number, arrival: Arrival, offset: number) => void): void {
    for (let left = count; left > 0; ) {
      const first = this.#arrived[this.#head]!;
      const taken = Math.min(left, first.octets);
      taker(taken, first.arrival, this.#offset);
      this.#offset += taken;
      this.#lastArrival = first.arrival;
      left -= taken;
      first.octets -= taken;
      if (first.octets === 0) this.#forgetFirst();
    }
  }

  get #waiting(): number {
    let octets = 0;
    for (let i = this.#head; i < this.#arrived.length; i++) octets += this.#arrived[i]!.octets;
    return octets;
  }

  #forgetFirst(): void {
    this.#head++;
    if (this.#head < this.#arrived.length && this.#head < MOST_DONE) return;
    this.#arrived.splice(0, this.#head);
    this.#head = 0;
  }
}
