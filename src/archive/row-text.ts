/**
 * Texts that outlive what they were read from. A piece of a string keeps the whole of it alive in memory, a line of a
 * megabyte for a name of ten letters: rows keep copies, bounded, and of what comes often one for all.
 */

/** Characters; the standards allow names and addresses of 320 at most (RFC 5321 §4.5.3.1). */
const LONGEST = 400;
/** Texts that are shared, before the collection begins anew. */
const SHARED = 1 << 14;

export class RowTexts {
  readonly #shared = new Map<string, string>();

  keep(text: string): string {
    const known = this.#shared.get(text);
    if (known !== undefined) return known;
    const own = Buffer.from(text.slice(0, LONGEST)).toString();
    if (this.#shared.size >= SHARED) this.#shared.clear();
    this.#shared.set(own, own);
    return own;
  }

  keepIf(text: string | undefined): string | undefined {
    return text === undefined ? undefined : this.keep(text);
  }
}
