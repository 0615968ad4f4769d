/**
 * What surrounds the sessions: takes datagrams and connections of other services and gives what belongs to a session to
 * its timeline. What belongs to none is not shown. Nothing is ever asked of the network, and nothing of it is guessed:
 * the evidence is in tie.ts.
 */
import { secondsBetween, type Instant } from '../../bytes/time.js';
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { Arrival } from '../../model/arrival.js';
import type { HeardDatagram, HeardError, HeardUdp } from '../../model/datagram.js';
import type { DnsDecoder } from '../../model/dns.js';
import type { Session } from '../../model/session.js';
import type { Endpoint } from '../../model/endpoint.js';
import type { ConnectionFacts, StreamListener } from '../../model/stream.js';
import { IDENT, IdentQuery } from './ident.js';
import { HostNames } from './host-names.js';
import { limits } from './limits.js';
import { Lookups } from './lookups.js';
import { idKey, Logs } from './logs.js';
import { MessageStream } from './message-stream.js';
import { errorEntry } from './network-error.js';
import { Party } from './party.js';
import { PartyIndex } from './party-index.js';
import { SeenDatagrams } from './seen-datagrams.js';

const DNS = 53;
const TCP = 6;

/** A session whose connection is over, while something may still belong to it. */
interface Lingering {
  readonly party: Party;
  readonly since: Arrival;
  finish(): void;
}

export class Surroundings {
  readonly #decode: DnsDecoder;
  readonly #names = new HostNames();
  readonly #index = new PartyIndex();
  readonly #lookups = new Lookups(this.#names, this.#index);
  readonly #logs = new Logs(this.#names, this.#index);
  /** By the addresses and ports of their connections. */
  readonly #idents = new Map<string, IdentQuery>();
  readonly #seen = new SeenDatagrams();
  /** Such a service was seen in the captures. */
  #isInUse = false;
  /** Sessions that still wait although no such service was seen so far. */
  #patience: number;
  readonly #lingering = new Set<Lingering>();
  /** Before this second none of them is over: asked for every packet. */
  #due = 0;
  #isOver = false;

  /** `isLive`: nobody is to wait for what may not come. */
  constructor(decode: DnsDecoder, isLive: boolean) {
    this.#decode = decode;
    this.#patience = isLive ? 0 : limits.patience;
  }

