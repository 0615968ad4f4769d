/** A session as CONTRACT fixes it. */
import { secondsBetween } from '../../bytes/time.js';
import type { MailProtocol, Peer, Session } from '../../model/session.js';
import type { Direction, Side } from '../../model/stream.js';
import { formatTime } from '../time.js';
import type { EntryJson } from './entry.js';

export interface PeerJson {
  address: string;
  port: number;
  /** From the greeting inside the capture. */
  name?: string;
}

export interface TcpJson {
  /** As tshark's tcp.stream. */
  stream: number;
  handshake: 'complete' | 'partial' | 'absent';
  /** Seconds, as tshark's tcp.analysis.initial_rtt. */
  rtt?: number;
  close: 'fin' | 'rst' | 'open';
  closedBy?: Side;
  retransmissions: number;
  outOfOrder: number;
  /** Stream octets that are not in the capture; only for a side of which something was seen. */
  missing: { client?: number; server?: number };
}

export interface AuthJson {
  mechanism: string;
  username?: string;
  password?: string;
  /** Absent where its end was not seen. */
  succeeded?: boolean;
  /** `id` of the entry that opens it. */
  entry: number;
}

export interface SessionJson {
  id: number;
  /** Positions (from 0) in `captures`. */
  captures: readonly number[];
  protocol: MailProtocol;
  /** How it was known to be mail. */
  service: 'port' | 'content';
  client: PeerJson;
  server: PeerJson;
  start?: string;
  end?: string;
  /** Seconds. */
  duration?: number;
  packets: number;
  /** Stream octets captured from each side, retransmissions counted once. */
  bytes: { client: number; server: number };
  tcp: TcpJson;
  tls?: { mode: 'implicit' | 'starttls'; decrypted: boolean };
  auth: readonly AuthJson[];
  /** Absent in NDJSON, where entries are lines of their own. */
  timeline?: readonly EntryJson[];
}

/** Without its timeline. */
export function sessionJson(session: Session): SessionJson {
  const { connection, clientDirection } = session;
  const start = formatTime(connection.first);
  const end = formatTime(connection.last);
  const duration = secondsBetween(connection.first, connection.last);
  const client = connection.halves[clientDirection];
  const server = connection.halves[1 - clientDirection]!;
  return {
    id: session.id,
    captures: connection.captures,
    protocol: session.protocol,
    service: session.service,
    client: peerJson(session.client),
    server: peerJson(session.server),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(duration === undefined ? {} : { duration }),
    packets: connection.packets,
    bytes: { client: client.captured, server: server.captured },
    tcp: tcpJson(session),
    ...(session.tls === undefined ? {} : { tls: session.tls }),
    auth: session.auth.map(({ entry, ...attempt }) => ({ entry: entry.id, ...attempt })),
  };
}

function peerJson({ address, port, name }: Peer): PeerJson {
  return name === undefined ? { address, port } : { address, port, name };
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
    ...(connection.roundTrip === undefined ? {} : { rtt: connection.roundTrip }),
    close: connection.close,
    ...(connection.closedBy === undefined ? {} : { closedBy: side(connection.closedBy) }),
    retransmissions: connection.retransmissions,
    outOfOrder: connection.outOfOrder,
    missing,
  };
}
