/**
 * A stream of octets that arrive when they arrive: standard input, a pipe, a live capture program's output.
 * It takes one chunk at a time, so that the stream's own back-pressure holds the sender.
 */
import type { Readable } from 'node:stream';
import { CaptureError } from './capture-error.js';
import type { OctetSource } from './octet-source.js';

export class StreamSource implements OctetSource {
  readonly #file: string;
  readonly #stream: Readable;
  readonly #chunks: AsyncIterator<unknown>;
  #rest: Uint8Array = new Uint8Array(0);
  #offset = 0;

  /** Reads `stream`, which must give octets, not strings; `file` names it in errors. */
  constructor(file: string, stream: Readable) {
    this.#file = file;
    this.#stream = stream;
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  read(target: Buffer, at: number): number | Promise<number> {
    return this.#rest.length > 0 ? this.#take(target, at) : this.#wait(target, at);
  }

  get taken(): number {
    return this.#offset;
  }

  close(): void {
    // Not the iterator's return(): that would wait for the read that is under way.
    this.#stream.destroy();
  }

  async #wait(target: Buffer, at: number): Promise<number> {
    try {
      while (this.#rest.length === 0) {
        const { done, value } = await this.#chunks.next();
        if (done === true) return 0;
        this.#rest = value instanceof Uint8Array ? value : Buffer.from(String(value), 'latin1');
      }
    } catch (cause) {
      if (this.#stream.destroyed && !this.#stream.errored) return 0;
      throw new CaptureError('unreadable', this.#file, { offset: this.#offset, cause });
    }
    return this.#take(target, at);
  }

  #take(target: Buffer, at: number): number {
    const count = Math.min(this.#rest.length, target.length - at);
    target.set(this.#rest.subarray(0, count), at);
    this.#rest = this.#rest.subarray(count);
    this.#offset += count;
    return count;
  }
}
