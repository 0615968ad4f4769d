import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { mergeReaders } from '../../src/capture/merge.js';
import { openCapture, openCaptureStream } from '../../src/capture/open.js';
import type { PacketReader } from '../../src/model/packet.js';
import { block, networkInterface, numbers, option, packetBody, pcapHeader, section } from '../../captures/broken/files.mjs';
import { BROKEN, readPackets } from './reading.js';

const FRAME = Buffer.alloc(14);

function record(seconds: number, fraction: number): Buffer {
  return Buffer.concat([numbers(true, [4, seconds], [4, fraction], [4, FRAME.length], [4, FRAME.length]), FRAME]);
}

function open(capture: number, ...parts: Buffer[]): Promise<PacketReader> {
  return openCaptureStream(`capture ${capture}`, Readable.from(parts), { capture });
}

async function orderOf(...readers: Promise<PacketReader>[]): Promise<string> {
  const packets = await readPackets(mergeReaders(await Promise.all(readers)));
  return packets.map(({ capture, frame }) => `${'abc'[capture]}${frame}`).join(' ');
}

describe('mergeReaders', () => {
  it('gives packets by time, the earlier capture first at the same time', async () => {
    const a = open(0, pcapHeader(), record(1, 0), record(2, 500), record(4, 0));
    const b = open(1, pcapHeader(), record(1, 0), record(2, 499), record(5, 0));
    expect(await orderOf(a, b)).toBe('a1 b1 b2 a2 a3 b3');
  });

  it('compares fractions of different digits', async () => {
    const milliseconds = networkInterface({ options: option(9, Buffer.from([3])) });
    const a = open(0, pcapHeader({ magic: 0xa1b23c4d }), record(1, 5_000_001));
    const b = open(1, section(), milliseconds, block(6, packetBody(FRAME, 1005n)));
    const c = open(2, pcapHeader(), record(1, 5_000));
    expect(await orderOf(a, b, c)).toBe('b1 c1 a1');
  });

  it('leaves the order within a capture alone', async () => {
    const a = open(0, pcapHeader(), record(9, 0), record(1, 0), record(10, 0));
    const b = open(1, pcapHeader(), record(5, 0), record(9, 5));
    expect(await orderOf(a, b)).toBe('b1 a1 a2 b2 a3');
  });

  it('lets a packet without a time follow its predecessor', async () => {
    const simple = block(3, Buffer.concat([numbers(true, [4, FRAME.length]), FRAME]));
    const at = (seconds: number) => block(6, packetBody(FRAME, BigInt(seconds) * 1_000_000n));
    const a = open(0, pcapHeader(), record(1, 0), record(3, 0), record(5, 0));
    const b = open(1, section(), networkInterface(), simple, at(3), simple, simple, at(5));
    expect(await orderOf(a, b)).toBe('b1 a1 a2 b2 b3 b4 a3 b5');
  });

  it('tells which reader has ended, and closes all', async () => {
    const ended: string[] = [];
    const names = ['nanoseconds.pcap', 'no-packets.pcap', 'gzip-members.pcap.gz'];
    const readers = await Promise.all(names.map((name, capture) => openCapture(join(BROKEN, name), { capture, hash: false })));
    const merged = mergeReaders(readers, ({ summary }) => ended.push(`${summary.file.split('/').pop()} ${summary.packets}`));
    expect(await readPackets(merged)).toHaveLength(38);
    expect(ended.sort()).toEqual(['gzip-members.pcap.gz 19', 'nanoseconds.pcap 19', 'no-packets.pcap 0']);
    await merged.close();
  });

  it('of no readers gives nothing', async () => {
    expect(await readPackets(mergeReaders([]))).toEqual([]);
  });
});
