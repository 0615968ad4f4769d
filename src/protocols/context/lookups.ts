/**
 * All lookups of the captures: pairs questions with answers, finds the connection that each belongs to, and keeps for a
 * while those of which that is not known yet. What a server asks about a recipient's domain after it has taken the mail
 * waits for the connection to the next host: it belongs there, and only where none comes to the one that brought the mail.
 */
import { secondsBetween, type Instant } from '../../bytes/time.js';
import type { Arrival } from '../../model/arrival.js';
import type { DnsMessage } from '../../model/dns.js';
import type { LookupPurpose } from '../../model/notes/context.js';
import type { Endpoint } from '../../model/endpoint.js';
import { canonical, liesIn } from './domain-names.js';
import type { HostNames } from './host-names.js';
import { limits } from './limits.js';
import { Lookup, type LookupMessage, type LookupTie } from './lookup.js';
import { lookupEntry, waitFor } from './lookup-entries.js';
import type { Party } from './party.js';
import type { PartyIndex } from './party-index.js';
import { better, fitOf, type Fit } from './tie.js';

/** What one asks for who wants to bring a mail to the next host. */
const ROUTING: ReadonlySet<string> = new Set(['MX', 'A', 'AAAA', 'ANY', 'CNAME', 'SRV', 'TLSA']);

export class Lookups {
  readonly #names: HostNames;
  /** Those that may still be asked again, or answered, by who asked whom what. */
  readonly #pending = new Map<string, Lookup>();
  /** Those that belong to nothing so far, in order of arrival. */
  readonly #loose = new Set<Lookup>();
  /** Those that may belong to a connection that is still to come, and else to this one. */
  readonly #waiting = new Map<Lookup, Fit>();

  /** The last by who asked whom. */
  readonly #latest = new Map<string, Lookup>();
  /** Addresses that were found of late. */
  readonly #found = new Set<string>();
  readonly #index: PartyIndex;

  constructor(names: HostNames, index: PartyIndex) {
    this.#names = names;
    this.#index = index;
  }

  take(message: DnsMessage, from: Endpoint, to: Endpoint, arrival: Arrival, tcp: boolean): void {
    const [asker, server] = message.isAnswer ? [to, from] : [from, to];
    const key = `${asker.address} ${server.address} ${message.type} ${canonical(message.name)}`;
    const told: LookupMessage = { message, arrival, tcp };
    const known = this.#pending.get(key);
    if (known !== undefined && (secondsBetween(known.first, arrival) ?? 0) <= limits.answer && known.messages.length < limits.names) {
      known.messages.push(told);
      // What is asked once more behind its answer is another question; a truncated one goes on over TCP.
      if (known.tie !== undefined) this.#write(known, told);
      else if (message.isAnswer) this.#leadOn(known, arrival);
    } else {
      const lookup = new Lookup(asker.address, server.address, told);
      if (this.#pending.size >= limits.lookups) this.#pending.delete(this.#pending.keys().next().value!);
      this.#pending.set(key, lookup);
      this.#remember(lookup);
      this.#tie(lookup);
    }
    if (message.isAnswer && !message.truncated) {
      this.#pending.delete(key);
      this.#names.learn(message);
      for (const { type, data } of message.answers) if (type === 'A' || type === 'AAAA') this.#find(data);
    }
  }

  /** A connection begins: what its client has asked, and led it to this server, belongs to it. */
  open(party: Party): void {
    const { client, server } = party;
    if (!this.#found.has(server.address)) return;
    const asked = [...this.#waiting.keys(), ...this.#loose].filter((lookup) => this.#mayLead(lookup, client.address, party.facts.first));
    const route = new Set<Lookup>();
    let hosts = new Set<string>();
    for (const lookup of leadingTo(server.address, asked)) {
      route.add(lookup);
      hosts = new Set([...hosts, lookup.name, ...lookup.hosts]);
    }
    if (route.size === 0) return;
    for (const lookup of asked) if (lookup.hosts.some((host) => hosts.has(host))) route.add(lookup);
    const named = new Set([...route].flatMap((lookup) => [lookup.name, ...lookup.hosts]));
    for (const lookup of asked) if (named.has(lookup.name) || (lookup.type === 'TLSA' && [...named].some((host) => liesIn(lookup.name, host)))) route.add(lookup);
    for (const lookup of [...route].sort((a, b) => a.first.order - b.first.order)) this.#lead(lookup, party);
  }

  /** It was no mail: its lookups may belong to another. */
  dismiss(party: Party): void {
    for (const lookup of party.lookups) {
      lookup.tie = undefined;
      lookup.asked = undefined;
      this.#loosen(lookup);
    }
  }

  /** The connection for whose sake the last question was asked between these two. */
  ownerBetween(asker: string, server: string): Party | undefined {
    return this.#latest.get(`${asker} ${server}`)?.tie?.party;
  }

  /** The first lookup of which it is not known yet whether it belongs to this connection. */
  undecidedSince(party: Party): Arrival | undefined {
    for (const [lookup, fit] of this.#waiting) if (fit.party === party) return lookup.first;
    return undefined;
  }

  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  /** What has waited long enough is decided. */
  passes(now: Instant): void {
    for (const [lookup, fit] of this.#waiting) {
      if ((secondsBetween(lookup.first, now) ?? 0) <= limits.after) break;
      this.#settle(lookup, fit);
    }
    for (const lookup of this.#loose) {
      if ((secondsBetween(lookup.first, now) ?? 0) <= limits.before) break;
      this.#loose.delete(lookup);
    }
  }

  /** Nothing more comes. */
  finish(): void {
    for (const [lookup, fit] of this.#waiting) this.#settle(lookup, fit);
  }

  #remember(lookup: Lookup): void {
    if (this.#latest.size >= limits.lookups) this.#latest.delete(this.#latest.keys().next().value!);
    this.#latest.set(`${lookup.asker} ${lookup.server}`, lookup);
  }

  #find(address: string): void {
    if (this.#found.size >= limits.hosts) this.#found.delete(this.#found.keys().next().value!);
    this.#found.add(address);
  }

  /** What a lookup names that waits for the next connection, is asked for the same reason. */
  #leadOn(lookup: Lookup, since: Arrival): void {
    const fit = this.#waiting.get(lookup);
    if (fit === undefined) return;
    const { party, side } = fit;
    for (const host of lookup.hosts) if (!party.names(side).has(host)) party.learn(side, host, { purpose: fit.purpose, since, entry: undefined, onward: fit.known?.onward });
  }

  #mayLead(lookup: Lookup, client: string, opened: Arrival): boolean {
    const isHis = lookup.asker === client || this.#waiting.has(lookup) || lookup.asker.startsWith('127.') || lookup.asker === '::1';
    return isHis && (secondsBetween(lookup.first, opened) ?? 0) <= limits.before;
  }

  #lead(lookup: Lookup, party: Party): void {
    const fit = this.#waiting.get(lookup);
    if (fit?.known?.onward !== undefined) fit.party.gone.add(fit.known.onward);
    this.#waiting.delete(lookup);
    this.#loose.delete(lookup);
    const purpose: LookupPurpose = lookup.type === 'TLSA' ? { is: 'policy', kind: 'tlsa', domain: lookup.name } : { is: 'route', domain: lookup.name };
    this.#belong(lookup, { party, side: 'client', purpose });
    party.learn('client', lookup.name, { purpose, since: lookup.first, entry: undefined });
  }

  #tie(lookup: Lookup): void {
    let best: Fit | undefined;
    for (const party of this.#index.about(lookup.name)) {
      if (party.isLongClosed(lookup.first)) continue;
      const fit = fitOf(party, lookup);
      if (fit !== undefined) best = best === undefined ? fit : better(best, fit, lookup);
    }
    if (best === undefined) this.#loosen(lookup);
    else if (leadsOn(best, lookup)) this.#wait(lookup, best);
    else this.#belong(lookup, best);
  }

  #wait(lookup: Lookup, fit: Fit): void {
    if (this.#waiting.size >= limits.names) return this.#belong(lookup, fit);
    this.#waiting.set(lookup, { ...fit, purpose: { is: 'next-hop', domain: fit.known?.onward ?? lookup.name } });
  }

  #settle(lookup: Lookup, fit: Fit): void {
    this.#waiting.delete(lookup);
    // The mail has gone on by a connection: what is asked behind that, and leads to none, may be for anything.
    if (fit.known?.onward === undefined || !fit.party.gone.has(fit.known.onward)) this.#belong(lookup, fit);
  }

