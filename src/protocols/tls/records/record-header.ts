/**
 * The header of a record while its octets come in, one by one where TCP cut it so (RFC 8446 §5.1). Where it can be none,
 * its first octet is let go and the next is tried: so reading finds its way back behind a gap.
 */
import { APPLICATION_DATA, HANDSHAKE, isContentType, SSL2_HELLO } from '../registered/content-types.js';
import { limits } from '../limits.js';

export const HEADER_OCTETS = 5;
const MAJOR = 3;
/** 3.4 would be TLS 1.3, which writes 3.3; drafts of it and curious servers do otherwise. */
const LAST_MINOR = 4;
const SSL2_CLIENT_HELLO = 1;

export class RecordHeader {
  readonly octets = Buffer.alloc(HEADER_OCTETS);
  #count = 0;
  /** Of the records so far; undefined before the first. */
  #minor: number | undefined;
  /** It is the version that was chosen: a ClientHello travels under an older one (RFC 8446 §5.1). */
  #isChosen = false;
  /** Reading is where a record must begin. Otherwise the version has to go with the one seen before. */
  isAligned = true;

  get count(): number {
    return this.#count;
  }

  get isComplete(): boolean {
    return this.#count === HEADER_OCTETS;
  }

  get type(): number {
    return this.isSsl2 ? SSL2_HELLO : this.octets[0]!;
  }

  get version(): number {
    return this.octets.readUInt16BE(this.isSsl2 ? 3 : 1);
  }

  /** Octets behind the header; of SSL 2.0 those behind its first two. */
  get length(): number {
    return this.isSsl2 ? this.octets.readUInt16BE(0) & 0x7fff : this.octets.readUInt16BE(3);
  }

  get isSsl2(): boolean {
    return this.octets[0]! >= SSL2_HELLO;
  }

  add(octet: number): void {
    this.octets[this.#count++] = octet;
  }

  /** Whether what has come may be the beginning of a header. */
  isPlausible(): boolean {
    const { octets } = this;
    const type = octets[0]!;
    const minor = octets[2]!;
    if (type >= SSL2_HELLO) return this.#minor === undefined && this.isAligned && this.#mayBeSsl2();
    if (this.#count > 0 && !isContentType(type)) return false;
    if (this.#count > 1 && octets[1] !== MAJOR) return false;
    if (this.#count > 2 && (minor > LAST_MINOR || (!this.isAligned && !this.#goesWith(minor)))) return false;
    if (!this.isComplete) return true;
    const { length } = this;
    return length <= limits.fragment && (length > 0 || type === APPLICATION_DATA);
  }

  /** Its octets belong to a record now. */
  accept(): void {
    if (!this.isSsl2) this.#minor = this.octets[2]!;
    this.#isChosen ||= this.type !== HANDSHAKE && !this.isSsl2;
    this.isAligned = true;
    this.#count = 0;
  }

  /** Lets the first octet go. */
  shift(): void {
    this.octets.copyWithin(0, 1, this.#count);
    this.#count--;
    this.isAligned = false;
  }

  /** Octets are missing: gives how many had come for nothing. */
  breakOff(): number {
    const count = this.#count;
    this.#count = 0;
    this.isAligned = false;
    return count;
  }

  #goesWith(minor: number): boolean {
    if (this.#minor === undefined) return true;
    return this.#isChosen ? minor === this.#minor : minor >= this.#minor;
  }

  #mayBeSsl2(): boolean {
    const [, , message, major, minor = 0] = this.octets;
    if (this.#count > 2 && message !== SSL2_CLIENT_HELLO) return false;
    if (this.#count > 3 && major !== MAJOR && major !== 0) return false;
    return !this.isComplete || (major === MAJOR ? minor <= LAST_MINOR : minor === 2);
  }
}
