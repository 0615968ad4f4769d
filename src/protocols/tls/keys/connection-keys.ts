/** The keys of a connection: from the master secret for both sides (RFC 5246 §6.3), or in TLS 1.3 for each from secrets of its own (RFC 8446 §7.3). */
import type { Cryptography, MacName } from '../../../model/platform.js';
import type { Side } from '../../../model/endpoint.js';
import { bulkCipher, MAC_OCTETS, scheduleHash, type AeadCipher, type BulkCipher } from './bulk-cipher.js';
import type { CipherSuite } from '../registered/cipher-suite.js';
import { expandLabel, pseudoRandom } from './key-schedule.js';
import { Aead13Protection, AeadProtection, BlockProtection, type RecordProtection } from './record-protection.js';
import { TLS_1_2 } from '../registered/versions.js';

/** What both sides have agreed on. */
export interface Agreement {
  readonly version: number;
  readonly suite: CipherSuite;
  readonly clientRandom: Buffer;
  readonly serverRandom: Buffer;
  /** RFC 7366. */
  readonly encryptThenMac: boolean;
}

/** Undefined where the suite is of a kind that is not opened here. */
export function masterKeys(crypto: Cryptography, agreement: Agreement, master: Buffer): Readonly<Record<Side, RecordProtection>> | undefined {
  const { version, suite, clientRandom, serverRandom } = agreement;
  const cipher = bulkCipher(suite);
  const hash = version >= TLS_1_2 ? scheduleHash(suite) : undefined;
  if (cipher === undefined || (version >= TLS_1_2 && hash === undefined)) return undefined;
  const sizes = sizesOf(cipher);
  const seed = Buffer.concat([serverRandom, clientRandom]);
  const block = pseudoRandom(crypto, hash, master, 'key expansion', seed, 2 * (sizes.mac + sizes.key + sizes.iv));
  let at = 0;
  const pair = (octets: number): Record<Side, Buffer> => {
    const client = block.subarray(at, at + octets);
    const server = block.subarray(at + octets, at + 2 * octets);
    at += 2 * octets;
    return { client, server };
  };
  const [mac, key, iv] = [pair(sizes.mac), pair(sizes.key), pair(sizes.iv)];
  const of = (side: Side): RecordProtection => {
    if (cipher.kind === 'aead') return new AeadProtection(crypto, cipher, key[side], iv[side]);
    return new BlockProtection(crypto, cipher, { mac: mac[side], key: key[side], iv: iv[side] }, version, !agreement.encryptThenMac);
  };
  return { client: of('client'), server: of('server') };
}

function sizesOf(cipher: BulkCipher): Readonly<Record<'mac' | 'key' | 'iv', number>> {
  if (cipher.kind === 'aead') return { mac: 0, key: cipher.keyOctets, iv: cipher.fixedOctets };
  return { mac: MAC_OCTETS[cipher.mac], key: cipher.keyOctets, iv: cipher.blockOctets };
}

const IV_OCTETS = 12;

/** One generation of the keys of one side in TLS 1.3. */
export class TrafficKeys {
  readonly protection: RecordProtection;
  readonly #crypto: Cryptography;
  readonly #hash: MacName;
  readonly #cipher: AeadCipher;
  readonly #secret: Buffer;

  constructor(crypto: Cryptography, hash: MacName, cipher: AeadCipher, secret: Buffer) {
    this.#crypto = crypto;
    this.#hash = hash;
    this.#cipher = cipher;
    this.#secret = secret;
    const key = expandLabel(crypto, hash, secret, 'key', cipher.keyOctets);
    const iv = expandLabel(crypto, hash, secret, 'iv', IV_OCTETS);
    this.protection = new Aead13Protection(crypto, cipher, key, iv);
  }

  /** Those behind a KeyUpdate (RFC 8446 §7.2). */
  next(): TrafficKeys {
    const secret = expandLabel(this.#crypto, this.#hash, this.#secret, 'traffic upd', this.#secret.length);
    return new TrafficKeys(this.#crypto, this.#hash, this.#cipher, secret);
  }
}

/** Undefined where the suite is none of TLS 1.3, or the secret of another length than its hash. */
export function trafficKeys(crypto: Cryptography, suite: CipherSuite, secret: Buffer): TrafficKeys | undefined {
  const cipher = bulkCipher(suite);
  const hash = scheduleHash(suite);
  if (cipher?.kind !== 'aead' || hash === undefined || suite.keyExchange !== undefined) return undefined;
  return secret.length === MAC_OCTETS[hash] ? new TrafficKeys(crypto, hash, cipher, secret) : undefined;
}
