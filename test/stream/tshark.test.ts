/**
 * Holds the connections against tshark, packet by packet: the number of the stream, and the round trip of the handshake.
 * Skipped, and seen to be, where tshark is not installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCapture } from '../../src/capture/open.js';
import type { ConnectionFacts } from '../../src/model/stream.js';
import { createSegmentDecoder } from '../../src/packet/decoder.js';
import { ConnectionTable } from '../../src/stream/connection-table.js';

const ROOTS = ['captures', '../shared/captures'];
const CAPTURE = /\.(pcap|pcapng|cap)(\.gz|\.zst)?$/;
const TIMEOUT = 60_000;

const hasTshark = spawnSync('tshark', ['--version']).status === 0;
const FIELDS = ['frame.number', 'tcp.stream', 'tcp.analysis.initial_rtt', 'icmp.type', 'icmpv6.type'];
const OPTIONS = ['-n', '-o', 'ip.defragment:TRUE', '-o', 'ipv6.defragment:TRUE', '-d', 'udp.port==8472,vxlan'].concat(
  ['-Y', 'tcp', '-T', 'fields', '-E', 'separator=,', '-E', 'occurrence=l'],
  FIELDS.flatMap((field) => ['-e', field]),
);

interface Numbered {
  /** The stream of each frame that holds a segment. */
  readonly streams: Record<string, string>;
  /** By stream: the round trip in microseconds. */
  readonly roundTrips: Record<string, number>;
}

function byTshark(file: string): Numbered | undefined {
  const run = spawnSync('tshark', ['-r', file, ...OPTIONS], { maxBuffer: 1 << 28, encoding: 'latin1' });
  if (run.status !== 0 && run.stdout === '') return undefined;
  const numbered: Numbered = { streams: {}, roundTrips: {} };
  for (const line of run.stdout.split('\n').filter((text) => text !== '')) {
    const [frame = '', stream = '', roundTrip = '', icmp, icmpv6] = line.split(',');
    // A TCP header quoted in an ICMP error is a segment to tshark and nothing to us.
    if (icmp !== '' || icmpv6 !== '' || stream === '') continue;
    numbered.streams[frame] = stream;
    if (roundTrip !== '') numbered.roundTrips[stream] = Math.round(Number(roundTrip) * 1e6);
  }
  return numbered;
}

async function byUs(file: string): Promise<Numbered> {
  const numbered: Numbered = { streams: {}, roundTrips: {} };
  const all: ConnectionFacts[] = [];
  const table = new ConnectionTable((facts) => {
    all.push(facts);
    return { data() {}, gap() {}, fin() {}, rst() {}, end() {}, settled() {} };
  });
  const reader = await openCapture(file, { capture: 0, hash: false });
  const decoder = createSegmentDecoder();
  do {
    for (let packet = reader.next(); packet !== undefined; packet = reader.next()) {
      const segment = decoder.decode(packet);
      if (segment === undefined) continue;
      table.segment(segment);
      const { frame } = packet;
      numbered.streams[frame] = String(all.findLast(({ last }) => last.frame === frame)?.stream);
    }
  } while (await reader.fill());
  await reader.close();
  for (const { stream, roundTrip } of all) if (roundTrip !== undefined) numbered.roundTrips[stream] = Math.round(roundTrip * 1e6);
  return numbered;
}

describe.skipIf(!hasTshark)('as tshark counts them', () => {
  for (const root of ROOTS) {
    describe.skipIf(!existsSync(root))(root, () => {
      const files = existsSync(root) ? readdirSync(root, { encoding: 'utf8' }) : [];
      it.for(files.filter((name) => CAPTURE.test(name)).sort())('%s', { timeout: TIMEOUT }, async (name, { skip }) => {
        const expected = byTshark(join(root, name));
        skip(expected === undefined, 'tshark cannot read it');
        expect(await byUs(join(root, name))).toEqual(expected);
      });
    });
  }
});
