/** How the pipeline tells which packets matter to a connection, so that they can be read again; and what a session was called. */
import type { Entry } from './entry.js';
import type { Finding } from './finding.js';
import type { Sighting } from './message.js';
import type { Packet } from './packet.js';
import type { Waited } from './notes/context.js';
import type { Segment } from './segment.js';
import type { Side } from './endpoint.js';

/** Hears of packets in the order in which they are dealt with; a packet is valid during the call. */
export interface PacketTrail {
  /** The packet carries a segment of a connection (`tcp.stream`) that is, or may be, mail. */
  segment(stream: number, segment: Segment): void;
  /** It carries a fragment of a datagram that is not whole yet. */
  fragment(packet: Packet): void;
  /** It may matter to a session later: gives a number to name it by. */
  mark(packet: Packet): number;
  /** A packet that was marked matters to this connection; to others, too, where it is said again. */
  attach(stream: number, mark: number): void;
}

/** What the first pass has given a session, and gives it again. */
export interface SessionIdentity {
  readonly id: number;
  /** `tcp.stream` of its connection. */
  readonly stream: number;
  /** Ids of its mails, in the order of their beginnings. */
  readonly messages: readonly number[];
  /** Where another session was seen to hand over a mail of this id, by the queue id that was given there. */
  sightingOf(message: number, queueId: string): Sighting | undefined;
  /** What rules have found that know of other sessions. */
  readonly findings: readonly RecalledFinding[];
  /** What was seen around it; undefined where that was nothing, or nobody looked. */
  readonly surroundings: RecalledSurroundings | undefined;
}

/** What a session has from packets that are not its own. */
export interface RecalledSurroundings {
  /** How the capture's DNS names both ends: when it was recognised, and when it was over. */
  begun: PeerNames;
  ended: PeerNames;
  /** Entries of kind `context`, with their ids, in their order. */
  entries: Entry[] | undefined;
  /** What replies waited for, by their ids. */
  waited: Map<number, Waited> | undefined;
}

export type PeerNames = Readonly<Record<Side, string | undefined>>;

/** A finding without the session around it. */
export interface RecalledFinding {
  readonly id: Finding['id'];
  readonly values: Finding['values'];
  readonly entry: number | undefined;
  readonly message: number | undefined;
}
