/**
 * Opens single records with the keys of one direction: AEAD of TLS 1.2 and 1.3 (RFC 5246 §6.2.3.3, RFC 7905, RFC 8446 §5.2),
 * blocks with their MAC before or behind encryption (RFC 5246 §6.2.3.2, RFC 7366). The number of a record is nowhere on
 * the wire: whoever asks says it, and what is not authentic with it is not opened.
 */
import type { Cryptography } from '../../model/platform.js';
import { MAC_OCTETS, type AeadCipher, type BlockCipher } from './bulk-cipher.js';
import { HEADER_OCTETS } from './record-header.js';

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

/** What is authenticated beside the content: number, type, version, length (RFC 5246 §6.2.3.1). */
function pseudoHeader(sequence: number, { type, version }: SealedRecord, length: number): Buffer {
  const header = Buffer.allocUnsafe(13);
  writeCounter(header, 0, sequence);
  header[8] = type;
  header.writeUInt16BE(version, 9);
  header.writeUInt16BE(length, 11);
  return header;
}

function writeCounter(target: Buffer, at: number, sequence: number): void {
  target.writeUInt32BE(Math.floor(sequence / 2 ** 32), at);
  target.writeUInt32BE(sequence >>> 0, at + 4);
}

/** `iv` with the number of the record laid over its end (RFC 7905 §2, RFC 8446 §5.3). */
function numbered(iv: Buffer, sequence: number): Buffer {
  const nonce = Buffer.alloc(NONCE_OCTETS);
  writeCounter(nonce, NONCE_OCTETS - COUNTER_OCTETS, sequence);
  for (let i = 0; i < NONCE_OCTETS; i++) nonce[i]! ^= iv[i]!;
  return nonce;
}

export class AeadProtection implements RecordProtection {
  readonly #crypto: Cryptography;
  readonly #cipher: AeadCipher;
  readonly #key: Buffer;
  readonly #iv: Buffer;
  readonly #explicit: number;

  /** TLS 1.2. `iv`: as much of the nonce as is made with the keys. */
  constructor(crypto: Cryptography, cipher: AeadCipher, key: Buffer, iv: Buffer) {
    this.#crypto = crypto;
    this.#cipher = cipher;
    this.#key = key;
    this.#iv = iv;
    this.#explicit = NONCE_OCTETS - cipher.fixedOctets;
  }

  get overhead(): number {
    return HEADER_OCTETS + this.#explicit + this.#cipher.tagOctets;
  }

  open(record: SealedRecord, sequence: number): OpenedRecord | undefined {
    const { fragment } = record;
    const { name, tagOctets } = this.#cipher;
    const length = fragment.length - this.#explicit - tagOctets;
    if (length < 0) return undefined;
    const nonce = this.#explicit === 0 ? numbered(this.#iv, sequence) : Buffer.concat([this.#iv, fragment.subarray(0, this.#explicit)]);
    const additional = pseudoHeader(sequence, record, length);
    const plain = this.#crypto.openAead(name, this.#key, nonce, additional, fragment.subarray(this.#explicit), tagOctets);
    return plain && { type: record.type, plain, head: HEADER_OCTETS + this.#explicit };
  }

  passed(): void {}
}

export class Aead13Protection implements RecordProtection {
  readonly #crypto: Cryptography;
  readonly #cipher: AeadCipher;
  readonly #key: Buffer;
  readonly #iv: Buffer;

  constructor(crypto: Cryptography, cipher: AeadCipher, key: Buffer, iv: Buffer) {
    this.#crypto = crypto;
    this.#cipher = cipher;
    this.#key = key;
    this.#iv = iv;
  }

  /** The type inside has an octet of its own. */
  get overhead(): number {
    return HEADER_OCTETS + 1 + this.#cipher.tagOctets;
  }

  open(record: SealedRecord, sequence: number): OpenedRecord | undefined {
    const { fragment } = record;
    const { name, tagOctets } = this.#cipher;
    const header = Buffer.of(record.type, record.version >> 8, record.version & 0xff, fragment.length >> 8, fragment.length & 0xff);
    const inner = this.#crypto.openAead(name, this.#key, numbered(this.#iv, sequence), header, fragment, tagOctets);
    if (inner === undefined) return undefined;
    // Behind the content stand its type and as many zeros as the sender likes.
    let end = inner.length;
    while (end > 0 && inner[end - 1] === 0) end--;
    return end === 0 ? undefined : { type: inner[end - 1]!, plain: inner.subarray(0, end - 1), head: HEADER_OCTETS };
  }

  passed(): void {}
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
