/**
 * Cuts the octets of one direction into what the dissector expects next: lines, a dot-terminated block, a counted run, or
 * everything that is left. Where only the next reply can say what comes, octets are held. Hot: see CONTRIBUTING.
 */
import { LF } from '../bytes/ascii.js';
import type { Budget } from '../bytes/budget.js';
import type { Arrival } from '../model/arrival.js';
import type { Side } from '../model/endpoint.js';
import { DotBlock } from './dot-block.js';
import { ExtentBuilder, missingAt } from './extent.js';
import { HandshakeWatch, isTlsRecord } from './handshake-watch.js';
import { HeldOctets } from './held-octets.js';
import { createLine, LineCarry } from './line-carry.js';
import { isContent, isRest, type ContentSink, type Expectation, type ReaderListener } from './reading.js';
import type { OctetLedger } from './wire-ledger.js';

export class SideReader {
  readonly side: Side;
  /** What comes where nothing else is expected: lines, behind STARTTLS until TLS begins. */
  #lines: Expectation = { kind: 'line' };
  #expectation = this.#lines;
  readonly #listener: ReaderListener;
  readonly #carry: LineCarry;
  readonly #held: HeldOctets;
  #offset = 0;
  #extent: ExtentBuilder | undefined;
  #block: DotBlock | undefined;
  #remaining = 0;
  #afterGap = false;
  #reading = false;
  #isOver = false;
  /** Where what is read are not the octets of the wire: it knows which of these an entry takes. */
  readonly ledger: OctetLedger | undefined;
  readonly #watch = new HandshakeWatch();

  constructor(side: Side, listener: ReaderListener, budget: Budget, ledger?: OctetLedger) {
    this.side = side;
    this.ledger = ledger;
    this.#listener = listener;
    this.#carry = new LineCarry(budget);
    this.#held = new HeldOctets(budget);
  }

  /** The first packet whose octets are held; undefined where none are. */
  get heldSince(): Arrival | undefined {
    return this.#held.since;
  }

  /** The latest packet of what is half read: if nothing follows, an entry of that time will stand for it. */
  get unfinishedSince(): Arrival | undefined {
    return this.#expectation.kind === 'layer' ? this.#expectation.sink.unfinishedSince : (this.#extent?.last ?? this.ledger?.latest);
  }

  /** Offset in the stream of the next octet to be read. */
  get offset(): number {
    return this.#offset;
  }

  get isHeld(): boolean {
    return this.#expectation.kind === 'held';
  }

