/** When sessions and mails began: buckets of time, few however long the captures are. */
import type { CaptureTime } from '../model/packet.js';
import type { Timeline, TimelineBucket } from '../model/statistics.js';
import { limits } from './limits.js';

/** Seconds; each divides the next, so that buckets can be merged: seconds, minutes, hours, days, weeks. */
const WIDTHS: readonly number[] = [1, 2, 10, 30, 60, 300, 900, 3600, 10_800, 21_600, 43_200, 86_400, 604_800];
/** Times that no calendar of JavaScript knows (ECMA-262 §21.4.1.1), in seconds. */
const LATEST = 8.64e12;

interface Bucket {
  sessions: number;
  messages: number;
}

export class TimelineCollector {
  #width = 1;
  #buckets = new Map<number, Bucket>();
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  session(time: CaptureTime): void {
    const bucket = this.#bucketOf(time);
    if (bucket !== undefined) bucket.sessions++;
  }

  message(time: CaptureTime): void {
    const bucket = this.#bucketOf(time);
    if (bucket !== undefined) bucket.messages++;
  }

  /** Undefined where nothing has a time. */
  get result(): Timeline | undefined {
    if (this.#buckets.size === 0) return undefined;
    const buckets = [...this.#buckets].sort(([a], [b]) => a - b).map(([index, counts]): TimelineBucket => {
      return { start: new Date(index * this.#width * 1000).toISOString().replace('.000', ''), ...counts };
    });
    return { width: this.#width, buckets };
  }

  #bucketOf({ seconds }: CaptureTime): Bucket | undefined {
    // Half of it leaves room for the beginning of a wide bucket.
    if (!(Math.abs(seconds) < LATEST / 2)) return undefined;
    this.#first = Math.min(this.#first, seconds);
    this.#last = Math.max(this.#last, seconds);
    while (Math.floor(this.#last / this.#width) - Math.floor(this.#first / this.#width) >= limits.buckets) this.#widen();
    return bucketAt(this.#buckets, Math.floor(seconds / this.#width));
  }

  #widen(): void {
    const wider = WIDTHS.find((width) => width > this.#width) ?? this.#width * 2;
    const merged = new Map<number, Bucket>();
    for (const [index, { sessions, messages }] of this.#buckets) {
      const bucket = bucketAt(merged, Math.floor((index * this.#width) / wider));
      bucket.sessions += sessions;
      bucket.messages += messages;
    }
    this.#width = wider;
    this.#buckets = merged;
  }
}

function bucketAt(buckets: Map<number, Bucket>, index: number): Bucket {
  let bucket = buckets.get(index);
  if (bucket === undefined) buckets.set(index, (bucket = { sessions: 0, messages: 0 }));
  return bucket;
}
