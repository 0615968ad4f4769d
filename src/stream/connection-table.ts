/**
 * All TCP connections of the input: finds the one a segment belongs to, opens new ones, sees ports used again, and
 * ends what is closed, silent or too many. Counts connections as tshark's tcp.stream does. Hot: see CONTRIBUTING.
 */
import { Budget } from '../bytes/budget.js';
import { secondsBetween, type Instant } from '../bytes/time.js';
import type { Arrival } from '../model/arrival.js';
import type { Datagram, HeardDatagram } from '../model/datagram.js';
import type { Packet } from '../model/packet.js';
import type { Segment } from '../model/segment.js';
import type { SharedSight } from '../model/vantage.js';
import type { Direction, Endpoint } from '../model/endpoint.js';
import type { ConnectionListener } from '../model/stream.js';
import type { PacketTrail } from '../model/trail.js';
import { formatAddress } from './address.js';
import { Connection } from './connection.js';
import { FlowKey, flowHash } from './flow-key.js';
import { limits } from './limits.js';
import { SYN } from './tcp-flags.js';

/** A connection in its place in the table; those of one hash form a chain. */
interface Flow {
  readonly hash: number;
  readonly key: FlowKey;
  /** Undefined once it has ended: the flow is then remembered for its stragglers alone. */
  connection: Connection | undefined;
  /** Last packet, kept when the connection has ended. */
  last: Arrival;
  next: Flow | undefined;
}

export class ConnectionTable {
  readonly #listen: ConnectionListener;
  readonly #sightOf: (segment: Segment) => SharedSight | undefined;
  readonly #flows = new Map<number, Flow>();
  readonly #budget = new Budget(limits.waitingInAll);
  /** In the order in which they were opened; those that ended are taken out. */
  readonly #live = new Set<Flow>();
  /** In the order in which they closed. */
  readonly #closing = new Set<Flow>();
  readonly #remembered = new Set<Flow>();
  #streams = 0;
  #order = 0;
  /** Second of the last tick. */
  #ticked = Number.NEGATIVE_INFINITY;
  #silenceChecked = Number.NEGATIVE_INFINITY;
  #recent: Flow | undefined;
  /** Hears which packets belong to connections that somebody listens to. */
  trail: PacketTrail | undefined;
  #isReplay = false;

  /** `sightOf`: what is known of the connection that a segment opens, where several captures hold it. */
  constructor(listen: ConnectionListener, sightOf: (segment: Segment) => SharedSight | undefined = () => undefined) {
    this.#listen = listen;
    this.#sightOf = sightOf;
  }

  /** Connections seen so far. */
  get count(): number {
    return this.#streams;
  }

  /** What comes are the packets of one connection, which had this number: it ends with them, whatever the time. */
  replay(stream: number): void {
    this.#streams = stream;
    this.#isReplay = true;
  }

