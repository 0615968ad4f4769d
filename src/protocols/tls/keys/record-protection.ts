/**
 * Opens single records with the keys of one direction: AEAD of TLS 1.2 and 1.3 (RFC 5246 §6.2.3.3, RFC 7905, RFC 8446 §5.2),
 * blocks with their MAC before or behind encryption (RFC 5246 §6.2.3.2, RFC 7366). The number of a record is nowhere on
 * the wire: whoever asks says it, and what is not authentic with it is not opened.
 */
import type { Cryptography } from '../../../model/platform.js';
import { MAC_OCTETS, type AeadCipher, type BlockCipher } from './bulk-cipher.js';
import { HEADER_OCTETS } from '../records/record-header.js';

/** A record as it lies on the wire. */
export interface SealedRecord {
  readonly type: number;
  readonly version: number;
  readonly fragment: Buffer;
}

export interface OpenedRecord {
  /** What is inside. */
  readonly type: number;
  readonly plain: Buffer;
  /** Octets of the record in front of what became the plain ones, its header included. */
  readonly head: number;
}

export interface RecordProtection {
  /** Octets that a record has beside what is inside, at least. */
  readonly overhead: number;
  /** Undefined where the record is not authentic as the one of that number. */
  open(record: SealedRecord, sequence: number): OpenedRecord | undefined;
  /** The record is done with, whether it was opened or not. */
  passed(record: SealedRecord): void;
}

const NONCE_OCTETS = 12;
const COUNTER_OCTETS = 8;
const TLS_1_1 = 0x0302;

function writeCounter(target: Buffer, at: number, sequence: number): void {
  target.writeUInt32BE(Math.floor(sequence / 2 ** 32), at);
  target.writeUInt32BE(sequence >>> 0, at + 4);
}

/** Written anew for every record; whoever gets it has copied it before the next. */
const PSEUDO_HEADER = Buffer.alloc(COUNTER_OCTETS + HEADER_OCTETS);

/** What is authenticated beside the content: number, type, version, length (RFC 5246 §6.2.3.1). */
function pseudoHeader(sequence: number, { type, version }: SealedRecord, length: number): Buffer {
  writeCounter(PSEUDO_HEADER, 0, sequence);
  writeHeader(PSEUDO_HEADER, COUNTER_OCTETS, type, version, length);
  return PSEUDO_HEADER;
}

function writeHeader(target: Buffer, at: number, type: number, version: number, length: number): void {
  target[at] = type;
  target.writeUInt16BE(version, at + 1);
  target.writeUInt16BE(length, at + 3);
}

/** The nonce of a record: written anew for each, and copied by whoever deciphers (0.4 µs a record less than one of its own). */
class Nonce {
  readonly #octets = Buffer.alloc(NONCE_OCTETS);
  readonly #iv: Buffer;

  constructor(iv: Buffer) {
    this.#iv = iv;
  }

  /** The number of the record laid over the end of what the keys gave (RFC 7905 §2, RFC 8446 §5.3). */
  numbered(sequence: number): Buffer {
    const octets = this.#octets;
    octets.fill(0, 0, NONCE_OCTETS - COUNTER_OCTETS);
    writeCounter(octets, NONCE_OCTETS - COUNTER_OCTETS, sequence);
    for (let i = 0; i < NONCE_OCTETS; i++) octets[i]! ^= this.#iv[i]!;
    return octets;
  }

  /** What the record brings along behind what the keys gave (RFC 5288 §3). */
  completed(explicit: Buffer): Buffer {
    this.#iv.copy(this.#octets);
    explicit.copy(this.#octets, this.#iv.length, 0, NONCE_OCTETS - this.#iv.length);
    return this.#octets;
  }
}

/** What all AEAD keys of one direction have; the versions of TLS differ in what they authenticate, and in where the nonce comes from. */
abstract class AeadKeys {
  protected readonly cipher: AeadCipher;
  protected readonly nonce: Nonce;
  readonly #crypto: Cryptography;
  readonly #key: Buffer;

  /** `iv`: as much of the nonce as is made with the keys. */
  constructor(crypto: Cryptography, cipher: AeadCipher, key: Buffer, iv: Buffer) {
    this.cipher = cipher;
    this.nonce = new Nonce(iv);
    this.#crypto = crypto;
    this.#key = key;
  }

  passed(): void {}

  protected unseal(nonce: Buffer, additional: Buffer, sealed: Buffer): Buffer | undefined {
    const { name, tagOctets } = this.cipher;
    return this.#crypto.openAead(name, this.#key, nonce, additional, sealed, tagOctets);
  }
}

/** TLS 1.2. */
export class AeadProtection extends AeadKeys implements RecordProtection {
  get overhead(): number {
    return HEADER_OCTETS + this.#explicit + this.cipher.tagOctets;
  }

  open(record: SealedRecord, sequence: number): OpenedRecord | undefined {
    const { fragment } = record;
    const explicit = this.#explicit;
    const length = fragment.length - explicit - this.cipher.tagOctets;
    if (length < 0) return undefined;
    const nonce = explicit === 0 ? this.nonce.numbered(sequence) : this.nonce.completed(fragment);
    const plain = this.unseal(nonce, pseudoHeader(sequence, record, length), fragment.subarray(explicit));
    return plain && { type: record.type, plain, head: HEADER_OCTETS + explicit };
  }

  /** Octets of the nonce that each record brings along. */
  get #explicit(): number {
    return NONCE_OCTETS - this.cipher.fixedOctets;
  }
}

