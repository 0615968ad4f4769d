/** Tells those who listen that something has changed, not at each change but now and then. */
import { limits } from './limits.js';

export class Changes {
  readonly #listeners = new Set<() => void>();
  readonly #before: () => void;
  #timer: NodeJS.Timeout | undefined;

  /** `before` is called first. */
  constructor(before: () => void) {
    this.#before = before;
  }

  readonly note = (): void => {
    this.#timer ??= setTimeout(() => this.tell(), limits.change).unref();
  };

  /** At once. */
  tell(): void {
    this.stop();
    this.#before();
    for (const listener of [...this.#listeners]) listener();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
