/** A key log on disk, read to its end, and on from there while programs still write to it. It is never changed. */
import { closeSync, openSync, readSync } from 'node:fs';

const BLOCK = 64 << 10;

export class KeyFile {
  #file: number | undefined;
  readonly #take: (octets: Buffer) => void;
  readonly #block = Buffer.allocUnsafe(BLOCK);
  #isReading = false;

  /** Throws what the system says where it cannot be opened. `take` gets what is read, valid during the call. */
  constructor(path: string, take: (octets: Buffer) => void) {
    this.#file = openSync(path, 'r');
    this.#take = take;
  }

  /**
   * Everything that is there and was not read yet. Who takes it may ask again, since a key wakes who waits for the next
   * one: the block that is being taken stays as it is, and what has been added since follows it.
   */
  read(): void {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      for (let octets = this.#readBlock(); octets > 0; octets = this.#readBlock()) this.#take(this.#block.subarray(0, octets));
    } finally {
      this.#isReading = false;
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #readBlock(): number {
    return this.#file === undefined ? 0 : readSync(this.#file, this.#block, 0, BLOCK, null);
  }
}
