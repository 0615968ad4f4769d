/** Texts that come again and again, each kept once. Bounded: when there are too many different ones, it begins anew. */
import { ownText } from './own-text.js';

export class TextPool {
  readonly #texts = new Map<string, string>();
  readonly #most: number;

  /** `most`: different texts that are kept at a time. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The same text, as it was kept before; of one that is new a copy, as `ownText` makes it. */
  own(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const own = ownText(text);
    if (this.#texts.size >= this.#most) this.#texts.clear();
    this.#texts.set(own, own);
    return own;
  }
}