  #belong(lookup: Lookup, { party, side, purpose }: LookupTie): void {
    lookup.tie = { party, side, purpose };
    party.lookups.add(lookup);
    for (const told of lookup.messages) this.#write(lookup, told);
  }

  #loosen(lookup: Lookup): void {
    if (this.#loose.size >= limits.lookups) this.#loose.delete(this.#loose.keys().next().value!);
    this.#loose.add(lookup);
  }

  #write(lookup: Lookup, told: LookupMessage): void {
    const { party, side, purpose } = lookup.tie!;
    const server = this.#names.nameOf(lookup.server) ?? lookup.server;
    // For the way onward nobody in this connection waits.
    const isAwaited = purpose.is !== 'next-hop' && purpose.is !== 'route';
    party.place(lookupEntry(lookup, told, lookup.tie!, server), isAwaited ? waitFor(told, lookup) : undefined);
    if (!told.message.isAnswer) return;
    const { entry, onward } = party.names(side).get(lookup.name) ?? { entry: undefined, onward: undefined };
    const found: LookupPurpose = purpose.is === 'client-name' ? { is: 'name-check', address: purpose.address } : purpose.is === 'next-hop' ? purpose : { is: 'host' };
    for (const host of lookup.hosts) if (!party.names(side).has(host)) party.learn(side, host, { purpose: found, since: told.arrival, entry, onward });
  }
}

/**
 * The lookups that found this address: of a host that another answer has named, as MX does; else of the name that was asked
 * for last. A web server may live at the same address.
 */
function leadingTo(address: string, asked: readonly Lookup[]): readonly Lookup[] {
  const leading = asked.filter((lookup) => lookup.leadsTo(address));
  const hosts = new Set(asked.flatMap((lookup) => lookup.hosts));
  const named = leading.filter(({ name }) => hosts.has(name));
  if (named.length > 0) return named;
  const last = leading.reduce<Lookup | undefined>((a, b) => (a === undefined || b.first.order > a.first.order ? b : a), undefined);
  return leading.filter(({ name }) => name === last?.name);
}

/** Nobody waits for a reply that this is about: it is asked on account of what comes next. */
function leadsOn({ party, known, side }: Fit, { type }: Lookup): boolean {
  if (side !== 'server' || !ROUTING.has(type) || known?.onward === undefined) return false;
  const domain = party.names('server').get(known.onward);
  return !party.isAsked(known) && (domain === undefined || !party.isAsked(domain));
}
