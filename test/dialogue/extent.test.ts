import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExtentBuilder } from '../../src/dialogue/extent.js';
import { limits } from '../../src/dialogue/limits.js';
import type { Arrival } from '../../src/model/arrival.js';

function arrival(frame: number, earlierFrames?: readonly number[]): Arrival {
  return { seconds: 0, fraction: 0, digits: 6, nanos: 0, frame, earlierFrames, capture: 0, order: frame };
}

function extentOf(frames: readonly number[], offset = 0): ExtentBuilder {
  const [first, ...others] = frames.map((frame) => arrival(frame));
  const extent = new ExtentBuilder(offset, 1, first!);
  for (const other of others) extent.add(1, other);
  return extent;
}

/** What CONTRACT says: ascending, the first 63 and the last. */
function named(frames: readonly number[]): readonly number[] {
  const all = [...new Set(frames)].sort((a, b) => a - b);
  return all.length <= limits.frames ? all : [...all.slice(0, limits.frames - 1), all.at(-1)!];
}

describe('an extent', () => {
  it('counts its octets, and knows its first and last packet', () => {
    const extent = extentOf([4, 5, 9], 100);
    expect(extent).toMatchObject({ offset: 100, bytes: 3, frames: [4, 5, 9], frameCount: 3 });
    expect([extent.first.frame, extent.last.frame]).toEqual([4, 9]);
  });

  it('names a frame once, however often it brought octets', () => {
    const one = arrival(3);
    const extent = new ExtentBuilder(0, 2, one);
    extent.add(2, one);
    extent.add(1, arrival(3));
    expect(extent).toMatchObject({ bytes: 5, frames: [3], frameCount: 1 });
  });

  it('is complete with the packet that came last, wherever its octets stand', () => {
    const extent = extentOf([7, 3, 5]);
    expect(extent).toMatchObject({ frames: [3, 5, 7], frameCount: 3 });
    expect([extent.first.frame, extent.last.frame]).toEqual([3, 7]);
  });

  it('names the fragments of a packet, too', () => {
    const extent = new ExtentBuilder(0, 1, arrival(9, [4, 6]));
    extent.add(1, arrival(12, [10]));
    expect(extent).toMatchObject({ frames: [4, 6, 9, 10, 12], frameCount: 5 });
  });

  it('names at most 64 frames: the first 63 and the last', () => {
    const frames = Array.from({ length: 200 }, (_, index) => index + 1);
    const extent = extentOf(frames);
    expect(extent.frameCount).toBe(200);
    expect(extent.frames).toEqual(named(frames));
    expect(extent.frames).toHaveLength(64);
  });

  it('names the same frames in any order of arrival', () => {
    const frames = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 150 });
    fc.assert(
      fc.property(frames, (list) => {
        const extent = extentOf(list);
        expect(extent.frames).toEqual(named(list));
        expect(extent.frameCount).toBe(list.length);
      }),
    );
  });

  it('takes over another one that follows', () => {
    const extent = extentOf([1, 2]);
    extent.append(extentOf([2, 3]));
    expect(extent).toMatchObject({ bytes: 4, frames: [1, 2, 3], frameCount: 3 });
    expect(extent.last.frame).toBe(3);
  });

  it('takes over another one with many frames', () => {
    const all = Array.from({ length: 300 }, (_, index) => index + 1);
    const extent = extentOf(all.slice(0, 10));
    extent.append(extentOf(all.slice(10)));
    expect(extent.frameCount).toBe(300);
    expect(extent.frames).toEqual(named(all));
  });
});
