/** Tells connections apart by addresses and ports, the same in both directions. Hot: see CONTRIBUTING. */
import type { Segment } from '../model/segment.js';

function endpointHash(bytes: Buffer, start: number, length: number, port: number): number {
  let hash = port;
  for (let at = start; at < start + length; at += 4) {
    const word = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
    hash = Math.imul(hash ^ word, 0x9e3779b1);
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
  readonly #source: Buffer;
  readonly #destination: Buffer;
  readonly #sourcePort: number;
  readonly #destinationPort: number;

  constructor(segment: Segment) {
    const { bytes, addressLength, sourceStart, destinationStart } = segment;
    this.#source = Buffer.from(bytes.subarray(sourceStart, sourceStart + addressLength));
    this.#destination = Buffer.from(bytes.subarray(destinationStart, destinationStart + addressLength));
    this.#sourcePort = segment.sourcePort;
    this.#destinationPort = segment.destinationPort;
  }

  /** 0 where the segment goes the way of the first one, 1 where it goes the other way, -1 where it is not of this flow. */
  directionOf(segment: Segment): 0 | 1 | -1 {
    const { sourcePort, destinationPort, sourceStart, destinationStart } = segment;
    if (
      sourcePort === this.#sourcePort &&
      destinationPort === this.#destinationPort &&
      this.#isAt(this.#source, segment, sourceStart) &&
      this.#isAt(this.#destination, segment, destinationStart)
    ) {
      return 0;
    }
    const back =
      sourcePort === this.#destinationPort &&
      destinationPort === this.#sourcePort &&
      this.#isAt(this.#destination, segment, sourceStart) &&
      this.#isAt(this.#source, segment, destinationStart);
    return back ? 1 : -1;
  }

  #isAt(address: Buffer, segment: Segment, start: number): boolean {
    const { length } = address;
    if (length !== segment.addressLength) return false;
    for (let i = 0; i < length; i++) if (address[i] !== segment.bytes[start + i]) return false;
    return true;
  }
}
