/** Another program records, and writes its keys down later: what was held back for them is read as if they had been there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROGRAM } from './program.js';

const CAPTURE = 'captures/starttls-keys.pcap';
const KEYS = 'captures/starttls-keys.keys';
/** Octets of the capture: the first handshake is in them, the mail is not. */
const BEGINNING = 3000;

async function readFrom(feed: (write: (octets: Buffer) => void) => Promise<void>, source: string, keys: string): Promise<string> {
  const child = spawn(process.execPath, [PROGRAM, 'read', source, '--keylog', keys, '--format', 'ndjson']);
  child.stdout.setEncoding('utf8');
  let written = '';
  child.stdout.on('data', (text: string) => (written += text));
  const over = once(child, 'close');
  await feed((octets) => child.stdin.write(octets));
  child.stdin.end();
  await over;
  // All but the line of the capture, which names the file.
  return written.replace(/^\{"type":"capture".*\n/m, '');
}

it('a key log is followed while the capture goes on', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailscope-keys-'));
  const growing = join(folder, 'growing.keys');
  writeFileSync(growing, '');
  const capture = readFileSync(CAPTURE);
  try {
    const piped = await readFrom(
      async (write) => {
        write(capture.subarray(0, BEGINNING));
        await new Promise((resolve) => setTimeout(resolve, 1500));
        appendFileSync(growing, readFileSync(KEYS));
        await new Promise((resolve) => setTimeout(resolve, 500));
        write(capture.subarray(BEGINNING));
      },
      '-',
      growing,
    );
    expect(piped).toContain('AUTH');
    expect(piped).toBe(await readFrom(async () => {}, CAPTURE, KEYS));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
