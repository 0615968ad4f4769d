/** A spool that keeps text in memory up to a budget and then in private temporary files, which `close` removes. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Spool } from '../model/platform.js';

/** UTF-16 units in memory over all owners, and what one owner keeps there before it is worth a file. */
const IN_MEMORY = 16 << 20;
const WORTH_A_FILE = 64 << 10;
const BLOCK = 1 << 20;

interface Kept {
  pieces: string[];
  length: number;
  file: { readonly path: string; readonly descriptor: number } | undefined;
}

export class DiskSpool implements Spool {
  readonly #owners = new Map<number, Kept>();
  #inMemory = 0;
  #folder: string | undefined;

  append(owner: number, text: string): void {
    let kept = this.#owners.get(owner);
    if (kept === undefined) this.#owners.set(owner, (kept = { pieces: [], length: 0, file: undefined }));
    kept.pieces.push(text);
    kept.length += text.length;
    this.#inMemory += text.length;
    if (this.#inMemory > IN_MEMORY) this.#spill(owner, kept);
  }

  take(owner: number, write: (text: string) => void): void {
    const kept = this.#owners.get(owner);
    if (kept === undefined) return;
    this.#owners.delete(owner);
    this.#inMemory -= kept.length;
    try {
      if (kept.file !== undefined) copyOut(kept.file.descriptor, write);
      write(kept.pieces.join(''));
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

  /** The owner at hand goes to disk first; if it has too little, all that have enough follow. */
  #spill(owner: number, kept: Kept): void {
    if (kept.length >= WORTH_A_FILE) return this.#toDisk(owner, kept);
    for (const [other, candidate] of this.#owners) if (candidate.length > 0) this.#toDisk(other, candidate);
  }

  #toDisk(owner: number, kept: Kept): void {
    kept.file ??= this.#createFile(owner);
    writeSync(kept.file.descriptor, kept.pieces.join(''));
    this.#inMemory -= kept.length;
    kept.pieces = [];
    kept.length = 0;
  }

  #createFile(owner: number): NonNullable<Kept['file']> {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'mailscope-'));
    const path = join(this.#folder, String(owner));
    return { path, descriptor: openSync(path, 'wx+', 0o600) };
  }
}

function copyOut(descriptor: number, write: (text: string) => void): void {
  const decoder = new TextDecoder();
  const block = Buffer.allocUnsafe(BLOCK);
  let at = 0;
  for (let length = readSync(descriptor, block, 0, BLOCK, at); length > 0; length = readSync(descriptor, block, 0, BLOCK, at)) {
    at += length;
    write(decoder.decode(block.subarray(0, length), { stream: true }));
  }
  write(decoder.decode());
}

function remove({ path, descriptor }: NonNullable<Kept['file']>): void {
  closeSync(descriptor);
  unlinkSync(path);
}
