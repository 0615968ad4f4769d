/** A key log on disk, read to its end, and on from there while programs still write to it. It is never changed. */
import { closeSync, openSync, readSync } from 'node:fs';

const BLOCK = 64 << 10;

export class KeyFile {
  #file: number | undefined;
  readonly #take: (octets: Buffer) => void;
  readonly #block = Buffer.allocUnsafe(BLOCK);

  /** Throws what the system says where it cannot be opened. `take` gets what is read, valid during the call. */
  constructor(path: string, take: (octets: Buffer) => void) {
    this.#file = openSync(path, 'r');
    this.#take = take;
  }

  /** Everything that is there and was not read yet. */
  read(): void {
    for (let octets = this.#readBlock(); octets > 0; octets = this.#readBlock()) this.#take(this.#block.subarray(0, octets));
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #readBlock(): number {
    return this.#file === undefined ? 0 : readSync(this.#file, this.#block, 0, BLOCK, null);
  }
}
