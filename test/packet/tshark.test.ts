/**
 * Holds the decoder against tshark, frame by frame: ports, sequence number, length. The same run of tshark turns the
 * capture into plain pcap, so that only this room is compared. Skipped, and seen to be, where it is not installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createSegmentDecoder } from '../../src/packet/decoder.js';
import { ethernet, extension, fragmentHeader, IPV6, ipv4, ipv6, tcp } from './build.js';
import { CARRIERS, PAYLOAD } from './carriers.js';
import { readPcap, writePcap } from './pcap.js';

const ROOTS = ['captures', '../shared/captures'];
const CAPTURE = /\.(pcap|pcapng|cap)(\.gz|\.zst)?$/;
const TIMEOUT = 60_000;
/** tshark reads Ethernet under MPLS only where the user named the label, or where it has a control word, and not what pppd writes. */
const BEYOND_TSHARK = ['MPLS pseudowire', 'PPP of pppd, sent'];

const hasTshark = spawnSync('tshark', ['--version']).status === 0;
const FIELDS = ['frame.number', 'tcp.srcport', 'tcp.dstport', 'tcp.seq_raw', 'tcp.len', 'icmp.type', 'icmpv6.type'];
const OPTIONS = ['-n', '-o', 'ip.defragment:TRUE', '-o', 'ipv6.defragment:TRUE', '-d', 'udp.port==8472,vxlan'].concat(
  ['-F', 'pcap', '-P', '-T', 'fields', '-E', 'separator=,'],
  // The last occurrence is the innermost header.
  ['-E', 'occurrence=l'],
  FIELDS.flatMap((field) => ['-e', field]),
);

const folder = mkdtempSync(join(tmpdir(), 'mailscope-packet-'));
afterAll(() => rmSync(folder, { recursive: true }));

function byTshark(file: string, pcap: string): string[] {
  const run = spawnSync('tshark', ['-r', file, '-w', pcap, ...OPTIONS], { maxBuffer: 1 << 30, encoding: 'latin1' });
  const rows = run.stdout.split('\n').map((line) => line.split(','));
  // A TCP header quoted in an ICMP error is a field to tshark and nothing to us.
  const segments = rows.filter(([, , , , length = '', icmp, icmpv6]) => length !== '' && icmp === '' && icmpv6 === '');
  return segments.map((row) => row.slice(0, 5).join());
}

function byUs(pcap: Buffer): string[] {
  const decoder = createSegmentDecoder();
  const lines: string[] = [];
  for (const packet of readPcap(pcap)) {
    const segment = decoder.decode(packet);
    if (segment === undefined) continue;
    const { sourcePort, destinationPort, sequence, payloadLength } = segment;
    lines.push([packet.frame, sourcePort, destinationPort, sequence, payloadLength].join());
  }
  return lines;
}

describe.skipIf(!hasTshark)('as tshark sees it', () => {
  for (const root of ROOTS) {
    describe.skipIf(!existsSync(root))(root, () => {
      const files = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
      // What tshark makes of a damaged frame is no measure.
      it.for(files.filter((name) => CAPTURE.test(name) && !name.startsWith('broken')).sort())('%s', { timeout: TIMEOUT }, (name, { skip }) => {
        const plain = join(folder, 'plain.pcap');
        rmSync(plain, { force: true });
        const expected = byTshark(join(root, name), plain);
        skip(!existsSync(plain), 'tshark cannot write it as pcap: no capture, or several link types');
        expect(byUs(readFileSync(plain))).toEqual(expected);
      });
    });
  }

  describe('built packets', () => {
    function expectSame(linkType: number, frames: readonly Buffer[]): void {
      const file = join(folder, 'built.pcap');
      const pcap = writePcap(linkType, frames);
      writeFileSync(file, pcap);
      const seen = byUs(pcap);
      expect(seen).not.toHaveLength(0);
      expect(seen).toEqual(byTshark(file, join(folder, 'plain.pcap')));
    }

    const carriers = CARRIERS.filter(({ name }) => !BEYOND_TSHARK.includes(name));
    const linkTypes = [...new Set(carriers.map(({ linkType }) => linkType))];
    it.each(linkTypes)('of link type %i', { timeout: TIMEOUT }, (linkType) => {
      expectSame(linkType, carriers.filter((carrier) => carrier.linkType === linkType).map(({ frame }) => frame));
    });

    it('fragments in both versions and any order', { timeout: TIMEOUT }, () => {
      const segment = tcp(Buffer.concat(Array.from({ length: 9 }, () => PAYLOAD)));
      const cuts = [[0, 48], [48, 200], [200, segment.length]] as const;
      const pieces = cuts.map(([from, to]) => ({ octets: segment.subarray(from, to), offset: from, more: to < segment.length }));
      const four = pieces.map(({ octets, ...fields }) => ethernet(ipv4(octets, fields)));
      const six = pieces.map(({ octets, ...fields }) => {
        return ethernet(ipv6(extension(fragmentHeader(octets, fields), 44), { next: 60 }), IPV6);
      });
      for (const [a, b, c] of [four, six]) {
        expectSame(1, [a!, b!, c!]);
        expectSame(1, [c!, b!, a!]);
        expectSame(1, [b!, b!, c!, a!]);
      }
    });
  });
});
