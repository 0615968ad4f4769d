/** Differences of times keep the digits of the capture. */
import { expect, it } from 'vitest';
import { secondsFrom } from '../../src/report/elapsed.js';

it.each([
  ['2026-11-21T14:13:22.322165Z', '2026-11-21T14:13:22.327795Z', 0.00563],
  ['2026-11-21T14:13:22.999999999Z', '2026-11-21T14:13:23.000000001Z', 2e-9],
  ['2026-11-21T23:59:59Z', '2026-11-22T00:00:01.5Z', 2.5],
  ['2026-11-21T14:13:22.5Z', '2026-11-21T14:13:22.25Z', -0.25],
])('from %s to %s', (from, to, seconds) => {
  expect(secondsFrom(from, to)).toBe(seconds);
});

it('is unknown where a packet carries no time', () => {
  expect(secondsFrom(undefined, '2026-11-21T14:13:22Z')).toBeUndefined();
});
