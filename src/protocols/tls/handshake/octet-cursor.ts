/**
 * Reads numbers and vectors of the presentation language of TLS (RFC 8446 §3) one after the other. Total: what is not
 * there reads as nothing and is remembered; a vector that announces more than there is ends where the octets do.
 */
const EMPTY = Buffer.alloc(0);

export class OctetCursor {
  readonly #bytes: Buffer;
  #at = 0;
  #short = false;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** Something was to be read that is not there. */
  get isShort(): boolean {
    return this.#short;
  }

  uint8(): number {
    return this.#number(1);
  }

  uint16(): number {
    return this.#number(2);
  }

  uint24(): number {
    return this.#number(3);
  }

  uint32(): number {
    return this.#number(4);
  }

  /** A view of the next `octets`, or of as many as there are. */
  take(octets: number): Buffer {
    if (octets > this.left) this.#short = true;
    const taken = this.#bytes.subarray(this.#at, this.#at + octets);
    this.#at += taken.length;
    return taken;
  }

  /** A vector whose length stands before it in so many octets. */
  vector(lengthOctets: 1 | 2 | 3): Buffer {
    const length = this.#number(lengthOctets);
    return this.#short ? EMPTY : this.take(length);
  }

  /** The items of a vector of numbers. */
  numbers(lengthOctets: 1 | 2, itemOctets: 1 | 2): number[] {
    const items = this.vector(lengthOctets);
    const list: number[] = [];
    for (let at = 0; at + itemOctets <= items.length; at += itemOctets) list.push(items.readUIntBE(at, itemOctets));
    return list;
  }

  #number(octets: 1 | 2 | 3 | 4): number {
    if (octets > this.left) {
      this.#short = true;
      this.#at = this.#bytes.length;
      return 0;
    }
    const value = this.#bytes.readUIntBE(this.#at, octets);
    this.#at += octets;
    return value;
  }
}
