/**
 * Cuts the octets of one direction into what the dissector expects next: lines, a dot-terminated block, a counted
 * run, or everything that is left. Where only the other side's next reply can say what comes, octets are held.
 * Hot: see CONTRIBUTING. It knows lengths and terminators; it does not know any protocol.
 */
import { CR, LF, decodeText } from '../bytes/ascii.js';
import type { Budget } from '../bytes/budget.js';
import type { Arrival } from '../model/arrival.js';
import type { Extent } from '../model/entry.js';
import type { Side } from '../model/stream.js';
import { DotBlock, type ContentTaker } from './dot-block.js';
import { ExtentBuilder } from './extent.js';
import { limits } from './limits.js';

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

/** Takes a block, a counted run, or the opaque rest. */
export interface ContentSink extends ContentTaker {
  /** `length` octets of the content are missing from the capture. */
  gap(length: number): void;
  /** The content is over; `whole` where its end was seen. `extent` covers framing, too, and leaves gaps out. */
  end(extent: Extent | undefined, whole: boolean): void;
}

export type Expectation =
  /** A line; with `untilTls`, until an octet that begins a TLS record stands at a line start: the rest is opaque. */
  | { readonly kind: 'line'; readonly untilTls?: ContentSink }
  /** Up to and including a line with a single dot. */
  | { readonly kind: 'dots'; readonly sink: ContentSink }
  /** Exactly so many octets. */
  | { readonly kind: 'count'; readonly octets: number; readonly sink: ContentSink }
  /** Whatever comes, to the end of the direction. */
  | { readonly kind: 'opaque'; readonly sink: ContentSink }
  /** Nothing is read until `expect` says something else. */
  | { readonly kind: 'held' };

/** Whom the reader tells; `side` is the reader's own. */
export interface ReaderListener {
  line(side: Side, line: Line): void;
  /** `length` octets are missing; told before the next line, and after a line that they cut short. */
  gap(side: Side, extent: Extent, inContent: boolean): void;
  /** Held octets cannot wait any longer: `expect` must be called now. */
  undecided(side: Side): void;
}

interface Held {
  readonly bytes: Buffer;
  readonly arrival: Arrival;
  /** Length of a gap; 0 for octets. */
  readonly gap: number;
  /** Octets taken from the budget for it. */
  readonly paid: number;
}

/** Content type of the record that opens TLS (RFC 8446 §5.1). */
const TLS_HANDSHAKE = 0x16;

const EMPTY = Buffer.alloc(0);
const LINE: Expectation = { kind: 'line' };
export const HELD: Expectation = { kind: 'held' };

export class SideReader {
  readonly side: Side;
  #expectation: Expectation = LINE;
  readonly #listener: ReaderListener;
  readonly #budget: Budget;
  /** Offset in the stream of the next octet to be read. */
  #offset = 0;
  #extent: ExtentBuilder | undefined;
  #block: DotBlock | undefined;
  #remaining = 0;
  #carry: Buffer = EMPTY;
  #carried = 0;
  #carryCut = false;
  #afterGap = false;
  #held: Held[] = [];
  #heldOctets = 0;
  #reading = false;

  constructor(side: Side, listener: ReaderListener, budget: Budget) {
    this.side = side;
    this.#listener = listener;
    this.#budget = budget;
  }

  /** The first packet whose octets are held; undefined where none are. */
  get heldSince(): Arrival | undefined {
    return this.#held[0]?.arrival;
  }

  /** The latest packet of what is half read: if nothing follows, an entry of that time will stand for it. */
  get unfinishedSince(): Arrival | undefined {
    return this.#extent?.last;
  }

  get isHeld(): boolean {
    return this.#expectation.kind === 'held';
  }

  /** The beginning of what is held, for a guess: at most `octets` of it, as latin1. */
  peekHeld(octets: number): string {
    let text = '';
    for (const { bytes } of this.#held) {
      text += bytes.toString('latin1', 0, octets - text.length);
      if (text.length >= octets) break;
    }
    return text;
  }

