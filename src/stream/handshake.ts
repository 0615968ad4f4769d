/** Follows the three-way handshake (RFC 9293 §3.5) as far as it was captured. */
import { secondsBetween } from '../bytes/time.js';
import type { Arrival } from '../model/arrival.js';
import type { Direction } from '../model/endpoint.js';
import type { Segment } from '../model/segment.js';
import { limits } from './limits.js';
import { ACK } from './tcp-flags.js';

export class Handshake {
  /** Its packets, in order of arrival. */
  readonly packets: Arrival[] = [];
  opener: Direction | undefined;
  roundTrip: number | undefined;
  serverRoundTrip: number | undefined;
  state: 'complete' | 'partial' | 'absent' = 'absent';
  /** Initial sequence numbers by direction. */
  readonly initial: [number | undefined, number | undefined] = [undefined, undefined];
  /** What acknowledges the SYN of each direction: with octets in it (RFC 7413), those as well. */
  readonly #answered: [number, number] = [0, 0];
  #lastSyn: Arrival | undefined;

  /** Whether a SYN with this sequence number fits a connection of which packets were seen before. */
  isSameSyn(direction: Direction, sequence: number): boolean {
    const known = this.initial[direction];
    return known === undefined ? this.state !== 'absent' : known === sequence;
  }

  /** A packet with the SYN bit, and as many octets of the stream. */
  syn(direction: Direction, { sequence, flags, payloadLength }: Pick<Segment, 'sequence' | 'flags' | 'payloadLength'>, arrival: Arrival): void {
    const opens = (flags & ACK) === 0;
    this.initial[direction] = sequence;
    this.#answered[direction] = (sequence + 1 + payloadLength) >>> 0;
    this.opener ??= opens ? direction : ((1 - direction) as Direction);
    if (opens) this.#lastSyn = arrival;
    else if (this.#lastSyn !== undefined) this.serverRoundTrip ??= secondsBetween(this.#lastSyn, arrival);
    if (this.state === 'absent') this.state = 'partial';
    this.#keep(arrival);
  }

  /** A packet without SYN. True where it completes the handshake. */
  acknowledge(direction: Direction, flags: number, acknowledgement: number, arrival: Arrival): boolean {
    if (this.state !== 'partial' || (flags & ACK) === 0 || this.#lastSyn === undefined) return false;
    // As tshark has it: the first ACK counts, whoever sent it and whether the answer to the SYN was captured or not.
    this.roundTrip ??= secondsBetween(this.#lastSyn, arrival);
    const isAnswered = this.initial[1 - direction] !== undefined && acknowledgement === this.#answered[1 - direction];
    if (direction !== this.opener || !isAnswered) return false;
    this.state = 'complete';
    this.#keep(arrival);
    return true;
  }

  #keep(arrival: Arrival): void {
    if (this.packets.length < limits.setupPackets) this.packets.push(arrival);
  }
}
