/** What a capture program sends, however it is cut, is in the file of -w: read again, the packets are the same. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RecordSplitter } from '../../../src/capture/live/record-splitter.js';
import { Recording, type RecordingPlan } from '../../../src/capture/live/recording.js';
import { SECTION_HEADER } from '../../../src/capture/pcapng-block.js';
import { OWN } from '../../captures.js';
import { readFile } from '../reading.js';

const LECTURE = 'captures/lecture-smtp.pcap';
const folder = mkdtempSync(join(tmpdir(), 'mailscope-live-'));
afterAll(() => rmSync(folder, { recursive: true }));

function planFor(file: string, ring?: RecordingPlan['ring']): RecordingPlan {
  return { file: join(folder, file), ring, application: 'mailscope test', interface: 'lo', filter: 'tcp port 25' };
}

/** Records a pcap stream that comes in chunks of this length. Gives what recorded it, not yet finished. */
function record(stream: Buffer, plan: RecordingPlan, length = 1500): Recording {
  const recording = new Recording(plan);
  const splitter = new RecordSplitter({
    begin: (facts) => recording.begin(facts),
    records: (bytes, start, end) => recording.records(bytes, start, end),
  });
  for (let at = 0; at < stream.length; at += length) expect(splitter.push(stream.subarray(at, at + length))).toBe(true);
  return recording;
}

describe('a recording', () => {
  const pcaps = OWN.filter((file) => file.endsWith('.pcap') && readFileSync(file).readUInt32BE(0) !== SECTION_HEADER);
  it.each(pcaps)('of %s holds the same packets', async (file) => {
    const plan = planFor('whole.pcapng');
    record(readFileSync(file), plan, 65_536).finish(1, 0);
    const [there, here] = [await readFile(plan.file), await readFile(file)];
    expect(there.packets).toEqual(here.packets);
    expect(there.summary.warnings).toEqual([]);
  });

  it.each([1, 7, 24, 1000])('does not depend on how the stream comes: %i octets at a time', async (length) => {
    const plan = planFor(`pieces-${length}.pcapng`);
    record(readFileSync(LECTURE), plan, length).finish(1, 0);
    expect((await readFile(plan.file)).packets).toEqual((await readFile(LECTURE)).packets);
  });

  it('is in the file at once: nothing need be finished', async () => {
    const plan = planFor('killed.pcapng');
    record(readFileSync(LECTURE), plan);
    expect((await readFile(plan.file)).packets).toEqual((await readFile(LECTURE)).packets);
  });

  it('leaves alone what is in the file until the capture begins', () => {
    const plan = planFor('earlier.pcapng');
    writeFileSync(plan.file, 'what was here before');
    new Recording(plan).finish(0, undefined);
    expect(readFileSync(plan.file, 'utf8')).toBe('what was here before');
    const unused = planFor('unused.pcapng');
    new Recording(unused).finish(0, undefined);
    expect(readdirSync(folder)).not.toContain('unused.pcapng');
  });

  it('in a ring keeps the last files, each of them whole', async () => {
    const ring = { size: 1000, count: 3 };
    record(readFileSync(LECTURE), planFor('ring.pcapng', ring)).finish(1, 0);
    const files = readdirSync(folder).filter((name) => name.startsWith('ring_')).sort();
    expect(files).toHaveLength(ring.count);
    expect(files[0]).not.toBe('ring_00001.pcapng');
    const kept = [];
    for (const name of files) {
      const { packets, summary } = await readFile(join(folder, name));
      expect(summary.warnings).toEqual([]);
      // A file is full with the packet that makes it so.
      expect(statSync(join(folder, name)).size).toBeLessThan(ring.size + 1600);
      kept.push(...packets);
    }
    const all = (await readFile(LECTURE)).packets;
    const octetsOf = (packets: typeof all): readonly string[] => packets.map(({ time, octets }) => time + octets);
    expect(octetsOf(kept)).toEqual(octetsOf(all.slice(-kept.length)));
  });

  it('that cannot go on says why, and the capture does', () => {
    const plan = planFor('gone/x.pcapng');
    expect(() => new Recording(plan)).toThrow('ENOENT');
    const full = new Recording({ ...planFor('x'), file: '/dev/full' });
    full.begin({ variant: { littleEndian: true, digits: 6, recordHeader: 16 }, linkType: 1, snapLength: 0 });
    expect(full.failure).toBeDefined();
    full.records(Buffer.alloc(16), 0, 16);
    full.finish(1, 0);
  });

  it('refuses a stream that is none', () => {
    const splitter = new RecordSplitter({ begin: () => {}, records: () => {} });
    expect(splitter.push(Buffer.from('not at all what a capture program sends'))).toBe(false);
  });

  it('refuses a packet that cannot be so long', () => {
    const stream = Buffer.concat([readFileSync(LECTURE).subarray(0, 24), Buffer.alloc(16, 0xff)]);
    const splitter = new RecordSplitter({ begin: () => {}, records: () => {} });
    expect(splitter.push(stream)).toBe(false);
  });
});
