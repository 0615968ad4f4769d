/**
 * The hops of a mail: what each Received field says (RFC 5321 §4.4, RFC 5322 §3.6.7), newest first, as they stand.
 * Seen in the wild: clauses in any order, comments everywhere, no date at all. Total: what cannot be read is left out.
 */
import type { HeaderField, Hop } from '../model/message.js';
import { parseDate } from './date.js';
import { limits } from './limits.js';

/** The words that begin a clause, and what follows each up to the next one. */
const CLAUSE = /(?:^|\s)(from|by|via|with|id|for)\s+((?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()]+)(?:\s*\([^()]*(?:\([^()]*\)[^()]*)*\))*)/gi;

type ClauseName = 'from' | 'by' | 'with' | 'id' | 'for';

/** `fields`: the header of the mail. */
export function readHops(fields: readonly HeaderField[]): readonly Hop[] {
  const hops = fields.filter(({ name }) => name.toLowerCase() === 'received').slice(0, limits.hops).map(readHop);
  return hops.map((hop, at) => ({ ...hop, delay: delayBetween(hops[at + 1], hop) }));
}

function readHop({ value }: HeaderField): Hop {
  const text = value.slice(0, limits.received);
  const semicolon = text.lastIndexOf(';');
  const clauses = new Map<string, string>();
  for (const [, name = '', content = ''] of (semicolon === -1 ? text : text.slice(0, semicolon)).matchAll(CLAUSE)) {
    if (!clauses.has(name.toLowerCase())) clauses.set(name.toLowerCase(), content.replace(/\s+/g, ' ').trim());
  }
  const clause = (name: ClauseName): string | undefined => clauses.get(name);
  return {
    from: clause('from'),
    by: clause('by'),
    with: clause('with'),
    id: clause('id'),
    for: clause('for')?.replace(/^<(.*)>$/, '$1'),
    time: semicolon === -1 ? undefined : parseDate(text.slice(semicolon + 1)),
    delay: undefined,
  };
}

/** Seconds; negative where the clocks of the two hosts disagree. */
function delayBetween(earlier: Hop | undefined, later: Hop): number | undefined {
  if (earlier?.time === undefined || later.time === undefined) return undefined;
  const delay = (Date.parse(later.time) - Date.parse(earlier.time)) / 1000;
  return Number.isNaN(delay) ? undefined : delay;
}
