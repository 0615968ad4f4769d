/** Who took part: protocols, servers, clients and users, each with sessions, mails and octets. */
import type { MailProtocol, Session } from '../model/session.js';
import type { Load, ServerLoad, Statistics, Table } from '../model/statistics.js';
import { DistributionCollector } from './distribution.js';
import { limits } from './limits.js';
import { addLoad, bySessions, noLoad, type Brought, type LoadSum } from './load.js';
import { Rows } from './rows.js';

const PROTOCOLS: readonly MailProtocol[] = ['smtp', 'lmtp', 'pop3', 'imap'];

interface ProtocolRow extends LoadSum {
  readonly protocol: MailProtocol;
  entries: number;
  encrypted: number;
}

export interface ServerRow extends LoadSum {
  readonly key: string;
  name: string | undefined;
  resets: number;
  readonly latency: DistributionCollector;
  readonly serverTime: DistributionCollector;
  readonly roundTrip: DistributionCollector;
}

interface ClientRow extends LoadSum {
  readonly address: string;
  name: string | undefined;
}

interface UserRow extends LoadSum {
  readonly username: string;
  attempts: number;
  succeeded: number;
  failed: number;
}

export class PeerCount {
  readonly #protocols = new Map<MailProtocol, ProtocolRow>();
  readonly #servers = new Rows<ServerRow>(limits.peers, (key) => ({
    ...noLoad(),
    key,
    name: undefined,
    resets: 0,
    latency: new DistributionCollector(),
    serverTime: new DistributionCollector(),
    roundTrip: new DistributionCollector(),
  }));
  readonly #clients = new Rows<ClientRow>(limits.peers, (address) => ({ ...noLoad(), address, name: undefined }));
  readonly #users = new Rows<UserRow>(limits.peers, (username) => ({ ...noLoad(), username, attempts: 0, succeeded: 0, failed: 0 }));

  /** For the latencies of a session that begins. */
  serverOf({ server }: Session): ServerRow {
    return this.#servers.of(`${server.address} ${server.port}`);
  }

  /** It has ended. `shown` gives a name as it may be shown. */
  session(session: Session, brought: Brought & { readonly entries: number }, shown: (name: string) => string): void {
    const { connection, protocol, client, server } = session;
    const protocolRow = this.#protocol(protocol);
    const serverRow = this.serverOf(session);
    const clientRow = this.#clients.of(client.address);
    for (const row of [protocolRow, serverRow, clientRow]) addLoad(row, session, brought);
    protocolRow.entries += brought.entries;
    if (session.tls !== undefined) protocolRow.encrypted++;
    if (connection.close === 'rst') serverRow.resets++;
    if (connection.roundTrip !== undefined) serverRow.roundTrip.add(connection.roundTrip);
    if (server.name !== undefined) serverRow.name ??= shown(server.name).slice(0, limits.name);
    if (client.name !== undefined) clientRow.name ??= shown(client.name).slice(0, limits.name);
    this.#user(session, brought, shown);
  }

  get result(): Pick<Statistics, 'sessionsByProtocol' | 'protocols' | 'servers' | 'clients' | 'users'> {
    const protocols = PROTOCOLS.flatMap((protocol) => this.#protocols.get(protocol) ?? []);
    return {
      sessionsByProtocol: Object.fromEntries(protocols.map(({ protocol, sessions }) => [protocol, sessions])),
      protocols,
      servers: tableOf(this.#servers, serverLoad),
      clients: tableOf(this.#clients, (row) => row),
      users: tableOf(this.#users, (row) => row),
    };
  }

  #protocol(protocol: MailProtocol): ProtocolRow {
    let row = this.#protocols.get(protocol);
    if (row === undefined) this.#protocols.set(protocol, (row = { protocol, ...noLoad(), entries: 0, encrypted: 0 }));
    return row;
  }

  #user(session: Session, brought: Brought, shown: (name: string) => string): void {
    const named = session.auth.filter(({ username }) => username !== undefined);
    for (const { username, succeeded } of named) {
      const row = this.#users.of(shown(username!));
      row.attempts++;
      if (succeeded === true) row.succeeded++;
      if (succeeded === false) row.failed++;
    }
    const user = named.findLast(({ succeeded }) => succeeded === true) ?? named.at(-1);
    if (user !== undefined) addLoad(this.#users.of(shown(user.username!)), session, brought);
  }
}

function tableOf<Row extends LoadSum, Told extends Load>(rows: Rows<Row>, told: (row: Row) => Told): Table<Told, Load> {
  const { all, others } = rows;
  if (others === undefined) return { rows: bySessions(all).map(told) };
  const { sessions, messages, messageBytes, bytes } = others;
  return { rows: bySessions(all).map(told), others: { sessions, messages, messageBytes, bytes } };
}

/** Percentiles are worked out for those servers that somebody looks at: of a thousand they take a fifth of a second. */
function serverLoad({ key, name, latency, serverTime, roundTrip, sessions, messages, messageBytes, bytes, resets }: ServerRow): ServerLoad {
  const [address = '', port] = key.split(' ');
  return {
    address,
    port: Number(port),
    name,
    sessions,
    messages,
    messageBytes,
    bytes,
    resets,
    get latency() {
      return latency.result();
    },
    get serverTime() {
      return serverTime.result();
    },
    get roundTrip() {
      return roundTrip.result();
    },
  };
}