  /** Says what the next octets are. What was held is read at once. */
  expect(expectation: Expectation): void {
    this.#begin(expectation);
    if (!this.#reading) this.#readHeld();
  }

  expectLines(): void {
    this.expect(LINE);
  }

  hold(): void {
    this.expect(HELD);
  }

  data(bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    if (this.isHeld) this.#hold(bytes, start, end, arrival);
    else this.#read(bytes, start, end, arrival);
  }

  gap(length: number, arrival: Arrival): void {
    if (this.isHeld) this.#held.push({ bytes: EMPTY, arrival, gap: length, paid: 0 });
    else this.#readGap(length, arrival);
  }

  /** The content being read is over although its end was not seen: lines follow. */
  breakOff(): void {
    this.#endContent(false);
    this.expectLines();
  }

  /** No more octets will come: everything half read is handed on as it is. */
  finish(): void {
    while (this.isHeld && this.#held.length > 0) this.#decide();
    if (this.#expectation.kind === 'line') this.#endLine('none');
    // Also what that last line has just begun.
    this.#endContent(false);
  }

  #begin(expectation: Expectation): void {
    // Content that is being read ends here: its taker must hear of it, and its octets are not part of what follows.
    this.#endContent(false);
    this.#expectation = expectation;
    if (expectation.kind === 'dots') this.#block = new DotBlock();
    if (expectation.kind === 'count') {
      this.#remaining = expectation.octets;
      if (expectation.octets === 0) this.#endContent(true);
    }
  }

  #read(bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    this.#reading = true;
    let at = start;
    while (at < end && !this.isHeld) at = this.#readSome(bytes, at, end, arrival);
    this.#reading = false;
    if (at < end) this.#holdFirst(bytes, at, end, arrival);
  }

  #readSome(bytes: Buffer, at: number, end: number, arrival: Arrival): number {
    const expectation = this.#expectation;
    switch (expectation.kind) {
      case 'line':
        if (expectation.untilTls === undefined || this.#extent !== undefined || bytes[at] !== TLS_HANDSHAKE) {
          return this.#readLine(bytes, at, end, arrival);
        }
        this.#begin({ kind: 'opaque', sink: expectation.untilTls });
        return at;
      case 'dots':
        return this.#readDots(bytes, at, end, arrival, expectation.sink);
      case 'count':
        return this.#readCounted(bytes, at, end, arrival, expectation.sink);
      case 'opaque':
        expectation.sink.content(bytes, at, end);
        this.#cover(end - at, arrival);
        return end;
      case 'held':
        return at;
    }
  }

  /** Adds octets to the extent of what is being read. */
  #cover(octets: number, arrival: Arrival): void {
    if (this.#extent === undefined) this.#extent = new ExtentBuilder(this.#offset, octets, arrival);
    else this.#extent.add(octets, arrival);
    this.#offset += octets;
  }

  #readLine(bytes: Buffer, at: number, end: number, arrival: Arrival): number {
    const lineFeed = bytes.indexOf(LF, at);
    if (lineFeed === -1 || lineFeed >= end) {
      this.#keep(bytes, at, end);
      this.#cover(end - at, arrival);
      return end;
    }
    this.#cover(lineFeed + 1 - at, arrival);
    if (this.#carried === 0 && !this.#carryCut) this.#tellLine(bytes, at, lineFeed, 'lf');
    else {
      this.#keep(bytes, at, lineFeed);
      this.#endLine('lf');
    }
    return lineFeed + 1;
  }

  /** Copies a part of a line until its end comes, as far as the bounds allow. */
  #keep(bytes: Buffer, start: number, end: number): void {
    const wanted = this.#carried + end - start;
    if (this.#carryCut || wanted > limits.line || !this.#reserve(wanted)) {
      this.#carryCut = true;
      return;
    }
    bytes.copy(this.#carry, this.#carried, start, end);
    this.#carried = wanted;
  }

  #reserve(octets: number): boolean {
    if (octets <= this.#carry.length) return true;
    const size = Math.max(256, 2 ** Math.ceil(Math.log2(octets)));
    if (!this.#budget.take(size - this.#carry.length)) return false;
    const larger = Buffer.allocUnsafe(size);
    this.#carry.copy(larger, 0, 0, this.#carried);
    this.#carry = larger;
    return true;
  }

  #endLine(ending: 'lf' | 'none'): void {
    if (this.#extent === undefined) return;
    const carry = this.#carry;
    const length = this.#carried;
    this.#carry = EMPTY;
    this.#carried = 0;
    this.#tellLine(carry, 0, length, ending);
    this.#budget.give(carry.length);
  }

  #tellLine(bytes: Buffer, start: number, end: number, ending: 'lf' | 'none'): void {
    const crlf = ending === 'lf' && end > start && bytes[end - 1] === CR;
    const { text, raw } = decodeText(bytes, start, crlf ? end - 1 : end);
    const line: Line = {
      text,
      raw,
      extent: this.#extent!,
      ending: crlf ? 'crlf' : ending,
      afterGap: this.#afterGap,
      cut: this.#carryCut,
    };
    this.#extent = undefined;
    this.#afterGap = false;
    this.#carryCut = false;
    this.#listener.line(this.side, line);
  }

