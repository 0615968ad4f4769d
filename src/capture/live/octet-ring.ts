/**
 * Octets on their way from the thread that captures to the one that reads: a ring of fixed size in memory that both
 * share. One writes, one reads, neither waits for the other. Positions count modulo 2^32, of which the size is a divisor.
 */

/** 32 MiB: what comes in a second at 250 Mbit/s. */
const SIZE = 1 << 25;
const WRITTEN = 0;
const READ = 1;
const HUNGRY = 2;
const ENDED = 3;
const CONTROL_OCTETS = 16;

export class OctetRing {
  readonly memory: SharedArrayBuffer;
  readonly #control: Int32Array;
  readonly #octets: Buffer;

  /** Without `memory`, a ring of its own. */
  constructor(memory?: SharedArrayBuffer, size = SIZE) {
    this.memory = memory ?? new SharedArrayBuffer(CONTROL_OCTETS + size);
    this.#control = new Int32Array(this.memory, 0, CONTROL_OCTETS / 4);
    this.#octets = Buffer.from(this.memory, CONTROL_OCTETS);
    // Taken at once, so that the memory of a capture that runs for days is flat from the start.
    if (memory === undefined) this.#octets.fill(0);
  }

  get size(): number {
    return this.#octets.length;
  }

  get free(): number {
    return this.#octets.length - this.#waiting;
  }

  /** Nothing more will be written. */
  get ended(): boolean {
    return Atomics.load(this.#control, ENDED) === 1;
  }

  end(): void {
    Atomics.store(this.#control, ENDED, 1);
  }

  /** The writer's: there must be room. */
  write(bytes: Uint8Array, start: number, end: number): void {
    const size = this.#octets.length;
    const written = Atomics.load(this.#control, WRITTEN) >>> 0;
    const at = written % size;
    const first = Math.min(end - start, size - at);
    this.#octets.set(bytes.subarray(start, start + first), at);
    if (first < end - start) this.#octets.set(bytes.subarray(start + first, end), 0);
    Atomics.store(this.#control, WRITTEN, (written + end - start) | 0);
  }

  /** The reader's: puts what there is into `target` from `at` on, and says how much that was. */
  read(target: Uint8Array, at: number): number {
    const size = this.#octets.length;
    const read = Atomics.load(this.#control, READ) >>> 0;
    const count = Math.min(this.#waiting, target.length - at);
    const from = read % size;
    const first = Math.min(count, size - from);
    target.set(this.#octets.subarray(from, from + first), at);
    if (first < count) target.set(this.#octets.subarray(0, count - first), at + first);
    Atomics.store(this.#control, READ, (read + count) | 0);
    return count;
  }

  /** The reader's: it wants to be woken. False where there is something to read after all. */
  await(): boolean {
    Atomics.store(this.#control, HUNGRY, 1);
    return this.#waiting === 0 && !this.ended;
  }

  /** The writer's: whether the reader wants to be woken; asked once. */
  takeHunger(): boolean {
    return Atomics.exchange(this.#control, HUNGRY, 0) === 1;
  }

  get #waiting(): number {
    return ((Atomics.load(this.#control, WRITTEN) >>> 0) - (Atomics.load(this.#control, READ) >>> 0)) >>> 0;
  }
}
