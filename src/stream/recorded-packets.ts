/**
 * Knows a packet again that one capture holds twice, as where it was recorded at two interfaces of a host that passes it on:
 * by the number that its sender has given it (RFC 791 §3.1). What is sent again has another number. IPv6 has none, and
 * some senders leave it at 0 where nothing may be fragmented (RFC 6864 §4.1): of those nothing is known.
 */
import type { Segment } from '../model/segment.js';

/** Packets of one direction that are remembered: those that may lie between a packet and its copy. */
const MOST = 8;
const BEYOND_SEQUENCE = 2 ** 32;
const BEYOND_IDENTIFICATION = 2 ** 16;
/** All that fits into a number without loss beside the two others; what two captures hold is no copy. */
const CAPTURES = 2 ** 5;

export class RecordedPackets {
  /** Capture, identification and the sequence number at which it ends, as one number; the oldest is overwritten. */
  readonly #known: number[] = [];
  #next = 0;

  /** Whether it was recorded before; to be asked once for each packet, in order. */
  hasBefore({ packet: { capture }, identification, sequence, payloadLength }: Segment): boolean {
    if (identification === 0) return false;
    const packet = ((capture % CAPTURES) * BEYOND_IDENTIFICATION + identification) * BEYOND_SEQUENCE + ((sequence + payloadLength) >>> 0);
    if (this.#known.includes(packet)) return true;
    this.#known[this.#next] = packet;
    this.#next = (this.#next + 1) % MOST;
    return false;
  }
}