  #readDots(bytes: Buffer, at: number, end: number, arrival: Arrival, sink: ContentSink): number {
    const block = this.#block!;
    const behind = block.read(bytes, at, end, sink);
    this.#cover(behind - at, arrival);
    if (block.done) this.#endContent(true);
    return behind;
  }

  #readCounted(bytes: Buffer, at: number, end: number, arrival: Arrival, sink: ContentSink): number {
    const octets = Math.min(this.#remaining, end - at);
    sink.content(bytes, at, at + octets);
    this.#cover(octets, arrival);
    this.#remaining -= octets;
    if (this.#remaining === 0) this.#endContent(true);
    return at + octets;
  }

  #endContent(whole: boolean): void {
    const expectation = this.#expectation;
    if (expectation.kind === 'line' || expectation.kind === 'held') return;
    const extent = this.#extent;
    this.#extent = undefined;
    this.#expectation = LINE;
    expectation.sink.end(extent, whole);
  }

  #readGap(length: number, arrival: Arrival): void {
    this.#reading = true;
    let left = length;
    while (left > 0 && !this.isHeld) left -= this.#readSomeGap(left, arrival);
    this.#reading = false;
    // Before everything held: it stands there in the stream.
    if (left > 0) this.#held.unshift({ bytes: EMPTY, arrival, gap: left, paid: 0 });
  }

  /** Gives how many of the missing octets are dealt with: none where a line ends before them and may say what they are. */
  #readSomeGap(length: number, arrival: Arrival): number {
    const expectation = this.#expectation;
    if (expectation.kind === 'held') return 0;
    if (expectation.kind === 'count') return this.#readGapInCount(Math.min(length, this.#remaining), arrival, expectation.sink);
    if (expectation.kind === 'line') {
      if (this.#extent === undefined) return this.#readGapInLines(length, arrival, expectation.untilTls);
      this.#endLine('none');
      return 0;
    }
    this.#block?.gap();
    expectation.sink.gap(length);
    this.#tellGap(length, arrival, true);
    return length;
  }

  #readGapInLines(length: number, arrival: Arrival, untilTls: ContentSink | undefined): number {
    this.#afterGap = true;
    // Records follow each other without a mark: behind a gap none can be told from a line any more.
    if (untilTls !== undefined) this.#begin({ kind: 'opaque', sink: untilTls });
    this.#tellGap(length, arrival, false);
    return length;
  }

  #readGapInCount(length: number, arrival: Arrival, sink: ContentSink): number {
    this.#remaining -= length;
    const isOver = this.#remaining === 0;
    sink.gap(length);
    this.#tellGap(length, arrival, true);
    if (isOver) this.#endContent(false);
    return length;
  }

  #tellGap(length: number, arrival: Arrival, inContent: boolean): void {
    const extent: Extent = { offset: this.#offset, bytes: length, frames: [], frameCount: 0, first: arrival, last: arrival };
    this.#offset += length;
    this.#listener.gap(this.side, extent, inContent);
  }

  #hold(bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    const octets = end - start;
    while (this.isHeld && !this.#takeHeld(octets)) this.#decide();
    if (!this.isHeld) {
      this.#read(bytes, start, end, arrival);
      return;
    }
    this.#heldOctets += octets;
    this.#held.push({ bytes: Buffer.from(bytes.subarray(start, end)), arrival, gap: 0, paid: octets });
  }

  /** The rest of a chunk in whose middle the reading stopped: it stands before everything held, and has no other place. */
  #holdFirst(bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    const octets = end - start;
    const paid = this.#budget.take(octets) ? octets : 0;
    this.#heldOctets += octets;
    this.#held.unshift({ bytes: Buffer.from(bytes.subarray(start, end)), arrival, gap: 0, paid });
  }

  /** Whether there is room for so many octets more; if so, they are paid for. */
  #takeHeld(octets: number): boolean {
    return this.#heldOctets + octets <= limits.held && this.#budget.take(octets);
  }

  /** What is read by it may end in another hold, as every answer of a log-in does; only standing still ends in lines. */
  #decide(): void {
    const before = this.#offset;
    this.#listener.undecided(this.side);
    if (this.isHeld && this.#offset === before) this.expectLines();
  }

  #readHeld(): void {
    while (!this.isHeld && this.#held.length > 0) {
      const { bytes, arrival, gap, paid } = this.#held.shift()!;
      this.#heldOctets -= bytes.length;
      this.#budget.give(paid);
      if (gap > 0) this.#readGap(gap, arrival);
      else this.#read(bytes, 0, bytes.length, arrival);
    }
  }
}
