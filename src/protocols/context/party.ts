/**
 * What is known of one connection that carries mail, or may turn out to: its hosts, the names that were said in it, what
 * is being waited for. Takes the entries of its surroundings: they wait until the connection is a session.
 */
import { secondsBetween, type Instant } from '../../bytes/time.js';
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { Arrival } from '../../model/arrival.js';
import type { Entry, Phase } from '../../model/entry.js';
import type { LookupPurpose, Waited } from '../../model/notes/context.js';
import type { Session } from '../../model/session.js';
import type { Endpoint, Side } from '../../model/endpoint.js';
import type { ConnectionFacts } from '../../model/stream.js';
import { canonical, domainOf } from './domain-names.js';
import { limits } from './limits.js';
import type { Lookup } from './lookup.js';

/** A name that was said, or answered, and what it means to look it up. */
export interface KnownName {
  readonly purpose: LookupPurpose;
  readonly since: Arrival;
  /** The command that named it. */
  readonly entry: Entry | undefined;
  /** The recipient's domain to which it leads on. */
  readonly onward?: string | undefined;
}

/** A question that is over when the conversation goes on without its answer. */
export interface Expected {
  conclude(): void;
}

/** Something that somebody waited for, outside of the connection. */
interface Wait {
  readonly side: Side;
  readonly on: Waited['on'];
  readonly last: Arrival;
}

/** What of a connection is still evidence when it is over. */
type Trace = Pick<ConnectionFacts, 'endpoints' | 'opener' | 'first' | 'last' | 'close' | 'serverRoundTrip'>;

export class Party {
  facts: Trace;
  session: Pick<Session, 'client' | 'server' | 'clientDirection'> | undefined;
  /** Names, in lower case, by who may look them up on its account: what was said in it is the server's, what an answer names his who asked. */
  readonly #known: Readonly<Record<Side, Map<string, KnownName>>> = { client: new Map(), server: new Map() };
  /** Lookups that belong to it. */
  readonly lookups = new Set<Lookup>();
  #place: ((entry: EntryDraft) => void) | undefined;
  #placed = 0;
  #kept: EntryDraft[] = [];
  /** Entries whose reply has not been seen. */
  readonly #questions = new Set<Entry>();
  #expected: Expected | undefined;
  #phase: Phase = 'connect';
  #wait: Wait | undefined;
  /** Where the mail goes from here was looked up by the client. */
  #isRouted = false;
  /** When its connection ended. */
  ended: Arrival | undefined;
  /** Domains of recipients whose mail has gone on by a connection of its own. */
  readonly gone = new Set<string>();

  readonly #file: (party: Party, name: string) => void;
  readonly #name: (queueId: string) => void;

  /** `file` makes the party found by a name; `named` hears of queue ids that replies name. */
  constructor(facts: ConnectionFacts, file: (party: Party, name: string) => void, named: (party: Party, queueId: string) => void) {
    this.facts = facts;
    this.#file = file;
    this.#name = (queueId) => named(this, queueId);
  }

