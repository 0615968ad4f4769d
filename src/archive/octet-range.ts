/** Cuts a range out of octets that come by: those of one entry, of which only the place in its direction is known. */

export class OctetCut {
  readonly #from: number;
  #skip: number;
  #wanted: number;
  #position = 0;
  readonly #pieces: Buffer[] = [];

  /** From `from` on, gaps counted, `skip` octets are passed over and `wanted` kept; no gaps are among them. */
  constructor(from: number, skip: number, wanted: number) {
    this.#from = from;
    this.#skip = skip;
    this.#wanted = wanted;
  }

  get isFull(): boolean {
    return this.#wanted === 0;
  }

  get octets(): Buffer {
    return Buffer.concat(this.#pieces);
  }

  pass(bytes: Buffer, start: number, end: number): void {
    const begins = Math.min(end, start + Math.max(0, this.#from - this.#position));
    this.#position += end - start;
    const skipped = Math.min(this.#skip, end - begins);
    this.#skip -= skipped;
    const first = begins + skipped;
    const last = Math.min(end, first + this.#wanted);
    if (last <= first) return;
    this.#wanted -= last - first;
    this.#pieces.push(Buffer.from(bytes.subarray(first, last)));
  }

  gap(length: number): void {
    this.#position += length;
  }
}
