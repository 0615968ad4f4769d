/**
 * Which addresses nobody on the Internet connects from (RFC 6890). Says nothing of those that are in use, nor of those for
 * examples (RFC 5737, RFC 3849), which stand for them.
 */
import type { AddressRange } from '../model/mail-remarks.js';

/** First address, length of the prefix; the narrower ones first. */
const IPV4: readonly (readonly [network: string, prefix: number, range: AddressRange])[] = [
  ['127.0.0.0', 8, 'loopback'],
  ['10.0.0.0', 8, 'private'],
  ['172.16.0.0', 12, 'private'],
  ['192.168.0.0', 16, 'private'],
  ['169.254.0.0', 16, 'link-local'],
  ['100.64.0.0', 10, 'shared'],
  ['0.0.0.0', 8, 'reserved'],
  ['224.0.0.0', 3, 'reserved'],
];

const IPV6: readonly (readonly [address: RegExp, range: AddressRange])[] = [
  [/^(?:0{0,4}:){1,7}0{0,3}1$/, 'loopback'],
  [/^f[cd]/i, 'private'],
  [/^fe[89ab]/i, 'link-local'],
];

const MAPPED = /^(?:0{0,4}:){1,5}ffff:(?=\d+\.)/i;

/** Undefined for addresses in use, and for what is no address. */
export function rangeOf(address: string): AddressRange | undefined {
  const plain = address.replace(MAPPED, '');
  if (plain.includes(':')) return IPV6.find(([form]) => form.test(plain))?.[1];
  const value = ipv4Of(plain);
  if (value === undefined) return undefined;
  return IPV4.find(([network, prefix]) => value >>> (32 - prefix) === ipv4Of(network)! >>> (32 - prefix))?.[2];
}

function ipv4Of(address: string): number | undefined {
  const octets = address.split('.');
  if (octets.length !== 4 || !octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) < 256)) return undefined;
  return octets.reduce((value, octet) => value * 256 + Number(octet), 0);
}
