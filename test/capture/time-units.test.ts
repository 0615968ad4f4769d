import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PacketView } from '../../src/capture/packet-view.js';
import { TimeUnits } from '../../src/capture/time-units.js';

const LAST_SECOND = 253_402_300_799n;

function timeOf(resolution: number, ticks: bigint, offset = 0): PacketView {
  const packet = new PacketView(0);
  new TimeUnits(resolution, offset).set(packet, Number(ticks >> 32n), Number(ticks & 0xffffffffn));
  return packet;
}

describe('TimeUnits', () => {
  it('is exact for every resolution and every counter', () => {
    const resolution = fc.integer({ min: 0, max: 255 });
    const ticks = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    fc.assert(fc.property(resolution, ticks, (unit, count) => {
      const exponent = BigInt(unit & 0x7f);
      const perSecond = unit > 0x7f ? 2n ** exponent : 10n ** exponent;
      const packet = timeOf(unit, count);
      const digits = unit > 0x7f ? 9 : Math.min(unit, 15);
      expect(packet.digits).toBe(digits);
      expect(BigInt(packet.fraction)).toBe(((count % perSecond) * 10n ** BigInt(digits)) / perSecond);
      const seconds = count / perSecond;
      if (seconds > LAST_SECOND) expect(packet.seconds).toBeNaN();
      else expect(packet.seconds).toBe(Number(seconds));
    }), { numRuns: 5000 });
  });

  it.each([
    ['microseconds', 6, 1_700_000_000_123_456n, 1_700_000_000, 123_456, 6],
    ['nanoseconds', 9, 1_700_000_000_999_999_999n, 1_700_000_000, 999_999_999, 9],
    ['seconds', 0, 1_700_000_000n, 1_700_000_000, 0, 0],
    ['picoseconds', 12, 1_000_000_123_456_789n, 1000, 123_456_789, 12],
    ['1/1024 s', 0x8a, 1_700_000_000n * 1024n + 1n, 1_700_000_000, 976_562, 9],
  ])('%s', (_, resolution, ticks, seconds, fraction, digits) => {
    expect(timeOf(resolution, ticks)).toMatchObject({ seconds, fraction, digits });
  });

  it('adds the offset, and takes what no calendar holds for no time', () => {
    expect(timeOf(6, 5_000_001n, 1_700_000_000)).toMatchObject({ seconds: 1_700_000_005, fraction: 1 });
    expect(timeOf(6, 1n, -1)).toMatchObject({ seconds: -1, fraction: 1 });
    expect(timeOf(6, 1n, 1e18).seconds).toBeNaN();
    expect(timeOf(6, 1n, -1e18).seconds).toBeNaN();
  });
});