  datagram(heard: HeardDatagram): void {
    this.passes(heard.arrival);
    if (heard.kind === 'udp') this.#udp(heard);
    else if (!this.#seen.hasError(heard)) this.#error(heard);
  }

  /** Who listens to a connection of another service; undefined where it is none of those. */
  listenTo(facts: ConnectionFacts): StreamListener | undefined {
    const { endpoints } = facts;
    const [a, b] = endpoints;
    if (a.port === IDENT || b.port === IDENT) return this.#ident(facts);
    if (a.port !== DNS && b.port !== DNS) return undefined;
    return new MessageStream((direction, octets, arrival) => {
      this.passes(arrival);
      this.#message(octets, endpoints[direction], endpoints[1 - direction]!, arrival, true);
    });
  }

  /** A connection begins that may carry mail. */
  open(facts: ConnectionFacts): Party {
    if (this.#index.size >= limits.parties) this.#index.remove(this.#index.oldest!);
    const party = new Party(
      facts,
      (filed, name) => this.#index.fileName(filed, name),
      (owner, queueId) => {
        this.#index.file(owner, idKey(queueId));
        this.#logs.named(queueId, owner);
      },
    );
    this.#index.add(party);
    this.passes(facts.first);
    this.#lookups.open(party);
    return party;
  }

  /** It carries none. */
  dismiss(party: Party): void {
    this.#index.remove(party);
    this.#lookups.dismiss(party);
  }

  /** It is a session: `place` puts an entry into its timeline. */
  begin(party: Party, session: Session, place: (entry: EntryDraft) => void): void {
    this.#index.turn(party, () => party.begin(session, place));
  }

  /** Its hosts are called as the DNS of the capture calls them, where nobody has said another name. */
  name({ client, server }: Pick<Session, 'client' | 'server'>): void {
    for (const peer of [client, server]) {
      const name = peer.name ?? this.#names.nameOf(peer.address);
      if (name !== undefined) peer.name = name;
    }
  }

  /**
   * Its connection is over: `finish` is called when nothing can belong to it any more. That is at once where nothing of
   * such services was seen so far, but for the first sessions; what was said in it is evidence a while longer all the same.
   */
  end(party: Party, finish: () => void): void {
    const since = party.facts.last;
    party.ended = since;
    if (this.#isOver) return this.#finish({ party, since, finish });
    const waits = this.#isInUse || this.#patience-- > 0;
    if (!waits) this.#finishSession(party, finish);
    this.#lingering.add({ party, since, finish: waits ? finish : () => {} });
    if (this.#lingering.size > limits.lingering) this.#finish(this.#lingering.keys().next().value!);
  }

  /** The first packet of which it is not known yet whether it belongs to this session. */
  undecidedSince(party: Party): Arrival | undefined {
    return this.#lookups.isWaiting ? this.#lookups.undecidedSince(party) : undefined;
  }

  /** Something waits for time to pass. */
  get isBusy(): boolean {
    return this.#lingering.size > 0 || this.#lookups.isWaiting;
  }

  /** So late it is by now. */
  passes(now: Instant): void {
    this.#lookups.passes(now);
    this.#logs.passes(now);
    if (now.seconds < this.#due) return;
    for (const lingering of this.#lingering) {
      if ((secondsBetween(lingering.since, now) ?? 0) <= limits.after) break;
      this.#finish(lingering);
    }
    const [oldest] = this.#lingering;
    this.#due = (oldest?.since.seconds ?? 0) + limits.after;
  }

  /** The captures are over: what waits is decided, and no session waits any more. */
  finish(): void {
    this.#isOver = true;
    this.#lookups.finish();
    for (const lingering of this.#lingering) this.#finish(lingering);
  }

  #finish(lingering: Lingering): void {
    const { party, finish } = lingering;
    this.#lingering.delete(lingering);
    this.#index.remove(party);
    this.#finishSession(party, finish);
  }

  #finishSession(party: Party, finish: () => void): void {
    if (party.session !== undefined) this.name(party.session);
    finish();
    party.close();
  }

  #udp(heard: HeardUdp): void {
    const { source, destination, arrival, payload } = heard;
    if (this.#seen.hasUdp(heard)) return;
    if (source.port === DNS || destination.port === DNS) this.#message(payload, source, destination, arrival, false);
    else if (this.#logs.take(heard)) this.#isInUse = true;
  }

  #ident(facts: ConnectionFacts): StreamListener {
    this.#isInUse = true;
    this.passes(facts.first);
    const query = new IdentQuery(facts, (client, server, ports) => this.#ownerOf(client, server, ports));
    if (this.#idents.size >= limits.lookups) this.#idents.delete(this.#idents.keys().next().value!);
    this.#idents.set(tuple(...facts.endpoints), query);
    return query;
  }

  /** The connection between these hosts with these ports, or the one that was opened last. */
  #ownerOf(client: string, server: string, ports?: readonly [number, number]): Party | undefined {
    if (ports !== undefined) return this.#index.under(tuple({ address: client, port: ports[0] }, { address: server, port: ports[1] })).at(-1);
    return this.#index.under(`${client} ${server}`).at(-1);
  }

  #error(error: HeardError): void {
    const { source, destination, protocol } = error.quoted;
    const ways = [tuple(source, destination), tuple(destination, source)] as const;
    const about = protocol === TCP ? (['session', ways.flatMap((way) => this.#index.under(way)).at(-1)] as const) : (['dns', this.#lookups.ownerBetween(source.address, destination.address)] as const);
    if (about[1] !== undefined) return this.#tellError(error, about[1], about[0]);
    const ident = this.#idents.get(ways[0]) ?? this.#idents.get(ways[1]);
    if (ident?.party === undefined) return;
    ident.failed();
    this.#tellError(error, ident.party, 'ident');
  }

  #tellError(error: HeardError, party: Party, about: 'session' | 'dns' | 'ident'): void {
    this.#isInUse = true;
    party.place(errorEntry(error, party, about), about === 'ident' ? { service: 'ident', outcome: 'refused' } : undefined, 'server');
  }

  #message(octets: Buffer, source: Endpoint, destination: Endpoint, arrival: Arrival, tcp: boolean): void {
    const message = this.#decode(octets);
    if (message === undefined) return;
    this.#isInUse = true;
    this.#lookups.take(message, source, destination, arrival, tcp);
  }
}

function tuple(a: Endpoint, b: Endpoint): string {
  return `${a.address} ${a.port} ${b.address} ${b.port}`;
}
