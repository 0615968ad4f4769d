/** The DNS over TCP: messages with their length in front (RFC 1035 §4.2.2). Behind a hole nothing is found again. */
import type { Arrival } from '../../model/arrival.js';
import type { Direction } from '../../model/endpoint.js';
import type { StreamListener } from '../../model/stream.js';
import { limits } from './limits.js';

const LENGTH = 2;

export class MessageStream implements StreamListener {
  readonly #take: (direction: Direction, octets: Buffer, arrival: Arrival) => void;
  /** What has come of the next message; undefined where it can not be told any more where one begins. */
  readonly #begun: [Buffer | undefined, Buffer | undefined] = [Buffer.alloc(0), Buffer.alloc(0)];

  /** `take` gets each message whole, with the packet that completed it. */
  constructor(take: (direction: Direction, octets: Buffer, arrival: Arrival) => void) {
    this.#take = take;
  }

  data(direction: Direction, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    const before = this.#begun[direction];
    if (before === undefined) return;
    let octets = Buffer.concat([before, bytes.subarray(start, end)]);
    while (octets.length >= LENGTH) {
      const length = octets.readUInt16BE(0);
      if (length > limits.message) return this.#lose(direction);
      if (octets.length < LENGTH + length) break;
      this.#take(direction, octets.subarray(LENGTH, LENGTH + length), arrival);
      octets = octets.subarray(LENGTH + length);
    }
    this.#begun[direction] = Buffer.from(octets);
  }

  gap(direction: Direction): void {
    this.#lose(direction);
  }

  fin(): void {}
  rst(): void {}
  settled(): void {}
  end(): void {}

  #lose(direction: Direction): void {
    this.#begun[direction] = undefined;
  }
}
