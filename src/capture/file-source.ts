/**
 * A regular file read block by block, synchronously: a promise per block would cost more than the block.
 * It refuses what is not a regular file; the caller turns pipes and devices into a stream.
 */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { CaptureError } from './capture-error.js';
import type { OctetSource, SeekableSource } from './octet-source.js';
import { SeekingSource } from './seeking-source.js';
import { systemErrorCode } from './system-error.js';

const DIGEST_BLOCK = 256 * 1024;

export class FileSource implements OctetSource {
  readonly #file: string;
  readonly #descriptor: number;
  readonly #hash: Hash | undefined;
  #digest: string | undefined;
  #offset = 0;
  #open = true;

  /** Opens `file`; with `hash` the sha256 of all that is read is kept. Throws CaptureError. */
  constructor(file: string, hash: boolean) {
    this.#file = file;
    this.#hash = hash ? createHash('sha256') : undefined;
    try {
      this.#descriptor = openSync(file, 'r');
    } catch (cause) {
      throw new CaptureError(systemErrorCode(cause), file, { cause });
    }
  }

  read(target: Buffer, at: number): number {
    if (!this.#open) return 0;
    const count = this.#readAt(target, at);
    this.#offset += count;
    this.#hash?.update(target.subarray(at, at + count));
    return count;
  }

  get taken(): number {
    return this.#offset;
  }

  digest(): string | undefined {
    if (this.#hash === undefined || this.#digest !== undefined) return this.#digest;
    const block = Buffer.allocUnsafe(DIGEST_BLOCK);
    while (this.read(block, 0) > 0);
    this.#digest = this.#hash.digest('hex');
    return this.#digest;
  }

  again(): OctetSource | undefined {
    try {
      return new FileSource(this.#file, false);
    } catch {
      return undefined;
    }
  }

  anywhere(): SeekableSource | undefined {
    try {
      return new SeekingSource(this.#file);
    } catch {
      return undefined;
    }
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    closeSync(this.#descriptor);
  }

  #readAt(target: Buffer, at: number): number {
    try {
      return readSync(this.#descriptor, target, at, target.length - at, null);
    } catch (cause) {
      throw new CaptureError(systemErrorCode(cause), this.#file, { offset: this.#offset, cause });
    }
  }
}
