/**
 * The hops of a mail: what each Received field says (RFC 5321 §4.4, RFC 5322 §3.6.7), newest first, as they stand.
 * Seen in the wild: clauses in any order, comments everywhere, no date at all. Total: what cannot be read is left out.
 */
import type { HopRemark } from '../model/mail-remarks.js';
import type { HeaderField, Hop, HopClient, MessageDirection, Sighting } from '../model/message.js';
import { parseDate } from './date.js';
import { readClient } from './hop-client.js';
import { readProtocol } from './hop-protocol.js';
import { chainRemarks, hopRemarks } from './hop-remarks.js';
import { limits } from './limits.js';

/** What is known of the mail beside its Received fields. */
export interface MailContext {
  readonly direction: MessageDirection;
  /** Where the captures show the step that is recorded under this id, of the mail of that Message-ID. */
  readonly sightingOf?: ((id: string, messageId: string | undefined) => Sighting | undefined) | undefined;
}

/** The words that begin a clause. */
const CLAUSES: ReadonlySet<string> = new Set(['from', 'by', 'via', 'with', 'id', 'for']);
/** A comment, which may hold comments, or a word. */
const TOKEN = /\((?:[^()]|\([^()]*\))*\)|[^\s()]+/g;

/** `fields`: the header of the mail; `date` and `messageId` as it says them. */
export function readHops(
  fields: readonly HeaderField[],
  { direction, sightingOf }: MailContext,
  date: string | undefined,
  messageId: string | undefined,
): readonly Hop[] {
  const received = fields.filter(({ name }) => name.toLowerCase() === 'received').slice(0, limits.hops);
  if (received.length === 0) return [];
  const told = received.map(readHop);
  const timed = told.map((hop, at): Hop => ({ ...hop, delay: delayBetween(told[at + 1], hop) }));
  const hops = timed.map((hop, at) => withRemarks(hop, received[at]!.value.slice(0, limits.received), sightingOf, messageId));
  const chain = chainRemarks(hops, direction, date);
  return hops.map((hop, at) => (chain.has(at) ? { ...hop, remarks: [...(hop.remarks ?? []), ...chain.get(at)!] } : hop));
}

function withRemarks(hop: Hop, field: string, sightingOf: MailContext['sightingOf'], messageId: string | undefined): Hop {
  const client = hop.from === undefined ? undefined : readClient(hop.from);
  const seen = hop.id === undefined ? undefined : sightingOf?.(hop.id, messageId);
  const remarks: HopRemark[] = seen === undefined ? [] : [{ key: 'hop.session', params: seen }];
  remarks.push(...hopRemarks(hop, client, field));
  const facts: HopClient | undefined =
    client === undefined || (client.address === undefined && client.name === undefined) ? undefined : { helo: client.helo, name: client.name, address: client.address };
  const protocol = hop.with === undefined ? undefined : readProtocol(hop.with, field);
  return { ...hop, protocol, client: facts, seen, remarks: remarks.length === 0 ? undefined : remarks };
}

function readHop({ value }: HeaderField): Hop {
  const text = value.slice(0, limits.received);
  const semicolon = text.lastIndexOf(';');
  const clauses = readClauses(semicolon === -1 ? text : text.slice(0, semicolon));
  return {
    from: clauses.get('from'),
    by: clauses.get('by'),
    with: clauses.get('with'),
    // What stands behind it is a comment, as in Dovecot's "(envelope-from <…>)": no part of the name.
    id: clauses.get('id')?.split(/[\s(;]/, 1)[0],
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