  /** What comes is not read: TLS without its keys. */
  get isOpaque(): boolean {
    return isRest(this.#expectation);
  }

  /** The beginning of what is held, for a guess: at most `octets`, as latin1. */
  peekHeld(octets: number): string {
    return this.#held.peek(octets);
  }

  /** Says what the next octets are. What was held is read at once. */
  expect(expectation: Expectation): void {
    // What lasts to the end of the direction lasts, whatever a late or mistaken reply says of it.
    if (this.isOpaque || this.#isOver) return isContent(expectation) ? expectation.sink.end(undefined, false) : undefined;
    if (expectation.kind === 'line') this.#lines = expectation;
    this.#begin(expectation);
    if (!this.#reading) this.#readHeld();
  }

  /** Content that is being read is over, although its end was not seen. */
  expectLines(): void {
    this.expect(this.#lines);
  }

  hold(): void {
    this.expect({ kind: 'held' });
  }

  data(bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    if (this.isHeld) this.#hold(bytes, start, end, arrival);
    else this.#read(bytes, start, end, arrival);
  }

  gap(length: number, arrival: Arrival): void {
    if (this.isHeld) this.#held.addGap(length, arrival);
    else this.#readGap(length, arrival);
  }

  /** No more octets will come: everything half read is handed on as it is. */
  finish(): void {
    while (this.isHeld && !this.#held.isEmpty) this.#decide();
    if (this.#expectation.kind === 'line') this.#endLine('none');
    // Also what that last line has just begun.
    this.#endContent(false);
    this.#isOver = true;
  }

  #begin(expectation: Expectation): void {
    // Content that is being read ends here: its taker must hear of it, and its octets are not part of what follows.
    this.#endContent(false);
    if (isRest(expectation) && this.#expectation.kind === 'line') this.#endLine('none');
    this.#expectation = expectation;
    if (expectation.kind === 'dots') this.#block = new DotBlock();
    if (expectation.kind === 'count') this.#remaining = expectation.octets;
    if (expectation.kind === 'count' && expectation.octets === 0) this.#endContent(true);
  }

  #read(bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    this.#reading = true;
    let at = start;
    while (at < end && !this.isHeld) at = this.#readSome(bytes, at, end, arrival);
    this.#reading = false;
    if (at < end) this.#held.putBack(bytes, at, end, arrival);
  }

  #readSome(bytes: Buffer, at: number, end: number, arrival: Arrival): number {
    const expectation = this.#expectation;
    switch (expectation.kind) {
      case 'line':
        if (expectation.untilTls === undefined || this.#extent !== undefined || !isTlsRecord(bytes[at]!)) {
          if (this.#watch.begins(bytes, at, end, this.#extent === undefined)) return this.#turnOpaque(bytes, at, end, arrival);
          return this.#readLine(bytes, at, end, arrival);
        }
        this.#begin(expectation.untilTls);
        return at;
      case 'dots':
        return this.#readDots(bytes, at, end, arrival, expectation.sink);
      case 'count':
        return this.#readCounted(bytes, at, end, arrival, expectation.sink);
      case 'opaque':
        expectation.sink.content(bytes, at, end);
        this.#cover(end - at, arrival);
        return end;
      case 'layer':
        expectation.sink.content(bytes, at, end, arrival);
        this.#offset += end - at;
        return end;
      case 'held':
        return at;
    }
  }

  /** Adds octets to the extent of what is being read. */
  #cover(octets: number, arrival: Arrival): void {
    if (this.ledger !== undefined) this.#extent = this.ledger.take(octets, this.#extent);
    else if (this.#extent === undefined) this.#extent = new ExtentBuilder(this.#offset, octets, arrival);
    else this.#extent.add(octets, arrival);
    this.#offset += octets;
  }

  /** A handshake instead of a line: the listener says whether it is read as one all the same. */
  #turnOpaque(bytes: Buffer, at: number, end: number, arrival: Arrival): number {
    const following = this.#listener.handshake?.(this.side) ?? (this.#expectation.kind === 'line' ? this.#expectation.untilTls : undefined);
    if (following === undefined) return this.#readLine(bytes, at, end, arrival);
    const { bytes: before, length } = this.#carry.take(); // Its first octet may have come before.
    const begun = following.kind === 'layer' ? this.#extent : undefined;
    this.#expectation = following;
    if (begun === undefined) return at;
    this.#extent = undefined;
    this.#offset = begun.offset;
    this.#readSome(before, 0, length, begun.last);
    return at;
  }

  #readLine(bytes: Buffer, at: number, end: number, arrival: Arrival): number {
    const lineFeed = bytes.indexOf(LF, at);
    if (lineFeed === -1 || lineFeed >= end) {
      this.#carry.add(bytes, at, end);
      this.#cover(end - at, arrival);
      return end;
    }
    this.#cover(lineFeed + 1 - at, arrival);
    if (this.#carry.isEmpty) this.#tellLine(bytes, at, lineFeed, 'lf', false);
    else {
      this.#carry.add(bytes, at, lineFeed);
      this.#endLine('lf');
    }
    return lineFeed + 1;
  }

  #endLine(ending: 'lf' | 'none'): void {
    if (this.#extent === undefined) return;
    const { bytes, length, cut } = this.#carry.take();
    this.#tellLine(bytes, 0, length, ending, cut);
  }

  #tellLine(bytes: Buffer, start: number, end: number, ending: 'lf' | 'none', cut: boolean): void {
    const line = createLine(bytes, start, end, ending, { extent: this.#extent!, afterGap: this.#afterGap, cut });
    this.#extent = undefined;
    this.#afterGap = false;
    this.#watch.reset();
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
    [this.#extent, this.#expectation] = [undefined, this.#lines];
    expectation.sink.end(extent, whole);
  }

  #readGap(length: number, arrival: Arrival): void {
    this.#reading = true;
    let left = length;
    while (left > 0 && !this.isHeld) left -= this.#readSomeGap(left, arrival);
    this.#reading = false;
    if (left > 0) this.#held.putBackGap(left, arrival);
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

  #readGapInLines(length: number, arrival: Arrival, untilTls: Expectation | undefined): number {
    this.#afterGap = true;
    // Records follow each other without a mark: behind a gap none can be told from a line any more.
    if (untilTls !== undefined) this.#begin(untilTls);
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
    const extent = missingAt(this.#offset, length, arrival);
    this.#offset += length;
    this.#listener.gap(this.side, extent, inContent);
  }

  #hold(bytes: Buffer, start: number, end: number, arrival: Arrival): void {
    while (this.isHeld && !this.#held.add(bytes, start, end, arrival)) {
      this.#decide();
      if (!this.isHeld) return this.#read(bytes, start, end, arrival);
    }
  }

  /** What is read by it may end in another hold, as every answer of a log-in does; only standing still ends in lines. */
  #decide(): void {
    const before = this.#offset;
    this.#listener.undecided(this.side);
    if (this.isHeld && this.#offset === before) this.expectLines();
  }

  #readHeld(): void {
    while (!this.isHeld && !this.#held.isEmpty) {
      const { bytes, arrival, gap } = this.#held.shift()!;
      if (gap > 0) this.#readGap(gap, arrival);
      else this.#read(bytes, 0, bytes.length, arrival);
    }
  }
}
