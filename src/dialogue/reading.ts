/** What a side reader and whoever reads with it say to each other: lines, content, and what to expect next. */
import type { Arrival } from '../model/arrival.js';
import type { Extent } from '../model/entry.js';
import type { Side } from '../model/endpoint.js';
import type { ContentTaker } from './dot-block.js';
import type { ExtentBuilder } from './extent.js';

export interface Line {
  /** Without its line end; U+FFFD where octets are no UTF-8. */
  readonly text: string;
  readonly raw: Buffer | undefined;
  readonly extent: ExtentBuilder;
  /** `none`: the direction ended, or octets are missing, before the line did. */
  readonly ending: 'crlf' | 'lf' | 'none';
  /** Octets are missing before this line: it may be the rest of one. */
  readonly afterGap: boolean;
  /** The line is longer than what is kept of it. */
  readonly cut: boolean;
}

export type OddEnding = 'lf' | 'none' | undefined;

/** Undefined where the line ends as it should. What is kept of a long line has no end. */
export function oddEnding({ ending, cut }: Line): OddEnding {
  return cut ? 'none' : ending === 'crlf' ? undefined : ending;
}

/** Takes a block, a counted run, or the opaque rest. */
export interface ContentSink extends ContentTaker {
  /** `length` octets of the content are missing from the capture. */
  gap(length: number): void;
  /** The content is over; `whole` where its end was seen. `extent` covers framing, too, and leaves gaps out. */
  end(extent: Extent | undefined, whole: boolean): void;
}

/** Makes something else of whatever comes, to the end of the direction, and keeps the account of its octets by itself. */
export interface Layer {
  content(bytes: Buffer, start: number, end: number, arrival: Arrival): void;
  gap(length: number): void;
  /** `extent` is none: what it covers is the layer's own account. */
  end(extent: Extent | undefined, whole: boolean): void;
  /** The earliest packet of whose time an entry may still come. */
  readonly unfinishedSince: Arrival | undefined;
}

export type Expectation =
  /** A line; with `untilTls`, until an octet that begins a TLS record stands at a line start: the rest is that. */
  | { readonly kind: 'line'; readonly untilTls?: Expectation }
  /** Up to and including a line with a single dot. */
  | { readonly kind: 'dots'; readonly sink: ContentSink }
  /** Exactly so many octets. */
  | { readonly kind: 'count'; readonly octets: number; readonly sink: ContentSink }
  /** Whatever comes, to the end of the direction. */
  | { readonly kind: 'opaque'; readonly sink: ContentSink }
  /** The same, to be read on by others. */
  | { readonly kind: 'layer'; readonly sink: Layer }
  /** Nothing is read until `expect` says something else. */
  | { readonly kind: 'held' };

/** Whether it lasts to the end of the direction. */
export function isRest({ kind }: Expectation): boolean {
  return kind === 'opaque' || kind === 'layer';
}

/** Whether it has an end of its own that its taker waits for. */
export function isContent(expectation: Expectation): expectation is Extract<Expectation, { readonly kind: 'dots' | 'count' }> {
  return expectation.kind === 'dots' || expectation.kind === 'count';
}

/** Whom the reader tells; `side` is the reader's own. */
export interface ReaderListener {
  line(side: Side, line: Line): void;
  /** `length` octets are missing; told before the next line, and after a line that they cut short. */
  gap(side: Side, extent: Extent, inContent: boolean): void;
  /** A TLS handshake stands where a line should begin. Gives how all that follows is read, where not as lines. */
  handshake?(side: Side): Expectation | undefined;
  /** Held octets cannot wait any longer: `expect` must be called now. */
  undecided(side: Side): void;
}
