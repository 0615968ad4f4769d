/** The octets of a running capture, out of the ring that the capturing thread fills. Gives way to the rest of the program now and then. */
import type { OctetSource } from '../octet-source.js';
import type { OctetRing } from './octet-ring.js';

/** Milliseconds for which octets are handed out one after the other, while signals and keys have to wait. */
const SLICE = 10;

export class LiveSource implements OctetSource {
  readonly #ring: OctetRing;
  #wake: () => void = () => {};
  #sliceBegan = performance.now();

  constructor(ring: OctetRing) {
    this.#ring = ring;
  }

  /** The capturing thread says that there are octets, or will never be more. */
  wake(): void {
    this.#wake();
  }

  read(target: Buffer, at: number): number | Promise<number> {
    if (performance.now() - this.#sliceBegan > SLICE) return this.#later(target, at);
    return this.#ring.read(target, at) || this.#wait(target, at);
  }

  close(): void {
    this.#wake();
  }

  async #later(target: Buffer, at: number): Promise<number> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#sliceBegan = performance.now();
    return this.#ring.read(target, at) || this.#wait(target, at);
  }

  async #wait(target: Buffer, at: number): Promise<number> {
    while (this.#ring.await()) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#sliceBegan = performance.now();
    return this.#ring.read(target, at);
  }
}
