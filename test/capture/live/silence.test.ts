/** What ends by silence while a capture runs: over the real way of its octets, with the times that packets were captured at. */
import { expect, it } from 'vitest';
import { analyze, SILENT } from '../../../src/analyze.js';
import { Feed } from '../../../src/capture/live/feed.js';
import { LiveReader } from '../../../src/capture/live/live-reader.js';
import { LiveSource } from '../../../src/capture/live/live-source.js';
import { OctetRing } from '../../../src/capture/live/octet-ring.js';
import { RecordSplitter } from '../../../src/capture/live/record-splitter.js';
import { LiveCounts } from '../../../src/capture/live/thread-terms.js';
import { openCaptureSource } from '../../../src/capture/open.js';
import { formatFor, PacketNeeds } from '../../../src/capture/packet-writer.js';
import type { Packet } from '../../../src/model/packet.js';
import { tlsTools } from '../../../src/platform/certificate-reader.js';
import { mailDecoder } from '../../../src/platform/mail-decoder.js';
import { ACK, plainSegment, SYN } from '../../../src/platform/plain-segment.js';

const RAW_IP = 101;
const MINUTE = 60;

/** A connection to port 25 of which nothing more was heard after `seconds` since 1970: with its handshake, or with a SYN alone. */
function connection(port: number, seconds: number, isWhole: boolean): readonly Packet[] {
  const client = { address: '192.0.2.10', port };
  const server = { address: '192.0.2.25', port: 25 };
  const greeting = Buffer.from('220 mail.example.org ESMTP\r\n');
  const handshake = [
    plainSegment({ from: client, to: server, sequence: 0, acknowledgement: 0, flags: SYN, payload: Buffer.alloc(0) }),
    plainSegment({ from: server, to: client, sequence: 0, acknowledgement: 1, flags: SYN | ACK, payload: Buffer.alloc(0) }),
    plainSegment({ from: client, to: server, sequence: 1, acknowledgement: 1, flags: ACK, payload: Buffer.alloc(0) }),
    plainSegment({ from: server, to: client, sequence: 1, acknowledgement: 1, flags: ACK, payload: greeting }),
  ];
  return (isWhole ? handshake : handshake.slice(0, 1)).map((bytes, at) => ({
    ...{ bytes, start: 0, end: bytes.length, wireLength: bytes.length, linkType: RAW_IP, frame: 1, capture: 0 },
    ...{ seconds, fraction: at * 100, digits: 6 },
  }));
}

/** As a capture program hands them over. */
function streamOf(packets: readonly Packet[]): Buffer {
  const needs = new PacketNeeds();
  for (const packet of packets) needs.add(packet);
  const format = formatFor(needs);
  return Buffer.concat([format.head, ...packets.map((packet) => format.packet(packet))]);
}

it('ends what was silent for 35 minutes, and for one where the handshake was not completed, though no packet comes', async () => {
  const now = Math.floor(Date.now() / 1000);
  const ring = new OctetRing(undefined, 1 << 16);
  const counts = new LiveCounts();
  const source = new LiveSource(ring);
  const feed = new Feed(ring, counts);
  const splitter = new RecordSplitter({ begin: (facts, header) => feed.begin(facts, header), records: (bytes, start, end) => feed.records(bytes, start, end) });
  splitter.push(
    streamOf([
      ...connection(1001, now - 36 * MINUTE, true),
      ...connection(1002, now - 33 * MINUTE, true),
      ...connection(1003, now - 2 * MINUTE, false),
      ...connection(1004, now, false),
    ]),
  );
  const release = async (): Promise<void> => {
    ring.end();
    source.wake();
  };
  const reader = new LiveReader(await openCaptureSource('eth0', source, { capture: 0 }), 'eth0', counts, { brokeOff: false, words: '', notRecorded: false }, release);

  const ended: number[] = [];
  let looks = 0;
  await analyze([reader], { ...SILENT, end: ({ client }) => void ended.push(client.port) }, {
    decoder: mailDecoder,
    tls: tlsTools,
    rules: [],
    // Called after each look at what has come, and once a second while nothing comes.
    progress: () => {
      if (++looks === 3) expect([...ended].sort()).toEqual([1001, 1003]);
      if (looks === 3) void release();
    },
  });
  expect(looks).toBeGreaterThanOrEqual(3);
  expect([...ended].sort()).toEqual([1001, 1002, 1003, 1004]);
});
