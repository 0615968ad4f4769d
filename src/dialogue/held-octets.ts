/** Octets and gaps of one direction that wait, in order, for the reply that says what they are. Copies, inside a budget. */
import type { Budget } from '../bytes/budget.js';
import type { Arrival } from '../model/arrival.js';
import { limits } from './limits.js';

export interface Held {
  readonly bytes: Buffer;
  readonly arrival: Arrival;
  /** Length of a gap; 0 for octets. */
  readonly gap: number;
  /** Octets taken from the budget for it. */
  readonly paid: number;
}

const EMPTY = Buffer.alloc(0);

export class HeldOctets {
  readonly #budget: Budget;
  readonly #items: Held[] = [];
  #octets = 0;
  #since: Arrival | undefined;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  /** No packet of what waits came before this one: what stands behind a gap came before anybody knew of that. */
  get since(): Arrival | undefined {
    return this.#since;
  }

  /** The beginning of what waits: at most `octets` of it, as latin1. */
  peek(octets: number): string {
    let text = '';
    for (const { bytes } of this.#items) {
      text += bytes.toString('latin1', 0, octets - text.length);
      if (text.length >= octets) break;
    }
    return text;
  }

  /** Keeps a copy behind everything else; false where there is no room for it. */
  add(bytes: Buffer, start: number, end: number, arrival: Arrival): boolean {
    const octets = end - start;
    if (this.#octets + octets > limits.held || !this.#budget.take(octets)) return false;
    this.#octets += octets;
    this.#note(arrival);
    this.#items.push({ bytes: Buffer.from(bytes.subarray(start, end)), arrival, gap: 0, paid: octets });
    return true;
  }

  addGap(gap: number, arrival: Arrival): void {
    this.#note(arrival);
    this.#items.push({ bytes: EMPTY, arrival, gap, paid: 0 });
  }

  /** The rest of a chunk in whose middle the reading stopped: it stands before everything else, and has no other place. */
  putBack(bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    const octets = end - start;
    const paid = this.#budget.take(octets) ? octets : 0;
    this.#octets += octets;
    this.#note(arrival);
    this.#items.unshift({ bytes: Buffer.from(bytes.subarray(start, end)), arrival, gap: 0, paid });
  }

  putBackGap(gap: number, arrival: Arrival): void {
    this.#note(arrival);
    this.#items.unshift({ bytes: EMPTY, arrival, gap, paid: 0 });
  }

  /** The first of what waits, taken out. */
  shift(): Held | undefined {
    const item = this.#items.shift();
    if (item === undefined) return undefined;
    this.#octets -= item.bytes.length;
    this.#budget.give(item.paid);
    if (this.isEmpty) this.#since = undefined;
    return item;
  }

  #note(arrival: Arrival): void {
    if (this.#since === undefined || arrival.order < this.#since.order) this.#since = arrival;
  }
}
