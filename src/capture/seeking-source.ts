/**
 * A regular file read wherever it is asked for: a little where somebody has just arrived, more where he goes on. Packets of
 * one session lie far apart in a large capture, and most are short.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { CaptureError } from './capture-error.js';
import type { SeekableSource } from './octet-source.js';
import { systemErrorCode } from './system-error.js';

const FIRST = 4 << 10;
const NEXT = 64 << 10;

export class SeekingSource implements SeekableSource {
  readonly #file: string;
  readonly #descriptor: number;
  #offset = 0;
  #wanted = FIRST;
  #isOpen = true;

  /** Throws what the system says where the file cannot be opened. */
  constructor(file: string) {
    this.#file = file;
    this.#descriptor = openSync(file, 'r');
  }

  get taken(): number {
    return this.#offset;
  }

  seek(offset: number): void {
    this.#offset = offset;
    this.#wanted = FIRST;
  }

  read(target: Buffer, at: number): number {
    if (!this.#isOpen) return 0;
    try {
      const count = readSync(this.#descriptor, target, at, Math.min(this.#wanted, target.length - at), this.#offset);
      this.#offset += count;
      this.#wanted = NEXT;
      return count;
    } catch (cause) {
      throw new CaptureError(systemErrorCode(cause), this.#file, { offset: this.#offset, cause });
    }
  }

  close(): void {
    if (this.#isOpen) closeSync(this.#descriptor);
    this.#isOpen = false;
  }
}
