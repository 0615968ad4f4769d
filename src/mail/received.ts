/**
 * The hops of a mail: what each Received field says (RFC 5321 §4.4, RFC 5322 §3.6.7), newest first, as they stand.
 * Seen in the wild: clauses in any order, comments everywhere, no date at all. Total: what cannot be read is left out.
 */
import type { HeaderField, Hop } from '../model/message.js';
import { parseDate } from './date.js';
import { limits } from './limits.js';

/** The words that begin a clause. */
const CLAUSES: ReadonlySet<string> = new Set(['from', 'by', 'via', 'with', 'id', 'for']);
/** A comment, which may hold comments, or a word. */
const TOKEN = /\((?:[^()]|\([^()]*\))*\)|[^\s()]+/g;

/** `fields`: the header of the mail. */
export function readHops(fields: readonly HeaderField[]): readonly Hop[] {
  const hops = fields.filter(({ name }) => name.toLowerCase() === 'received').slice(0, limits.hops).map(readHop);
  return hops.map((hop, at) => ({ ...hop, delay: delayBetween(hops[at + 1], hop) }));
}

function readHop({ value }: HeaderField): Hop {
  const text = value.slice(0, limits.received);
  const semicolon = text.lastIndexOf(';');
  const clauses = readClauses(semicolon === -1 ? text : text.slice(0, semicolon));
  return {
    from: clauses.get('from'),
    by: clauses.get('by'),
    with: clauses.get('with'),
    id: clauses.get('id'),
    for: clauses.get('for')?.replace(/^<(.*)>$/, '$1'),
    time: semicolon === -1 ? undefined : parseDate(text.slice(semicolon + 1)),
    delay: undefined,
  };
}

/** What stands behind each word that begins a clause, the first time; comments stay with the clause they follow. */
function readClauses(text: string): ReadonlyMap<string, string> {
  const clauses = new Map<string, string>();
  let open: string | undefined;
  for (const [token] of text.matchAll(TOKEN)) {
    const word = token.toLowerCase();
    if (CLAUSES.has(word)) open = clauses.has(word) ? undefined : word;
    else if (open !== undefined) clauses.set(open, clauses.has(open) ? `${clauses.get(open)} ${token}` : token);
  }
  return clauses;
}

/** Seconds; negative where the clocks of the two hosts disagree. */
function delayBetween(earlier: Hop | undefined, later: Hop): number | undefined {
  if (earlier?.time === undefined || later.time === undefined) return undefined;
  const delay = (Date.parse(later.time) - Date.parse(earlier.time)) / 1000;
  return Number.isNaN(delay) ? undefined : delay;
}
