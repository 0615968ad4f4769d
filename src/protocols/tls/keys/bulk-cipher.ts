/** How much key, nonce and tag the cipher of a suite takes (RFC 5246 §6.2.3, RFC 5288, 6367, 6209, 6655, 7905; RFC 8446 §5.2). */
import type { AeadName, BlockCipherName, MacName } from '../../../model/platform.js';
import type { CipherSuite } from '../registered/cipher-suite.js';

export interface AeadCipher {
  readonly kind: 'aead';
  readonly name: AeadName;
  readonly keyOctets: number;
  readonly tagOctets: number;
  /** Octets of the nonce that TLS 1.2 takes from the keys; the rest of 12 travels in each record. */
  readonly fixedOctets: 4 | 12;
}

export interface BlockCipher {
  readonly kind: 'blocks';
  /** Undefined: nothing is encrypted, it is only kept from being changed. */
  readonly name: BlockCipherName | undefined;
  readonly keyOctets: number;
  readonly blockOctets: number;
  readonly mac: MacName;
}

export type BulkCipher = AeadCipher | BlockCipher;

type Row = Omit<AeadCipher, 'tagOctets'> | Omit<BlockCipher, 'mac'>;

const GCM_TAG = 16;
const SHORT_TAG = 8;

const gcm = (name: AeadName, keyOctets: number): Row => ({ kind: 'aead', name, keyOctets, fixedOctets: 4 });
const cbc = (name: BlockCipherName, keyOctets: number, blockOctets = 16): Row => ({ kind: 'blocks', name, keyOctets, blockOctets });

/** By cipher, bits and mode; CCM_8 stands under CCM. */
const CIPHERS: Readonly<Record<string, Row>> = {
  'AES 128 GCM': gcm('aes-128-gcm', 16),
  'AES 256 GCM': gcm('aes-256-gcm', 32),
  'AES 128 CCM': gcm('aes-128-ccm', 16),
  'AES 256 CCM': gcm('aes-256-ccm', 32),
  'ARIA 128 GCM': gcm('aria-128-gcm', 16),
  'ARIA 256 GCM': gcm('aria-256-gcm', 32),
  'CHACHA20 256 POLY1305': { kind: 'aead', name: 'chacha20-poly1305', keyOctets: 32, fixedOctets: 12 },
  'AES 128 CBC': cbc('aes-128-cbc', 16),
  'AES 256 CBC': cbc('aes-256-cbc', 32),
  'CAMELLIA 128 CBC': cbc('camellia-128-cbc', 16),
  'CAMELLIA 256 CBC': cbc('camellia-256-cbc', 32),
  '3DES_EDE 112 CBC': cbc('des-ede3-cbc', 24, 8),
  'NULL 0 none': { kind: 'blocks', name: undefined, keyOctets: 0, blockOctets: 0 },
};

const MACS: Readonly<Record<string, MacName>> = { MD5: 'md5', SHA: 'sha1', SHA256: 'sha256', SHA384: 'sha384' };

export const MAC_OCTETS: Readonly<Record<MacName, number>> = { md5: 16, sha1: 20, sha256: 32, sha384: 48 };

/** Undefined where the suite is of a kind that is not opened here: RC4, SM4, GOST, Camellia with GCM … */
export function bulkCipher({ cipher, keyBits, mode, mac }: CipherSuite): BulkCipher | undefined {
  const row = CIPHERS[`${cipher} ${keyBits} ${mode === 'CCM_8' ? 'CCM' : mode}`];
  if (row?.kind === 'aead') return { ...row, tagOctets: mode === 'CCM_8' ? SHORT_TAG : GCM_TAG };
  const macName = mac === undefined ? undefined : MACS[mac];
  return row === undefined || macName === undefined ? undefined : { ...row, mac: macName };
}

/** The hash of a suite from which keys are made; undefined where it is none that is known here. */
export function scheduleHash({ hash }: CipherSuite): 'sha256' | 'sha384' | undefined {
  return hash === 'SHA384' ? 'sha384' : hash === 'SHA256' ? 'sha256' : undefined;
}
