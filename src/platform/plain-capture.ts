/**
 * Writes conversations as a capture without TLS, for programs that cannot open it: the same addresses, ports and times,
 * the octets of both sides, and a TCP around them that was never on a wire. Where TLS begins, a connection of its own
 * begins: behind STARTTLS other programs would look for TLS.
 */
import type { Arrival } from '../model/arrival.js';
import type { PlainKeeper } from '../model/platform.js';
import type { Session } from '../model/session.js';
import type { Side } from '../model/endpoint.js';
import { ACK, FIN, plainSegment, SYN } from './plain-segment.js';
import { WholeFile } from './whole-file.js';

/** pcap with nanoseconds (draft-ietf-opsawg-pcap), raw IP. */
const MAGIC = 0xa1b23c4d;
const RAW_IP = 101;
const SNAP_LENGTH = 262_144;
/** Octets of one segment: what fits into an Ethernet frame with either kind of IP. */
const SEGMENT = 1440;
const NONE = Buffer.alloc(0);
/** From the first sequence number of one connection to that of the next; an odd number, so that none comes back soon. */
const NUMBERS_APART = 0x0100_0193;

type Sequences = Record<Side, number>;

/** How far a connection has come. */
interface Connection {
  readonly next: Sequences;
  last: Arrival;
}

const OTHER: Readonly<Record<Side, Side>> = { client: 'server', server: 'client' };

export class PlainCapture implements PlainKeeper {
  readonly #file: WholeFile;
  readonly #overwrite: boolean;
  readonly #connections = new Map<Session, Connection>();
  /** Connections written. */
  count = 0;

  constructor(path: string, overwrite: boolean) {
    this.#file = new WholeFile(path);
    this.#overwrite = overwrite;
    const header = Buffer.alloc(24);
    header.writeUInt32LE(MAGIC, 0);
    header.writeUInt16LE(2, 4);
    header.writeUInt16LE(4, 6);
    header.writeUInt32LE(SNAP_LENGTH, 16);
    header.writeUInt32LE(RAW_IP, 20);
    this.#file.write(header);
  }

  octets(session: Session, side: Side, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    const connection = this.#connections.get(session) ?? this.#open(session, arrival);
    connection.last = arrival;
    for (let at = start; at < end; at += SEGMENT) this.#send(session, connection, side, ACK, bytes.subarray(at, Math.min(end, at + SEGMENT)));
  }

  gap(session: Session, side: Side, length: number): void {
    const connection = this.#connections.get(session);
    if (connection !== undefined) connection.next[side] += length;
  }

  opened(session: Session): void {
    this.end(session);
  }

  end(session: Session): void {
    const connection = this.#connections.get(session);
    if (connection === undefined) return;
    this.#connections.delete(session);
    for (const side of ['client', 'server'] as const) this.#send(session, connection, side, FIN | ACK, NONE);
    this.#send(session, connection, 'client', ACK, NONE);
  }

  /** The file gets its name; throws where there is one already and it may not be overwritten. */
  finish(): void {
    this.#file.finish(this.#overwrite);
  }

  discard(): void {
    this.#file.discard();
  }

  #open(session: Session, arrival: Arrival): Connection {
    // The same ports twice are told apart by the numbers with which they begin.
    const first = this.count++ * NUMBERS_APART;
    const connection: Connection = { next: { client: first, server: first }, last: arrival };
    this.#connections.set(session, connection);
    this.#send(session, connection, 'client', SYN, NONE);
    this.#send(session, connection, 'server', SYN | ACK, NONE);
    this.#send(session, connection, 'client', ACK, NONE);
    return connection;
  }

  #send(session: Session, { next, last }: Connection, side: Side, flags: number, payload: Buffer): void {
    const other = OTHER[side];
    const acknowledgement = flags === SYN ? 0 : next[other];
    const packet = plainSegment({ from: session[side], to: session[other], sequence: next[side], acknowledgement, flags, payload });
    next[side] += payload.length + ((flags & (SYN | FIN)) === 0 ? 0 : 1);
    this.#record(packet, last);
  }

  #record(packet: Buffer, { seconds, nanos }: Arrival): void {
    const header = Buffer.alloc(16);
    // A packet block without a time has none to give.
    header.writeUInt32LE(Number.isNaN(seconds) ? 0 : seconds >>> 0, 0);
    header.writeUInt32LE(Number.isNaN(nanos) ? 0 : nanos, 4);
    header.writeUInt32LE(packet.length, 8);
    header.writeUInt32LE(packet.length, 12);
    this.#file.write(header);
    this.#file.write(packet);
  }
}
