/** Domain names as text, and the names of addresses turned round (RFC 1035 §3.5, RFC 3596 §2.5). Compared in lower case. */

/** Without the dot at the end. */
export function canonical(name: string): string {
  const lower = name.toLowerCase();
  return lower.endsWith('.') && lower.length > 1 ? lower.slice(0, -1) : lower;
}

/** 192.0.2.10 → 10.2.0.192; of IPv6 its 32 digits from the last to the first. */
export function reversed(address: string): string {
  if (!address.includes(':')) return address.split('.').reverse().join('.');
  const [head = '', tail] = address.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return [...all.map((group) => group.padStart(4, '0')).join('')].reverse().join('.');
}

/** The name that a question of type PTR asks for. */
export function pointerName(address: string): string {
  return `${reversed(address)}.${address.includes(':') ? 'ip6' : 'in-addr'}.arpa`;
}

const POINTER_4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.in-addr\.arpa$/;

/** The IPv4 address that a question of type PTR is about. */
export function pointerAddress(name: string): string | undefined {
  const match = POINTER_4.exec(canonical(name));
  return match === null ? undefined : `${match[4]}.${match[3]}.${match[2]}.${match[1]}`;
}

/** What stands behind the @ of an address; undefined where there is none, or an address literal. */
export function domainOf(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const domain = at === -1 ? '' : canonical(address.slice(at + 1));
  return domain === '' || domain.startsWith('[') ? undefined : domain;
}

/** Whether the name is that domain, or lies in it. */
export function liesIn(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}
