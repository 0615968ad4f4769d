/** Arithmetic on capture times. Seconds and the rest stay apart: a double cannot hold nanoseconds since 1970. */
import type { Arrival } from '../model/arrival.js';

/** As much of an arrival as it takes to compare times. */
export type Instant = Pick<Arrival, 'seconds' | 'nanos'>;

/** Seconds from `a` to `b`, negative where `b` is earlier; undefined where one of them has no time. */
export function secondsBetween(a: Instant, b: Instant): number | undefined {
  // Whole nanoseconds are divided once, so that 0.306631 does not become 0.30663099999999997.
  const nanos = (b.seconds - a.seconds) * 1e9 + (b.nanos - a.nanos);
  return Number.isNaN(nanos) ? undefined : nanos / 1e9;
}
