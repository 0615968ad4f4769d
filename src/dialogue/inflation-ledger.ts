/**
 * Where what is read was inflated: which octets of the wire an entry takes. Every compressed octet belongs to the entry
 * in which its last code ends: an octet that carries the end of one line and the beginning of the next belongs to the
 * first, and a line that lies in one code with the line before it has none. It follows the stream and not its packets,
 * so the count is the same however TCP cut it.
 */
import type { Arrival } from '../model/arrival.js';
import type { ExtentBuilder } from './extent.js';
import type { OctetLedger } from './wire-ledger.js';

const FIRST = 1024;

export class InflationLedger implements OctetLedger {
  readonly #below: OctetLedger;
  /** Of every inflated octet that is to be read: compressed octets that end with it. */
  #steps = new Uint32Array(FIRST);
  #from = 0;
  #to = 0;
  #lastEnd = 0;

  /** `below` knows to whom the compressed octets belong. */
  constructor(below: OctetLedger) {
    this.#below = below;
  }

  get offset(): number {
    return this.#below.offset;
  }

  get latest(): Arrival | undefined {
    return this.#below.latest;
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

  take(count: number, extent: ExtentBuilder | undefined): ExtentBuilder {
    let octets = 0;
    for (const end = this.#from + count; this.#from < end; this.#from++) octets += this.#steps[this.#from]!;
    const taken = this.#below.take(octets, extent);
    taken.inflated = (taken.inflated ?? 0) + count;
    return taken;
  }

  takeRest(): ExtentBuilder | undefined {
    return this.#below.takeRest();
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
