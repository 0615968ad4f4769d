/**
 * Tells connections apart by addresses and ports, the same in both directions. Hot: see CONTRIBUTING. Addresses are
 * kept as 32-bit words: a small Buffer for each would hold a whole pool slab of 8 KB alive.
 */
import type { Segment } from '../model/segment.js';

function wordAt(bytes: Buffer, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}

function endpointHash(bytes: Buffer, start: number, length: number, port: number): number {
  let hash = port;
  for (let at = start; at < start + length; at += 4) {
    hash = Math.imul(hash ^ wordAt(bytes, at), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** A 30-bit number (small integers are the fast keys of a Map), equal for both directions of a connection. */
export function flowHash(segment: Segment): number {
  const { bytes, addressLength } = segment;
  const source = endpointHash(bytes, segment.sourceStart, addressLength, segment.sourcePort);
  const destination = endpointHash(bytes, segment.destinationStart, addressLength, segment.destinationPort);
  return (source + destination) & 0x3fffffff;
}

/** The addresses and ports of a connection, kept to be compared with those of a segment. */
export class FlowKey {
  readonly #source: readonly number[];
  readonly #destination: readonly number[];
  readonly #sourcePort: number;
  readonly #destinationPort: number;

  constructor(segment: Segment) {
    const { bytes, addressLength, sourceStart, destinationStart } = segment;
    this.#source = words(bytes, sourceStart, addressLength);
    this.#destination = words(bytes, destinationStart, addressLength);
    this.#sourcePort = segment.sourcePort;
    this.#destinationPort = segment.destinationPort;
  }

  /** 0 where the segment goes the way of the first one, 1 where it goes the other way, -1 where it is not of this flow. */
  directionOf(segment: Segment): 0 | 1 | -1 {
    const { sourcePort, destinationPort, addressLength, sourceStart, destinationStart } = segment;
    if (addressLength !== this.#source.length * 4) return -1;
    if (
      sourcePort === this.#sourcePort &&
      destinationPort === this.#destinationPort &&
      isAt(this.#source, segment.bytes, sourceStart) &&
      isAt(this.#destination, segment.bytes, destinationStart)
    ) {
      return 0;
    }
    const back =
      sourcePort === this.#destinationPort &&
      destinationPort === this.#sourcePort &&
      isAt(this.#destination, segment.bytes, sourceStart) &&
      isAt(this.#source, segment.bytes, destinationStart);
    return back ? 1 : -1;
  }
}

function words(bytes: Buffer, start: number, length: number): readonly number[] {
  return length === 4
    ? [wordAt(bytes, start)]
    : [wordAt(bytes, start), wordAt(bytes, start + 4), wordAt(bytes, start + 8), wordAt(bytes, start + 12)];
}

function isAt(address: readonly number[], bytes: Buffer, start: number): boolean {
  for (let i = 0; i < address.length; i++) if (address[i] !== wordAt(bytes, start + 4 * i)) return false;
  return true;
}
