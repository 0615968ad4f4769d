/** A session as CONTRACT fixes it. */
import { secondsBetween } from '../../bytes/time.js';
import type { AuthAttempt, MailProtocol, Peer, Session } from '../../model/session.js';
import type { Direction, Side } from '../../model/endpoint.js';
import { formatTime } from '../time.js';
import type { EntryJson } from './entry.js';
import { tlsJson, type TlsJson } from './tls.js';

export interface PeerJson {
  address: string;
  port: number;
  /** From the greeting inside the capture. */
  name?: string | undefined;
}

export interface TcpJson {
  /** As tshark's tcp.stream. */
  stream: number;
  handshake: 'complete' | 'partial' | 'absent';
  /** Seconds, as tshark's tcp.analysis.initial_rtt. */
  rtt?: number | undefined;
  /** Seconds from the SYN to its SYN ACK: from where the capture was made to the server and back. */
  rttServer?: number | undefined;
  close: 'fin' | 'rst' | 'open';
  closedBy?: Side | undefined;
  /** Segments that bring what has come before; a packet recorded twice, as at two interfaces of one host, is none (told by its IPv4 identification). */
  retransmissions: number;
  outOfOrder: number;
  /** Stream octets that are not in the capture; only for a side of which something was seen. */
  missing: { client?: number; server?: number };
}

export interface AuthJson {
  mechanism: string;
  username?: string | undefined;
  password?: string | undefined;
  /** What XOAUTH2 or OAUTHBEARER sends in place of a password. */
  token?: string | undefined;
  /** Absent where its end was not seen. */
  succeeded?: boolean | undefined;
  /** `id` of the entry that opens it. */
  entry: number;
}

/** A further place at which the connection was recorded. */
export interface VantageJson {
  /** Position in `captures` of the document. */
  capture: number;
  /**
   * Seconds a packet travels from the first vantage point to this one: positive where this one is nearer to the server, negative where it
   * is nearer to the client. Absent where only one direction was seen at both.
   */
  distance?: number;
}

export interface SessionJson {
  id: number;
  /** Positions (from 0) in `captures`. */
  captures: readonly number[];
  /** Where several captures hold the connection: all but the first of `captures`. */
  vantage?: readonly VantageJson[] | undefined;
  protocol: MailProtocol;
  /** How it was known to be mail. */
  service: 'port' | 'content';
  client: PeerJson;
  server: PeerJson;
  start?: string | undefined;
  end?: string | undefined;
  /** Seconds. */
  duration?: number | undefined;
  packets: number;
  /** Stream octets captured from each side, retransmissions counted once. */
  bytes: { client: number; server: number };
  tcp: TcpJson;
  tls?: TlsJson | undefined;
  auth: readonly AuthJson[];
  /** Absent in NDJSON, where entries are lines of their own. */
  timeline?: readonly EntryJson[];
}

/** Without its timeline; what does not apply is undefined, which JSON leaves out. */
export function sessionJson(session: Session): SessionJson {
  const { connection, clientDirection } = session;
  const client = connection.halves[clientDirection];
  const server = connection.halves[1 - clientDirection]!;
  return {
    id: session.id,
    captures: connection.captures,
    vantage: connection.sight?.points,
    protocol: session.protocol,
    service: session.service,
    client: peerJson(session.client),
    server: peerJson(session.server),
    start: formatTime(connection.first),
    end: formatTime(connection.last),
    duration: secondsBetween(connection.first, connection.last),
    packets: connection.packets,
    bytes: { client: client.captured, server: server.captured },
    tcp: tcpJson(session),
    tls: session.tls && tlsJson(session.tls),
    auth: session.auth.map(authJson),
  };
}

function peerJson({ address, port, name }: Peer): PeerJson {
  return { address, port, name };
}

function authJson({ entry, mechanism, username, password, token, succeeded }: AuthAttempt): AuthJson {
  return { entry: entry.id, mechanism, username, password, token, succeeded };
}

function tcpJson({ connection, clientDirection }: Session): TcpJson {
  const side = (direction: Direction): Side => (direction === clientDirection ? 'client' : 'server');
  const missing: TcpJson['missing'] = {};
  for (const direction of [clientDirection, (1 - clientDirection) as Direction]) {
    const half = connection.halves[direction];
    if (half.seen) missing[side(direction)] = half.missing;
  }
  return {
    stream: connection.stream,
    handshake: connection.handshake,
    rtt: connection.roundTrip,
    rttServer: connection.serverRoundTrip,
    close: connection.close,
    closedBy: connection.closedBy === undefined ? undefined : side(connection.closedBy),
    retransmissions: connection.retransmissions,
    outOfOrder: connection.outOfOrder,
    missing,
  };
}
