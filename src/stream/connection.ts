/**
 * One TCP connection: who opened it, its two directions, how it was closed. Tells a listener what happens, in order
 * of arrival; where nobody listens, only the handshake and the end are followed, so that ports used again are seen.
 */
import type { Budget } from '../bytes/budget.js';
import type { Instant } from '../bytes/time.js';
import type { Arrival } from '../model/arrival.js';
import type { Segment } from '../model/segment.js';
import type { SharedSight } from '../model/vantage.js';
import type { Direction, Endpoint } from '../model/endpoint.js';
import type { ConnectionFacts, ConnectionHandle, HalfFacts, StreamListener } from '../model/stream.js';
import { HalfStream, sequenceDistance } from './half-stream.js';
import { Handshake } from './handshake.js';
import { limits } from './limits.js';
import { RecordedPackets } from './recorded-packets.js';
import { ACK, FIN, RST, SYN } from './tcp-flags.js';

export class Connection implements ConnectionFacts, ConnectionHandle {
  readonly stream: number;
  readonly endpoints: readonly [Endpoint, Endpoint];
  readonly first: Arrival;
  last: Arrival;
  packets = 0;
  cutPackets = 0;
  close: 'fin' | 'rst' | 'open' = 'open';
  closedBy: Direction | undefined;
  readonly captures: number[];
  readonly sight: SharedSight | undefined;
  readonly halves: readonly [HalfStream, HalfStream];
  readonly #handshake = new Handshake();
  /** Sequence numbers at which FINs ended the directions. */
  readonly #ends: [number | undefined, number | undefined] = [undefined, undefined];
  readonly #finished: [boolean, boolean] = [false, false];
  readonly #acknowledged: [number | undefined, number | undefined] = [undefined, undefined];
  readonly #recorded = new RecordedPackets();
  #resets = 0;
  #capture = -1;
  #seenTwice: boolean;
  #listener: StreamListener | undefined;
  #ended = false;

