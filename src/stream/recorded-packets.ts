/**
 * Knows a packet again that one capture holds twice, as where it was recorded at two interfaces of a host that passes it on:
 * by the number that its sender has given it (RFC 791 §3.1). What is sent again has another number. IPv6 has none, and
 * some senders leave it at 0 where nothing may be fragmented (RFC 6864 §4.1): of those nothing is known.
 */
import type { Segment } from '../model/segment.js';

/** Packets of a connection that are remembered: those that may lie between a packet and its copy. */
const MOST = 16;
const BEYOND_SEQUENCE = 2 ** 32;
const BEYOND_IDENTIFICATION = 2 ** 16;
/** FIN, SYN, RST, PSH and ACK: who breaks off a connection of others may copy all else from a packet of theirs. */
const FLAGS = 2 ** 5;

export class RecordedPackets {
  /** Flags, identification and the sequence number at which it ends, as one number; the oldest is overwritten. */
  readonly #known: number[] = [];
  /** Of the same packets: what two captures hold is no copy. */
  readonly #captures: number[] = [];
  #next = 0;

  /** Whether it was recorded before; to be asked once for each packet, in order. */
  hasBefore({ packet: { capture }, identification, flags, sequence, payloadLength }: Segment): boolean {
    if (identification === 0) return false;
    const packet = ((flags % FLAGS) * BEYOND_IDENTIFICATION + identification) * BEYOND_SEQUENCE + ((sequence + payloadLength) >>> 0);
    for (let at = 0; at < this.#known.length; at++) if (this.#known[at] === packet && this.#captures[at] === capture) return true;
    this.#known[this.#next] = packet;
    this.#captures[this.#next] = capture;
    this.#next = (this.#next + 1) % MOST;
    return false;
  }
}
