/** The key of the server in a ServerKeyExchange, as far as it says in what group (RFC 8422 §5.4, RFC 5246 §7.4.3). */
import { OctetCursor } from './octet-cursor.js';

export type KeyExchange = { readonly kind: 'group'; readonly group: number } | { readonly kind: 'prime'; readonly bits: number };

const NAMED_CURVE = 3;

/** `method`: that of the cipher suite; undefined where it sends none that is known. */
export function parseKeyExchange(body: Buffer, method: string | undefined): KeyExchange | undefined {
  const cursor = new OctetCursor(body);
  if (method === 'ECDHE' || method === 'ECDH') {
    const type = cursor.uint8();
    const group = cursor.uint16();
    return type === NAMED_CURVE && !cursor.isShort ? { kind: 'group', group } : undefined;
  }
  if (method !== 'DHE' && method !== 'DH') return undefined;
  const prime = cursor.vector(2);
  return cursor.isShort || prime.length === 0 ? undefined : { kind: 'prime', bits: bitsOf(prime) };
}

function bitsOf(prime: Buffer): number {
  const first = prime.findIndex((octet) => octet !== 0);
  return first === -1 ? 0 : (prime.length - first) * 8 - Math.clz32(prime[first]!) + 24;
}
