/**
 * A spool that keeps text as UTF-8 in memory up to a budget and then in private temporary files, which `close` removes.
 * Octets in one growing buffer an owner: on short sessions strings pieced together peaked at 159 MB, octets at 145.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Spool } from '../model/platform.js';

/** Octets in memory over all owners, and what one owner keeps there before it is worth a file. */
const IN_MEMORY = 8 << 20;
const WORTH_A_FILE = 64 << 10;
const BLOCK = 1 << 20;
/** What an owner begins with. */
const FIRST = 4 << 10;
/** Buffers of owners that have gone, kept for those that come: how many, and up to which length. */
const SPARE = 64;
const LONGEST_SPARE = 64 << 10;

interface Kept {
  octets: Buffer;
  length: number;
  file: { readonly path: string; readonly descriptor: number } | undefined;
}

export class DiskSpool implements Spool {
  readonly #owners = new Map<number, Kept>();
  readonly #spare: Buffer[] = [];
  #inMemory = 0;
  #folder: string | undefined;

  append(owner: number, text: string): void {
    let kept = this.#owners.get(owner);
    if (kept === undefined) this.#owners.set(owner, (kept = this.#create()));
    // Three octets of UTF-8 at most for a UTF-16 unit.
    const wanted = kept.length + text.length * 3;
    if (wanted > kept.octets.length) this.#enlarge(kept, wanted);
    kept.length += kept.octets.write(text, kept.length);
    if (this.#inMemory > IN_MEMORY) this.#spill(owner, kept);
  }

  take(owner: number, write: (octets: Buffer) => void): void {
    const kept = this.#owners.get(owner);
    if (kept === undefined) return;
    this.#owners.delete(owner);
    this.#inMemory -= kept.octets.length;
    try {
      if (kept.file !== undefined) copyOut(kept.file.descriptor, write);
      write(kept.octets.subarray(0, kept.length));
      this.#spareBuffer(kept.octets);
    } finally {
      if (kept.file !== undefined) remove(kept.file);
    }
  }

  /** Removes every temporary file. */
  close(): void {
    for (const { file } of this.#owners.values()) if (file !== undefined) remove(file);
    this.#owners.clear();
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
  }

  #create(): Kept {
    const octets = this.#spare.pop() ?? Buffer.allocUnsafeSlow(FIRST);
    this.#inMemory += octets.length;
    return { octets, length: 0, file: undefined };
  }

  #spareBuffer(octets: Buffer): void {
    if (octets.length > 0 && octets.length <= LONGEST_SPARE && this.#spare.length < SPARE) this.#spare.push(octets);
  }

  #enlarge(kept: Kept, wanted: number): void {
    const larger = Buffer.allocUnsafeSlow(wanted * 2);
    kept.octets.copy(larger, 0, 0, kept.length);
    this.#inMemory += larger.length - kept.octets.length;
    kept.octets = larger;
  }

  /** The owner at hand goes to disk first; if it has too little, all that have something follow. */
  #spill(owner: number, kept: Kept): void {
    if (kept.length >= WORTH_A_FILE) return this.#toDisk(owner, kept);
    for (const [other, candidate] of this.#owners) if (candidate.length > 0) this.#toDisk(other, candidate);
  }

  #toDisk(owner: number, kept: Kept): void {
    kept.file ??= this.#createFile(owner);
    writeSync(kept.file.descriptor, kept.octets, 0, kept.length);
    this.#inMemory -= kept.octets.length;
    kept.octets = EMPTY;
    kept.length = 0;
  }

  #createFile(owner: number): NonNullable<Kept['file']> {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'mailscope-'));
    const path = join(this.#folder, String(owner));
    return { path, descriptor: openSync(path, 'wx+', 0o600) };
  }
}

const EMPTY = Buffer.alloc(0);

function copyOut(descriptor: number, write: (octets: Buffer) => void): void {
  const block = Buffer.allocUnsafe(BLOCK);
  let at = 0;
  for (let length = readSync(descriptor, block, 0, BLOCK, at); length > 0; length = readSync(descriptor, block, 0, BLOCK, at)) {
    at += length;
    write(block.subarray(0, length));
  }
}

function remove({ path, descriptor }: NonNullable<Kept['file']>): void {
  closeSync(descriptor);
  unlinkSync(path);
}
