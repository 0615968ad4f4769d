/** Captured octets are hostile: none of them moves a cursor, sets a title or turns the reading direction. */
import { describe, expect, it } from 'vitest';
import { BROKEN, OWN, SHARED } from '../captures.js';
import { has, mailscope, run } from './program.js';

const SGR = /\x1b\[[0-9;]*m/g;
/** Controls but the line end; bidi controls; lone surrogates cannot be in UTF-8. */
const DANGEROUS = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;

const HOSTILE = BROKEN.filter((file) => file.includes('hostile'));

it('there are hostile captures', () => {
  expect(HOSTILE.length).toBeGreaterThan(1);
});

describe.each([...HOSTILE, ...OWN.filter((file) => file.includes('lecture')), ...SHARED.filter((file) => file.includes('errors'))])('%s', (file) => {
  it.each(['en', 'de'])('on a page, %s', (lang) => {
    const { stdout, stderr } = mailscope([file, '--lang', lang]);
    expect(stdout + stderr).not.toMatch(DANGEROUS);
  });

  it('on a terminal with colours', () => {
    const { stdout, stderr } = mailscope([file, '--color', 'always']);
    expect((stdout + stderr).replace(SGR, '')).not.toMatch(DANGEROUS);
  });
});

describe('JSON on a terminal', () => {
  const file = 'captures/broken/hostile-lines.pcap';
  const onTerminal = (format: string): string =>
    run('script', ['-qec', `'${process.execPath}' bin/mailscope.js read ${file} -q --format ${format}`, '/dev/null']).stdout.replaceAll('\r\n', '\n');

  it.skipIf(!has('script')).each(['json', 'ndjson'])('%s: harmless, and the same to who parses it (skipped without script)', (format) => {
    const shown = onTerminal(format);
    const written = mailscope(['read', file, '-q', '--format', format]).stdout;
    const parsed = (text: string): readonly unknown[] => (format === 'json' ? [JSON.parse(text)] : text.trim().split('\n').map((line): unknown => JSON.parse(line)));
    expect(written).toMatch(DANGEROUS);
    expect(shown).not.toMatch(DANGEROUS);
    expect(parsed(shown)).toEqual(parsed(written));
  });
});

it('nor does the name of a file', () => {
  const { status, stderr } = mailscope(['no\x1b]0;title\x07where\u202e.pcap']);
  expect(status).toBe(2);
  expect(stderr).not.toMatch(DANGEROUS);
});

it('nor does a mistake on the command line', () => {
  for (const args of [['--\x1b[2Jbogus', 'x'], ['--format', '\x1b[2J', 'x'], ['-o', '/nowhere/\x1b[2J', 'captures/lecture-smtp.pcap']]) {
    const { status, stderr } = mailscope(args);
    expect(status).toBe(2);
    expect(stderr).not.toMatch(DANGEROUS);
  }
});
