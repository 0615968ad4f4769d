/**
 * The ids of the list in the order in which they are shown: filtered and sorted, kept up to date while sessions come. All by
 * number cost nothing; anything else is worked out beside the keys, and no more often than can be afforded. Until it is, the
 * list stays as it was.
 */
import type { SessionRow } from '../model/archive.js';
import { arrange, type Arrangement, type Order, type Selection, type Totals } from './arrangement.js';

/** Working it out again may take this share of the time (one in so many). */
const SHARE = 10;

export class Listing {
  #rows: readonly SessionRow[] = [];
  /** All by number: how many. */
  #count = 0;
  #arrangement: Arrangement = { ids: undefined, totals: { mails: 0, octets: 0 } };
  #order: Order = { column: 'number', descending: false };
  #selection: Selection = { kind: 'all' };
  #work: Generator<void, Arrangement> | undefined;
  /** Rows have come, or changed, since the work began. */
  #isStale = false;
  #isSettled = false;
  #isOld = false;
  #cost = 0;
  #doneAt = -Infinity;

  get length(): number {
    return this.#arrangement.ids?.length ?? this.#count;
  }

  get totals(): Totals {
    return this.#arrangement.totals;
  }

  /** What is shown is not yet what was wished for. */
  get isOld(): boolean {
    return this.#isOld;
  }

  /** There is work to be gone on with. */
  get isWorking(): boolean {
    return this.#work !== undefined;
  }

  /** Undefined beyond the end. */
  id(at: number): number | undefined {
    const { ids } = this.#arrangement;
    if (ids !== undefined) return ids[at];
    return at < this.#count ? at + 1 : undefined;
  }

  /** -1 where it is not shown. `near`: where it was. */
  indexOf(id: number, near: number): number {
    if (this.id(near) === id) return near;
    const { ids } = this.#arrangement;
    if (ids !== undefined) return ids.indexOf(id);
    return id <= this.#count ? id - 1 : -1;
  }

  /** Begins anew with other wishes. */
  arrange(rows: readonly SessionRow[], order: Order, selection: Selection): void {
    this.#rows = rows;
    this.#order = order;
    this.#selection = selection;
    this.#isOld = true;
    this.#begin();
  }

  /** Takes in what is new. `settled`: nothing will change any more. */
  update(rows: readonly SessionRow[], settled: boolean, now: number): void {
    this.#rows = rows;
    this.#count = rows.length;
    this.#isSettled = settled;
    if (this.#work !== undefined) this.#isStale = true;
    else if (settled || now - this.#doneAt > this.#cost * SHARE) this.#begin();
  }

  /** Goes on until `until` by the clock of `now`; true when the list has changed. */
  work(until: number, now: () => number): boolean {
    const began = now();
    let step = this.#work?.next();
    while (step?.done === false && now() < until) step = this.#work?.next();
    const end = now();
    this.#cost += end - began;
    if (step?.done !== true) return false;
    this.#work = undefined;
    this.#doneAt = end;
    this.#arrangement = step.value;
    this.#isOld = false;
    // What came last is not left out.
    if (this.#isStale && this.#isSettled) this.#begin();
    return true;
  }

  #begin(): void {
    this.#work = arrange(this.#rows, this.#selection, this.#order);
    this.#isStale = false;
    this.#cost = 0;
  }
}
