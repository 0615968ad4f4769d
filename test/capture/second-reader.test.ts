/** pcap-parser, an independent reader, gives the same packets of every microsecond pcap that is whole. */
import { closeSync, openSync, readSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import pcapParser from 'pcap-parser';
import { captureFiles, readFile, type ReadPacket } from './reading.js';

const MICROSECOND_MAGIC = ['a1b2c3d4', 'd4c3b2a1'];

interface ParsedPacket {
  readonly header: { timestampSeconds: number; timestampMicroseconds: number; originalLength: number };
  readonly data: Buffer;
}

function magicOf(file: string): string {
  const magic = Buffer.alloc(4);
  const descriptor = openSync(file, 'r');
  readSync(descriptor, magic);
  closeSync(descriptor);
  return magic.toString('hex');
}

function parse(file: string): Promise<Partial<ReadPacket>[]> {
  return new Promise((resolve, reject) => {
    const packets: Partial<ReadPacket>[] = [];
    const parser = pcapParser.parse(file);
    parser.on('packet', ({ header, data }: ParsedPacket) => {
      const time = `${header.timestampSeconds}.${String(header.timestampMicroseconds).padStart(6, '0')}`;
      packets.push({ frame: packets.length + 1, time, wireLength: header.originalLength, octets: data.toString('latin1') });
    });
    parser.on('error', reject);
    parser.on('end', () => resolve(packets));
  });
}

/** What pcap-parser cannot do right, and why. */
const EXCEPTIONS: ReadonlySet<string> = new Set([
  'fraction-over-a-second.pcap', // it gives 1,500,000 microseconds as they stand
]);

describe('pcap-parser reads the same packets', () => {
  const files = captureFiles().filter(([name, file]) => MICROSECOND_MAGIC.includes(magicOf(file)) && !EXCEPTIONS.has(name));
  it.each(files)('%s', async (_, file) => {
    const { packets, summary } = await readFile(file);
    if (summary.warnings.length > 0) return;
    const ours = packets.map(({ frame, time, wireLength, octets }) => ({ frame, time, wireLength, octets }));
    expect(ours).toEqual(await parse(file));
  });
});
