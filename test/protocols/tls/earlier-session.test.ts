/** Sessions taken up again whose secret was logged the first time alone, as GnuTLS does; a real capture with half of its log. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SecretStore } from '../../../src/protocols/tls/keys/key-log.js';
import { openedIn, type Opened } from '../../pipeline/opened.js';

const CAPTURE = 'captures/tls-resumption.pcap';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailscope-earlier-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The secrets of TLS 1.2 in the order of the four connections: two by id, two by ticket. */
async function openedWith(kept: readonly number[]): Promise<readonly Opened[]> {
  const secrets = readFileSync('captures/tls-resumption.keys', 'latin1').split('\n').filter((line) => line.startsWith('CLIENT_RANDOM'));
  expect(secrets).toHaveLength(4);
  const log = join(folder, `${kept.join('-')}.keys`);
  writeFileSync(log, kept.map((at) => `${secrets[at]}\n`).join(''));
  return openedIn(CAPTURE, [log]);
}

it('opens by the id and by the ticket what the log has no line for', async () => {
  const whole = (await openedIn(CAPTURE)).slice(0, 4);
  const half = await openedWith([0, 2]);
  expect(half.map(({ session }) => session.tls?.resumed)).toEqual([undefined, true, undefined, true]);
  expect(half.map(({ said }) => said)).toEqual(whole.map(({ said }) => said));
});

it('knows nothing of an earlier session that it could not open', async () => {
  const half = await openedWith([1, 3]);
  expect(half.map(({ session }) => session.tls?.resumed)).toEqual([true, true]);
});

it('keeps a bounded number of sessions, the latest', () => {
  const store = new SecretStore();
  for (let at = 0; at <= 20_000; at++) store.remember(`id ${at}`, Buffer.of(at & 0xff));
  expect(store.remembered('id 0')).toBeUndefined();
  expect(store.remembered('id 20000')).toEqual(Buffer.of(20_000 & 0xff));
});
