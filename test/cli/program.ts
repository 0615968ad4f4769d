/** Runs the built program as a user would, in an environment that says nothing about language or colour. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export const PROGRAM = 'bin/mailscope.js';
/** A capture with an SMTP session in it, and its transcript's size in entries. */
export const LECTURE = 'captures/lecture-smtp.pcap';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly input?: Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

const SILENT = ['LC_ALL', 'LC_MESSAGES', 'LANG', 'LANGUAGE', 'NO_COLOR', 'FORCE_COLOR', 'TERM'];
const OURS = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SILENT.includes(name)));

export function mailscope(args: readonly string[], circumstances: Circumstances = {}): Run {
  return run(process.execPath, [PROGRAM, ...args], circumstances);
}

export function run(program: string, args: readonly string[], { input, env }: Circumstances = {}): Run {
  const { status, stdout, stderr } = spawnSync(program, args, {
    ...(input === undefined ? {} : { input }),
    env: { ...OURS, ...env },
    maxBuffer: 1 << 28,
    // Who waits for a key that nobody presses fails instead of waiting.
    timeout: 300_000,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Whether a program that a test makes use of is installed. */
export function has(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

/** A place for files of a test, gone when it has ended. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mailscope-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
