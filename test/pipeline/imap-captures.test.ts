/** Recorded IMAP conversations, damaged: each packet lost in turn, begun at each packet, one side only, a side's clock off. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCapture } from '../../src/capture/open.js';
import type { Packet } from '../../src/model/packet.js';
import { analyzePackets, expectSound } from './analysis.js';

const ROOTS = ['captures', '../shared/captures'].filter((root) => existsSync(root));
const FILES = ROOTS.flatMap((root) =>
  readdirSync(root)
    .filter((name) => /imap.*\.pcap$/.test(name) && !/^imaps/.test(name))
    .sort()
    .map((name) => join(root, name)),
);

/** Packets are views that the next block overwrites. */
async function packetsOf(file: string): Promise<readonly Packet[]> {
  const reader = await openCapture(file, { capture: 0, hash: false });
  const packets: Packet[] = [];
  for (;;) {
    const packet = reader.next();
    if (packet !== undefined) packets.push({ ...packet, bytes: Buffer.from(packet.bytes.subarray(packet.start, packet.end)), start: 0, end: packet.end - packet.start });
    else if ((await reader.fill()) === false) return packets;
  }
}

async function expectAllSound(packets: readonly Packet[]): Promise<void> {
  for (const session of await analyzePackets(packets)) expectSound(session, false);
}

/** Damages at most so many, evenly. */
const MOST = 60;

function places(count: number): readonly number[] {
  const step = Math.max(1, Math.ceil(count / MOST));
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => at * step);
}

describe.each(FILES)('%s', (file) => {
  it('is sound with any packet lost', { timeout: 30_000 }, async () => {
    const packets = await packetsOf(file);
    expect((await analyzePackets(packets)).map(({ session }) => session.protocol)).toContain('imap');
    for (const at of places(packets.length)) await expectAllSound(packets.toSpliced(at, 1));
  });

  it('is sound wherever it begins or ends', { timeout: 30_000 }, async () => {
    const packets = await packetsOf(file);
    for (const at of places(packets.length)) {
      await expectAllSound(packets.slice(at));
      await expectAllSound(packets.slice(0, at));
    }
  });

  it('is sound with a side missing, or moved against the other', { timeout: 30_000 }, async () => {
    const packets = await packetsOf(file);
    // Ethernet, IPv4 without options: the port that is below 1024 is the server's.
    const fromServer = ({ bytes }: Packet): boolean => bytes.length > 36 && bytes.readUInt16BE(34) < 1024;
    for (const server of [true, false]) await expectAllSound(packets.filter((packet) => fromServer(packet) === server));
    for (const moved of [-9, -2, 2, 9]) {
      const shifted = packets
        .map((packet, place) => ({ packet, place: fromServer(packet) ? place + moved - 0.5 : place }))
        .sort((a, b) => a.place - b.place)
        .map(({ packet }) => packet);
      await expectAllSound(shifted);
    }
  });
});
