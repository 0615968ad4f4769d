/**
 * tshark, where it is installed, gives the same numbers, times and lengths of every capture, as far as it reads:
 * it stops at a damage that is read around here.
 */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CaptureError } from '../../src/capture/capture-error.js';
import { captureFiles, readFile, type ReadPacket } from './reading.js';

const FIELDS = ['frame.number', 'frame.time_epoch', 'frame.len', 'frame.cap_len'];
const installed = spawnSync('tshark', ['--version']).status === 0;

/** Where tshark 4.0 is wrong or means something else, and why. */
const EXCEPTIONS: ReadonlySet<string> = new Set([
  'fraction-over-a-second.pcap', // prints 1.5 seconds as a fraction of ten digits
  'zeros-in-the-middle.pcap', // counts a hole of zeros as packets of nothing
  'zstd-cut.pcap.zst', // gives the beginning of a cut zstd block as well
]);

async function rowsOf(file: string): Promise<string[]> {
  const fields = FIELDS.flatMap((field) => ['-e', field]);
  const run = promisify(execFile)('tshark', ['-n', '-r', file, '-T', 'fields', ...fields], { maxBuffer: 1e9 });
  // A damaged file makes it fail after what it could read.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  return stdout.split('\n').filter((row) => row !== '');
}

function rowOf({ frame, time, wireLength, octets }: ReadPacket): string {
  const [seconds = '', fraction = ''] = time.split('.');
  const nanoseconds = time === '' ? '' : `${seconds}.${fraction.slice(0, 9).padEnd(9, '0')}`;
  return [frame, nanoseconds, wireLength, octets.length].join('\t');
}

describe.skipIf(!installed)(`tshark agrees${installed ? '' : ' (skipped: tshark is not installed)'}`, () => {
  const files = captureFiles().filter(([name]) => !EXCEPTIONS.has(name));
  it.concurrent.each(files)('%s', { timeout: 60_000 }, async (_, file) => {
    const read = await readFile(file).catch((error: unknown) => error);
    if (read instanceof CaptureError) return;
    const { packets, summary } = read as Awaited<ReturnType<typeof readFile>>;
    const frames = new Set(packets.map(({ frame }) => String(frame)));
    const theirs = (await rowsOf(file)).filter((row) => frames.has(row.split('\t', 1)[0] ?? ''));
    const ours = packets.map(rowOf);
    const compared = summary.warnings.length === 0 ? ours : ours.slice(0, theirs.length);
    expect(compared).toEqual(theirs);
  });
});
