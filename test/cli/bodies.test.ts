/** `--bodies` shows what the transcript otherwise folds away. */
import { describe, expect, it } from 'vitest';
import { OWN } from '../captures.js';
import { LECTURE, mailscope } from './program.js';

describe.each([LECTURE, ...OWN.filter((file) => /bdat|imap-append-literal|pop3-fetchmail|imap-literals|journey/.test(file))])('%s', (file) => {
  it('has every line of every mail once more than without', () => {
    const folded = mailscope([file, '--lang', 'en']);
    const whole = mailscope([file, '--lang', 'en', '--bodies']);
    expect(whole.status).toBe(folded.status);
    const rows = new Set(whole.stdout.split('\n'));
    expect(folded.stdout.split('\n').filter((row) => !rows.has(row))).toEqual([]);
    expect(whole.stdout.length).toBeGreaterThan(folded.stdout.length);
  });
});

it('the lines stand there as they were sent', () => {
  const { stdout } = mailscope([LECTURE, '--bodies']);
  expect(stdout).toMatch(/^ +Hallo Bob,$/m);
  expect(mailscope([LECTURE]).stdout).not.toContain('Hallo Bob,');
});
