/**
 * Where the packets of each connection lie: 12 octets a packet, up to 16 where captures are several or very large, however
 * many sessions there are. The packets of a connection form a chain from the last to the first, so that nothing is kept for
 * a connection but the number of its last packet.
 */
import type { Packet } from '../model/packet.js';
import type { Segment } from '../model/segment.js';
import type { PacketTrail } from '../model/trail.js';
import { column16, column32 } from './column.js';

/** Where a packet lies. */
export interface PacketPlace {
  readonly capture: number;
  readonly offset: number;
  readonly frame: number;
}

/** Gives the place of a packet in what can be read again; undefined where it cannot be kept. */
export type Keep = (packet: Packet) => number | undefined;

/** Instead of a predecessor: it is in no chain yet, or the first of one. */
const LOOSE = 0xffffffff;
const FIRST = 0xfffffffe;
/** The offset of what could not be kept. */
const NOWHERE = 0xffff;
/** Fragments that may still become whole: what the packet room waits for, and some. */
const FRAGMENTS = 1 << 15;
const HIGH = 2 ** 32;

export class PacketIndex implements PacketTrail {
  readonly #low = column32();
  /** Octets 32 to 47 of the offset. */
  readonly #high = column16();
  readonly #capture = column16();
  readonly #frame = column32();
  readonly #previous = column32();
  /** By stream: one more than the number of its last packet. */
  readonly #last = column32();
  readonly #fragments = new Map<number, number[]>();
  readonly #keep: Keep;

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  /** Packets that were noted. */
  get size(): number {
    return this.#low.length;
  }

  segment(stream: number, { packet, earlierFrames }: Segment): void {
    for (const frame of earlierFrames ?? []) for (const mark of this.#fragments.get(frame) ?? []) this.attach(stream, mark);
    this.#chain(stream, this.mark(packet));
  }

  fragment(packet: Packet): void {
    const { frame } = packet;
    const mark = this.mark(packet);
    // Fragments of several captures may meet: a number names one of each.
    const marks = this.#fragments.get(frame);
    if (marks !== undefined) marks.push(mark);
    else this.#fragments.set(frame, [mark]);
    if (this.#fragments.size > FRAGMENTS) this.#fragments.delete(this.#fragments.keys().next().value!);
  }

  mark(packet: Packet): number {
    const offset = this.#keep(packet);
    const at = this.#low.push(offset === undefined ? 0 : offset % HIGH);
    this.#high.push(offset === undefined ? NOWHERE : Math.floor(offset / HIGH));
    this.#capture.push(packet.capture);
    this.#frame.push(packet.frame);
    this.#previous.push(LOOSE);
    return at;
  }

  attach(stream: number, mark: number): void {
    this.#chain(stream, this.#previous.get(mark) === LOOSE ? mark : this.#copy(mark));
  }

  /** The packets of a connection, in the order in which they were dealt with. */
  packetsOf(stream: number): Uint32Array {
    let count = 0;
    for (let at = this.#lastOf(stream); at !== FIRST; at = this.#previous.get(at)) count++;
    const packets = new Uint32Array(count);
    for (let at = this.#lastOf(stream); at !== FIRST; at = this.#previous.get(at)) packets[--count] = at;
    return packets;
  }

  /** Undefined where it could not be kept. */
  placeOf(packet: number): PacketPlace | undefined {
    const high = this.#high.get(packet);
    if (high === NOWHERE) return undefined;
    return { capture: this.#capture.get(packet), offset: high * HIGH + this.#low.get(packet), frame: this.#frame.get(packet) };
  }

  #lastOf(stream: number): number {
    const last = this.#last.get(stream);
    return last === 0 ? FIRST : last - 1;
  }

  #chain(stream: number, packet: number): void {
    this.#previous.set(packet, this.#lastOf(stream));
    this.#last.set(stream, packet + 1);
  }

  #copy(mark: number): number {
    for (const column of [this.#low, this.#high, this.#capture, this.#frame]) column.push(column.get(mark));
    return this.#previous.push(LOOSE);
  }
}
