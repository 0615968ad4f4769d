/**
 * One direction that is a deflate stream from some octet on: inflates it and has a reader of its own read on, so that
 * the conversation goes on readable. Where that is not possible any more, the rest is opaque, and why is said.
 */
import type { Budget } from '../bytes/budget.js';
import { Inflater, INFLATER_OCTETS } from '../bytes/inflate.js';
import type { Arrival } from '../model/arrival.js';
import type { Side } from '../model/endpoint.js';
import type { ExtentBuilder } from './extent.js';
import { InflationLedger } from './inflation-ledger.js';
import { limits } from './limits.js';
import type { Layer, ReaderListener } from './reading.js';
import { SideReader } from './side-reader.js';
import { WireLedger, type OctetLedger } from './wire-ledger.js';

/**
 * Why the rest is not inflated. `gap`: octets are missing before it. `damaged`: it is no deflate. `ended`: the stream
 * said that it was over. `flood`: too much came out of too little. `memory`: too many streams are inflated at once.
 * `empty`: it was, and gave nothing.
 */
export type RestReason = 'gap' | 'damaged' | 'ended' | 'flood' | 'memory' | 'empty';

export interface InflationListener extends ReaderListener {
  /** Octets that have been inflated. */
  inflated(side: Side, bytes: Buffer, start: number, end: number): void;
  /** Nothing more of this side will be read. */
  lost(side: Side): void;
  /** The side is over, and `extent` covers what belongs to no line. */
  rest(side: Side, extent: ExtentBuilder, reason: RestReason): void;
}

export class InflatedStream implements Layer {
  readonly reader: SideReader;
  readonly #side: Side;
  readonly #listener: InflationListener;
  readonly #budget: Budget;
  /** Of the compressed octets, where they are those of the wire. */
  readonly #wire: WireLedger | undefined;
  readonly #below: OctetLedger;
  readonly #ledger: InflationLedger;
  #inflater: Inflater | undefined;
  #reason: RestReason = 'empty';
  #arrival: Arrival | undefined;
  #octets = 0;
  #inflated = 0;
  #lines = 0;
  #rest: ExtentBuilder | undefined;

  /** `below`: where in the direction the stream begins, or whose the octets are where they are not those of the wire. */
  constructor(side: Side, below: number | OctetLedger, listener: InflationListener, budget: Budget) {
    this.#side = side;
    this.#listener = listener;
    this.#budget = budget;
    this.#wire = typeof below === 'number' ? new WireLedger(below) : undefined;
    this.#below = this.#wire ?? (below as OctetLedger);
    this.#ledger = new InflationLedger(this.#below);
    this.reader = new SideReader(side, this.#counting(listener), budget, this.#ledger);
    if (budget.take(INFLATER_OCTETS)) this.#inflater = new Inflater((bytes, start, end, ends) => this.#read(bytes, start, end, ends));
    else this.#reason = 'memory';
  }

  /** The latest packet of what no entry has yet. */
  get unfinishedSince(): Arrival | undefined {
    return this.#rest?.last ?? this.reader.unfinishedSince;
  }

  content(bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    this.#octets += end - start;
    this.#wire?.arrive(end - start, arrival);
    if (this.#inflater === undefined) return this.#cover(end - start);
    this.#arrival = arrival;
    const state = this.#inflater.push(bytes, start, end);
    if (state !== 'more') this.#stop(state === 'stopped' ? 'flood' : state);
  }

  gap(length: number): void {
    this.#stop('gap');
    this.#wire?.skip(length);
  }

  end(): void {
    this.#stop('empty');
    if (this.#rest !== undefined) this.#listener.rest(this.#side, this.#rest, this.#reason);
  }

  #read(bytes: Buffer, start: number, end: number, ends: Uint32Array): void {
    this.#inflated += end - start;
    this.#ledger.inflated(end - start, ends);
    this.#listener.inflated(this.#side, bytes, start, end);
    this.reader.data(bytes, start, end, this.#arrival!);
    const { inflated, inflatedLines } = limits;
    const tooMuch = this.#inflated > inflated.free + this.#octets * inflated.each;
    if (tooMuch || this.#lines > inflatedLines.free + this.#octets * inflatedLines.each) this.#inflater?.stop();
  }

  #cover(octets: number): void {
    this.#rest = this.#below.take(octets, this.#rest);
  }

  #stop(reason: RestReason): void {
    const inflater = this.#inflater;
    if (inflater === undefined) return;
    this.#reason = reason;
    inflater.finish();
    this.#inflater = undefined;
    this.#budget.give(INFLATER_OCTETS);
    this.reader.finish();
    this.#rest = this.#ledger.takeRest();
    if (reason !== 'empty') this.#listener.lost(this.#side);
  }

  /** A code may hold many lines, each of which becomes an entry. */
  #counting(listener: ReaderListener): ReaderListener {
    return {
      line: (side, line) => {
        this.#lines++;
        listener.line(side, line);
      },
      gap: (side, extent, inContent) => listener.gap(side, extent, inContent),
      undecided: (side) => listener.undecided(side),
    };
  }
}
