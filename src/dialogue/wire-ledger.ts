/**
 * Where what is read was inflated: which octets of the wire an entry takes. Every compressed octet belongs to the entry
 * in which its last code ends: an octet that carries the end of one line and the beginning of the next belongs to the
 * first, and a line that lies in one code with the line before it has none. It follows the stream and not its packets,
 * so the count is the same however TCP cut it.
 */
import type { Arrival } from '../model/arrival.js';
import { ExtentBuilder } from './extent.js';

interface Arrived {
  readonly arrival: Arrival;
  octets: number;
}

const FIRST = 1024;
/** Packets that are told apart while nothing is inflated from them. */
const MOST_ARRIVED = 100_000;

export class WireLedger {
  #offset: number;
  readonly #arrived: Arrived[] = [];
  #head = 0;
  /** Of every inflated octet that is to be read: compressed octets that end with it. */
  #steps = new Uint32Array(FIRST);
  #from = 0;
  #to = 0;
  #lastEnd = 0;
  #lastArrival: Arrival | undefined;

  constructor(offset: number) {
    this.#offset = offset;
  }

  /** Offset in the stream of the first octet that belongs to no entry yet. */
  get offset(): number {
    return this.#offset;
  }

  /** The latest packet whose octets belong to no entry yet. */
  get latest(): Arrival | undefined {
    return this.#arrived[this.#arrived.length - 1]?.arrival;
  }

  /** Compressed octets have come. */
  arrive(octets: number, arrival: Arrival): void {
    if (this.#arrived.length < MOST_ARRIVED) this.#arrived.push({ arrival, octets });
    else this.#arrived[this.#arrived.length - 1]!.octets += octets;
  }

  /** So many octets were inflated; `ends[i]`: compressed octets read up to the i-th, modulo 2^32. */
  inflated(count: number, ends: Uint32Array): void {
    this.#makeRoom(count);
    for (let i = 0; i < count; i++) {
      const end = ends[i]!;
      this.#steps[this.#to++] = (end - this.#lastEnd) >>> 0;
      this.#lastEnd = end;
    }
  }

  /** The next inflated octets have been read: adds what they take to `extent`, or begins one. */
  take(count: number, extent: ExtentBuilder | undefined): ExtentBuilder {
    let octets = 0;
    for (const end = this.#from + count; this.#from < end; this.#from++) octets += this.#steps[this.#from]!;
    const taken = this.#takeWire(octets, extent);
    taken.inflated = (taken.inflated ?? 0) + count;
    return taken;
  }

  /** Everything that belongs to no entry yet. */
  takeRest(): ExtentBuilder | undefined {
    let octets = 0;
    for (let i = this.#head; i < this.#arrived.length; i++) octets += this.#arrived[i]!.octets;
    return octets === 0 ? undefined : this.#takeWire(octets, undefined);
  }

  #takeWire(octets: number, extent: ExtentBuilder | undefined): ExtentBuilder {
    let builder = extent;
    for (let left = octets; left > 0; ) {
      const first = this.#arrived[this.#head]!;
      const taken = Math.min(left, first.octets);
      if (builder === undefined) builder = new ExtentBuilder(this.#offset, taken, first.arrival);
      else builder.add(taken, first.arrival);
      this.#offset += taken;
      this.#lastArrival = first.arrival;
      left -= taken;
      first.octets -= taken;
      if (first.octets === 0) this.#forgetFirst();
    }
    return builder ?? new ExtentBuilder(this.#offset, 0, this.#lastArrival!);
  }

  #forgetFirst(): void {
    this.#head++;
    if (this.#head < this.#arrived.length && this.#head < FIRST) return;
    this.#arrived.splice(0, this.#head);
    this.#head = 0;
  }

  #makeRoom(count: number): void {
    const waiting = this.#to - this.#from;
    const larger = waiting + count > this.#steps.length ? new Uint32Array(2 * (waiting + count)) : this.#steps;
    if (larger === this.#steps && this.#to + count <= larger.length) return;
    larger.set(this.#steps.subarray(this.#from, this.#to));
    this.#steps = larger;
    this.#from = 0;
    this.#to = waiting;
  }
}
