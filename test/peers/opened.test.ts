/**
 * tshark opens the same records with the same keys: what either side said inside TLS must be the same, octet for octet.
 * Skipped, and seen to be, where tshark is not there.
 */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Side } from '../../src/model/endpoint.js';
import { keyLogsOf, OWN } from '../captures.js';
import { openedIn, type Said } from '../pipeline/opened.js';

const TIMEOUT = 300_000;
const hasTshark = spawnSync('tshark', ['--version']).status === 0;
const WITH_KEYS = OWN.filter((file) => keyLogsOf(file).length > 0 || file.includes('secrets-inside'));
/** The suites that tshark 4.0 itself says it cannot open, by capture and number of the connection. */
const CLOSED_TO_TSHARK: readonly string[] = ['tls12-suites.pcap 11'];

function openedByTshark(file: string, stream: number, client: string): Said {
  const keys = keyLogsOf(file).flatMap((log) => ['-o', `tls.keylog_file:${log}`]);
  const { stdout } = spawnSync('tshark', ['-n', '-q', '-r', file, ...keys, '-z', `follow,tls,raw,${stream}`], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const lines = stdout.split('\n');
  const isClientFirst = lines.includes(`Node 0: ${client}`);
  const octets = (pattern: RegExp): Buffer => Buffer.from(lines.filter((line) => pattern.test(line)).join('').replace(/\s+/g, ''), 'hex');
  const [first, second] = [octets(/^[0-9a-f]+$/), octets(/^\t[0-9a-f]+$/)];
  const sides: readonly [Side, Side] = isClientFirst ? ['client', 'server'] : ['server', 'client'];
  return { [sides[0]]: first, [sides[1]]: second } as Said;
}

/** Early data that the server refuses: tshark shows it as if it had arrived. */
const REFUSED_EARLY: Readonly<Record<string, string>> = { 'captures/tls-early-data.pcap 1': 'EHLO pc.kolleg.example\r\n' };

describe.skipIf(!hasTshark)('what was inside TLS, as tshark opens it', () => {
  it.for(WITH_KEYS)('%s', { timeout: TIMEOUT }, async (file) => {
    const opened = await openedIn(file);
    expect(opened.length).toBeGreaterThan(file.includes('alerts') ? -1 : 0);
    for (const { session, said } of opened) {
      const { stream } = session.connection;
      if (CLOSED_TO_TSHARK.some((name) => `${file} ${stream}`.endsWith(`/${name}`))) continue;
      const theirs = openedByTshark(file, stream, `${session.client.address}:${session.client.port}`);
      for (const side of ['client', 'server'] as const) {
        const thrownAway = side === 'client' ? (REFUSED_EARLY[`${file} ${stream}`] ?? '') : '';
        expect(thrownAway + said[side].toString('latin1'), `${side} of stream ${stream}`).toBe(theirs[side].toString('latin1'));
      }
    }
  });
});
