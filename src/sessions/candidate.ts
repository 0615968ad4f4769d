/**
 * A connection of which it is not known yet whether it carries mail: keeps the first octets of both directions,
 * asks the detection, and hands everything kept to a session once the answer is yes.
 */
import { detect, type Verdict } from '../dialogue/detection.js';
import { limits } from '../dialogue/limits.js';
import type { Arrival } from '../model/arrival.js';
import type { Direction } from '../model/endpoint.js';
import type { ConnectionFacts, ConnectionHandle, StreamListener } from '../model/stream.js';

type Kept = (listener: StreamListener) => void;

/** Makes the session; undefined where there are too many on which nobody said a word (`silent`). */
export type Accept = (verdict: Verdict, silent: boolean) => StreamListener | undefined;

export class Candidate implements StreamListener {
  readonly #facts: ConnectionFacts;
  readonly #handle: ConnectionHandle;
  readonly #accept: Accept;
  readonly #heads: [string, string] = ['', ''];
  readonly #kept: Kept[] = [];
  #speaksFirst: Direction | undefined;
  #octets = 0;

  /** `accept` makes the session, which from then on hears of the connection in the candidate's place. */
  constructor(facts: ConnectionFacts, handle: ConnectionHandle, accept: Accept) {
    this.#facts = facts;
    this.#handle = handle;
    this.#accept = accept;
  }

  data(direction: Direction, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    this.#speaksFirst ??= direction;
    const wanted = limits.detection - this.#heads[direction].length;
    if (wanted > 0) this.#heads[direction] += bytes.toString('latin1', start, Math.min(end, start + wanted));
    const full = this.#octets + end - start > 2 * limits.detection;
    const decided = this.#decide(full);
    if (decided === 'foreign') return;
    if (decided !== undefined) return decided.data(direction, bytes, start, end, arrival);
    const copy = Buffer.from(bytes.subarray(start, end));
    this.#octets += copy.length;
    this.#kept.push((listener) => listener.data(direction, copy, 0, copy.length, arrival));
  }

  gap(direction: Direction, length: number, arrival: Arrival): void {
    this.#keep((listener) => listener.gap(direction, length, arrival));
  }

  fin(direction: Direction, arrival: Arrival): void {
    this.#keep((listener) => listener.fin(direction, arrival));
  }

  rst(direction: Direction, arrival: Arrival): void {
    this.#keep((listener) => listener.rst(direction, arrival));
  }

  settled(): void {}

  end(): void {
    const decided = this.#decide(true);
    if (decided !== undefined && decided !== 'foreign') decided.end();
  }

  #keep(event: Kept): void {
    if (this.#kept.length < limits.detection) this.#kept.push(event);
  }

  /** The session that takes over; 'foreign' where it is none of ours; undefined where more must be heard. */
  #decide(final: boolean): StreamListener | 'foreign' | undefined {
    const { endpoints, opener } = this.#facts;
    // A connection in the middle of which the capture begins, and that says nothing, is no evidence of mail.
    if (final && this.#speaksFirst === undefined && this.#facts.setup.length === 0) return this.#dismiss();
    const verdict = detect({
      ports: [endpoints[0].port, endpoints[1].port],
      opener,
      heads: this.#heads,
      speaksFirst: this.#speaksFirst,
      final,
    });
    if (verdict === 'foreign') return this.#dismiss();
    if (verdict === undefined) return undefined;
    const session = this.#accept(verdict, this.#speaksFirst === undefined);
    return session === undefined ? this.#dismiss() : this.#handOver(session);
  }

  #handOver(session: StreamListener): StreamListener {
    for (const event of this.#kept) event(session);
    this.#handle.listen(session);
    return session;
  }

  #dismiss(): 'foreign' {
    this.#handle.ignore();
    return 'foreign';
  }
}
