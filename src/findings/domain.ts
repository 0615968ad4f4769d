/**
 * Domains of addresses and names, and whether two of them may be under one roof. Without a list of public suffixes that
 * is a guess, on the safe side: what looks related is.
 */

/** In lower case; empty where there is none. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase().replace(/\.$/, '');
}

/** Below this, the label before the last is likely part of a public suffix: co.uk, com.br. */
const SHORT_LABEL = 3;

export function areRelated(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`) || organizationOf(a) === organizationOf(b);
}

function organizationOf(domain: string): string {
  const labels = domain.split('.');
  const isShort = (labels.at(-2)?.length ?? 0) <= SHORT_LABEL;
  return labels.slice(isShort && labels.length > 2 ? -3 : -2).join('.');
}
