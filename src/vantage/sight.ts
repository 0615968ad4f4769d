/**
 * One connection as one capture saw it: its initial sequence numbers, which octets of it are there, and the times and
 * contents of its first packets. Octets themselves are not kept.
 */
import type { Segment } from '../model/segment.js';
import { ACK, FIN, RST, SYN } from '../stream/tcp-flags.js';
import { Coverage } from './coverage.js';

/** A packet that can be found again in another capture. */
export interface Sample {
  /** Octets of the stream before it; -1 for the SYN. */
  readonly offset: number;
  readonly length: number;
  /** Of its octets. */
  readonly hash: number;
  readonly seconds: number;
  /** The rest of the time, in nanoseconds. */
  readonly nanos: number;
}

/** One direction. */
export class SightOfSide {
  initial: number | undefined;
  packets = 0;
  /** Control bits that were seen. */
  flags = 0;
  readonly coverage = new Coverage();
  readonly samples: Sample[] = [];

  /** Where in the stream a sequence number stands; meaningful once the initial one is known. */
  offsetOf(sequence: number): number {
    return (sequence - this.initial! - 1) >>> 0;
  }

  /** Whether it holds all that a segment brings: octets, and a SYN, FIN or RST. */
  holds(segment: Segment): boolean {
    const flags = segment.flags & (SYN | FIN | RST);
    if (this.packets === 0 || (flags & ~this.flags) !== 0) return false;
    const length = segment.payloadEnd - segment.payloadStart;
    if (length === 0 || this.initial === undefined) return length === 0;
    const offset = this.offsetOf((segment.flags & SYN) === 0 ? segment.sequence : segment.sequence + 1);
    return this.coverage.holds(offset, offset + length);
  }
}

/** Sides: 0 is the client's, by the SYN. */
export class Sight {
  readonly capture: number;
  readonly sides = [new SightOfSide(), new SightOfSide()] as const;

  constructor(capture: number) {
    this.capture = capture;
  }

  get octets(): number {
    return this.sides[0].coverage.octets + this.sides[1].coverage.octets;
  }

  /** `most`: packets of a side that are kept to be found again. Gives how many were kept of this one. */
  add(side: 0 | 1, segment: Segment, most: number): number {
    const own = this.sides[side];
    const other = this.sides[1 - side]!;
    const { flags } = segment;
    own.packets++;
    own.flags |= flags;
    const isSyn = (flags & SYN) !== 0;
    if (isSyn) own.initial = segment.sequence;
    // Of a client whose SYN is not in the capture the answer tells.
    if (isSyn && (flags & ACK) !== 0) other.initial ??= (segment.acknowledgement - 1) >>> 0;
    if (own.initial === undefined) return 0;
    const length = segment.payloadEnd - segment.payloadStart;
    const offset = own.offsetOf(isSyn ? segment.sequence + 1 : segment.sequence);
    own.coverage.add(offset, offset + length);
    if (own.samples.length >= most || (!isSyn && length === 0)) return 0;
    own.samples.push(sampleOf(segment, isSyn ? -1 : offset));
    return 1;
  }
}

const NANOS = 1e9;

function sampleOf({ packet, bytes, payloadStart, payloadEnd, payloadLength }: Segment, offset: number): Sample {
  const { seconds, fraction, digits } = packet;
  return { offset, length: payloadLength, hash: hashOf(bytes, payloadStart, payloadEnd), seconds, nanos: Math.floor((fraction * NANOS) / 10 ** digits) };
}

/** FNV-1a: it tells octets apart that went wrong on the way, and proves nothing. */
function hashOf(bytes: Buffer, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash >>> 0;
}

/** A connection as the captures that hold it saw it, one sight each. */
export type Sights = Sight[];
