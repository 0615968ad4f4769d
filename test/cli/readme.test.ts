/** What the README shows is what the program does: its transcript, and its example of use as a library. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LECTURE, mailscope, run } from './program.js';

const OMISSION = '[…]';
const readme = readFileSync('README.md', 'utf8');

/** The first block of that language, or the one behind as many others. */
function block(language: string, behind = 0): string {
  const found = [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))];
  return found[behind]?.[1] ?? '';
}

it('the transcript is one of the bundled capture, with omissions', () => {
  const parts = block('transcript').split(`${OMISSION}\n`).filter((part) => part !== '');
  const { stdout } = mailscope([LECTURE]);
  expect(parts.length).toBeGreaterThan(1);
  let at = 0;
  for (const part of parts) {
    const found = stdout.indexOf(part, at);
    expect(found, `not in the transcript: ${part}`).not.toBe(-1);
    at = found + part.length;
  }
});

it('the screen is the one that is tested', () => {
  expect(block('screen')).toBe(readFileSync('test/tui/golden/conversation-80x24-en.txt', 'utf8'));
});

it('the example of use as a library runs', () => {
  const { status, stdout, stderr } = run(process.execPath, ['--input-type=module', '--eval', block('js')]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^session 1: smtp with 192\.0\.2\.25$/m);
  expect(stdout).toMatch(/^1 The client opens a TCP connection to port 25/m);
  expect(stdout).toMatch(/^a mail of \d+ octets$/m);
});

it('the example of an archive runs', () => {
  const { status, stdout, stderr } = run(process.execPath, ['--input-type=module', '--eval', block('js', 1)]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^1 smtp partly-accepted\n\d+ entries\n$/);
});

it('the answer to a wrong filter is the one shown', () => {
  expect(mailscope([LECTURE, '-Y', 'smtp.response.cod >= 500']).stderr).toBe(block('filter'));
});
