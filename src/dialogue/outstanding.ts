/** Commands that wait for their reply, in order: replies of SMTP and POP3 carry no mark (RFC 2920 §3.1). */
import { limits } from './limits.js';

export class Outstanding<T> {
  #items: T[] = [];
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  /** The one that the next reply answers. */
  get next(): T | undefined {
    return this.#items[this.#head];
  }

  get last(): T | undefined {
    return this.length > 0 ? this.#items[this.#items.length - 1] : undefined;
  }

  push(item: T): void {
    if (this.length >= limits.outstanding) this.shift();
    this.#items.push(item);
  }

  shift(): T | undefined {
    if (this.length === 0) return undefined;
    const item = this.#items[this.#head++];
    if (this.#head === this.#items.length) this.clear();
    else if (this.#head > limits.outstanding) this.#forget();
    return item;
  }

  /** Everything waiting, oldest first. */
  [Symbol.iterator](): Iterator<T> {
    return this.#items.slice(this.#head)[Symbol.iterator]();
  }

  /** The last ones, oldest first. */
  latest(count: number): readonly T[] {
    return this.#items.slice(Math.max(this.#head, this.#items.length - count));
  }

  /** Replies were lost: only the last command can still be waiting for sure. */
  keepLast(): void {
    if (this.length > 1) this.#head = this.#items.length - 1;
  }

  /** Lets go of what was taken: a client that never gets a reply would fill the memory with it. */
  #forget(): void {
    this.#items = this.#items.slice(this.#head);
    this.#head = 0;
  }

  clear(): void {
    this.#items = [];
    this.#head = 0;
  }
}