  segment(segment: Segment): void {
    const arrival = createArrival(segment, ++this.#order);
    const flow = this.#recent;
    let direction: 0 | 1 | -1 = flow === undefined ? -1 : flow.key.directionOf(segment);
    let found = direction === -1 ? undefined : flow;
    if (found === undefined) {
      const hash = flowHash(segment);
      for (found = this.#flows.get(hash); found !== undefined; found = found.next) {
        direction = found.key.directionOf(segment);
        if (direction !== -1) break;
      }
      if (found === undefined) {
        found = this.#open(hash, segment, arrival);
        direction = 0;
      }
    }
    if (isReopened(found, direction as Direction, segment)) {
      found = this.#reopen(found, segment, arrival);
      direction = 0;
    }
    this.#recent = found;
    this.#pass(found, direction as Direction, segment, arrival);
    if (this.#order % limits.sweepInterval === 0) this.#sweep(arrival);
  }

  /** Time has passed, packets or not: whole seconds of the clock that stamps the packets. Cheap to call often. */
  tick(seconds: number): void {
    if (!(seconds > this.#ticked)) return;
    const now = { seconds, nanos: 0 };
    this.#ticked = seconds;
    for (const flow of this.#live) flow.connection?.review(now);
    this.#endClosed(now);
    this.#forgetEnded(now);
    if (seconds - this.#silenceChecked < limits.silenceCheck) return;
    this.#silenceChecked = seconds;
    this.#endSilent(now);
  }

  /** A datagram beside the connections takes its place in the order of arrival; their time goes on with it. */
  place(datagram: Datagram): HeardDatagram {
    const arrival = createArrival(datagram, ++this.#order);
    if (this.#order % limits.sweepInterval === 0) this.#sweep(arrival);
    const [source, destination] = endpointsOf(datagram);
    const { bytes, identification } = datagram;
    if (datagram.kind === 'udp') return { kind: 'udp', source, destination, arrival, identification, payload: bytes.subarray(datagram.payloadStart, datagram.payloadEnd) };
    const { kind, version, type, code, mtu, quoted } = datagram;
    const [from, to] = endpointsOf({ bytes, ...quoted });
    return { kind, version, type, code, mtu, source: source.address, arrival, identification, quoted: { protocol: quoted.protocol, source: from, destination: to } };
  }

  /** The input is over: everything still open ends, in the order in which it was opened. */
  end(): void {
    for (const flow of this.#live) flow.connection?.end();
    this.#live.clear();
    this.#flows.clear();
    this.#closing.clear();
    this.#remembered.clear();
    this.#recent = undefined;
  }

  #pass(flow: Flow, direction: Direction, segment: Segment, arrival: Arrival): void {
    const { connection } = flow;
    if (connection === undefined) return;
    if (this.trail !== undefined && connection.isHeard) this.trail.segment(connection.stream, segment);
    const wasClosing = connection.closing;
    connection.segment(direction, segment, arrival);
    if (connection.closedInFull) this.#endAndRemember(flow);
    else if (!wasClosing && connection.closing) this.#closing.add(flow);
  }

  #open(hash: number, segment: Segment, arrival: Arrival): Flow {
    if (this.#live.size >= limits.connections) this.#endOldest();
    const flow: Flow = {
      hash,
      key: new FlowKey(segment),
      connection: this.#connect(segment, arrival),
      last: arrival,
      next: this.#flows.get(hash),
    };
    this.#flows.set(hash, flow);
    this.#live.add(flow);
    return flow;
  }

  #connect(segment: Segment, arrival: Arrival): Connection {
    const connection = new Connection(this.#streams++, endpointsOf(segment), arrival, this.#budget, this.#sightOf(segment));
    const listener = this.#listen(connection, connection);
    if (listener === undefined) connection.ignore();
    else connection.listen(listener);
    return connection;
  }

  /** Same addresses and ports, another connection. Its first sender may be the other endpoint. */
  #reopen(flow: Flow, segment: Segment, arrival: Arrival): Flow {
    this.#end(flow);
    this.#forget(flow);
    return this.#open(flow.hash, segment, arrival);
  }

  #end(flow: Flow): void {
    const { connection } = flow;
    if (connection === undefined) return;
    flow.connection = undefined;
    flow.last = connection.last;
    connection.end();
    this.#live.delete(flow);
  }

  #endAndRemember(flow: Flow): void {
    if (flow.connection === undefined) return;
    this.#end(flow);
    this.#remembered.add(flow);
  }

  #endOldest(): void {
    for (const flow of this.#live) {
      this.#end(flow);
      this.#forget(flow);
      return;
    }
  }

  #sweep(now: Instant): void {
    if (this.#isReplay) return;
    this.#endClosed(now);
    this.#forgetEnded(now);
    if (this.#order % (limits.sweepInterval * 128) === 0) this.#endSilent(now);
  }

  #endClosed(now: Instant): void {
    for (const flow of this.#closing) {
      const last = flow.connection?.last ?? flow.last;
      if (!((secondsBetween(last, now) ?? 0) > limits.linger)) return;
      this.#closing.delete(flow);
      this.#endAndRemember(flow);
    }
  }

  #forgetEnded(now: Instant): void {
    for (const flow of this.#remembered) {
      const tooMany = this.#remembered.size > limits.rememberedInAll;
      if (!tooMany && !((secondsBetween(flow.last, now) ?? 0) > limits.remembered)) return;
      this.#remembered.delete(flow);
      this.#forget(flow);
    }
  }

  #endSilent(now: Instant): void {
    for (const flow of this.#live) {
      const { last, handshake } = flow.connection!;
      const silence = secondsBetween(last, now) ?? 0;
      if (silence <= (handshake === 'partial' ? limits.halfOpenSilence : limits.silence)) continue;
      this.#endAndRemember(flow);
    }
  }

  /** Takes a flow out of its chain. */
  #forget(flow: Flow): void {
    if (this.#recent === flow) this.#recent = undefined;
    const head = this.#flows.get(flow.hash);
    if (head === flow) {
      if (flow.next === undefined) this.#flows.delete(flow.hash);
      else this.#flows.set(flow.hash, flow.next);
      return;
    }
    for (let before = head; before !== undefined; before = before.next) {
      if (before.next === flow) before.next = flow.next;
    }
  }
}

/** A SYN on the ports of a connection that has ended opens another one, whatever its number. */
function isReopened({ connection }: Flow, direction: Direction, segment: Segment): boolean {
  return connection === undefined ? (segment.flags & SYN) !== 0 : connection.isReopenedBy(direction, segment);
}

type Addressed = Pick<Segment, 'bytes' | 'addressLength' | 'sourceStart' | 'destinationStart' | 'sourcePort' | 'destinationPort'>;

function endpointsOf(segment: Addressed): readonly [Endpoint, Endpoint] {
  const { bytes, addressLength } = segment;
  return [
    { address: formatAddress(bytes, segment.sourceStart, addressLength), port: segment.sourcePort },
    { address: formatAddress(bytes, segment.destinationStart, addressLength), port: segment.destinationPort },
  ];
}

/** Nanoseconds in one unit of the fraction, by number of digits. */
const NANOS = [1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 1e2, 1e1, 1];

function createArrival(segment: Pick<Segment, 'packet' | 'earlierFrames'>, order: number): Arrival {
  const packet: Packet = segment.packet;
  const { fraction, digits } = packet;
  return {
    seconds: packet.seconds,
    fraction,
    digits,
    nanos: digits <= 9 ? fraction * NANOS[digits]! : Math.floor(fraction / 10 ** (digits - 9)),
    frame: packet.frame,
    earlierFrames: segment.earlierFrames,
    capture: packet.capture,
    order,
  };
}
