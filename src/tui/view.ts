/** What a screen is drawn from: the state, the world, and the language and lines to draw with. */
import type { CaptureSummary } from '../model/packet.js';
import type { ArchiveProgress, ReadOctets, SessionRow } from '../model/archive.js';
import type { Journey } from '../model/journey.js';
import type { Statistics } from '../model/statistics.js';
import type { Zone } from '../report/text/session-head.js';
import { languages, type Language, type LiveFigures } from '../text/index.js';
import type { Conversation } from './conversation.js';
import type { Glyphs } from './glyphs.js';
import type { Line, Span, Tone } from './line.js';
import { clip, span } from './line.js';
import type { Listing } from './listing.js';
import type { Matcher } from './matcher.js';
import { placeOf, type Event, type Place, type State } from './state.js';

/** Octets of one line that have been read. */
export interface OctetWindow extends ReadOctets {
  readonly session: number;
  readonly entry: number;
  readonly offset: number;
}

/** A part of the stream of a session, a piece for each line. */
export interface StreamPart {
  readonly session: number;
  /** Which one, from 0, of how many. */
  readonly part: number;
  readonly parts: number;
  readonly pieces: readonly { readonly entry: number; readonly octets: Buffer }[];
}

/** The way of the mail that a line is about. */
export interface TracedMail {
  readonly session: number;
  readonly entry: number;
  readonly message: number;
  /** With passwords, and masked. */
  readonly journey: Journey;
  readonly masked: Journey;
  /** By mail: the position of its first line in its session. */
  readonly lines: ReadonlyMap<number, number>;
}

/** A capture that is shown while it runs. */
export interface Feed {
  /** What was captured is in no file of its own. */
  readonly unsaved: boolean;
  figures(): LiveFigures;
  /** What there is to say of it as long as the list leaves room: a paragraph each. */
  introduction(language: Language): readonly string[];
  /** Calls `listener` whenever the figures have changed. Gives what stops it. */
  onBeat(listener: () => void): () => void;
}

/** What is known beside the state. It changes in place; a screen is drawn of it as it is. */
export interface World {
  readonly rows: readonly SessionRow[];
  readonly captures: readonly CaptureSummary[];
  readonly progress: ArchiveProgress;
  /** Packets come as they are captured. */
  readonly live: boolean;
  readonly feed: Feed | undefined;
  readonly zone: Zone;
  readonly listing: Listing;
  readonly matcher: Matcher | undefined;
  /** How far the search for an expression has come. */
  readonly search: { readonly looked: number; readonly done: boolean } | undefined;
  readonly conversation: Conversation | undefined;
  readonly octets: OctetWindow | undefined;
  readonly stream: StreamPart | undefined;
  readonly statistics: Statistics | undefined;
  readonly traced: TracedMail | undefined;
}

export interface View {
  readonly state: State;
  readonly world: World;
  readonly place: Place;
  readonly language: Language;
  readonly glyphs: Glyphs;
}

export function viewOf(state: State, world: World, glyphs: Glyphs): View {
  return { state, world, place: placeOf(state), language: languages[state.language], glyphs };
}

/** A place of the screen that the mouse may click. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly event: Event;
}

/** A screen: as many lines as the terminal has rows. */
export interface Picture {
  readonly lines: readonly Line[];
  readonly regions: readonly Region[];
  /** Where somebody types. */
  readonly caret: { readonly x: number; readonly y: number } | undefined;
}

/** A row of a page, and where Enter goes from it. */
export interface PageRow {
  readonly line: Line;
  readonly target?: Target | undefined;
}

export type Target =
  | { readonly kind: 'entry'; readonly session: number; readonly entry: number }
  | { readonly kind: 'part'; readonly message: number; readonly part: string };

/** A screen that is read from top to bottom. */
export interface Page {
  readonly title: string;
  readonly length: number;
  row(at: number): PageRow;
  /** Of a row, for the line of remarks. */
  remark?(at: number): string;
}

/** Somebody's words, masked where passwords are hidden, safe for a terminal, in at most `width` columns. */
export function words({ glyphs }: View, text: string, width: number, tone: Tone = 'plain'): Span {
  return span(clip(glyphs.text(text), width, glyphs.ellipsis), tone);
}

/** The conversation of the place that is shown, once it has been opened. */
export function conversationAt({ world: { conversation }, place }: View): Conversation | undefined {
  return conversation?.opened.session.id === place.session ? conversation : undefined;
}

/** The part of the stream that is looked at, once it has been read. */
export function streamAt({ world: { stream }, place }: View): StreamPart | undefined {
  return stream?.session === place.session && stream.part === place.part ? stream : undefined;
}

/** The way of the mail that is looked at, once it is known. */
export function tracedAt({ world: { traced }, place }: View): TracedMail | undefined {
  return traced?.session === place.session && traced.entry === place.entry ? traced : undefined;
}
