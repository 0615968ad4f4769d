/** Key logs that grow while they are read. */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { KeyFile } from '../../src/platform/key-file.js';
import { KeyLogReader, SecretStore } from '../../src/protocols/tls/keys/key-log.js';

const folder = mkdtempSync(join(tmpdir(), 'mailscope-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const RANDOM = 'ab'.repeat(32);
const LABELS = ['SERVER_HANDSHAKE_TRAFFIC_SECRET', 'SERVER_TRAFFIC_SECRET_0', 'CLIENT_HANDSHAKE_TRAFFIC_SECRET', 'CLIENT_TRAFFIC_SECRET_0'] as const;
const lineOf = (label: string, at: number): string => `${label} ${RANDOM} ${String(at).repeat(64)}\n`;

it('loses none of the lines that come while one of them is taken', () => {
  const path = join(folder, 'growing.log');
  const [first, ...others] = LABELS.map(lineOf);
  writeFileSync(path, first! + others[0]!);
  const keys = new SecretStore();
  const log = new KeyLogReader(keys);
  const file = new KeyFile(path, (octets) => log.read(octets));
  keys.opened(() => file.read());
  // Whoever waits for a key looks for the next one as soon as it is there; the program has written it by then.
  const grow = keys.watch(RANDOM, () => {
    const next = others.splice(1, 1)[0];
    if (next !== undefined) appendFileSync(path, next);
    keys.refresh();
  });
  file.read();
  grow();
  file.close();
  for (const [at, label] of LABELS.entries()) expect(keys.secret(label, RANDOM)?.toString('hex'), label).toBe(String(at).repeat(64));
});
