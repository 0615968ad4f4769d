/**
 * A connection of which it is not known yet whether it carries mail: keeps the first octets of both directions,
 * asks the detection, and hands everything kept to a session once the answer is yes.
 */
import { detect, type Verdict } from '../dialogue/detection.js';
import { limits } from '../dialogue/limits.js';
import type { Arrival } from '../model/arrival.js';
import type { ConnectionFacts, Direction, StreamListener } from '../model/stream.js';

type Kept = (listener: StreamListener) => void;

export class Candidate implements StreamListener {
  readonly #facts: ConnectionFacts;
  readonly #accept: (verdict: Verdict) => StreamListener;
  readonly #ignore: () => void;
  readonly #heads: [string, string] = ['', ''];
  #speaksFirst: Direction | undefined;
  #kept: Kept[] = [];
  #octets = 0;
  #session: StreamListener | undefined;

  constructor(facts: ConnectionFacts, accept: (verdict: Verdict) => StreamListener, ignore: () => void) {
    this.#facts = facts;
    this.#accept = accept;
    this.#ignore = ignore;
  }

  data(direction: Direction, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    if (this.#session !== undefined) return this.#session.data(direction, bytes, start, end, arrival);
    this.#speaksFirst ??= direction;
    const wanted = limits.detection - this.#heads[direction].length;
    if (wanted > 0) this.#heads[direction] += bytes.toString('latin1', start, Math.min(end, start + wanted));
    const full = this.#octets + end - start > 2 * limits.detection;
    if (this.#decide(full)) return;
    if (this.#session !== undefined) return (this.#session as StreamListener).data(direction, bytes, start, end, arrival);
    const copy = Buffer.from(bytes.subarray(start, end));
    this.#octets += copy.length;
    this.#kept.push((listener) => listener.data(direction, copy, 0, copy.length, arrival));
  }

  gap(direction: Direction, length: number, arrival: Arrival): void {
    this.#pass((listener) => listener.gap(direction, length, arrival));
  }

  fin(direction: Direction, arrival: Arrival): void {
    this.#pass((listener) => listener.fin(direction, arrival));
  }

  rst(direction: Direction, arrival: Arrival): void {
    this.#pass((listener) => listener.rst(direction, arrival));
  }

  settled(): void {
    this.#session?.settled();
  }

  end(): void {
    if (this.#session === undefined) this.#decide(true);
    this.#session?.end();
  }

  #pass(event: Kept): void {
    if (this.#session !== undefined) event(this.#session);
    else if (this.#kept.length < limits.detection) this.#kept.push(event);
  }

  /** True where the connection turned out to be none of ours. */
  #decide(final: boolean): boolean {
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
    if (verdict === undefined) return false;
    if (verdict === 'foreign') return this.#dismiss();
    this.#session = this.#accept(verdict);
    for (const event of this.#kept) event(this.#session);
    this.#kept = [];
    return false;
  }

  #dismiss(): true {
    this.#kept = [];
    this.#ignore();
    return true;
  }
}
