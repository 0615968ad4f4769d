/**
 * Files that are there whole or not at all: written under a temporary name in their folder, then renamed. Opened for
 * each block and closed again, since as many mails may be under way as there are connections.
 */
import { appendFileSync, linkSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Octets gathered before they are written. */
const BLOCK = 256 << 10;

/** Distinguishes the temporary files of one run. */
let count = 0;

export class WholeFile {
  readonly path: string;
  readonly #temporary: string;
  #pieces: Buffer[] = [];
  #gathered = 0;
  #begun = false;

  constructor(path: string) {
    this.path = path;
    this.#temporary = join(dirname(path), `.mailscope-${process.pid}-${++count}.part`);
  }

  /** `octets` may be used again after the call. */
  write(octets: Buffer): void {
    this.#pieces.push(Buffer.from(octets));
    this.#gathered += octets.length;
    if (this.#gathered >= BLOCK) this.#flush();
  }

  /** Nothing more comes: what is gathered need not wait in memory. */
  close(): void {
    this.#flush();
  }

  /** The file gets its name; throws EEXIST where there is one and `overwrite` is false. */
  finish(overwrite: boolean): void {
    this.#flush();
    if (overwrite) renameSync(this.#temporary, this.path);
    else {
      // A link, unlike a rename, never takes the place of a file that is there.
      linkSync(this.#temporary, this.path);
      unlinkSync(this.#temporary);
    }
    this.#begun = false;
  }

  /** Nothing of it stays. */
  discard(): void {
    this.#pieces = [];
    if (this.#begun) rmSync(this.#temporary, { force: true });
  }

  #flush(): void {
    if (this.#begun && this.#gathered === 0) return;
    const octets = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#gathered = 0;
    if (this.#begun) appendFileSync(this.#temporary, octets);
    else {
      this.#begun = true;
      writeFileSync(this.#temporary, octets, { flag: 'wx', mode: 0o600 });
    }
  }
}
