/** Puts a scripted conversation on the wire: handshake, segments with their acknowledgements, both FINs, as packets. */
import type { Packet } from '../../src/model/packet.js';
import type { Side } from '../../src/model/endpoint.js';
import { ACK, FIN, SYN } from '../../src/stream/tcp-flags.js';
import { ethernet, ipv4, pack } from '../packet/build.js';

/** One turn: what a side says before the other one goes on. latin1: one character an octet. */
export type Turn = readonly [from: Side, octets: string];

/** A packet before it is written: what tests leave out, repeat and shuffle. */
export interface Frame {
  readonly from: Side;
  readonly flags: number;
  readonly sequence: number;
  readonly acknowledgement: number;
  readonly payload: string;
}

export interface WireOptions {
  /** Octets a segment carries at most. */
  readonly segment?: number;
  /** Initial sequence numbers of client and server: close to the highest, so that every test sees them wrap. */
  readonly initial?: readonly [number, number];
}

const PSH = 0x08;

/** The packets of the conversation in the order in which they would be captured. */
export function framesOf(turns: readonly Turn[], { segment = 1400, initial = [0xfffffff0, 0xffffff80] }: WireOptions = {}): Frame[] {
  const frames: Frame[] = [];
  const next = { client: initial[0], server: initial[1] };
  const send = (from: Side, flags: number, payload = ''): void => {
    const other = from === 'client' ? 'server' : 'client';
    const acknowledgement = (flags & ACK) === 0 ? 0 : next[other] >>> 0;
    frames.push({ from, flags, sequence: next[from] >>> 0, acknowledgement, payload });
    next[from] += payload.length + ((flags & (SYN | FIN)) === 0 ? 0 : 1);
  };
  send('client', SYN);
  send('server', SYN | ACK);
  send('client', ACK);
  for (const [from, octets] of turns) {
    for (let at = 0; at < octets.length; at += segment) send(from, ACK | PSH, octets.slice(at, at + segment));
    send(from === 'client' ? 'server' : 'client', ACK);
  }
  send('client', FIN | ACK);
  send('server', FIN | ACK);
  send('client', ACK);
  return frames;
}

const HOSTS = { client: Buffer.from([192, 0, 2, 7]), server: Buffer.from([198, 51, 100, 25]) } as const;
const CLIENT_PORT = 49_321;
const SOURCE = 12;
const DESTINATION = 16;
/** Between two packets. */
const MICROSECONDS = 1_000;

/** Ethernet packets of the frames, a millisecond apart; `snapLength` cuts each of them. */
export function packetsOf(frames: readonly Frame[], port: number, snapLength = Number.MAX_SAFE_INTEGER): Packet[] {
  return frames.map((frame, index) => {
    const octets = ethernet(datagram(frame, port));
    const micros = (index + 1) * MICROSECONDS;
    return {
      bytes: octets,
      start: 0,
      end: Math.min(octets.length, snapLength),
      wireLength: octets.length,
      linkType: 1,
      frame: index + 1,
      capture: 0,
      seconds: 1_700_000_000 + Math.floor(micros / 1e6),
      fraction: micros % 1e6,
      digits: 6,
    };
  });
}

function datagram(frame: Frame, port: number): Buffer {
  const ports = frame.from === 'client' ? [CLIENT_PORT, port] : [port, CLIENT_PORT];
  const header = pack([2, ports[0]!], [2, ports[1]!], [4, frame.sequence], [4, frame.acknowledgement], [1, 0x50], [1, frame.flags]);
  const octets = ipv4(Buffer.concat([header, pack([2, 64_000], [2, 0], [2, 0]), Buffer.from(frame.payload, 'latin1')]));
  const other = frame.from === 'client' ? 'server' : 'client';
  HOSTS[frame.from].copy(octets, SOURCE);
  HOSTS[other].copy(octets, DESTINATION);
  return octets;
}
