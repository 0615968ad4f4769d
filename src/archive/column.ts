/**
 * Numbers by their place, in chunks that never move: an array that doubles would hold the memory of a large capture three
 * times while it is copied.
 */

const BITS = 15;
const CHUNK = 1 << BITS;
const MASK = CHUNK - 1;

type Numbers = Uint8Array | Uint16Array | Uint32Array;

export class Column<Chunk extends Numbers> {
  length = 0;
  readonly #create: (length: number) => Chunk;
  /** Those of zeros alone are left out. */
  readonly #chunks: (Chunk | undefined)[] = [];

  /** `create` makes a chunk of zeros. */
  constructor(create: (length: number) => Chunk) {
    this.#create = create;
  }

  /** Gives the place of the new value. */
  push(value: number): number {
    const at = this.length;
    this.set(at, value);
    return at;
  }

  /** 0 where nothing was set. */
  get(at: number): number {
    return this.#chunks[at >>> BITS]?.[at & MASK] ?? 0;
  }

  /** What is left out on the way is 0. */
  set(at: number, value: number): void {
    if (at >= this.length) this.length = at + 1;
    const chunk = at >>> BITS;
    if (value === 0 && this.#chunks[chunk] === undefined) return;
    while (chunk >= this.#chunks.length) this.#chunks.push(undefined);
    (this.#chunks[chunk] ??= this.#create(CHUNK))[at & MASK] = value;
  }
}

export const column8 = (): Column<Uint8Array> => new Column((length) => new Uint8Array(length));
export const column16 = (): Column<Uint16Array> => new Column((length) => new Uint16Array(length));
export const column32 = (): Column<Uint32Array> => new Column((length) => new Uint32Array(length));
