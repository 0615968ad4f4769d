/** One direction under test: segments go in as numbers and text, what comes out is written down. */
import { Budget } from '../../src/bytes/budget.js';
import type { Arrival } from '../../src/model/arrival.js';
import { HalfStream } from '../../src/stream/half-stream.js';

export function arrivalAt(order: number, seconds = order): Arrival {
  return { seconds, fraction: 0, digits: 6, nanos: 0, frame: order, earlierFrames: undefined, capture: 0, order };
}

export interface SegmentFields {
  /** Octets on the wire, where they are more than were captured. */
  readonly length?: number;
  readonly seconds?: number;
}

/** A budget that knows what it has lent. */
export class CountedBudget extends Budget {
  lent = 0;

  override take(octets: number): boolean {
    const taken = super.take(octets);
    if (taken) this.lent += octets;
    return taken;
  }

  override give(octets: number): void {
    super.give(octets);
    this.lent -= octets;
  }
}

export class HalfUnderTest {
  readonly half: HalfStream;
  readonly budget: CountedBudget;
  /** What was told: octets as latin1 text, a gap as its length in square brackets. */
  told = '';
  /** Frames, in the order in which they brought octets. */
  readonly frames: number[] = [];
  /** Octets told. */
  captured = 0;
  #order = 0;

  constructor(octets = 1 << 20) {
    this.budget = new CountedBudget(octets);
    this.half = new HalfStream(
      {
        octets: (bytes, start, end, arrival) => {
          this.told += bytes.toString('latin1', start, end);
          this.captured += end - start;
          this.frames.push(arrival.frame);
        },
        gap: (length) => {
          this.told += `[${length}]`;
        },
      },
      this.budget,
    );
    this.half.seen = true;
  }

  /** The stream begins at this number. */
  static from(sequence: number, octets?: number): HalfUnderTest {
    const made = new HalfUnderTest(octets);
    made.half.anchor(sequence);
    return made;
  }

  segment(sequence: number, text: string, { length = text.length, seconds }: SegmentFields = {}): this {
    const bytes = Buffer.from(`<${text}>`, 'latin1');
    this.half.segment(sequence >>> 0, length, bytes, 1, 1 + text.length, this.#arrival(seconds));
    return this;
  }

  /** Looks at the holes, `seconds` after the beginning. */
  review(acknowledged: number | undefined, seconds: number, goesOn = false): this {
    this.half.review(acknowledged, goesOn, this.#arrival(seconds));
    return this;
  }

  finish(endsAt?: number, acknowledged?: number): this {
    this.half.finish(endsAt, acknowledged, this.#arrival(undefined));
    return this;
  }

  #arrival(seconds = 0): Arrival {
    return arrivalAt(++this.#order, seconds);
  }
}
