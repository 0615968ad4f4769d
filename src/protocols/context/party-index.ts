/** Finds connections by what can be evidence for them: addresses turned round, names that were said, pairs of hosts and ports. */
import { pointerName, reversed } from './domain-names.js';
import { limits } from './limits.js';
import type { Party } from './party.js';

/** Labels in front of which a domain is looked for: a selector, `_domainkey`, a host or two. */
const DEEPEST = 6;
const DIGITS_4 = 4;
const DIGITS_6 = 32;

export class PartyIndex {
  readonly #parties = new Map<string, Party[]>();
  readonly #keys = new Map<Party, string[]>();
  /** Not filed yet, with what they are to be found by beside their hosts and names: in most captures nobody ever asks. */
  readonly #unfiled = new Map<Party, string[]>();

  /** Followed at this moment. */
  get size(): number {
    return this.#keys.size + this.#unfiled.size;
  }

  get oldest(): Party | undefined {
    return this.#keys.keys().next().value ?? this.#unfiled.keys().next().value;
  }

  add(party: Party): void {
    this.#unfiled.set(party, []);
  }

  #fileAll(): void {
    const unfiled = [...this.#unfiled];
    this.#unfiled.clear();
    for (const [party, keys] of unfiled) this.#fileNew(party, keys);
  }

  #fileNew(party: Party, keys: readonly string[]): void {
    this.#keys.set(party, []);
    const { client, server } = party;
    this.file(party, `${client.address} ${client.port} ${server.address} ${server.port}`);
    this.file(party, `${client.address} ${server.address}`);
    this.file(party, reversed(client.address));
    this.file(party, pointerName(client.address));
    this.file(party, pointerName(server.address));
    for (const side of ['server', 'client'] as const) for (const name of party.names(side).keys()) this.fileName(party, name);
    for (const key of keys) this.file(party, key);
  }

  /** Client and server may turn out to be the other way round. */
  turn(party: Party, change: () => void): void {
    const isFollowed = this.remove(party);
    change();
    if (isFollowed) this.add(party);
  }

  /** A name that it has learned. */
  fileName(party: Party, name: string): void {
    if (!this.#unfiled.has(party)) for (const domain of domainAndAbove(name)) this.file(party, domain);
  }

  file(party: Party, key: string): void {
    const later = this.#unfiled.get(party);
    const keys = later ?? this.#keys.get(party);
    if (keys === undefined || keys.length >= 2 * limits.names) return;
    if (later !== undefined) {
      later.push(key);
      return;
    }
    const parties = this.#parties.get(key);
    if (parties === undefined) this.#parties.set(key, [party]);
    else if (parties.includes(party)) return;
    else parties.push(party);
    keys.push(key);
  }

  /** Whether it was there. */
  remove(party: Party): boolean {
    if (this.#unfiled.delete(party)) return true;
    for (const key of this.#keys.get(party) ?? []) {
      const parties = this.#parties.get(key)!;
      parties.splice(parties.indexOf(party), 1);
      if (parties.length === 0) this.#parties.delete(key);
    }
    return this.#keys.delete(party);
  }

  /** The latest that were filed under the key. */
  under(key: string): readonly Party[] {
    if (this.#unfiled.size > 0) this.#fileAll();
    return this.#parties.get(key)?.slice(-limits.candidates) ?? [];
  }

  /** Those that a question to the DNS may be about: by its name, by what it lies in, and by what it begins with. */
  about(name: string): ReadonlySet<Party> {
    const labels = name.split('.');
    const keys = new Set([name]);
    for (let from = 1; from < Math.min(labels.length - 1, DEEPEST); from++) keys.add(labels.slice(from).join('.'));
    for (const digits of [DIGITS_4, DIGITS_6]) if (labels.length > digits) keys.add(labels.slice(0, digits).join('.'));
    for (let to = 2; to < Math.min(labels.length, DEEPEST); to++) keys.add(labels.slice(0, to).join('.'));
    const parties = new Set<Party>();
    for (const key of keys) for (const party of this.under(key)) parties.add(party);
    return parties;
  }
}

/** The domain, and those above it that are no top-level domain: what counts for them may count for it. */
export function domainAndAbove(domain: string): readonly string[] {
  const labels = domain.split('.');
  const domains = [domain];
  for (let from = 1; from < Math.min(labels.length - 1, 3); from++) domains.push(labels.slice(from).join('.'));
  return domains;
}
