/** The hosts that take mail for a domain, in the order in which they are tried (RFC 5321 §5.1). */
import type { DnsRecord } from '../model/dns.js';

/** Hosts of equal preference together, the smallest first. */
export function rankedExchanges(records: readonly DnsRecord[]): readonly (readonly DnsRecord[])[] {
  const ranks = new Map<number, DnsRecord[]>();
  for (const record of records) {
    const preference = record.preference ?? 0;
    const rank = ranks.get(preference);
    if (rank === undefined) ranks.set(preference, [record]);
    else rank.push(record);
  }
  return [...ranks].sort(([a], [b]) => a - b).map(([, rank]) => rank);
}
