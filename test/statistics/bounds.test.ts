/** Whatever a capture makes up: tables end, percentiles stay true, time has few buckets. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaptureTime } from '../../src/model/packet.js';
import { DistributionCollector } from '../../src/statistics/distribution.js';
import { Rows } from '../../src/statistics/rows.js';
import { TimelineCollector } from '../../src/statistics/timeline.js';

function collected(values: readonly number[]): DistributionCollector {
  const collector = new DistributionCollector();
  for (const value of values) collector.add(value);
  return collector;
}

describe('a distribution', () => {
  it('is exact for a thousand values and within 1 % beyond', () => {
    const waits = fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { minLength: 1, maxLength: 3000, size: 'max' });
    fc.assert(
      fc.property(waits, (values) => {
        const told = collected(values).result()!;
        const sorted = values.toSorted((a, b) => a - b);
        for (const percent of [50, 90, 95, 99] as const) {
          const exact = sorted[Math.ceil((sorted.length * percent) / 100) - 1]!;
          expect(Math.abs(told[`p${percent}`] - exact)).toBeLessThanOrEqual(told.approximate ? exact * 0.01 + 1e-9 : 0);
        }
        expect(told.approximate === true).toBe(values.length > 1000);
      }),
      { numRuns: 60 },
    );
  });

  it('of nothing is nothing, and values below 0 count apart', () => {
    expect(collected([]).result()).toBeUndefined();
    expect(collected([-1]).result()).toBeUndefined();
    expect(collected([-1, 2, 4]).result()).toMatchObject({ count: 2, min: 2, mean: 3, early: 1 });
  });
});

describe('a table', () => {
  it('ends; who came when it was full counts with the others from his first time on', () => {
    const rows = new Rows<{ name: string; count: number }>(3, (name) => ({ name, count: 0 }));
    for (const name of ['a', 'b', 'a', '__proto__', 'd', 'd', 'a', 'e', 'b']) rows.of(name).count++;
    expect(rows.all).toEqual([{ name: 'a', count: 3 }, { name: 'b', count: 2 }, { name: '__proto__', count: 1 }]);
    expect(rows.others).toEqual({ name: '', count: 3 });
  });

  it('cuts names that are endless', () => {
    const rows = new Rows<{ name: string; count: number }>(3, (name) => ({ name, count: 0 }));
    for (const tail of ['x', 'y', 'x']) rows.of('n'.repeat(5000) + tail).count++;
    expect(rows.all).toEqual([{ name: 'n'.repeat(200), count: 3 }]);
  });
});

describe('time', () => {
  const at = (seconds: number): CaptureTime => ({ seconds, fraction: 0, digits: 6 });

  it('has at most 120 buckets, and none of it is lost', () => {
    const times = fc.array(fc.integer({ min: -(2 ** 33), max: 2 ** 33 }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(times, (all) => {
        const collector = new TimelineCollector();
        for (const seconds of all) collector.session(at(seconds));
        const { width, buckets } = collector.result!;
        expect(buckets.length).toBeLessThanOrEqual(120);
        expect(buckets.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(all.length);
        const starts = buckets.map(({ start }) => Date.parse(start) / 1000);
        for (const seconds of all) expect(starts).toContain(Math.floor(seconds / width) * width);
      }),
    );
  });

  it('that nobody knows is left out', () => {
    const collector = new TimelineCollector();
    collector.session(at(Number.NaN));
    collector.session(at(2 ** 60));
    expect(collector.result).toBeUndefined();
  });
});
