/**
 * What a cipher suite consists of, read off its name: how the keys are agreed on, how the server proves who it is, with
 * what is encrypted and what keeps the octets from being changed (RFC 5246 §A.5, §C; RFC 8446 §B.4).
 */
import { CIPHER_SUITE_NAMES } from './cipher-suite-names.js';
import { codeName } from './code-name.js';

/** `GCM`, `CCM`, `CCM_8` and `POLY1305` encrypt and authenticate in one (AEAD). */
export type CipherMode = 'GCM' | 'CCM' | 'CCM_8' | 'POLY1305' | 'CBC' | 'stream' | 'none' | 'other';

export interface CipherSuite {
  readonly code: number;
  readonly name: string;
  /** `ECDHE`, `DHE`, `RSA`, `PSK`, `ECDHE_PSK` …; undefined in TLS 1.3, where it is no part of the suite. */
  readonly keyExchange: string | undefined;
  /** `RSA`, `ECDSA`, `DSS`, `PSK`, `anon` …; undefined in TLS 1.3. */
  readonly authentication: string | undefined;
  /** `AES`, `CHACHA20`, `CAMELLIA`, `3DES_EDE`, `RC4`, `NULL` … */
  readonly cipher: string;
  /** Of the key of the cipher, those that count: 112 of Triple-DES (NIST SP 800-131A). */
  readonly keyBits: number;
  readonly mode: CipherMode;
  readonly isAead: boolean;
  /** The hash of its HMAC; undefined of an AEAD. */
  readonly mac: string | undefined;
  /** The hash from which TLS 1.2 and 1.3 make keys (RFC 5246 §5, RFC 8446 §7.1); undefined where the name does not say it. */
  readonly hash: string | undefined;
  /** The keys were made weak on purpose (EXPORT). */
  readonly isExport: boolean;
  /** Who gets hold of the server's key later cannot open what was recorded: the keys come of one exchange alone. */
  readonly hasForwardSecrecy: boolean;
}

/** No suites, but signals that stand in their list (RFC 5746 §3.3, RFC 7507 §2). */
export const RENEGOTIATION_SIGNAL = 0x00ff;
export const FALLBACK_SIGNAL = 0x5600;

const MODES: readonly CipherMode[] = ['GCM', 'CCM_8', 'CCM', 'POLY1305', 'CBC'];
const AEADS: readonly CipherMode[] = ['GCM', 'CCM_8', 'CCM', 'POLY1305'];

/** Where the number of bits is not in the name. */
const KEY_BITS: Readonly<Record<string, number>> = { '3DES_EDE': 112, CHACHA20: 256, DES: 56, DES40: 40, IDEA: 128, SEED: 128, SM4: 128, NULL: 0 };

const cache = new Map<number, CipherSuite>();

export function suiteName(code: number): string {
  return codeName(CIPHER_SUITE_NAMES, code);
}

/** Undefined of a suite that no registry names, and of a signal. */
export function cipherSuite(code: number): CipherSuite | undefined {
  const known = cache.get(code);
  if (known !== undefined) return known;
  const name = CIPHER_SUITE_NAMES[code];
  if (name === undefined || name.endsWith('_SCSV')) return undefined;
  const suite = describe(code, name);
  cache.set(code, suite);
  return suite;
}

function describe(code: number, name: string): CipherSuite {
  const [left = '', right] = name.slice('TLS_'.length).split('_WITH_');
  const isExport = left.includes('_EXPORT');
  const parts = right === undefined ? undefined : left.replace('_EXPORT', '').split('_');
  const { cipher, keyBits, mode, hash } = describeCipher(right ?? left);
  const isAead = AEADS.includes(mode);
  const keyExchange = parts && exchangeOf(parts);
  const authentication = parts && authenticationOf(parts);
  return {
    code,
    name,
    keyExchange,
    authentication,
    cipher,
    keyBits,
    mode,
    isAead,
    mac: isAead || mode === 'other' ? undefined : hash,
    // Before 1.2 the version decides; CCM suites that name no hash have SHA-256 (RFC 6655 §3).
    hash: mode === 'other' ? undefined : hash === 'SHA384' || hash === 'SM3' ? hash : 'SHA256',
    isExport,
    // Without a certificate the server has no lasting key to begin with (RFC 5246 §F.1.1.1, RFC 8422 §2.3).
    hasForwardSecrecy: keyExchange === undefined || authentication === 'anon' || /^(?:EC)?DHE|^PSK_DHE|^ECCPWD/.test(keyExchange),
  };
}

/** Of `ECDHE_RSA` the first, of `RSA_PSK` both: there the two belong together. */
function exchangeOf(parts: readonly string[]): string {
  const [first = '', second] = parts;
  if (first === 'SRP') return 'SRP';
  return second === 'PSK' || first === 'PSK' ? parts.join('_') : first;
}

function authenticationOf(parts: readonly string[]): string {
  if (parts[0] === 'SRP') return parts[2] ?? 'SRP';
  if (parts.includes('PSK')) return 'PSK';
  return parts[0]!.startsWith('GOST') ? parts[0]! : (parts[1] ?? parts[0]!);
}

/** `AES_128_GCM_SHA256`, `3DES_EDE_CBC_SHA`, `RC4_128_MD5`, `DES_CBC_40_SHA`, `AES_256_CCM_8`, `NULL_SHA`. */
function describeCipher(text: string): Pick<CipherSuite, 'cipher' | 'keyBits' | 'mode'> & { readonly hash: string | undefined } {
  const hash = /_(MD5|SHA|SHA256|SHA384|SM3|NULL)$/.exec(text)?.[1];
  const rest = hash === undefined ? text : text.slice(0, -hash.length - 1);
  const mode = MODES.find((candidate) => rest.includes(`_${candidate}`)) ?? plainMode(rest);
  const named = /^(?:3DES_EDE|[^_]+)/.exec(rest)![0];
  // TLS_SHA256_SHA256 does not encrypt at all (RFC 9150).
  const cipher = mode === 'none' ? 'NULL' : named;
  const bits = mode === 'POLY1305' ? undefined : /_(\d\d+)/.exec(rest)?.[1];
  return { cipher, keyBits: bits === undefined ? (KEY_BITS[cipher] ?? 256) : Number(bits), mode, hash };
}

function plainMode(rest: string): CipherMode {
  if (rest.startsWith('NULL') || rest.startsWith('SHA')) return 'none';
  return rest.startsWith('RC4') ? 'stream' : 'other';
}
