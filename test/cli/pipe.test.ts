/** Another program records and mailscope reads along: what is decided is written before more is waited for. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
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
