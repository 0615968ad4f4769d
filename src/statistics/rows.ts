/** A table that stops growing: who comes when it is full has no row, from his first time on, so that every row is exact. */
import { ownText } from '../bytes/own-text.js';
import { limits } from './limits.js';

export class Rows<Row> {
  readonly #rows = new Map<string, Row>();
  readonly #limit: number;
  readonly #create: (name: string) => Row;
  readonly #rest: () => Row;
  #others: Row | undefined;

  /** `rest` makes the row of all others. */
  constructor(limit: number, create: (name: string) => Row, rest: () => Row = () => create('')) {
    this.#limit = limit;
    this.#create = create;
    this.#rest = rest;
  }

  /** The row of `name`, or that of all others. */
  of(name: string): Row {
    const known = this.#rows.get(name);
    if (known !== undefined) return known;
    const key = name.slice(0, limits.name);
    const cut = key === name ? undefined : this.#rows.get(key);
    if (cut !== undefined) return cut;
    if (this.#rows.size >= this.#limit) return (this.#others ??= this.#rest());
    const own = ownText(key);
    const row = this.#create(own);
    this.#rows.set(own, row);
    return row;
  }

  get all(): readonly Row[] {
    return [...this.#rows.values()];
  }

  get others(): Row | undefined {
    return this.#others;
  }
}
