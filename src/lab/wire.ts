/**
 * The lab's own traffic as packets: what its sockets send and receive becomes segments of a TCP that was never on a
 * wire. Octets, their order and their times are real, to the microsecond of this program's clock; handshake, window and
 * acknowledgements are stand-ins.
 */
import type { CaptureSummary, CaptureTime, Packet, PacketReader } from '../model/packet.js';
import type { Endpoint, Side } from '../model/endpoint.js';
import { ACK, FIN, plainSegment, RST, SYN } from '../platform/plain-segment.js';
import { limits } from './limits.js';

/** The link type of its packets. */
export const RAW_IP = 101;
/** Octets of one segment, about what loopback carries. */
const SEGMENT = 32 << 10;
const NONE = Buffer.alloc(0);
/** From the first sequence number of one connection to that of the next: the same ports may come again. */
const NUMBERS_APART = 0x0100_0193;

const OTHER: Readonly<Record<Side, Side>> = { client: 'server', server: 'client' };

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** All connections of the lab, as a capture that is read while it grows. */
export class WireReader implements PacketReader {
  readonly summary: Mutable<CaptureSummary>;
  /** Packets that nobody was fast enough to read. */
  lost = 0;
  #waiting: Packet[] = [];
  #octets = 0;
  #next = 0;
  #ended = false;
  #wake: (() => void) | undefined;
  #connections = 0;

  constructor(name: string) {
    this.summary = { file: name, format: 'pcap', linkTypes: [RAW_IP], packets: 0, bytes: 0, comments: [], warnings: [] };
  }

  /** A connection between the two begins. */
  open(client: Endpoint, server: Endpoint): Wire {
    return new Wire({ client, server }, this.#connections++ * NUMBERS_APART, (packets) => this.#add(packets));
  }

  /** Nothing more will come. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  next(): Packet | undefined {
    const packet = this.#waiting[this.#next];
    if (packet !== undefined) {
      this.#next++;
      return packet;
    }
    this.#waiting = [];
    this.#next = 0;
    this.#octets = 0;
    return undefined;
  }

  fill(): boolean | Promise<boolean> {
    if (this.#next < this.#waiting.length) return true;
    if (this.#ended) return false;
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = undefined;
        resolve(this.#waiting.length > 0 || !this.#ended);
      };
    });
  }

  close(): void {
    this.end();
  }

  /** Packets of one moment. */
  #add(packets: readonly Buffer[]): void {
    const { summary } = this;
    const { seconds, fraction, digits } = (summary.last = now());
    summary.first ??= summary.last;
    for (const bytes of packets) {
      const { length } = bytes;
      const frame = ++summary.packets;
      summary.bytes += length;
      this.#octets += length;
      if (this.#ended) continue;
      if (this.#octets > limits.waiting) this.lost++;
      else this.#waiting.push({ seconds, fraction, digits, bytes, start: 0, end: length, wireLength: length, linkType: RAW_IP, frame, capture: 0 });
    }
    this.#wake?.();
  }
}

/** One connection: told what either side sends. */
export class Wire {
  readonly #ends: Readonly<Record<Side, Endpoint>>;
  readonly #sequences: Record<Side, number>;
  readonly #add: (packets: readonly Buffer[]) => void;
  readonly #closed = new Set<Side>();

  constructor(ends: Readonly<Record<Side, Endpoint>>, first: number, add: (packets: readonly Buffer[]) => void) {
    this.#ends = ends;
    this.#sequences = { client: first, server: first };
    this.#add = add;
    // At one time: nobody has seen how long it took.
    add([this.#packet('client', SYN), this.#packet('server', SYN | ACK), this.#packet('client', ACK)]);
  }

  octets(side: Side, octets: Buffer): void {
    const packets: Buffer[] = [];
    for (let at = 0; at < octets.length; at += SEGMENT) packets.push(this.#packet(side, ACK, octets.subarray(at, at + SEGMENT)));
    this.#add(packets);
  }

  /** `side` sends no more. */
  fin(side: Side): void {
    if (this.#closed.has(side)) return;
    this.#closed.add(side);
    const fin = this.#packet(side, FIN | ACK);
    this.#add(this.#closed.size === 2 ? [fin, this.#packet(OTHER[side], ACK)] : [fin]);
  }

  /** The connection is gone; told of one that both sides have closed, nothing happens. */
  gone(side: Side): void {
    if (this.#closed.size === 2) return;
    for (const each of ['client', 'server'] as const) this.#closed.add(each);
    this.#add([this.#packet(side, RST | ACK)]);
  }

  #packet(side: Side, flags: number, payload: Buffer = NONE): Buffer {
    const other = OTHER[side];
    const acknowledgement = flags === SYN ? 0 : this.#sequences[other];
    const sequence = this.#sequences[side];
    this.#sequences[side] += payload.length + ((flags & (SYN | FIN)) === 0 ? 0 : 1);
    return plainSegment({ from: this.#ends[side], to: this.#ends[other], sequence, acknowledgement, flags, payload });
  }
}

/** Rises always, unlike the clock of the day. */
function now(): CaptureTime {
  const micros = Math.floor((performance.timeOrigin + performance.now()) * 1000);
  return { seconds: Math.floor(micros / 1e6), fraction: micros % 1e6, digits: 6 };
}
