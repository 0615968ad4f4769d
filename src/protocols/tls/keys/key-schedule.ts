/**
 * How keys are made of secrets: the pseudo-random function of TLS 1.0 to 1.2 (RFC 2246 §5, RFC 5246 §5) and
 * HKDF-Expand-Label of TLS 1.3 (RFC 8446 §7.1, RFC 5869 §2.3). It makes no secrets, it unfolds those it is given.
 */
import type { Cryptography, MacName } from '../../../model/platform.js';

/** `length` octets of P_hash. */
function stretch(crypto: Cryptography, hash: MacName, secret: Buffer, seed: Buffer, length: number): Buffer {
  const output: Buffer[] = [];
  let a = seed;
  for (let octets = 0; octets < length; octets += output.at(-1)!.length) {
    a = crypto.hmac(hash, secret, a);
    output.push(crypto.hmac(hash, secret, a, seed));
  }
  return Buffer.concat(output, length);
}

/** `hash`: that of TLS 1.2; undefined before it, where MD5 and SHA-1 each take half of the secret. */
export function pseudoRandom(
  crypto: Cryptography,
  hash: MacName | undefined,
  secret: Buffer,
  label: string,
  seed: Buffer,
  length: number,
): Buffer {
  const labelled = Buffer.concat([Buffer.from(label, 'latin1'), seed]);
  if (hash !== undefined) return stretch(crypto, hash, secret, labelled, length);
  const half = Math.ceil(secret.length / 2);
  const mixed = stretch(crypto, 'md5', secret.subarray(0, half), labelled, length);
  const other = stretch(crypto, 'sha1', secret.subarray(secret.length - half), labelled, length);
  for (let i = 0; i < length; i++) mixed[i]! ^= other[i]!;
  return mixed;
}

/** Of an empty context, as all keys of records have. */
export function expandLabel(crypto: Cryptography, hash: MacName, secret: Buffer, label: string, length: number): Buffer {
  const name = Buffer.from(`tls13 ${label}`, 'latin1');
  const info = Buffer.concat([Buffer.from([length >> 8, length & 0xff, name.length]), name, Buffer.of(0)]);
  const output: Buffer[] = [];
  let last = Buffer.alloc(0);
  for (let octets = 0; octets < length; octets += last.length) {
    last = Buffer.from(crypto.hmac(hash, secret, last, info, Buffer.of(output.length + 1)));
    output.push(last);
  }
  return Buffer.concat(output, length);
}
