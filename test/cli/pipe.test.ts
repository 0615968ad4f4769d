/** Another program records and mailscope reads along: what is decided is written before more is waited for. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { LECTURE, mailscope, PROGRAM } from './program.js';

/** Octets of the lecture's capture: the greeting and some commands are in them, the end is not. */
const BEGINNING = 2600;

it('writes entries while the capture goes on', async () => {
  const capture = readFileSync(LECTURE);
  const child = spawn(process.execPath, [PROGRAM, 'read', '-', '--format', 'ndjson']);
  child.stdout.setEncoding('utf8');
  let written = '';
  child.stdout.on('data', (text: string) => (written += text));
  child.stdin.write(capture.subarray(0, BEGINNING));
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  expect(written).toContain('220 mail.kolleg.example');
  expect(written).not.toContain('QUIT');
  child.stdin.end(capture.subarray(BEGINNING));
  const [status] = (await once(child, 'exit')) as [number];
  expect(status).toBe(0);
});

it('tells the transcript line by line once there is something to wait for, and else as that of a file', async () => {
  const capture = readFileSync(LECTURE);
  const child = spawn(process.execPath, [PROGRAM, '-', '--lang', 'en']);
  child.stdout.setEncoding('utf8');
  let written = '';
  child.stdout.on('data', (text: string) => (written += text));
  child.stdin.write(capture.subarray(0, BEGINNING));
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  expect(written).toContain('Session 1 · SMTP');
  expect(written).toContain('220 mail.kolleg.example');
  expect(written).not.toContain('QUIT');
  child.stdin.end(capture.subarray(BEGINNING));
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(written).toContain('QUIT');
  expect(mailscope(['-'], { input: capture }).stdout).toBe(mailscope([LECTURE]).stdout);
});

it('tells a running capture line by line, however busy it is', async () => {
  const capture = readFileSync(LECTURE);
  const child = spawn(process.execPath, [PROGRAM, '-', '--lang', 'en']);
  let written = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written += text));
  const records = recordsOf(capture);
  child.stdin.write(capture.subarray(0, 24));
  // Up to the greeting.
  for (const record of records.slice(0, 12)) child.stdin.write(asOfNow(record));
  // The conversation does not go on, the traffic does.
  while (!written.includes('220 mail.kolleg.example')) {
    child.stdin.write(asOfNow(records[2]!));
    await pause(50);
    expect(child.exitCode).toBe(null);
  }
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

/** Of a pcap with microseconds, little-endian. */
function recordsOf(capture: Buffer): readonly Buffer[] {
  const records: Buffer[] = [];
  for (let at = 24; at < capture.length; at += records.at(-1)!.length) records.push(capture.subarray(at, at + 16 + capture.readUInt32LE(at + 8)));
  return records;
}

function asOfNow(record: Buffer): Buffer {
  const moved = Buffer.from(record);
  moved.writeUInt32LE(Math.floor(Date.now() / 1000), 0);
  moved.writeUInt32LE((Date.now() % 1000) * 1000, 4);
  return moved;
}
