/**
 * The ids of the list in the order in which they are shown: filtered and sorted, kept up to date while sessions come.
 * By number it costs nothing; sorted by another column it is sorted anew no more often than it can afford.
 */
import type { SessionRow } from '../model/archive.js';
import type { Severity } from '../model/finding.js';
import type { ListColumn } from '../text/index.js';

/** Sorting may take this share of the time (one in so many). */
const SHARE = 20;
/** Sessions that still change are looked at again, the newest so many. */
const CHANGING = 500;

type Key = (row: SessionRow) => number | string;

const GRAVITY: Readonly<Record<Severity, number>> = { critical: 1e12, warning: 1e8, notice: 1e4, info: 1 };

const KEYS: Readonly<Record<ListColumn, Key>> = {
  number: ({ id }) => id,
  start: ({ start }) => (Number.isNaN(start.seconds) ? 0 : start.seconds + start.fraction / 10 ** start.digits),
  protocol: ({ protocol }) => protocol,
  client: ({ client }) => client.name ?? client.address,
  server: ({ server }) => server.name ?? server.address,
  user: ({ user }) => user ?? '',
  parties: ({ from, to, mailbox }) => [from, ...to, mailbox].filter((part) => part !== undefined).join(' '),
  mails: ({ mails }) => mails,
  bytes: ({ bytes }) => bytes.client + bytes.server,
  duration: ({ duration }) => duration ?? 0,
  outcome: ({ outcome }) => outcome.key,
  findings: ({ findings }) => (Object.keys(GRAVITY) as Severity[]).reduce((sum, severity) => sum + GRAVITY[severity] * findings[severity], 0),
};

export interface Order {
  readonly column: ListColumn;
  readonly descending: boolean;
}

/** Over all sessions that are shown. */
export interface Totals {
  readonly mails: number;
  readonly octets: number;
}

export class Listing {
  #ids: number[] = [];
  #totals: Totals = { mails: 0, octets: 0 };
  #countedAt = 0;
  #countCost = 0;
  #looked = 0;
  #order: Order = { column: 'number', descending: false };
  #keeps: ((row: SessionRow) => boolean) | undefined;
  #sortedAt = 0;
  #cost = 0;

  get length(): number {
    return this.#ids.length;
  }

  get totals(): Totals {
    return this.#totals;
  }

  /** Undefined beyond the end. */
  id(at: number): number | undefined {
    return this.#ids[at];
  }

  /** -1 where it is not shown. `near`: where it was. */
  indexOf(id: number, near: number): number {
    return this.#ids[near] === id ? near : this.#ids.indexOf(id);
  }

  /** Begins anew with other wishes. */
  arrange(rows: readonly SessionRow[], order: Order, keeps: ((row: SessionRow) => boolean) | undefined): void {
    this.#order = order;
    this.#keeps = keeps;
    this.#ids = [];
    this.#looked = 0;
    this.#add(rows);
    this.#sort(rows);
    this.#count(rows, 0);
  }

  /** Takes in what is new. `settled`: nothing will change any more. */
  update(rows: readonly SessionRow[], settled: boolean, now: number): void {
    const fresh = this.#add(rows) + this.#again(rows, settled);
    if (settled || now - this.#countedAt > this.#countCost * SHARE) this.#count(rows, now);
    const isSorted = this.#order.column === 'number' && !this.#order.descending;
    if (isSorted || (fresh === 0 && !settled)) return;
    if (settled || now - this.#sortedAt > this.#cost * SHARE) this.#sort(rows, now);
  }

  #add(rows: readonly SessionRow[]): number {
    const before = this.#ids.length;
    for (; this.#looked < rows.length; this.#looked++) {
      const row = rows[this.#looked]!;
      if (this.#keeps === undefined || this.#keeps(row)) this.#ids.push(row.id);
    }
    return this.#ids.length - before;
  }

  /** Sessions that were not wanted may be so by now. */
  #again(rows: readonly SessionRow[], settled: boolean): number {
    if (this.#keeps === undefined) return 0;
    const shown = new Set(this.#ids);
    const first = settled ? 0 : Math.max(0, this.#looked - CHANGING);
    let added = 0;
    for (const row of rows.slice(first, this.#looked)) {
      if (shown.has(row.id) || !this.#keeps(row)) continue;
      this.#ids.push(row.id);
      added++;
    }
    if (added > 0 && this.#order.column === 'number') this.#sort(rows);
    return added;
  }

  #count(rows: readonly SessionRow[], now: number): void {
    const began = performance.now();
    let mails = 0;
    let octets = 0;
    for (const id of this.#ids) {
      const row = rows[id - 1]!;
      const { bytes } = row;
      mails += row.mails;
      octets += bytes.client + bytes.server;
    }
    this.#totals = { mails, octets };
    this.#countCost = performance.now() - began;
    this.#countedAt = now;
  }

  #sort(rows: readonly SessionRow[], now = 0): void {
    const { column, descending } = this.#order;
    if (column === 'number' && !descending && this.#keeps === undefined) return;
    const began = performance.now();
    const ranks = ranksOf(rows, this.#ids, KEYS[column]);
    const sign = descending ? -1 : 1;
    this.#ids.sort((a, b) => sign * (ranks[a]! - ranks[b]!) || a - b);
    this.#cost = performance.now() - began;
    this.#sortedAt = now;
  }
}

/** Numbers sort by themselves, texts by the place of each among those that differ: most columns hold few. */
function ranksOf(rows: readonly SessionRow[], ids: readonly number[], key: Key): Float64Array {
  const ranks = new Float64Array(rows.length + 1);
  const texts = new Map<string, number>();
  const values = ids.map((id) => key(rows[id - 1]!));
  for (const value of values) if (typeof value === 'string') texts.set(value.toLowerCase(), 0);
  [...texts.keys()].sort().forEach((text, at) => texts.set(text, at));
  ids.forEach((id, at) => {
    const value = values[at]!;
    ranks[id] = typeof value === 'number' ? value : texts.get(value.toLowerCase())!;
  });
  return ranks;
}
