/** What the stream room tells of one TCP connection, and whom it tells. */
import type { Arrival } from './arrival.js';
import type { Direction, Endpoint } from './endpoint.js';
import type { SharedSight } from './vantage.js';

/** The facts of a connection that the stream room keeps while it lives. */
export interface ConnectionFacts {
  /** Counts TCP connections from 0 as tshark's tcp.stream does. */
  readonly stream: number;
  /** The endpoint that sends direction 0, and the one that sends direction 1. */
  readonly endpoints: readonly [Endpoint, Endpoint];
  /** Which direction the SYN (or the answer to a SYN ACK) says is the client's; undefined where no handshake was seen. */
  readonly opener: Direction | undefined;
  readonly handshake: 'complete' | 'partial' | 'absent';
  /** Last SYN to the ACK that completes the handshake, in seconds, as tshark's tcp.analysis.initial_rtt. */
  readonly roundTrip: number | undefined;
  /** Last SYN to its answer, in seconds: from where the capture was made to the server and back. */
  readonly serverRoundTrip: number | undefined;
  /** The packets of the handshake, in order of arrival. */
  readonly setup: readonly Arrival[];
  readonly close: 'fin' | 'rst' | 'open';
  /** Direction of the first FIN or RST. */
  readonly closedBy: Direction | undefined;
  readonly first: Arrival;
  readonly last: Arrival;
  readonly packets: number;
  readonly retransmissions: number;
  readonly outOfOrder: number;
  /** Packets of which the snap length has cut something off the octets of the stream. */
  readonly cutPackets: number;
  readonly halves: readonly [HalfFacts, HalfFacts];
  /** Captures that hold it: of several vantage points the one with most octets first, else in the order of their first packets. */
  readonly captures: readonly number[];
  /** Where it was recorded at several places. */
  readonly sight: SharedSight | undefined;
}

export interface HalfFacts {
  /** Whether any packet of this direction was seen. */
  readonly seen: boolean;
  /** Stream octets captured, retransmissions counted once. */
  readonly captured: number;
  /** Stream octets known to have been sent and not captured. */
  readonly missing: number;
  /** The first packet whose octets wait behind a hole; undefined when nothing waits. */
  readonly waitingSince: Arrival | undefined;
  /** The other side has acknowledged octets that have not been captured: they were lost, or come out of order. */
  readonly lags: boolean;
}

/** Octets of one direction in stream order; `bytes[start..end)` is valid during the call. */
export interface StreamListener {
  data(direction: Direction, bytes: Buffer, start: number, end: number, arrival: Arrival): void;
  /** `length` octets at this place of the stream are not in the capture. `arrival` brought the octets behind them. */
  gap(direction: Direction, length: number, arrival: Arrival): void;
  fin(direction: Direction, arrival: Arrival): void;
  rst(direction: Direction, arrival: Arrival): void;
  /** A packet of this connection has been dealt with in full. */
  settled(): void;
  /** Nothing more will come: both sides closed, reset, silent too long, ports used again, or the capture ended. */
  end(): void;
}

/** What a listener may ask of its connection. */
export interface ConnectionHandle {
  /** Nobody wants to hear more of it; `end` is not called then. */
  ignore(): void;
  /** `listener` hears of everything from now on. */
  listen(listener: StreamListener): void;
}

/** Called for each new connection; undefined where nobody wants to hear of it. */
export type ConnectionListener = (facts: ConnectionFacts, handle: ConnectionHandle) => StreamListener | undefined;
