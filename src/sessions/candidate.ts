/**
 * A connection of which it is not known yet whether it carries mail: keeps the first octets of both directions,
 * asks the detection, and hands everything kept to a session once the answer is yes.
 */
import { detect } from '../dialogue/detection/detection.js';
import type { Evidence, Verdict } from '../dialogue/detection/evidence.js';
import { limits } from '../dialogue/limits.js';
import type { Arrival } from '../model/arrival.js';
import type { Direction } from '../model/endpoint.js';
import type { ConnectionFacts, ConnectionHandle, StreamListener } from '../model/stream.js';
import type { SealedOpening } from './sealed-opening.js';

type Kept = (listener: StreamListener) => void;

/** Makes the session; undefined where there are too many on which nobody said a word (`silent`). */
export type Accept = (verdict: Verdict, silent: boolean) => StreamListener | undefined;

/** Looks into TLS that `client` has begun with these octets; undefined where nothing could be seen. */
export type LookInside = (client: Direction, hello: string) => SealedOpening | undefined;

export class Candidate implements StreamListener {
  readonly #facts: ConnectionFacts;
  readonly #handle: ConnectionHandle;
  readonly #accept: Accept;
  readonly #lookInside: LookInside;
  readonly #heads: [string, string] = ['', ''];
  readonly #kept: Kept[] = [];
  #speaksFirst: Direction | undefined;
  #octets = 0;
  /** It is TLS, and what is said inside will tell. */
  #inside: SealedOpening | undefined;

  /** `accept` makes the session, which from then on hears of the connection in the candidate's place. */
  constructor(facts: ConnectionFacts, handle: ConnectionHandle, accept: Accept, lookInside: LookInside) {
    this.#facts = facts;
    this.#handle = handle;
    this.#accept = accept;
    this.#lookInside = lookInside;
  }

  data(direction: Direction, bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    if (this.#inside === undefined) {
      this.#speaksFirst ??= direction;
      const wanted = limits.detection - this.#heads[direction].length;
      if (wanted > 0) this.#heads[direction] += bytes.toString('latin1', start, Math.min(end, start + wanted));
      const decided = this.#decide(this.#octets + end - start > 2 * limits.detection);
      if (decided === 'foreign') return;
      if (decided !== undefined) return decided.data(direction, bytes, start, end, arrival);
    }
    const copy = Buffer.from(bytes.subarray(start, end));
    this.#octets += copy.length;
    this.#kept.push((listener) => listener.data(direction, copy, 0, copy.length, arrival));
    this.#inside?.data(direction, copy, 0, copy.length, arrival);
    this.#decideInside(this.#octets > limits.sealed);
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
    const decided = this.#inside === undefined ? this.#decide(true) : this.#decideInside(true);
    if (decided !== undefined && decided !== 'foreign') decided.end();
  }

  #keep(event: Kept): void {
    if (this.#kept.length >= limits.detection) return;
    this.#kept.push(event);
    if (this.#inside !== undefined) event(this.#inside);
  }

  /** The session that takes over; 'foreign' where it is none of ours; undefined where more must be heard. */
  #decide(final: boolean): StreamListener | 'foreign' | undefined {
    // A connection in the middle of which the capture begins, and that says nothing, is no evidence of mail.
    if (final && this.#speaksFirst === undefined && this.#facts.setup.length === 0) return this.#dismiss();
    const verdict = detect(this.#evidence(this.#heads, this.#speaksFirst, final));
    if (verdict === 'foreign') return this.#dismiss();
    if (verdict === undefined) return undefined;
    if ('sealedBy' in verdict) return this.#unseal(verdict.sealedBy, final);
    return this.#take(verdict);
  }

  #unseal(client: Direction, final: boolean): StreamListener | 'foreign' | undefined {
    this.#inside = this.#lookInside(client, this.#heads[client]);
    if (this.#inside === undefined) return this.#dismiss();
    for (const event of this.#kept) event(this.#inside);
    return final ? this.#decideInside(true) : undefined;
  }

  #decideInside(final: boolean): StreamListener | 'foreign' | undefined {
    if (this.#inside === undefined) return undefined;
    // What was held back for want of a key is opened now, or never.
    if (final) this.#inside.end();
    const { heads, speaksFirst } = this.#inside.said;
    const verdict = detect(this.#evidence(heads, speaksFirst, final));
    if (verdict === undefined) return undefined;
    if (!final) this.#inside.end();
    if (verdict === 'foreign' || 'sealedBy' in verdict) return this.#dismiss();
    return this.#take({ ...verdict, tls: 'both' });
  }

  #evidence(heads: Evidence['heads'], speaksFirst: Direction | undefined, final: boolean): Evidence {
    const { endpoints, opener } = this.#facts;
    return { ports: [endpoints[0].port, endpoints[1].port], opener, heads, speaksFirst, final };
  }

  #take(verdict: Verdict): StreamListener | 'foreign' {
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