  constructor(stream: number, endpoints: readonly [Endpoint, Endpoint], first: Arrival, budget: Budget, sight: SharedSight | undefined) {
    this.stream = stream;
    this.endpoints = endpoints;
    this.first = first;
    this.last = first;
    this.sight = sight;
    this.captures = sight === undefined ? [] : [...sight.captures];
    this.#seenTwice = sight !== undefined;
    this.halves = [this.#half(0, budget), this.#half(1, budget)];
  }

  /** `listener` hears of everything from now on. */
  listen(listener: StreamListener): void {
    this.#listener = listener;
  }

  /** Nobody wants to hear of it any more: what waits is let go. */
  ignore(): void {
    this.#listener = undefined;
    for (const half of this.halves) half.abandon();
  }

  get isHeard(): boolean {
    return this.#listener !== undefined;
  }

  get handshake(): ConnectionFacts['handshake'] {
    return this.#handshake.state;
  }

  get opener(): Direction | undefined {
    return this.#handshake.opener;
  }

  get roundTrip(): number | undefined {
    return this.#handshake.roundTrip;
  }

  get serverRoundTrip(): number | undefined {
    return this.#handshake.serverRoundTrip;
  }

  get setup(): readonly Arrival[] {
    return this.#handshake.packets;
  }

  get retransmissions(): number {
    return this.halves[0].retransmissions + this.halves[1].retransmissions;
  }

  get outOfOrder(): number {
    return this.halves[0].outOfOrder + this.halves[1].outOfOrder;
  }

  /** Both sides have closed, or one has reset. */
  get closing(): boolean {
    return this.close !== 'open';
  }

  /** Nothing more can come but copies: both FINs were acknowledged and no octet is waited for; or nobody listens. */
  get closedInFull(): boolean {
    if (this.close === 'open') return false;
    if (this.#listener === undefined) return true;
    return this.close === 'fin' && this.#isFinished(0) && this.#isFinished(1);
  }

  /** Whether this segment opens another connection on the same ports: a SYN that is not the known one. */
  isReopenedBy(direction: Direction, segment: Segment): boolean {
    if ((segment.flags & SYN) === 0 || this.packets === 0) return false;
    if (!this.#handshake.isSameSyn(direction, segment.sequence)) return true;
    // The same number again behind a FIN or RST is a new connection, too: a retransmission would have no reason.
    return this.closedBy !== undefined && (segment.flags & ACK) === 0;
  }

  segment(direction: Direction, segment: Segment, arrival: Arrival): void {
    this.last = arrival;
    this.packets++;
    if (arrival.capture !== this.#capture) this.#enter(arrival.capture);
    const half = this.halves[direction];
    half.seen = true;
    const isCopy = this.#isCopy(segment);
    half.isSecondSight = isCopy || (this.#seenTwice && arrival.capture !== this.captures[0]);
    if ((segment.flags & SYN) !== 0 && !isCopy) this.#syn(direction, segment, arrival);
    else if (this.#handshake.state === 'partial') {
      this.#handshake.acknowledge(direction, segment.flags, segment.acknowledgement, arrival);
    }
    if (this.#listener === undefined) this.#followClose(direction, segment.flags);
    else if (this.#follow(direction, segment, arrival)) this.#listener?.settled();
  }

  /** Time has passed without a packet: holes that have waited long enough are given up, so that what is behind them is told. */
  review(now: Instant): void {
    if (this.#listener === undefined || !(this.halves[0].hasHole || this.halves[1].hasHole)) return;
    for (const direction of [0, 1] as const) {
      if (this.halves[direction].hasHole) this.halves[direction].review(this.#acknowledged[1 - direction], false, now);
    }
    this.#listener?.settled();
  }

  /** Nothing more will come: gaps at the end are told, then the listener hears that it is over. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const direction of [0, 1] as const) {
      if (this.#listener === undefined) this.halves[direction].abandon();
      else this.halves[direction].finish(this.#ends[direction], this.#acknowledged[1 - direction], this.last);
    }
    // What was told last may have made the listener go.
    this.#listener?.end();
    this.#listener = undefined;
  }

  #half(direction: Direction, budget: Budget): HalfStream {
    return new HalfStream(
      {
        octets: (bytes, start, end, arrival) => this.#listener?.data(direction, bytes, start, end, arrival),
        gap: (length, arrival) => this.#listener?.gap(direction, length, arrival),
      },
      budget,
    );
  }

  /** Recorded before, in the same capture. A bare acknowledgement may come as often as it likes. */
  #isCopy(segment: Segment): boolean {
    if (segment.payloadLength === 0 && segment.flags === ACK) return false;
    return this.#recorded.hasBefore(segment);
  }

  #syn(direction: Direction, segment: Segment, arrival: Arrival): void {
    // Two captures that hold the same SYN were taken at two places; a connection that goes on in the next file has one.
    this.#seenTwice ||= arrival.capture !== this.captures[0];
    this.#handshake.syn(direction, segment, arrival);
    if (!this.halves[direction].anchored) this.halves[direction].anchor(segment.sequence + 1);
    const other = this.halves[1 - direction]!;
    if ((segment.flags & ACK) !== 0 && !other.anchored) other.anchor(segment.acknowledgement);
  }

  #enter(capture: number): void {
    this.#capture = capture;
    if (!this.captures.includes(capture)) this.captures.push(capture);
  }

  /** False where nothing can have come of the segment: a bare acknowledgement, with no hole to judge by it. */
  #follow(direction: Direction, segment: Segment, arrival: Arrival): boolean {
    const { flags, payloadLength } = segment;
    const half = this.halves[direction];
    const other = this.halves[1 - direction]!;
    const isBare = payloadLength === 0 && flags === ACK && !half.hasHole && !other.hasHole;
    if (!other.anchored && other.hasHole) other.settleAnchor();
    if ((flags & ACK) !== 0) this.#acknowledge(direction, segment.acknowledgement);
    const goesOn = payloadLength > 0;
    // An answer stands behind what it answers: holes that it acknowledges are told before it.
    if (other.hasHole) other.review(this.#acknowledged[direction], goesOn, arrival);
    if (payloadLength > segment.payloadEnd - segment.payloadStart) this.cutPackets++;
    if (payloadLength > 0 && (flags & RST) === 0) {
      const sequence = (flags & SYN) === 0 ? segment.sequence : (segment.sequence + 1) >>> 0;
      half.segment(sequence, payloadLength, segment.bytes, segment.payloadStart, segment.payloadEnd, arrival);
    }
    if (half.hasHole) half.review(this.#acknowledged[1 - direction], goesOn, arrival);
    if ((flags & (FIN | RST)) !== 0) this.#close(direction, segment, arrival);
    return !isBare;
  }

  #acknowledge(direction: Direction, acknowledgement: number): void {
    const known = this.#acknowledged[direction];
    if (known === undefined || sequenceDistance(acknowledgement, known) > 0) {
      this.#acknowledged[direction] = acknowledgement;
      this.halves[1 - direction]!.acknowledged = acknowledgement;
    }
  }

  #close(direction: Direction, segment: Segment, arrival: Arrival): void {
    if ((segment.flags & RST) !== 0) {
      if (!this.halves[direction].isSecondSight && ++this.#resets <= limits.resets) this.#listener?.rst(direction, arrival);
    } else if (this.#ends[direction] === undefined) {
      this.#ends[direction] = (segment.sequence + segment.payloadLength) >>> 0;
      this.#listener?.fin(direction, arrival);
    }
    this.#followClose(direction, segment.flags);
  }

  #isFinished(direction: Direction): boolean {
    const end = this.#ends[direction];
    const acknowledged = this.#acknowledged[1 - direction];
    // Octets before the FIN that the capture has not shown yet may only be out of order: they get their time.
    if (end === undefined || acknowledged === undefined || !this.halves[direction].hasReached(end)) return false;
    return sequenceDistance(acknowledged, end) > 0;
  }

  #followClose(direction: Direction, flags: number): void {
    if ((flags & (FIN | RST)) === 0) return;
    this.closedBy ??= direction;
    if ((flags & FIN) !== 0) this.#finished[direction] = true;
    if (this.close !== 'open') return;
    if ((flags & RST) !== 0) this.close = 'rst';
    else if (this.#finished[0] && this.#finished[1]) this.close = 'fin';
  }
}

export type { HalfFacts };