const HEADER = Buffer.alloc(HEADER_OCTETS);

export class Aead13Protection extends AeadKeys implements RecordProtection {
  /** The type inside has an octet of its own. */
  get overhead(): number {
    return HEADER_OCTETS + 1 + this.cipher.tagOctets;
  }

  open({ type, version, fragment }: SealedRecord, sequence: number): OpenedRecord | undefined {
    writeHeader(HEADER, 0, type, version, fragment.length);
    const inner = this.unseal(this.nonce.numbered(sequence), HEADER, fragment);
    if (inner === undefined) return undefined;
    // Behind the content stand its type and as many zeros as the sender likes.
    let end = inner.length;
    while (end > 0 && inner[end - 1] === 0) end--;
    return end === 0 ? undefined : { type: inner[end - 1]!, plain: inner.subarray(0, end - 1), head: HEADER_OCTETS };
  }
}

export interface BlockKeys {
  readonly mac: Buffer;
  readonly key: Buffer;
  /** Of the first record in TLS 1.0; later ones bring theirs along. */
  readonly iv: Buffer;
}

export class BlockProtection implements RecordProtection {
  readonly #crypto: Cryptography;
  readonly #cipher: BlockCipher;
  readonly #keys: BlockKeys;
  readonly #macFirst: boolean;
  readonly #tag: number;
  /** In TLS 1.0 the end of one record begins the chain of the next. */
  #chained: Buffer | undefined;

  /** `macFirst`: the MAC is encrypted as well. */
  constructor(crypto: Cryptography, cipher: BlockCipher, keys: BlockKeys, version: number, macFirst: boolean) {
    this.#crypto = crypto;
    this.#cipher = cipher;
    this.#keys = keys;
    this.#macFirst = macFirst;
    this.#tag = MAC_OCTETS[cipher.mac];
    this.#chained = version < TLS_1_1 ? keys.iv : undefined;
  }

  get overhead(): number {
    return HEADER_OCTETS + this.#ivOctets + this.#tag;
  }

  get #ivOctets(): number {
    return this.#chained === undefined ? this.#cipher.blockOctets : 0;
  }

  open(record: SealedRecord, sequence: number): OpenedRecord | undefined {
    if (this.#cipher.name === undefined) return this.#openUnencrypted(record, sequence);
    return this.#macFirst ? this.#openMacInside(record, sequence) : this.#openMacOutside(record, sequence);
  }

  passed({ fragment }: SealedRecord): void {
    if (this.#chained === undefined) return;
    const end = this.#macFirst ? fragment.length : fragment.length - this.#tag;
    if (end >= this.#cipher.blockOctets) this.#chained = Buffer.from(fragment.subarray(end - this.#cipher.blockOctets, end));
  }

  #openUnencrypted(record: SealedRecord, sequence: number): OpenedRecord | undefined {
    const length = record.fragment.length - this.#tag;
    if (length < 0 || !this.#isAuthentic(record, sequence, record.fragment, length)) return undefined;
    return { type: record.type, plain: record.fragment.subarray(0, length), head: HEADER_OCTETS };
  }

  #openMacInside(record: SealedRecord, sequence: number): OpenedRecord | undefined {
    const inner = this.#decrypt(record.fragment);
    if (inner === undefined) return undefined;
    const padded = unpadded(inner);
    const length = padded === undefined ? -1 : padded - this.#tag;
    if (length < 0 || !this.#isAuthentic(record, sequence, inner, length)) return undefined;
    return this.#opened(record, inner.subarray(0, length));
  }

  #openMacOutside(record: SealedRecord, sequence: number): OpenedRecord | undefined {
    const length = record.fragment.length - this.#tag;
    if (length < 0 || !this.#isAuthentic(record, sequence, record.fragment, length)) return undefined;
    const inner = this.#decrypt(record.fragment.subarray(0, length));
    const end = inner === undefined ? undefined : unpadded(inner);
    return end === undefined ? undefined : this.#opened(record, inner!.subarray(0, end));
  }

  #opened({ type }: SealedRecord, plain: Buffer): OpenedRecord {
    return { type, plain, head: HEADER_OCTETS + this.#ivOctets };
  }

  #decrypt(fragment: Buffer): Buffer | undefined {
    const { name } = this.#cipher;
    if (name === undefined || fragment.length < this.#ivOctets) return undefined;
    const iv = this.#chained ?? fragment.subarray(0, this.#ivOctets);
    return this.#crypto.decryptBlocks(name, this.#keys.key, iv, fragment.subarray(this.#ivOctets));
  }

  /** Whether the MAC of `bytes[0..length)` stands behind it. */
  #isAuthentic(record: SealedRecord, sequence: number, bytes: Buffer, length: number): boolean {
    const header = pseudoHeader(sequence, record, length);
    const mac = this.#crypto.hmac(this.#cipher.mac, this.#keys.mac, header, bytes.subarray(0, length));
    return mac.equals(bytes.subarray(length, length + this.#tag));
  }
}

/** How much is left in front of the padding, each octet of which says how long it is; undefined where it is none. */
function unpadded(inner: Buffer): number | undefined {
  const padding = inner[inner.length - 1];
  if (padding === undefined || padding >= inner.length) return undefined;
  for (let at = inner.length - 1 - padding; at < inner.length; at++) if (inner[at] !== padding) return undefined;
  return inner.length - 1 - padding;
}
