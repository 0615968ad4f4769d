/** IP addresses and networks as numbers. Refuses octal and shortened forms, of which every program thinks otherwise, and names. */
import ipaddr from 'ipaddr.js';
import type { Endpoint } from '../model/endpoint.js';

export type Family = 'ipv4' | 'ipv6';

export interface Network {
  readonly address: bigint;
  /** What counts of it; all ones for a single address. */
  readonly mask: bigint;
}

const BITS: Readonly<Record<Family, number>> = { ipv4: 32, ipv6: 128 };

/** `192.0.2.1`, `192.0.2.0/24`, `2001:db8::/32`; undefined where it is none. */
export function parseNetwork(text: string, family: Family): Network | undefined {
  const [address = '', length, ...rest] = text.split('/');
  const number = parseAddress(address, family);
  const bits = length === undefined ? BITS[family] : /^\d{1,3}$/.test(length) ? Number(length) : Infinity;
  if (number === undefined || rest.length > 0 || bits > BITS[family]) return undefined;
  const all = (1n << BigInt(BITS[family])) - 1n;
  return { address: number, mask: all ^ ((1n << BigInt(BITS[family] - bits)) - 1n) };
}

function parseAddress(text: string, family: Family): bigint | undefined {
  if (family === 'ipv4') return ipaddr.IPv4.isValidFourPartDecimal(text) ? numberOf(ipaddr.IPv4.parse(text)) : undefined;
  // A zone belongs to one machine, not to a capture.
  return text.includes('%') || !ipaddr.IPv6.isValid(text) ? undefined : numberOf(ipaddr.IPv6.parse(text));
}

function numberOf(address: ipaddr.IPv4 | ipaddr.IPv6): bigint {
  return address.toByteArray().reduce((number, octet) => (number << 8n) | BigInt(octet), 0n);
}

export function formatAddress(number: bigint, family: Family): string {
  const octets = Array.from({ length: BITS[family] / 8 }, (_, at) => Number((number >> BigInt(BITS[family] - 8 * (at + 1))) & 255n));
  return ipaddr.fromByteArray(octets).toString();
}

/** An endpoint is asked for with every entry of its session. */
const known = new WeakMap<Endpoint, { readonly family: Family; readonly number: bigint }>();

/** Undefined where the endpoint is of the other family. */
export function addressOf(endpoint: Endpoint, family: Family): bigint | undefined {
  let found = known.get(endpoint);
  if (found === undefined) {
    const own = endpoint.address.includes(':') ? 'ipv6' : 'ipv4';
    found = { family: own, number: parseAddress(endpoint.address, own) ?? 0n };
    known.set(endpoint, found);
  }
  return found.family === family ? found.number : undefined;
}
