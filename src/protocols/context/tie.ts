/**
 * Whether a lookup belongs to a connection, and why: who asks is one of its hosts, and what is asked for is an address of
 * the other, or a name that was said in it. Evidence decides: an address or an open command before a name said long ago.
 */
import type { Arrival } from '../../model/arrival.js';
import type { LookupPurpose } from '../../model/notes/context.js';
import type { Side } from '../../model/endpoint.js';
import { canonical, liesIn, pointerName, reversed } from './domain-names.js';
import type { Lookup } from './lookup.js';
import type { KnownName, Party } from './party.js';

export interface Fit {
  readonly party: Party;
  readonly side: Side;
  readonly purpose: LookupPurpose;
  /** The more, the surer. */
  readonly strength: number;
  /** What it follows on. */
  readonly near: Arrival;
  /** The name as it is known, where it is about one that was said or answered. */
  readonly known: KnownName | undefined;
}

const SURE = 3;
const LIKELY = 2;
const POSSIBLE = 1;

const LOOPBACK = /^(?:127\.|::1$)/;

/** Which sides of the connection that host can be. Who asks itself is on the machine that recorded this. */
function sidesOf(party: Party, host: string): readonly Side[] {
  if (LOOPBACK.test(host) && party.client.address !== host) return ['server', 'client'];
  if (party.server.address === host) return ['server'];
  return party.client.address === host ? ['client'] : [];
}

export function fitOf(party: Party, lookup: Lookup): Fit | undefined {
  for (const side of sidesOf(party, lookup.asker)) {
    const fit = byAddress(party, side, lookup) ?? (side === 'server' ? byName(party, lookup) : byOwnName(party, lookup));
    if (fit !== undefined) return { party, side, ...fit };
  }
  return undefined;
}

type Evidence = Omit<Fit, 'party' | 'side'>;

/** The address of one of the hosts, turned round. */
function byAddress(party: Party, side: Side, { name, type }: Lookup): Evidence | undefined {
  const sure = (purpose: LookupPurpose): Evidence => ({ purpose, strength: SURE, near: party.facts.first, known: undefined });
  const client = party.client.address;
  if (type === 'PTR') {
    if (name === pointerName(client)) return sure({ is: side === 'server' ? 'client-name' : 'own-name', address: client });
    const server = party.server.address;
    return name === pointerName(server) ? sure({ is: side === 'server' ? 'own-name' : 'server-name', address: server }) : undefined;
  }
  const prefix = `${reversed(client)}.`;
  if (side !== 'server' || !name.startsWith(prefix) || name.endsWith('.arpa')) return undefined;
  return sure({ is: 'block-list', zone: name.slice(prefix.length), subject: client });
}

/** What the client has said, or an answer to a question about that. */
function byName(party: Party, lookup: Lookup): Evidence | undefined {
  const names = party.names('server');
  const known = names.get(lookup.name);
  if (known !== undefined) return byKnown(party, known, asPolicy(lookup, lookup.name, known.purpose) ?? known.purpose);
  for (const [domain, about] of names) {
    const purpose = listPurpose(lookup, domain) ?? asPolicy(lookup, domain, about.purpose);
    if (purpose !== undefined) return byKnown(party, about, purpose);
  }
  return undefined;
}

function byOwnName(party: Party, { name }: Lookup): Evidence | undefined {
  const said = party.names('server').get(name);
  if (said?.purpose.is === 'hello') return byKnown(party, said, { is: 'own-name', address: party.client.address });
  const known = party.names('client').get(name);
  return known && byKnown(party, known, known.purpose);
}

function byKnown(party: Party, known: KnownName, purpose: LookupPurpose): Evidence {
  const isOpen = party.isAsked(known) || purpose.is === 'name-check';
  const strength = isOpen ? SURE : purpose.is === 'policy' ? POSSIBLE : LIKELY;
  return { purpose, strength, near: known.since, known };
}

/** Words in the names of zones that list bad domains. */
const LISTING = /(?:^|[.-])(?:[a-z]*bl|[a-z]*list|surbl|uribl|spam[a-z]*)(?:[.-]|$)/;

function listPurpose({ name, type }: Lookup, domain: string): LookupPurpose | undefined {
  if (type !== 'A' || !domain.includes('.') || !name.startsWith(`${domain}.`)) return undefined;
  const zone = name.slice(domain.length + 1);
  return LISTING.test(zone) ? { is: 'block-list', zone, subject: domain } : undefined;
}

const POLICY_PREFIXES = [
  ['_dmarc.', 'dmarc'],
  ['_mta-sts.', 'mta-sts'],
  ['_smtp._tls.', 'mta-sts'],
] as const;

/** What a domain says of itself beside its address: at its own name, or below it. */
function asPolicy({ name, type }: Lookup, domain: string, about: LookupPurpose): LookupPurpose | undefined {
  if (!('domain' in about)) return undefined;
  for (const [prefix, kind] of POLICY_PREFIXES) {
    const at = name.slice(prefix.length);
    // Where a host has none, that of the domain above it counts (RFC 7489 §6.6.3).
    if (name.startsWith(prefix) && at.includes('.') && liesIn(domain, canonical(at))) return { is: 'policy', kind, domain: at };
  }
  if (!liesIn(name, domain)) return undefined;
  if (name.includes('._domainkey.')) return { is: 'policy', kind: 'dkim', domain };
  if (type === 'TLSA') return { is: 'policy', kind: 'tlsa', domain };
  if ((type === 'TXT' || type === 'SPF') && name === domain) return { is: 'policy', kind: about.is === 'recipient' ? 'other' : 'spf', domain };
  return undefined;
}

/** The one with the better evidence; of equals, the one that is not over, then the one that has not asked this yet, and then the nearest in time. */
export function better(a: Fit, b: Fit, { name, type }: Lookup): Fit {
  if (a.strength !== b.strength) return a.strength > b.strength ? a : b;
  const isOver = (a.party.ended !== undefined) !== (b.party.ended !== undefined);
  if (isOver) return a.party.ended === undefined ? a : b;
  const hasAsked = ({ party }: Fit): boolean => [...party.lookups].some((lookup) => lookup.name === name && lookup.type === type);
  if (hasAsked(a) !== hasAsked(b)) return hasAsked(a) ? b : a;
  return a.near.order >= b.near.order ? a : b;
}
