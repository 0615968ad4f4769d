/** What two captures of the same connection say together: how far apart they were taken, and where they do not agree. */
import type { Sight, Sample } from './sight.js';

/** Clock differences between two captures of one connection, in seconds. */
export interface ClockComparison {
  /** By how much the second one's clock is ahead. */
  readonly ahead: number;
  /** From the first to the second, positive where the second is nearer to the server. */
  readonly distance: number | undefined;
}

/** Undefined where they have no packet in common. */
export function compareClocks(a: Sight, b: Sight): ClockComparison | undefined {
  const up = median(differences(a.sides[0].samples, b.sides[0].samples));
  const down = median(differences(a.sides[1].samples, b.sides[1].samples));
  if (up === undefined || down === undefined) {
    const ahead = up ?? down;
    return ahead === undefined ? undefined : { ahead, distance: undefined };
  }
  // What the client sends comes later to where the server is near, what the server sends comes earlier: half the sum is the clocks'.
  return { ahead: (up + down) / 2, distance: (up - down) / 2 };
}

/** Where in the stream of a side they first differ; undefined where all that is compared agrees. */
export function firstDifference(a: Sight, b: Sight, side: 0 | 1): number | undefined {
  const other = byPlace(b.sides[side].samples);
  return a.sides[side].samples.find((sample) => {
    const same = other.get(placeOf(sample));
    return same !== undefined && same.hash !== sample.hash;
  })?.offset;
}

function differences(a: readonly Sample[], b: readonly Sample[]): readonly number[] {
  const other = byPlace(b);
  return a.flatMap((sample) => {
    const same = other.get(placeOf(sample));
    if (same === undefined) return [];
    const nanos = (same.seconds - sample.seconds) * 1e9 + (same.nanos - sample.nanos);
    return Number.isNaN(nanos) ? [] : [nanos / 1e9];
  });
}

/** Packets that were sent once: of one that was sent again nobody knows which is which. */
function byPlace(samples: readonly Sample[]): ReadonlyMap<string, Sample> {
  const places = new Map<string, Sample>();
  const twice = new Set<string>();
  for (const sample of samples) {
    const place = placeOf(sample);
    if (places.has(place)) twice.add(place);
    places.set(place, sample);
  }
  for (const place of twice) places.delete(place);
  return places;
}

function placeOf({ offset, length }: Sample): string {
  return `${offset}+${length}`;
}

export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : sorted.length === 0 ? undefined : (sorted[half - 1]! + sorted[half]!) / 2;
}
