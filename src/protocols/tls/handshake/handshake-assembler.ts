/**
 * Puts handshake messages together out of the fragments of records: several in one, or one over several
 * (RFC 8446 §5.1). It knows types and lengths only.
 */
import type { Budget } from '../../../bytes/budget.js';
import { limits } from '../limits.js';
import { OctetStore } from '../records/octet-store.js';

const HEADER_OCTETS = 4;

export interface HandshakeMessage {
  readonly type: number;
  /** Octets of its body, as its header says. */
  readonly length: number;
  /** As far as they are there: header and body (what the hash of a handshake runs over), and the body alone. Valid during the call. */
  readonly octets: Buffer;
  readonly body: Buffer;
  readonly isWhole: boolean;
}

export class HandshakeAssembler {
  readonly #take: (message: HandshakeMessage) => void;
  readonly #store: OctetStore;
  /** Octets of the message in the making that are still to come, once its header is there. */
  #remaining: number | undefined;

  constructor(budget: Budget, take: (message: HandshakeMessage) => void) {
    this.#store = new OctetStore(budget, limits.message);
    this.#take = take;
  }

  /** No message is half read. */
  get isBetween(): boolean {
    return this.#store.length === 0;
  }

  /** The next fragment of the handshake. */
  add(fragment: Buffer): void {
    for (let at = 0; at < fragment.length; ) {
      at = this.isBetween ? this.#readWhole(fragment, at) : this.#readPiece(fragment, at);
    }
  }

  /** What is half read will not be completed: it is told as far as it goes. */
  breakOff(): void {
    if (!this.isBetween) this.#tell(this.#store.octets, false);
    this.#store.release();
    this.#remaining = undefined;
  }

  /** A message that lies in this fragment as a whole needs no copy. */
  #readWhole(fragment: Buffer, at: number): number {
    const behind = at + HEADER_OCTETS > fragment.length ? Infinity : at + HEADER_OCTETS + fragment.readUIntBE(at + 1, 3);
    if (behind > fragment.length) return this.#readPiece(fragment, at);
    this.#tell(fragment.subarray(at, behind), true);
    return behind;
  }

  #readPiece(fragment: Buffer, at: number): number {
    if (this.#remaining === undefined) return this.#readHeader(fragment, at);
    const behind = Math.min(fragment.length, at + this.#remaining);
    this.#store.add(fragment, at, behind);
    this.#remaining -= behind - at;
    if (this.#remaining === 0) this.#finish();
    return behind;
  }

  #readHeader(fragment: Buffer, at: number): number {
    const store = this.#store;
    const behind = Math.min(fragment.length, at + HEADER_OCTETS - store.length);
    store.add(fragment, at, behind);
    if (store.isCut) return this.#giveUp(fragment);
    if (store.length < HEADER_OCTETS) return behind;
    this.#remaining = store.octets.readUIntBE(1, 3);
    if (this.#remaining === 0) this.#finish();
    return behind;
  }

  #finish(): void {
    this.#tell(this.#store.octets, !this.#store.isCut);
    this.#store.release();
    this.#remaining = undefined;
  }

  /** No memory even for a header: this fragment is passed over. */
  #giveUp(fragment: Buffer): number {
    this.#store.release();
    return fragment.length;
  }

  #tell(octets: Buffer, isWhole: boolean): void {
    const length = octets.length < HEADER_OCTETS ? 0 : octets.readUIntBE(1, 3);
    this.#take({ type: octets[0]!, length, octets, body: octets.subarray(HEADER_OCTETS), isWhole });
  }
}
