/** A source whose first octets were read already, to recognise it, and are given once more. */
import type { OctetSource, SourceDamage } from './octet-source.js';

export class PrefixedSource implements OctetSource {
  #prefix: Buffer;
  readonly #source: OctetSource;

  /** Gives a copy of `prefix`, then what `source` has left. */
  constructor(prefix: Buffer, source: OctetSource) {
    this.#prefix = Buffer.from(prefix);
    this.#source = source;
  }

  read(target: Buffer, at: number): number | Promise<number> {
    if (this.#prefix.length === 0) return this.#source.read(target, at);
    const count = this.#prefix.copy(target, at);
    this.#prefix = this.#prefix.subarray(count);
    return count;
  }

  get damage(): SourceDamage | undefined {
    return this.#source.damage;
  }

  get taken(): number | undefined {
    return this.#source.taken;
  }

  digest(): string | undefined {
    return this.#source.digest?.();
  }

  again(): OctetSource | undefined {
    return this.#source.again?.();
  }

  close(): void {
    this.#source.close();
  }
}
