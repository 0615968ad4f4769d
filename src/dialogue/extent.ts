/** Builds the extent of an entry piece by piece: which octets of a stream, and which frames brought them. */
import type { Arrival } from '../model/arrival.js';
import type { Extent } from '../model/entry.js';
import { limits } from './limits.js';

/** Which of two arrivals came later. */
export function later(a: Arrival, b: Arrival): Arrival {
  return b.order > a.order ? b : a;
}

function earlier(a: Arrival, b: Arrival): Arrival {
  return b.order < a.order ? b : a;
}

/** What is not there; `arrival` is when that was noticed. */
export function missingAt(offset: number, bytes: number, arrival: Arrival): Extent {
  return { offset, bytes, frames: [], frameCount: 0, first: arrival, last: arrival };
}

export class ExtentBuilder implements Extent {
  readonly offset: number;
  bytes: number;
  frames: number[];
  frameCount: number;
  first: Arrival;
  last: Arrival;
  inflated: number | undefined = undefined;
  decrypted: number | undefined = undefined;

  /** `bytes` octets at `offset`, all brought by `arrival`. */
  constructor(offset: number, bytes: number, arrival: Arrival) {
    this.offset = offset;
    this.bytes = bytes;
    this.first = arrival;
    this.last = arrival;
    this.frames = [arrival.frame];
    this.frameCount = 1;
    if (arrival.earlierFrames !== undefined) for (const frame of arrival.earlierFrames) this.#addFrame(frame);
  }

  /** The octets that follow in the same direction. */
  add(bytes: number, arrival: Arrival): void {
    this.bytes += bytes;
    if (arrival === this.last) return;
    this.first = earlier(this.first, arrival);
    this.last = later(this.last, arrival);
    this.#addFrame(arrival.frame);
    if (arrival.earlierFrames !== undefined) for (const frame of arrival.earlierFrames) this.#addFrame(frame);
  }

  /** Everything another extent covers, which follows this one in the stream. */
  append(next: Extent): void {
    this.bytes += next.bytes;
    if (next.inflated !== undefined) this.inflated = (this.inflated ?? 0) + next.inflated;
    if (next.decrypted !== undefined) this.decrypted = (this.decrypted ?? 0) + next.decrypted;
    this.first = earlier(this.first, next.first);
    this.last = later(this.last, next.last);
    for (const frame of next.frames) this.#addFrame(frame);
    this.frameCount += Math.max(0, next.frameCount - next.frames.length);
  }

  /** Keeps frames ascending and apart. Beyond the limit the last place always holds the highest. */
  #addFrame(frame: number): void {
    const { frames } = this;
    const top = frames[frames.length - 1]!;
    if (frame > top) {
      if (frames.length < limits.frames) frames.push(frame);
      else frames[frames.length - 1] = frame;
      this.frameCount++;
    } else if (frame < top && !frames.includes(frame)) {
      this.#insertFrame(frame);
      this.frameCount++;
    }
  }

  #insertFrame(frame: number): void {
    const at = this.frames.findIndex((other) => other > frame);
    if (this.frames.length < limits.frames) this.frames.splice(at, 0, frame);
    else if (at < this.frames.length - 1) {
      this.frames.splice(at, 0, frame);
      this.frames.splice(this.frames.length - 2, 1);
    }
  }
}
