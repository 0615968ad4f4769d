/**
 * The packets of several captures in the order of their times. At the same time the earlier capture goes first, and a
 * packet without a time follows its predecessor. Nothing is sorted within a capture, and no packet is copied.
 */
import type { Packet, PacketReader } from '../model/packet.js';

/** What is asked for packets: a reader, or several merged. */
export type PacketSource = Pick<PacketReader, 'next' | 'fill' | 'close'>;

/** 10^(15 - digits): fractions of all digits become integers of one unit, exactly. */
const SCALES = Array.from({ length: 16 }, (_, digits) => 10 ** (15 - digits));

/**
 * Merges `readers`, whose order is that of the captures; `onEnd` is told each reader that has given its last packet.
 * Closing the result closes them all.
 */
export function mergeReaders(readers: readonly PacketReader[], onEnd: (reader: PacketReader) => void = () => {}): PacketSource {
  return new MergedReaders(readers.map((reader) => new Lane(reader)), onEnd);
}

/** One reader and the packet that stands at its head. */
class Lane {
  readonly reader: PacketReader;
  head: Packet | undefined;
  /** The head's time, or its predecessor's. */
  seconds = Number.NEGATIVE_INFINITY;
  fraction = 0;

  constructor(reader: PacketReader) {
    this.reader = reader;
  }

  /** Takes the next packet as head; false where the reader needs more octets. */
  advance(): boolean {
    const packet = this.reader.next();
    this.head = packet;
    if (packet === undefined) return false;
    if (Number.isNaN(packet.seconds)) return true;
    this.seconds = packet.seconds;
    this.fraction = packet.fraction * (SCALES[packet.digits] ?? 1);
    return true;
  }

  isBefore(other: Lane): boolean {
    return this.seconds < other.seconds || (this.seconds === other.seconds && this.fraction < other.fraction);
  }
}

class MergedReaders implements PacketSource {
  /** Readers that have not ended, in the order of the captures. */
  #lanes: readonly Lane[];
  readonly #all: readonly Lane[];
  readonly #onEnd: (reader: PacketReader) => void;
  /** The lane whose head was given out last: the packet is valid until the next one is asked for. */
  #given: Lane | undefined;

  constructor(lanes: readonly Lane[], onEnd: (reader: PacketReader) => void) {
    this.#lanes = lanes;
    this.#all = lanes;
    this.#onEnd = onEnd;
  }

  next(): Packet | undefined {
    if (this.#given !== undefined) this.#given.head = undefined;
    this.#given = undefined;
    let first: Lane | undefined;
    for (const lane of this.#lanes) {
      // Every lane must show its head before one is chosen.
      if (lane.head === undefined && !lane.advance()) return undefined;
      if (first === undefined || lane.isBefore(first)) first = lane;
    }
    this.#given = first;
    return first?.head;
  }

  fill(): boolean | Promise<boolean> {
    const hungry = this.#lanes.find(({ head }) => head === undefined);
    if (hungry === undefined) return this.#lanes.length > 0;
    const filled = hungry.reader.fill();
    return typeof filled === 'boolean' ? this.#filled(hungry, filled) : filled.then((more) => this.#filled(hungry, more));
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map(async ({ reader }) => reader.close()));
  }

  #filled(lane: Lane, more: boolean): boolean {
    if (!more) {
      this.#lanes = this.#lanes.filter((other) => other !== lane);
      this.#onEnd(lane.reader);
    }
    return this.#lanes.length > 0;
  }
}
