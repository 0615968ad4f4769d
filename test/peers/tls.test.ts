/**
 * tshark reads the same handshakes: what the hellos say, who the certificates are for, and the fingerprints must be the
 * same. JA4, which tshark 4.0 does not know, is made once more from the fields that it gives.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { OWN, SHARED } from '../captures.js';
import type { SessionJson } from '../../src/report/json/session.js';
import { viewsOf } from '../report/views.js';

const TIMEOUT = 300_000;
/** tshark 4.0 opens zstd only where it was built so. */
const CAPTURES = [...OWN, ...SHARED].filter((file) => !file.endsWith('.zst'));
const hasTshark = spawnSync('tshark', ['--version']).status === 0;

const FIELDS = [
  'tcp.stream',
  'tls.handshake.type',
  'tls.handshake.version',
  'tls.handshake.extensions.supported_version',
  'tls.handshake.ciphersuite',
  'tls.handshake.extension.type',
  'tls.handshake.sig_hash_alg',
  'tls.handshake.extensions_server_name',
  'tls.handshake.extensions_alpn_str',
  'tls.handshake.ja3',
  'tls.handshake.ja3s',
  'x509af.serialNumber',
] as const;

type Row = Readonly<Record<(typeof FIELDS)[number], readonly string[]>>;

/** One a frame with a handshake in clear. */
function handshakes(file: string): readonly Row[] {
  const options = ['-T', 'fields', '-E', 'separator=|', '-E', 'aggregator=,', '-E', 'occurrence=a', ...FIELDS.flatMap((field) => ['-e', field])];
  const { stdout } = spawnSync('tshark', ['-n', '-r', file, '-Y', 'tls.handshake.type', ...options], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const values = line.split('|').map((value) => (value === '' ? [] : value.split(',')));
    return Object.fromEntries(FIELDS.map((field, at) => [field, values[at] ?? []])) as unknown as Row;
  });
}

const CLIENT_HELLO = '1';
const SERVER_HELLO = '2';

function isGrease(code: number): boolean {
  return (code & 0x0f0f) === 0x0a0a && code >> 8 === (code & 0xff);
}

function ja4Of(row: Row): string {
  const codes = (field: (typeof FIELDS)[number]): readonly number[] => row[field].map(Number).filter((code) => !isGrease(code));
  const hex = (code: number): string => code.toString(16).padStart(4, '0');
  const short = (text: string): string => (text === '' ? '000000000000' : createHash('sha256').update(text).digest('hex').slice(0, 12));
  const two = (list: readonly unknown[]): string => String(Math.min(99, list.length)).padStart(2, '0');
  const [suites, types, schemes] = [codes('tls.handshake.ciphersuite'), codes('tls.handshake.extension.type'), codes('tls.handshake.sig_hash_alg')];
  const version = Math.max(...codes('tls.handshake.extensions.supported_version'), 0) || Number(row['tls.handshake.version'][0]);
  const names: Readonly<Record<number, string>> = { 0x0304: '13', 0x0303: '12', 0x0302: '11', 0x0301: '10', 0x0300: 's3' };
  const alpn = row['tls.handshake.extensions_alpn_str'][0] ?? '';
  const mark = alpn === '' ? '00' : alpn[0]! + alpn.at(-1)!;
  const others = types.filter((type) => type !== 0 && type !== 16).map(hex).sort().join(',');
  const behind = schemes.length === 0 ? '' : `_${schemes.map(hex).join(',')}`;
  return `t${names[version] ?? '00'}${types.includes(0) ? 'd' : 'i'}${two(suites)}${two(types)}${mark}_${short(suites.map(hex).sort().join(','))}_${short(others === '' ? '' : others + behind)}`;
}

function expectSame({ tls }: SessionJson, rows: readonly Row[]): number {
  const client = rows.find((row) => row['tls.handshake.type'].includes(CLIENT_HELLO));
  const server = rows.findLast((row) => row['tls.handshake.type'].includes(SERVER_HELLO));
  if (client !== undefined && tls?.ja3 !== undefined) {
    expect(tls.ja3).toBe(client['tls.handshake.ja3'][0]);
    expect(tls.ja4).toBe(ja4Of(client));
    expect(tls.sni).toBe(client['tls.handshake.extensions_server_name'][0]);
    expect(tls.offer?.alpn ?? []).toEqual(client['tls.handshake.extensions_alpn_str']);
  }
  if (server !== undefined) {
    expect(tls?.ja3s).toBe(server['tls.handshake.ja3s'][0]);
    expect(tls?.version).toBe((server['tls.handshake.extensions.supported_version'][0] ?? server['tls.handshake.version'][0]) === '0x0304' ? 'TLS 1.3' : tls?.version);
  }
  const serials = rows.flatMap((row) => row['x509af.serialNumber']).map((serial) => BigInt(serial.startsWith('0x') ? serial : `0x${serial.replaceAll(':', '')}`));
  const ours = [...(tls?.certificates ?? []), ...(tls?.clientCertificates ?? [])].map(({ serial = '0' }) => BigInt(`0x${serial}`));
  if (serials.length > 0) expect(ours.map(String)).toEqual(serials.map(String));
  return 1;
}

describe.skipIf(!hasTshark)('handshakes as tshark sees them', () => {
  let compared = 0;

  it.for(CAPTURES)('%s', { timeout: TIMEOUT }, async (file) => {
    const { document } = await viewsOf(file);
    const encrypted = document.sessions.filter(({ tls }) => tls !== undefined);
    if (encrypted.length === 0) return;
    const rows = handshakes(file);
    for (const session of encrypted) {
      const mine = rows.filter((row) => row['tcp.stream'].at(-1) === String(session.tcp.stream));
      if (mine.length > 0) compared += expectSame(session, mine);
    }
  });

  it('are compared', () => {
    expect(compared).toBeGreaterThan(5);
  });
});
