/**
 * Values and their percentiles in bounded memory: exact for the first thousand, then in buckets whose width grows with
 * the value (DDSketch: Masson, Rim, Lee 2019), so that a percentile is within 1 % of the true value.
 */
import type { Distribution } from '../model/statistics.js';
import { limits } from './limits.js';

/** A little less than what is promised: results are cut to six digits. */
const ACCURACY = 0.0099;
const GAMMA = (1 + ACCURACY) / (1 - ACCURACY);
const LOG_GAMMA = Math.log(GAMMA);
/** Smaller values count as 0: no clock of a capture is finer. */
const SMALLEST = 1e-9;
/** Below every bucket of a value that is more than 0. */
const ZERO = Number.NEGATIVE_INFINITY;
/** Digits behind the point: nanoseconds. */
const UNIT = 1e9;

export class DistributionCollector {
  #exact: number[] | undefined = [];
  #buckets: Map<number, number> | undefined;
  #count = 0;
  #sum = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = 0;
  #early = 0;

  add(value: number): void {
    if (value < 0) {
      this.#early++;
      return;
    }
    this.#count++;
    this.#sum += value;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
    if (this.#exact === undefined) this.#bucket(value);
    else if (this.#exact.length < limits.exact) this.#exact.push(value);
    else this.#spread(this.#exact, value);
  }

  /** Undefined where there was no value. */
  result(): Distribution | undefined {
    if (this.#count === 0) return undefined;
    const rank = (percent: number): number => Math.ceil((percent / 100) * this.#count);
    const [p50, p90, p95, p99] = this.#values([rank(50), rank(90), rank(95), rank(99)]);
    return {
      count: this.#count,
      min: this.#min,
      max: this.#max,
      mean: Math.round((this.#sum / this.#count) * UNIT) / UNIT,
      p50: p50!,
      p90: p90!,
      p95: p95!,
      p99: p99!,
      approximate: this.#exact === undefined ? true : undefined,
      early: this.#early === 0 ? undefined : this.#early,
    };
  }

  /** From now on values are counted, not kept. */
  #spread(values: readonly number[], next: number): void {
    this.#exact = undefined;
    this.#buckets = new Map();
    for (const value of values) this.#bucket(value);
    this.#bucket(next);
  }

  #bucket(value: number): void {
    const index = value < SMALLEST ? ZERO : Math.ceil(Math.log(value) / LOG_GAMMA);
    this.#buckets!.set(index, (this.#buckets!.get(index) ?? 0) + 1);
  }

  /** The values at these ranks, which rise. */
  #values(ranks: readonly number[]): readonly number[] {
    if (this.#exact !== undefined) {
      const sorted = Float64Array.from(this.#exact).sort();
      return ranks.map((rank) => sorted[rank - 1]!);
    }
    const buckets = [...this.#buckets!].sort(([a], [b]) => a - b);
    let at = 0;
    let seen = buckets[0]![1];
    return ranks.map((rank) => {
      while (seen < rank) seen += buckets[++at]![1];
      return this.#middle(buckets[at]![0]);
    });
  }

  /** Of the bucket (γ^(index−1), γ^index], with the digits that it is worth. */
  #middle(index: number): number {
    const value = index === ZERO ? 0 : (2 * GAMMA ** index) / (GAMMA + 1);
    return Number(Math.min(this.#max, Math.max(this.#min, value)).toPrecision(6));
  }
}
