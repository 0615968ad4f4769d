/** However a capture arrives, is cut or is damaged: the same packets, a prefix of them, and never an error of another kind. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaptureError } from '../../src/capture/capture-error.js';
import { BROKEN, CAPTURES, readStream, type ReadCapture } from './reading.js';

const WHOLE = ['nanoseconds.pcap', 'big-endian.pcapng', 'sections-of-both-orders.pcapng', 'time-units.pcapng', 'gzip-members.pcap.gz', 'zstd-frames.pcap.zst'];
const load = (name: string) => readFileSync(join(BROKEN, name));

/** The capture, or undefined where it is refused; anything else that is thrown is a failure of the test. */
async function readOrRefuse(bytes: Buffer, lengths?: number[]): Promise<ReadCapture | undefined> {
  try {
    return await readStream(bytes, lengths);
  } catch (error) {
    if (error instanceof CaptureError) return undefined;
    throw error;
  }
}

describe('a stream in pieces', () => {
  it.each(WHOLE)('%s gives the same packets however it is cut', async (name) => {
    const bytes = load(name);
    const whole = await readStream(bytes);
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 20 }), async (lengths) => {
      expect(await readStream(bytes, lengths)).toEqual(whole);
    }), { numRuns: 25 });
  });

  it('passes a capture larger than its block', async () => {
    const bytes = Buffer.concat([load('nanoseconds.pcap'), ...Array.from({ length: 2000 }, () => load('nanoseconds.pcap').subarray(24))]);
    const whole = await readStream(bytes);
    expect(whole.packets).toHaveLength(19 * 2001);
    expect(await readStream(bytes, [65_536, 1, 70_000])).toEqual(whole);
    expect(whole.summary.warnings).toEqual([]);
  });
});

describe('a cut at every octet', () => {
  it.each(WHOLE)('%s gives a prefix', { timeout: 60_000 }, async (name) => {
    const bytes = load(name);
    const whole = await readStream(bytes);
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = await readOrRefuse(bytes.subarray(0, length));
      if (cut !== undefined) expect(cut.packets).toEqual(whole.packets.slice(0, cut.packets.length));
    }
  });
});

describe('octets changed at random', () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 });

  it.each([...WHOLE, 'hostile-comments.pcapng', 'journal-between-packets.pcapng', 'kuznetzov.pcap'])('%s is read or refused', { timeout: 60_000 }, async (name) => {
    const bytes = load(name);
    await fc.assert(fc.asyncProperty(changes, async (list) => {
      const changed = Buffer.from(bytes);
      for (const [at, value] of list) changed[at % changed.length] = value;
      const read = await readOrRefuse(changed);
      const sum = read?.packets.reduce((octets, packet) => octets + packet.octets.length, 0);
      expect(read?.summary.bytes).toBe(sum);
      expect(read?.summary.warnings.length ?? 0).toBeLessThanOrEqual(100);
    }), { numRuns: 150 });
  });

  it('random octets are refused', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (octets) => {
      await readOrRefuse(Buffer.from(octets));
    }), { numRuns: 200 });
  });

  it('damage costs a packet, not the rest', async () => {
    const bytes = readFileSync(join(CAPTURES, 'lecture-smtp.pcap'));
    const whole = await readStream(bytes);
    const damaged = Buffer.from(bytes);
    damaged.writeUInt32LE(0x7fffffff, 24 + 8);
    const { packets, summary } = await readStream(damaged);
    expect(packets.map(({ octets }) => octets)).toEqual(whole.packets.slice(1).map(({ octets }) => octets));
    expect(summary.warnings).toMatchObject([{ code: 'bad-length', offset: 24, value: 0x7fffffff }]);
  });
});
