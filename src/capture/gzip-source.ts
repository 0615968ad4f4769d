/**
 * The octets inside a gzip input, all members of it, inflated piece by piece as they are asked for: what a bomb would
 * fill the memory with is never made. Of a damaged input, what stands before the damage is kept. Read RFC 1952.
 */
import { createGunzip, type Gunzip } from 'node:zlib';
import type { OctetSource, SourceDamage } from './octet-source.js';

const OUTPUT_PIECE = 64 * 1024;
const LARGEST_PIECE = 16 * 1024;
const SMALLEST_PIECE = 256;
/** zlib drops what it made of a piece that ends in an error: a piece is at most this part of what came before. */
const PIECE_SHARE = 16;

export class GzipSource implements OctetSource {
  damage: SourceDamage | undefined;
  readonly #original: OctetSource;
  #input: OctetSource;
  #gunzip: Gunzip;
  readonly #piece = Buffer.allocUnsafe(LARGEST_PIECE);
  /** Compressed octets given to zlib, without and with the last piece. */
  #before = 0;
  #given = 0;
  /** From this compressed octet on they are given one by one: a second run towards a known damage. */
  #slowFrom = Number.POSITIVE_INFINITY;
  /** Inflated octets handed out so far, and how many of a second run are known already. */
  #delivered = 0;
  #known = 0;
  #chunk: Buffer = Buffer.alloc(0);
  #state: 'ready' | 'busy' | 'last' | 'ended' = 'ready';
  #wake: () => void = () => {};

  /** Inflates what `input` gives and closes it with itself. */
  constructor(input: OctetSource) {
    this.#original = input;
    this.#input = input;
    this.#gunzip = this.#start();
  }

  async read(target: Buffer, at: number): Promise<number> {
    while (this.#chunk.length === 0) {
      const chunk = this.#gunzip.read() as Buffer | null;
      if (chunk !== null) this.#skipKnown(chunk);
      else if (this.#state === 'ended') return 0;
      else if (this.#state === 'ready') await this.#feed();
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.#take(target, at);
  }

  get taken(): number | undefined {
    return this.#input.taken;
  }

  digest(): string | undefined {
    return this.#original.digest?.();
  }

  close(): void {
    this.#state = 'ended';
    this.#gunzip.destroy();
    this.#original.close();
    if (this.#input !== this.#original) this.#input.close();
    this.#wake();
  }

  #start(): Gunzip {
    const gunzip = createGunzip({ chunkSize: OUTPUT_PIECE });
    gunzip.on('readable', () => this.#wake());
    gunzip.on('end', () => this.#end(undefined));
    gunzip.on('error', () => this.#fail());
    return gunzip;
  }

  async #feed(): Promise<void> {
    const count = await this.#input.read(this.#piece.subarray(0, this.#nextPiece()), 0);
    if (this.#state !== 'ready') return;
    this.#before = this.#given;
    this.#given += count;
    if (count === 0) {
      this.#state = 'last';
      this.#gunzip.end();
      return;
    }
    this.#state = 'busy';
    this.#gunzip.write(this.#piece.subarray(0, count), () => this.#ready());
  }

  #ready(): void {
    if (this.#state === 'busy') this.#state = 'ready';
    this.#wake();
  }

  #nextPiece(): number {
    if (this.#given >= this.#slowFrom) return 1;
    const share = Math.floor(this.#given / PIECE_SHARE);
    const piece = Math.max(SMALLEST_PIECE, Math.min(LARGEST_PIECE, share));
    return Math.min(piece, this.#slowFrom - this.#given);
  }

  /** zlib refused a piece, or misses octets behind the last one. */
  #fail(): void {
    if (this.#state === 'ended') return;
    const again = this.#slowFrom === Number.POSITIVE_INFINITY ? this.#original.again?.() : undefined;
    if (this.#state === 'last') this.#end('compression-cut');
    else if (again === undefined) this.#end('compression-damaged');
    else this.#runAgain(again);
  }

  /** Up to the piece with the damage as before, then octet by octet: so all that can be inflated is. */
  #runAgain(input: OctetSource): void {
    this.#input = input;
    this.#slowFrom = this.#before;
    this.#given = 0;
    this.#before = 0;
    this.#known = this.#delivered;
    this.#state = 'ready';
    this.#gunzip = this.#start();
    this.#wake();
  }

  #end(damage: SourceDamage | undefined): void {
    this.#state = 'ended';
    this.damage = damage;
    this.#wake();
  }

  #skipKnown(chunk: Buffer): void {
    const known = Math.min(this.#known, chunk.length);
    this.#known -= known;
    this.#chunk = chunk.subarray(known);
  }

  #take(target: Buffer, at: number): number {
    const count = this.#chunk.copy(target, at);
    this.#chunk = this.#chunk.subarray(count);
    this.#delivered += count;
    return count;
  }
}
