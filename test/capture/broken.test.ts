/** What every file of captures/broken says: packets read, warnings with their offsets, or the error. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CaptureError } from '../../src/capture/capture-error.js';
import { openCapture } from '../../src/capture/open.js';
import { BROKEN, readFile, readPackets } from './reading.js';

/** Packets, and each warning as `code @offset =value >resumed`. */
const READ: Readonly<Record<string, readonly [packets: number, ...warnings: string[]]>> = {
  'big-endian.pcap': [19],
  'big-endian.pcapng': [19],
  'block-cut.pcapng': [18, 'cut-packet @1976 =88'],
  'fraction-over-a-second.pcap': [20],
  'garbage-in-the-middle.pcap': [19, 'bad-length @903 =2779096485 >1236'],
  'garbage-in-the-middle.pcapng': [19, 'bad-length @1100 =2779096485 >1433'],
  'garbage-to-the-end.pcap': [10, 'bad-length @903 =2779096485'],
  'gzip-bomb.pcap.gz': [83],
  'gzip-checksum-wrong.pcap.gz': [19, 'compression-damaged @1711'],
  'gzip-cut.pcap.gz': [11, 'compression-cut @1064'],
  'gzip-damaged.pcap.gz': [11, 'compression-damaged @1064'],
  'gzip-members.pcap.gz': [19],
  'header-cut.pcap': [0, 'cut-packet @0'],
  'hostile-comments.pcapng': [19],
  'hostile-lines.pcap': [21],
  'hostile-markup.pcap': [63],
  'interface-options-lie.pcapng': [19, 'bad-block @28'],
  'journal-between-packets.pcapng': [19],
  'kuznetzov.pcap': [19],
  'length-4-gigabytes.pcap': [18, 'bad-length @903 =4294967295 >979'],
  'length-4-gigabytes.pcapng': [19, 'bad-length @1100 =4294967295 >1216'],
  'length-8.pcapng': [19, 'bad-length @1100 =8 >1216'],
  'length-beyond-the-end.pcap': [18, 'bad-length @903 =200000 >979'],
  'length-too-long.pcap': [18, 'bad-length @1029 =1090781184 >1086'],
  'length-zero.pcap': [20],
  'lengths-differ.pcapng': [19, 'bad-block @1100 =48 >1216'],
  'link-type-unsupported.pcap': [19],
  'long-line.pcap.gz': [703],
  'lying-headers.pcap': [32],
  'nanoseconds-big-endian.pcap': [19],
  'nanoseconds.pcap': [19],
  'no-interface.pcapng': [17, 'unknown-interface @28 =0'],
  'no-packets.pcap': [0],
  'no-packets.pcapng': [0],
  'obsolete-packets.pcapng': [19],
  'options-lie.pcapng': [20, 'bad-block @1100'],
  'other-blocks.pcapng': [19],
  'packet-block-too-short.pcapng': [19, 'bad-block @1100'],
  'packet-cut.pcap': [18, 'cut-packet @1641 =54'],
  'packet-longer-than-block.pcapng': [19, 'bad-block @1100 =5000'],
  'record-header-cut.pcap': [10, 'cut-packet @903'],
  'section-cut.pcapng': [0, 'cut-packet @0 =28'],
  'sections-of-both-orders.pcapng': [19],
  'simple-packets-snapped.pcapng': [19],
  'simple-packets.pcapng': [19],
  'time-units.pcapng': [19],
  'unknown-interface.pcapng': [19, 'unknown-interface @1100 =7'],
  'zeros-in-the-middle.pcap': [16, 'bad-length @903 =0 >1236'],
  'zstd-bomb.pcap.zst': [619],
  'zstd-cut.pcap.zst': [11, 'compression-cut @1000'],
  'zstd-damaged.pcap.zst': [11, 'compression-damaged @1000'],
  'zstd-frames.pcap.zst': [19],
  'zstd.pcap.zst': [19],
};

/** Error code and format. */
const REFUSED: Readonly<Record<string, readonly [code: string, format?: string]>> = {
  'empty.pcap': ['empty'],
  'gzip-in-gzip.pcap.gz': ['unsupported-format', 'gzip'],
  'gzip-of-text.pcap.gz': ['not-a-capture', 'gzip'],
  'mail.pcap': ['unsupported-format', 'eml'],
  'one-octet.pcap': ['not-a-capture'],
  'snoop.pcap': ['unsupported-format', 'snoop'],
  'text.pcap': ['not-a-capture'],
  'zstd-window-2-gigabytes.pcap.zst': ['compression-damaged', 'zstd'],
};

describe('broken captures', () => {
  it.each(Object.entries(READ))('%s is read around its damage', async (name, [count, ...warnings]) => {
    const { packets, summary } = await readFile(join(BROKEN, name));
    expect(summary.warnings.map(({ code, offset, value, resumed }) =>
      `${code} @${offset}${value === undefined ? '' : ` =${value}`}${resumed === undefined ? '' : ` >${resumed}`}`)).toEqual(warnings);
    expect(packets).toHaveLength(count);
    expect(summary.packets).toBe(count);
    expect(summary.bytes).toBe(packets.reduce((sum, { octets }) => sum + octets.length, 0));
  });

  it.each(Object.entries(REFUSED))('%s is refused', async (name, [code, format]) => {
    const error: unknown = await readFile(join(BROKEN, name)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CaptureError);
    expect(error).toMatchObject({ code, format, file: join(BROKEN, name), offset: 0 });
  });

  it('has a row for every file, here and in its README', () => {
    const names = readdirSync(BROKEN).filter((name) => /\.pcap/.test(name));
    expect([...Object.keys(READ), ...Object.keys(REFUSED)].sort()).toEqual(names.sort());
    const readme = readFileSync(join(BROKEN, 'README.md'), 'utf8');
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('is what the script makes', () => {
    const directory = mkdtempSync(join(tmpdir(), 'mailscope-'));
    execFileSync(process.execPath, [join(BROKEN, 'make-broken.mjs'), directory]);
    // Other versions of zlib pack differently.
    const names = readdirSync(directory).filter((name) => !name.endsWith('.gz'));
    for (const name of names) expect(readFileSync(join(directory, name)).equals(readFileSync(join(BROKEN, name))), name).toBe(true);
    rmSync(directory, { recursive: true });
  });

  it('warns of a link type that nobody reads, once, at its first packet', async () => {
    const file = join(BROKEN, 'link-type-unsupported.pcap');
    const reader = await openCapture(file, { capture: 0, hash: false, supportsLinkType: (linkType) => linkType === 1 });
    expect(await readPackets(reader)).toHaveLength(19);
    expect(reader.summary.warnings).toEqual([{ code: 'unsupported-link-type', offset: 24, value: 147 }]);
    await reader.close();
  });

  it('gives a bomb no memory', async () => {
    const before = process.memoryUsage().rss;
    let largest = 0;
    for (const name of ['zstd-bomb.pcap.zst', 'gzip-bomb.pcap.gz']) {
      const reader = await openCapture(join(BROKEN, name), { capture: 0, hash: false });
      do {
        while (reader.next() !== undefined);
        largest = Math.max(largest, process.memoryUsage().rss);
      } while (await reader.fill());
      await reader.close();
    }
    expect(largest - before).toBeLessThan(80e6);
  });
});
