/** Follows the three-way handshake (RFC 9293 §3.5) as far as it was captured. */
import { secondsBetween } from '../bytes/time.js';
import type { Arrival } from '../model/arrival.js';
import type { Direction } from '../model/endpoint.js';
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
  #lastSyn: Arrival | undefined;

  /** Whether a SYN with this sequence number fits a connection of which packets were seen before. */
  isSameSyn(direction: Direction, sequence: number): boolean {
    const known = this.initial[direction];
    return known === undefined ? this.state !== 'absent' : known === sequence;
  }

  /** A packet with the SYN bit. */
  syn(direction: Direction, sequence: number, flags: number, arrival: Arrival): void {
    const opens = (flags & ACK) === 0;
    this.initial[direction] = sequence;
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
    const answered = this.initial[1 - direction];
    if (direction !== this.opener || answered === undefined || acknowledgement !== (answered + 1) >>> 0) return false;
    this.state = 'complete';
    this.#keep(arrival);
    return true;
  }

  #keep(arrival: Arrival): void {
    if (this.packets.length < limits.setupPackets) this.packets.push(arrival);
  }
}
