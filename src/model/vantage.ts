/** The same connections seen by several captures: what is known of it before the captures are read for good. */
import type { Segment } from './segment.js';
import type { Side } from './endpoint.js';

/** A further place at which a connection was recorded. */
export interface VantagePoint {
  /** Position among the inputs. */
  readonly capture: number;
  /**
   * Seconds a packet travels between the first vantage point and this one: positive where this one is nearer to the server,
   * negative where it is nearer to the client. Absent where packets of one direction alone were seen at both.
   */
  readonly distance?: number;
}

/** The same octet of the stream, and two captures that do not agree on it. */
export interface Alteration {
  readonly side: Side;
  /** Octets of the stream before the segment in which it is. */
  readonly offset: number;
  /** The further captures that differ from the first vantage point there. */
  readonly captures: readonly number[];
}

/** One connection, and the captures that hold it. */
export interface SharedSight {
  /** The one with most octets first. */
  readonly captures: readonly number[];
  /** All but the first. */
  readonly points: readonly VantagePoint[];
  /** The first place of each side at which they differ. */
  readonly alterations: readonly Alteration[];
}

/** How the clock of a capture stands to that of another one which holds some of the same packets. */
export interface CaptureClock {
  /** Position of the capture whose clock is taken. */
  readonly reference: number;
  /** Seconds by which this one's clock is ahead; negative where it is behind. */
  readonly ahead: number;
  /** The times of this capture are told by the clock of the reference. */
  readonly moved: boolean;
}

/** What a survey of several captures says of those that were taken at different places. */
export interface VantagePlan {
  /** By capture; none for one that shares no connection with another, or whose clock is the reference. */
  readonly clocks: ReadonlyMap<number, CaptureClock>;
  /** False where the first vantage point holds what this segment brings. Asked of every segment, in order. */
  wants(segment: Segment): boolean;
  /** Of the connection that this segment opens. */
  sightOf(segment: Segment): SharedSight | undefined;
}
