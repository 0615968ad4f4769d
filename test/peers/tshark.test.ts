/**
 * tshark reads the same captures: the order of commands and replies, the number of the connection and its first round
 * trip must be the same. Where tshark is wrong, accepted.tsv says why. Skipped, and seen to be, where tshark or the
 * script that compares the dialogue is not there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OWN, SHARED } from '../captures.js';
import { viewsOf } from '../report/views.js';

const SCRIPT = '../shared/check/against-tshark.py';
const ACCEPTED = 'test/peers/accepted.tsv';
/** tshark 4.0 opens zstd only where it was built so. */
const CAPTURES = [...OWN, ...SHARED].filter((file) => !file.endsWith('.zst'));
const TIMEOUT = 300_000;
/** tshark gives round trips in whole nanoseconds. */
const NANOSECOND = 1e-9;

const hasTshark = spawnSync('tshark', ['--version']).status === 0;
const hasPython = spawnSync('python3', ['--version']).status === 0;

interface Stream {
  readonly peers: ReadonlySet<string>;
  readonly rtt: number | undefined;
}

/** What tshark knows of each TCP connection; of several headers in a frame the innermost. */
function streamsOf(file: string): readonly Stream[] {
  const fields = ['tcp.stream', 'ip.src', 'ipv6.src', 'tcp.srcport', 'tcp.analysis.initial_rtt'];
  const options = ['-T', 'fields', '-E', 'separator=,', '-E', 'occurrence=l', ...fields.flatMap((field) => ['-e', field])];
  const { stdout } = spawnSync('tshark', ['-n', '-r', file, '-Y', 'tcp', ...options], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const streams: { peers: Set<string>; rtt: number | undefined }[] = [];
  for (const line of stdout.trimEnd().split('\n')) {
    const [number = '', four = '', six = '', port = '', rtt = ''] = line.split(',');
    const stream = (streams[Number(number)] ??= { peers: new Set(), rtt: undefined });
    for (const address of [four, six]) if (address !== '') stream.peers.add(`${address} ${port}`);
    if (rtt !== '') stream.rtt ??= Number(rtt);
  }
  return streams;
}

describe.skipIf(!hasTshark)('as tshark sees it', () => {
  it.for(CAPTURES)('connections of %s', { timeout: TIMEOUT }, async (file) => {
    const { document } = await viewsOf(file);
    const streams = streamsOf(file);
    for (const { client, server, tcp } of document.sessions) {
      const stream = streams[tcp.stream];
      const peers = [client, server].map(({ address, port }) => `${address} ${port}`);
      expect(peers.some((peer) => stream?.peers.has(peer)), `stream ${tcp.stream} is that of ${peers.join(' and ')}`).toBe(true);
      if (tcp.handshake === 'complete' && stream?.rtt !== undefined) {
        expect(Math.abs((tcp.rtt ?? 0) - stream.rtt), `${tcp.rtt} s is ${stream.rtt} s`).toBeLessThan(NANOSECOND);
      }
    }
  });

  it.skipIf(!existsSync(SCRIPT) || !hasPython)('dialogue', { timeout: TIMEOUT }, () => {
    const { status, stdout } = spawnSync('python3', [SCRIPT, ...CAPTURES, '--accepted', ACCEPTED], { encoding: 'utf8' });
    const differences = stdout.split('\n').filter((line) => line.startsWith('DIFF'));
    expect(differences).toEqual([]);
    expect(status).toBe(0);
  });
});

it('every accepted difference has its reason and its capture', () => {
  const rows = readFileSync(ACCEPTED, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
  for (const [name = '', protocol = '', reason = '', ...rest] of rows) {
    expect(['smtp', 'pop3', 'imap']).toContain(protocol);
    expect(reason.length, name).toBeGreaterThan(20);
    expect(rest).toEqual([]);
    if (SHARED.length > 0) expect(CAPTURES.some((file) => file.endsWith(`/${name}`)), name).toBe(true);
  }
});
