/**
 * Hands what is captured to the analysis, as far as there is room: it never waits. What the analysis is too slow for loses
 * its octets and keeps its header, so that packets keep their numbers, and is counted.
 */
import type { OctetRing } from './octet-ring.js';
import { RECORD_HEADER, type StreamFacts } from './record-splitter.js';
import type { LiveCounts } from './thread-terms.js';

/** The part of the ring that is left for headers. */
const HEADER_SHARE = 32;

export class Feed {
  readonly #ring: OctetRing;
  readonly #counts: LiveCounts;
  #littleEndian = true;
  readonly #header = Buffer.alloc(RECORD_HEADER);
  /** Octets of the ring that are left for the headers of packets whose octets have no room. */
  readonly #headerRoom: number;

  constructor(ring: OctetRing, counts: LiveCounts) {
    this.#ring = ring;
    this.#counts = counts;
    this.#headerRoom = Math.floor(ring.size / HEADER_SHARE);
  }

  begin({ variant }: StreamFacts, header: Buffer): void {
    this.#littleEndian = variant.littleEndian;
    this.#ring.write(header, 0, header.length);
  }

  records(bytes: Buffer, start: number, end: number): void {
    const fits = this.#ring.free >= end - start + this.#headerRoom;
    if (fits) this.#ring.write(bytes, start, end);
    let packets = 0;
    for (let at = start; at < end; packets++) {
      const length = RECORD_HEADER + (this.#littleEndian ? bytes.readUInt32LE(at + 8) : bytes.readUInt32BE(at + 8));
      if (!fits) this.#record(bytes, at, length);
      at += length;
    }
    this.#counts.add('packets', packets);
  }

  #record(bytes: Buffer, at: number, length: number): void {
    if (this.#ring.free >= length + this.#headerRoom) return this.#ring.write(bytes, at, at + length);
    this.#counts.add('givenUp', 1);
    if (this.#ring.free < RECORD_HEADER) return this.#counts.add('unseen', 1);
    bytes.copy(this.#header, 0, at, at + RECORD_HEADER);
    this.#header.fill(0, 8, 12);
    this.#ring.write(this.#header, 0, RECORD_HEADER);
  }
}
