/**
 * A reply of several lines, line by line: status line and list, or lines of which only their end is known. Bounded:
 * of a list that never ends the lines are counted, not kept.
 */
import type { Arrival } from '../../model/arrival.js';
import type { ExtentBuilder } from '../../dialogue/extent.js';
import { limits } from '../../dialogue/limits.js';
import type { Line } from '../../dialogue/reading.js';

/** Takes lines of the server until a line with a single dot, or until the dissector knows better. */
export interface LineBlock {
  /** Nothing is known of it: whatever looks like a reply ends it. */
  readonly isLoose: boolean;
  /** Whether a line that looks like a reply ends it, though the dot was not seen. `waiting`: a command waits for one. */
  yieldsTo(waiting: boolean): boolean;
  /** Octets are missing from it. */
  damage(): void;
  /** The latest packet that brought some of it. */
  readonly latest: Arrival | undefined;
  add(line: Line): void;
  /** `dot`: the line that ends it; undefined where that was not seen. */
  endLines(dot: Line | undefined): void;
}

export class Listing implements LineBlock {
  /** As on the wire, dots taken out, without the final one. */
  readonly lines: string[] = [];
  readonly extent: ExtentBuilder;
  readonly first: Line;
  /** Octets are missing from it, or from its beginning. */
  isDamaged = false;
  isLoose = false;
  /** Whether all lines were kept and the end was seen. */
  whole = false;
  #octets = 0;
  readonly #done: (listing: Listing) => void;

  constructor(first: Line, done: (listing: Listing) => void) {
    this.first = first;
    this.extent = first.extent;
    this.#done = done;
    this.#keep(first.text);
  }

  get latest(): Arrival {
    return this.extent.last;
  }

  /** No list has such lines. */
  yieldsTo(waiting: boolean): boolean {
    return waiting || this.isLoose;
  }

  damage(): void {
    this.isDamaged = true;
  }

  add(line: Line): void {
    this.extent.append(line.extent);
    this.#keep(line.text.startsWith('.') ? line.text.slice(1) : line.text);
  }

  endLines(dot: Line | undefined): void {
    if (dot !== undefined) this.extent.append(dot.extent);
    this.whole = dot !== undefined && !this.isDamaged && !this.#isFull;
    this.#done(this);
  }

  /** The first line is the dot already. */
  endEmpty(): void {
    this.lines.length = 0;
    this.whole = true;
    this.#done(this);
  }

  get #isFull(): boolean {
    return this.#octets > limits.reply;
  }

  #keep(text: string): void {
    this.#octets += text.length + 2;
    if (!this.#isFull) this.lines.push(text);
  }
}
