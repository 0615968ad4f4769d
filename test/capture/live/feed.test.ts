/** From the thread that captures to the one that reads: everything arrives, or its place does, and nobody waits. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Feed } from '../../../src/capture/live/feed.js';
import { LiveReader } from '../../../src/capture/live/live-reader.js';
import { LiveSource } from '../../../src/capture/live/live-source.js';
import { OctetRing } from '../../../src/capture/live/octet-ring.js';
import { RecordSplitter } from '../../../src/capture/live/record-splitter.js';
import { LiveCounts } from '../../../src/capture/live/thread-terms.js';
import { openCaptureSource } from '../../../src/capture/open.js';
import { readFile, readPackets } from '../reading.js';

const LECTURE = 'captures/lecture-smtp.pcap';
const STREAM = readFileSync(LECTURE);

function createFeed(size: number) {
  const ring = new OctetRing(undefined, size);
  const counts = new LiveCounts();
  const feed = new Feed(ring, counts);
  const source = new LiveSource(ring);
  const splitter = new RecordSplitter({
    begin: (facts, header) => feed.begin(facts, header),
    records: (bytes, start, end) => feed.records(bytes, start, end),
  });
  const push = (octets: Buffer): void => {
    splitter.push(octets);
    if (ring.takeHunger()) source.wake();
  };
  const end = (): void => {
    ring.end();
    source.wake();
  };
  return { ring, counts, source, push, end };
}

describe('the ring', () => {
  it('gives octets in order, round and round', () => {
    const ring = new OctetRing(undefined, 64);
    const target = Buffer.alloc(64);
    let next = 0;
    let expected = 0;
    for (let round = 0; round < 1000; round++) {
      const count = Math.min(ring.free, 1 + (round * 7) % 60);
      const octets = Buffer.from(Array.from({ length: count }, () => next++ & 0xff));
      ring.write(octets, 0, count);
      const read = ring.read(target.subarray(0, 1 + (round * 11) % 50), 0);
      for (const octet of target.subarray(0, read)) expect(octet).toBe(expected++ & 0xff);
    }
    expect(expected).toBeGreaterThan(10_000);
  });

  it('is woken where it waits, and not where there is something', () => {
    const ring = new OctetRing(undefined, 64);
    expect(ring.await()).toBe(true);
    ring.write(Buffer.from('x'), 0, 1);
    expect(ring.takeHunger()).toBe(true);
    expect(ring.takeHunger()).toBe(false);
    expect(ring.await()).toBe(false);
  });
});

describe('the feed', () => {
  it('hands over every packet while it is read', async () => {
    const { counts, source, push, end } = createFeed(1 << 16);
    const reading = openCaptureSource('lo', source, { capture: 0 }).then(readPackets);
    for (let at = 0; at < STREAM.length; at += 1000) {
      push(STREAM.subarray(at, at + 1000));
      await new Promise((resolve) => setImmediate(resolve));
    }
    end();
    expect(await reading).toEqual((await readFile(LECTURE)).packets);
    expect(counts.get('givenUp')).toBe(0);
  });

  it('keeps the place of what nobody had time to read, and counts it', async () => {
    const { counts, source, push, end } = createFeed(4096);
    push(STREAM);
    end();
    const all = (await readFile(LECTURE)).packets;
    const read = await readPackets(await openCaptureSource('lo', source, { capture: 0 }));
    const without = read.filter(({ octets }) => octets === '');
    expect(counts.get('packets')).toBe(all.length);
    expect(counts.get('givenUp')).toBe(without.length + counts.get('unseen'));
    expect(without.length).toBeGreaterThan(0);
    expect(read.map(({ frame, time, wireLength }) => ({ frame, time, wireLength }))).toEqual(
      all.slice(0, read.length).map(({ frame, time, wireLength }) => ({ frame, time, wireLength })),
    );
  });
});

describe('the reader of a running capture', () => {
  it('tells that time has passed while no packet comes, and what was lost', { timeout: 10_000 }, async () => {
    const { counts, source, push, end } = createFeed(1 << 16);
    push(STREAM);
    const pcap = await openCaptureSource('stream', source, { capture: 0 });
    const fate = { brokeOff: false, words: '', notRecorded: false };
    const reader = new LiveReader(pcap, 'lo', counts, fate, async () => {});
    while (reader.next() !== undefined || reader.summary.packets === 0) if (reader.summary.packets === 0) await reader.fill();
    const lastSecond = reader.summary.last!.seconds;
    expect(reader.clock()).toBe(lastSecond);
    expect(await reader.fill()).toBe(true);
    expect(reader.next()).toBeUndefined();
    // The packets are from the past: the clock has gone on to the present.
    expect(reader.clock()).toBeGreaterThan(Date.now() / 1000 - 10);
    counts.set('dropped', 7);
    fate.brokeOff = true;
    end();
    expect(await reader.fill()).toBe(true);
    expect(await reader.fill()).toBe(false);
    const { file, warnings } = reader.summary;
    expect(file).toBe('lo');
    expect(warnings.map(({ code, value }) => [code, value])).toEqual([['dropped-by-kernel', 7], ['broke-off', undefined]]);
  });
});
