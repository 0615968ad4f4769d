/** The manual page: well formed, and of every option that `--help` lists. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mailscope, run } from './program.js';

const MANUAL = 'bin/mailscope.1';

it('is well formed', ({ skip }) => {
  const { status, stdout } = run('mandoc', ['-Tlint', '-Wwarning', MANUAL]);
  skip(status === null, 'mandoc is not installed');
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

it('knows every option', () => {
  const manual = readFileSync(MANUAL, 'utf8');
  const options = mailscope(['--help']).stdout.match(/(?<=^ .*)--[a-z-]+(?=.*\[)/gm) ?? [];
  expect(options.length).toBeGreaterThan(5);
  for (const option of new Set(options)) expect(manual, option).toContain(`Fl ${option.slice(1)}`);
});
