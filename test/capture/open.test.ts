import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { openCapture, openCaptureStream } from '../../src/capture/open.js';
import { block, networkInterface, numbers, option, packetBody, packets, pcap, section, zstd } from '../../captures/broken/files.mjs';
import { conversation, SMTP_TALK } from '../../captures/broken/frames.mjs';
import { BROKEN, readFile, readPackets, readStream } from './reading.js';

const directory = mkdtempSync(join(tmpdir(), 'mailscope-'));
afterAll(() => rmSync(directory, { recursive: true }));

const options = { capture: 0, hash: false };
const asRoot = process.getuid?.() === 0;

describe('openCapture', () => {
  it('names what is wrong with the file', async () => {
    await expect(openCapture(join(directory, 'absent.pcap'), options)).rejects.toMatchObject({ code: 'not-found' });
    await expect(openCapture(directory, options)).rejects.toMatchObject({ code: 'directory', file: directory });
    await expect(openCapture(join(BROKEN, 'text.pcap', 'x'), options)).rejects.toMatchObject({ code: 'not-found' });
    await expect(openCapture('a\0b', options)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it.skipIf(asRoot)('says that the permission is missing (skipped as root)', async () => {
    const file = join(directory, 'secret.pcap');
    writeFileSync(file, '');
    chmodSync(file, 0o000);
    await expect(openCapture(file, options)).rejects.toMatchObject({ code: 'permission' });
  });

  it.each(['nanoseconds.pcap', 'gzip-damaged.pcap.gz', 'zstd-damaged.pcap.zst', 'garbage-to-the-end.pcap'])('hashes all of %s', async (name) => {
    const file = join(BROKEN, name);
    const reader = await openCapture(file, { capture: 0, hash: true });
    await readPackets(reader);
    await reader.close();
    expect(reader.summary.sha256).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'));
  });

  it.each(['nanoseconds.pcap', 'zstd-frames.pcap.zst', 'gzip-bomb.pcap.gz'])('knows how far it has come in %s, as it lies on the disk', async (name) => {
    const file = join(BROKEN, name);
    const reader = await openCapture(file, options);
    await readPackets(reader);
    expect(reader.taken).toBe(readFileSync(file).length);
    await reader.close();
  });

  it('has no hash unless asked', async () => {
    const { summary } = await readFile(join(BROKEN, 'nanoseconds.pcap'));
    expect(summary).not.toHaveProperty('sha256');
  });

  it.skipIf(process.platform === 'win32')('reads a named pipe', async () => {
    const pipe = join(directory, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const writer = spawn('sh', ['-c', 'cat "$1" > "$2"', 'sh', join(BROKEN, 'nanoseconds.pcap'), pipe]);
    expect(await readPackets(await openCapture(pipe, options))).toHaveLength(19);
    writer.kill();
  });

  it('sums a capture up', async () => {
    const { summary } = await readFile(join(BROKEN, 'nanoseconds.pcap'));
    expect(summary).toEqual({
      file: join(BROKEN, 'nanoseconds.pcap'),
      format: 'pcap',
      linkTypes: [1],
      packets: 19,
      bytes: 1383,
      first: { seconds: 1_700_000_000, fraction: 0, digits: 9 },
      last: { seconds: 1_700_000_000, fraction: 18_000_000, digits: 9 },
      comments: [],
      warnings: [],
    });
  });
});

describe('openCaptureStream', () => {
  it('gives packets before the stream has ended', async () => {
    const stream = new Readable({ read: () => {} });
    const whole = pcap(conversation(SMTP_TALK));
    stream.push(whole.subarray(0, 500));
    const reader = await openCaptureStream('live', stream, { capture: 3 });
    expect(reader.next()).toMatchObject({ frame: 1, capture: 3 });
    let frames = 1;
    while (reader.next() !== undefined) frames += 1;
    const filled = reader.fill();
    stream.push(whole.subarray(500));
    expect(await filled).toBe(true);
    expect(reader.next()).toMatchObject({ frame: frames + 1 });
    await reader.close();
  });

  it('ends quietly when it is closed while it waits', async () => {
    const stream = new Readable({ read: () => {} });
    stream.push(pcap(conversation(SMTP_TALK)));
    const reader = await openCaptureStream('live', stream, { capture: 0 });
    while (reader.next() !== undefined);
    const waiting = reader.fill();
    await reader.close();
    expect(await waiting).toBe(true);
    expect(await reader.fill()).toBe(false);
  });

  it('turns an error of the stream into its own', async () => {
    const stream = new Readable({ read: () => {} });
    stream.push(pcap(conversation(SMTP_TALK)).subarray(0, 500));
    const reader = await openCaptureStream('live', stream, { capture: 0 });
    while (reader.next() !== undefined);
    stream.destroy(new Error('cable pulled'));
    await expect(reader.fill()).rejects.toMatchObject({ code: 'unreadable', file: 'live', offset: 500 });
  });
});

describe('pcap', () => {
  it.each([{ littleEndian: true }, { littleEndian: false }, { magic: 0xa1b23c4d, perSecond: 1e9 }])('goes on behind the file header of another capture that was put behind it (%o)', async (form) => {
    const one = pcap(conversation(SMTP_TALK), form);
    const { packets: read, summary } = await readStream(Buffer.concat([one, one]), [1000]);
    expect(read).toHaveLength(38);
    expect(summary.warnings).toEqual([{ code: 'bad-length', offset: one.length, value: 0, resumed: one.length + 24 }]);
  });
});

describe('compressed', () => {
  const packed = zstd([{ raw: pcap(conversation(SMTP_TALK)) }]);

  it.each([0, 3, 100_000])('zstd that begins with a skippable frame of %i octets', async (length) => {
    const skippable = Buffer.concat([numbers(true, [4, 0x184d2a5f], [4, length]), Buffer.alloc(length, 'x')]);
    const { packets: read, summary } = await readStream(Buffer.concat([skippable, packed]), [1000]);
    expect(summary).toMatchObject({ compression: 'zstd', warnings: [] });
    expect(read).toHaveLength(19);
  });

  it('says what kept it from being recognised', async () => {
    const gzip = gzipSync(pcap(conversation(SMTP_TALK)));
    const dictionary = Buffer.from(packed);
    dictionary.writeUInt8(0x01, 4);
    const cases: readonly (readonly [input: Buffer, code: string, format: string])[] = [
      [gzip.subarray(0, 10), 'compression-cut', 'gzip'],
      [Buffer.concat([gzip.subarray(0, 10), Buffer.alloc(100, 0xff)]), 'compression-damaged', 'gzip'],
      [gzipSync(''), 'empty', 'gzip'],
      [packed.subarray(0, 100), 'compression-cut', 'zstd'],
      [dictionary, 'compression-damaged', 'zstd'],
      [numbers(true, [4, 0x184d2a50], [4, 0]), 'empty', 'zstd'],
    ];
    for (const [input, code, format] of cases) await expect(readStream(input)).rejects.toMatchObject({ code, format, file: 'stream', offset: 0 });
  });
});

describe('pcapng', () => {
  const frames = conversation(SMTP_TALK);

  it('keeps comments of sections, interfaces and packets, within bounds', async () => {
    const comment = (text: string) => option(1, Buffer.from(text));
    const start = [section({ options: comment('from the lab') }), networkInterface({ options: comment('left port') })];
    const one = await readStream(Buffer.concat([...start, ...packets(frames), block(6, packetBody(frames[0], 0n, { options: comment('look here') }))]));
    expect(one.summary.comments).toEqual([{ text: 'from the lab' }, { text: 'left port' }, { text: 'look here', frame: 20 }]);
    const many = await readStream(Buffer.concat([...start, ...Array.from({ length: 30 }, () => packets(frames, { options: comment('x'.repeat(4000)) })).flat()]));
    expect(many.packets).toHaveLength(570);
    expect(many.summary.comments.length).toBeLessThan(300);
    expect(many.summary.warnings.map(({ code }) => code)).toEqual(['too-many-comments']);
  });

  it.each([true, false])('keeps those of statistics, names and secrets as well (little-endian: %s)', async (littleEndian) => {
    const comment = (text: string) => option(1, Buffer.from(text), { littleEndian });
    const names = numbers(littleEndian, [2, 1], [2, 9], [4, 0], [4, 0x61620000], [4, 0], [2, 0], [2, 0]);
    const { summary } = await readStream(Buffer.concat([
      section({ littleEndian }),
      block(4, Buffer.concat([names, comment('of names')]), { littleEndian }),
      block(5, Buffer.concat([numbers(littleEndian, [4, 0], [8, 0]), comment('of statistics')]), { littleEndian }),
      block(0x0a, Buffer.concat([numbers(littleEndian, [4, 0x544c534b], [4, 5], [8, 0]), comment('of secrets')]), { littleEndian }),
      // Records without an end, options that claim too much: what is not kept there is no damage of the packets.
      block(4, numbers(littleEndian, [2, 1], [2, 0xffff]), { littleEndian }),
      block(5, Buffer.concat([numbers(littleEndian, [4, 0], [8, 0]), option(1, Buffer.from('x'), { littleEndian, length: 4000 })]), { littleEndian }),
      networkInterface({ littleEndian }),
      ...packets(frames, { littleEndian }),
    ]));
    expect(summary.comments.map(({ text }) => text)).toEqual(['of names', 'of statistics', 'of secrets']);
    expect(summary).toMatchObject({ packets: 19, warnings: [] });
  });

  it('warns of an interface that nothing describes once in a section', async () => {
    const lost = [0, 7, 7].flatMap((number) => packets(frames.slice(0, 2), { number }));
    const { packets: read, summary } = await readStream(Buffer.concat([section(), ...lost, section(), ...lost, networkInterface(), ...packets(frames)]));
    expect(summary.warnings.map(({ code, value }) => [code, value])).toEqual([0, 7, 0, 7].map((value) => ['unknown-interface', value]));
    expect(read.map(({ frame }) => frame)).toEqual(frames.map((_, index) => 13 + index));
  });

  it('skips a block that is larger than the window, and reads what follows', async () => {
    const secrets = block(0x0a, Buffer.concat([numbers(true, [4, 0x544c534b], [4, 3_000_000]), Buffer.alloc(3_000_000)]));
    const { packets: read, summary } = await readStream(Buffer.concat([section(), networkInterface(), secrets, ...packets(frames)]), [10_000]);
    expect(read).toHaveLength(19);
    expect(summary.warnings).toEqual([]);
  });

  it('reads a section header that is larger than the window', async () => {
    const long = Array.from({ length: 15 }, () => option(1, Buffer.alloc(60_000, 'x')));
    const { packets: read, summary } = await readStream(Buffer.concat([section({ options: Buffer.concat(long) }), networkInterface(), ...packets(frames)]), [9_999]);
    expect(read).toHaveLength(19);
    expect(summary.warnings).toEqual([]);
    expect(summary.comments).toHaveLength(8);
  });

  it('says that a long block is cut', async () => {
    const long = block(0x0a, Buffer.alloc(2_000_000)).subarray(0, 1_500_000);
    const { summary } = await readStream(Buffer.concat([section(), networkInterface(), long]));
    expect(summary.warnings).toEqual([{ code: 'cut-packet', offset: 48 + 1_500_000 }]);
  });
});