  get client(): Endpoint {
    return this.facts.endpoints[this.#clientDirection];
  }

  get server(): Endpoint {
    return this.facts.endpoints[1 - this.#clientDirection]!;
  }

  /** Where the conversation stands. */
  get phase(): Phase {
    return this.ended === undefined ? this.#phase : 'close';
  }

  /** So long that nothing belongs to it any more, though its connection may still be waiting for last packets. */
  isLongClosed(now: Instant): boolean {
    return this.facts.close !== 'open' && (secondsBetween(this.facts.last, now) ?? 0) > limits.after;
  }

  /** The connection is a session: what was kept goes to its timeline, and what follows. */
  begin(session: Session, place: (entry: EntryDraft) => void): void {
    this.session = session;
    this.#place = place;
    for (const entry of this.#kept) place(entry);
    this.#kept = [];
  }

  /** Something is asked on its account, and has no answer yet. */
  expect(question: Expected): void {
    this.#expected = question;
  }

  /** Its session is over, and takes no more. What was said in it is evidence a while longer: the conversation itself is let go. */
  close(): void {
    const { endpoints, opener, first, last, close, serverRoundTrip } = this.facts;
    this.facts = { endpoints, opener, first, last, close, serverRoundTrip };
    if (this.session !== undefined) this.session = { client: this.session.client, server: this.session.server, clientDirection: this.session.clientDirection };
    for (const names of Object.values(this.#known)) for (const [name, { purpose, since, onward }] of names) names.set(name, { purpose, since, entry: undefined, onward });
    this.#questions.clear();
    this.#expected = undefined;
    this.#wait = undefined;
    this.#placed = Infinity;
    this.#place = undefined;
  }

  /** An entry of its surroundings. `wait`: what it was, if somebody waited for it: `waiter`. */
  place(entry: EntryDraft, wait?: Waited['on'], waiter: Side = entry.from): void {
    if (++this.#placed > limits.perParty) return;
    if (wait !== undefined) this.#wait = { side: waiter, on: wait, last: waitBegin(wait, entry) };
    this.#isRouted ||= entry.note.key === 'context.dns.query' && entry.note.params.purpose.is === 'route';
    if (this.#place === undefined) this.#kept.push(entry);
    else this.#place(entry);
  }

  /** What that side may look up on its account. */
  names(side: Side): ReadonlyMap<string, KnownName> {
    return this.#known[side];
  }

  learn(side: Side, name: string, known: KnownName): void {
    const names = this.#known[side];
    if (names.size >= limits.names && !names.has(name)) return;
    names.set(name, known);
    this.#file(this, name);
  }

  /** Whether the command that named it still waits for its reply. */
  isAsked({ entry }: KnownName): boolean {
    return entry !== undefined && this.#questions.has(entry);
  }

  /** An entry of the session itself, in the order in which they were read. */
  heard(entry: EntryDraft): void {
    if (entry.kind === 'tcp') return this.#heardTcp(entry);
    this.#expected?.conclude();
    this.#expected = undefined;
    this.#phase = entry.phase;
    if (entry.answers === undefined) return this.#said(entry);
    if (entry.note.key === 'smtp.reply.message-accepted' && entry.note.params.queueId !== undefined) this.#name(entry.note.params.queueId);
    const waited = this.#waitedFor(entry, entry.answers);
    if (waited !== undefined) entry.note = { ...entry.note, waited };
    this.#questions.delete(entry.answers);
  }

  #heardTcp({ phase }: Entry): void {
    if (phase === 'close') this.#phase = phase;
  }

  #said(entry: Entry): void {
    if (entry.kind === 'command' && this.#questions.size < limits.names) this.#questions.add(entry);
    const [is, domain] = nameIn(entry);
    if (domain !== undefined) this.learn('server', domain, { purpose: { is, domain }, since: entry.extent.last, entry, onward: is === 'recipient' ? domain : undefined });
  }

  /** What the side that answers asked others for in the meantime. */
  #waitedFor({ from, extent }: Entry, asked: Entry): Waited | undefined {
    const wait = this.#wait;
    const since = endOf(asked);
    if (since === undefined) return undefined;
    if (wait?.side !== from) return asked.kind === 'tcp' ? this.#unseenWait(secondsBetween(since, extent.first) ?? 0) : undefined;
    if (!((secondsBetween(since, wait.last) ?? -1) >= 0)) return undefined;
    const seconds = secondsBetween(wait.last, extent.first);
    if (wait.on.service === 'dns' && wait.on.outcome === 'unanswered' && (seconds ?? 0) < limits.givingUp) return undefined;
    const latency = secondsBetween(since, extent.first) ?? 0;
    const isNotable = asked.kind === 'tcp' || latency >= limits.notable;
    return !isNotable || seconds === undefined || seconds < 0 ? undefined : { seconds, on: wait.on };
  }

  /** A next host may look up who comes, out of sight; not where the network alone has taken the time. */
  #unseenWait(seconds: number): Waited | undefined {
    const { serverRoundTrip = 0 } = this.facts;
    return this.#isRouted && seconds > serverRoundTrip * limits.jitter ? { seconds, on: { service: 'unseen' } } : undefined;
  }

  get #clientDirection(): 0 | 1 {
    const { opener, endpoints } = this.facts;
    if (this.session !== undefined) return this.session.clientDirection;
    return opener ?? (endpoints[0].port < endpoints[1].port ? 1 : 0);
  }
}

/** From when on it is waited: for ident, since the first of the attempts that nobody answers. */
function waitBegin(wait: Waited['on'], { extent }: EntryDraft): Arrival {
  return wait.service === 'ident' && wait.outcome === 'unanswered' ? extent.first : extent.last;
}

/** A mail may be refused before its last octet has come: its entry has no end then. */
function endOf({ extent }: Entry): Arrival | undefined {
  return extent.last;
}

type NamePurpose = 'hello' | 'sender' | 'recipient';

function nameIn({ note }: Entry): readonly [NamePurpose, string | undefined] {
  switch (note.key) {
    case 'smtp.command.helo':
    case 'smtp.command.ehlo':
    case 'smtp.command.lhlo':
      return ['hello', note.params.name.startsWith('[') ? undefined : canonical(note.params.name)];
    case 'smtp.command.mail':
      return ['sender', domainOf(note.params.address)];
    case 'smtp.command.rcpt':
      return ['recipient', domainOf(note.params.address)];
    default:
      return ['hello', undefined];
  }
}
