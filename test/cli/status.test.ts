/** Every exit status, and the one line on standard error that goes with it. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OWN } from '../captures.js';
import { LECTURE, PROGRAM, has, mailscope, run, scratch, type Run } from './program.js';

const FORMATS = ['text', 'json', 'ndjson'] as const;
const folder = scratch();

/** One line on standard error, and nothing of the program's inside. */
function expectOneLine({ stderr }: Run, ...words: readonly string[]): void {
  expect(stderr).toMatch(/^mailscope: [^\n]*\.\n$/);
  expect(stderr).not.toMatch(/ {4}at |node:|Something in mailscope/);
  for (const word of words) expect(stderr).toContain(word);
}

describe('status 0', () => {
  it.each(FORMATS)('a capture that can be read (%s)', (format) => {
    const { status, stdout, stderr } = mailscope(['read', LECTURE, '--format', format]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('mail.kolleg.example');
  });

  it.each(['captures/broken/no-packets.pcap', 'captures/broken/no-packets.pcapng'])('a capture without packets: %s', (file) => {
    expect(mailscope([file])).toMatchObject({ status: 0, stdout: '' });
    expect(mailscope([file, '-q']).stderr).toBe('');
  });

  it('a reader who has seen enough', () => {
    const command = `"$0" ${PROGRAM} read ${OWN.join(' ')} --format ndjson | head -n 1 >/dev/null; echo "\${PIPESTATUS[0]}"`;
    expect(run('bash', ['-c', command, process.execPath])).toMatchObject({ status: 0, stdout: '0\n', stderr: '' });
  });

  it.each([LECTURE, 'schema', 'explain', 'explain EHLO', '--help'])('a reader who sees nothing (%s)', (words) => {
    const command = `"$0" ${PROGRAM} ${words} | true; echo "\${PIPESTATUS[0]}"`;
    expect(run('bash', ['-c', command, process.execPath])).toMatchObject({ stdout: '0\n', stderr: '' });
  });
});

describe('status 1', () => {
  it.each(FORMATS)('a cut capture, with everything before the cut (%s)', (format) => {
    const cut = mailscope(['read', 'captures/broken/packet-cut.pcap', '--format', format]);
    expect(cut.status).toBe(1);
    expectOneLine(cut, 'captures/broken/packet-cut.pcap', 'octet 1,641');
    expect(cut.stdout).toContain('MAIL FROM:<anna@example.com>');
  });

  it('a recognised capture without one whole packet', () => {
    expect(mailscope(['captures/broken/header-cut.pcap', '-q'])).toMatchObject({ status: 1, stdout: '' });
  });

  it('one of several that is none', () => {
    const both = mailscope([LECTURE, 'captures/broken/text.pcap']);
    expect(both.status).toBe(1);
    expect(both.stdout).toBe(mailscope([LECTURE]).stdout);
    expectOneLine(both, 'captures/broken/text.pcap');
  });

  it('one of several that is missing', () => {
    const both = mailscope([join(folder, 'nowhere.pcap'), LECTURE]);
    expect(both.status).toBe(1);
    expect(both.stdout).toBe(mailscope([LECTURE]).stdout);
    expectOneLine(both, 'nowhere.pcap');
  });
});

describe('status 2: no input is a capture', () => {
  const cases = [
    ['a missing file', join(folder, 'nowhere.pcap'), 'nowhere.pcap: there is no such file'],
    ['a directory', 'captures', 'captures: this is a directory'],
    ['no capture', 'captures/broken/text.pcap', 'captures/broken/text.pcap, at octet 0: this is no capture'],
    ['an empty file', 'captures/broken/empty.pcap', 'captures/broken/empty.pcap: the input is empty'],
    ['text inside gzip', 'captures/broken/gzip-of-text.pcap.gz', 'what is inside gzip is no capture'],
    ['a format that is not read', 'captures/broken/snoop.pcap', 'snoop'],
  ] as const;
  it.each(cases)('%s', (_, file, words) => {
    const failed = mailscope([file]);
    expect(failed).toMatchObject({ status: 2, stdout: '' });
    expectOneLine(failed, words);
  });

  it('nothing on standard input', () => {
    const failed = mailscope(['-'], { input: Buffer.alloc(0) });
    expect(failed).toMatchObject({ status: 2, stdout: '' });
    expectOneLine(failed, 'empty');
  });

  it('a file that may not be read', ({ skip }) => {
    const file = join(folder, 'private.pcap');
    copyFileSync(LECTURE, file);
    chmodSync(file, 0o000);
    chmodSync(folder, 0o755);
    const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, PROGRAM];
    const root = process.getuid?.() === 0;
    skip(root && (!has('setpriv') || run('setpriv', [...nobody, '--version']).status !== 0), 'root may read everything, and nobody may not run the program');
    const failed = root ? run('setpriv', [...nobody, file]) : mailscope([file]);
    expect(failed).toMatchObject({ status: 2, stdout: '' });
    expectOneLine(failed, 'private.pcap', 'permission');
  });
});

it.skipIf(!existsSync('/dev/full'))('status 2: the place of the output is full, and named (skipped without /dev/full)', () => {
  const onto = (target: string, ...more: string[]): Run => run('bash', ['-c', `"$0" "$@" ${target}`, process.execPath, PROGRAM, 'read', LECTURE, ...more]);
  const redirected = onto('> /dev/full');
  expect(redirected.status).toBe(2);
  expectOneLine(redirected, 'standard output: cannot be written: the disk is full');
  expectOneLine(onto('> /dev/full', '--lang', 'de'), 'Standardausgabe: Schreiben ist nicht möglich: der Datenträger ist voll');
  expectOneLine(run('bash', ['-c', `"$0" ${PROGRAM} schema > /dev/full`, process.execPath]), 'standard output: cannot be written');
  expectOneLine(onto('', '-o', '/dev/full'), '/dev/full: cannot be written: the disk is full');
});

it.each([
  ['captures/broken/packet-cut.pcap', '1'],
  [join(folder, 'nowhere.pcap'), '2'],
  ['--bogus', '2'],
])('%s has status %s, also where nobody reads the complaint', (words, status) => {
  const command = `"$0" ${PROGRAM} ${words} 2>&1 >/dev/null | true; echo "\${PIPESTATUS[0]}"`;
  expect(run('bash', ['-c', command, process.execPath]).stdout).toBe(`${status}\n`);
});

it('status 2: the output would overwrite what comes through standard input, or cannot be compared with a FILE', ({ skip }) => {
  const file = join(folder, 'input.pcap');
  copyFileSync(LECTURE, file);
  expectOneLine(run('bash', ['-c', `"$0" ${PROGRAM} read - -o ${file} < ${file}`, process.execPath]), 'input.pcap: the output would overwrite');
  expect(readFileSync(file).equals(readFileSync(LECTURE))).toBe(true);
  skip(process.getuid?.() === 0, 'root may look everywhere');
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o000 });
  const read = mailscope(['read', LECTURE, join(closed, 'x.pcap'), '-o', join(folder, 'out.txt')]);
  chmodSync(closed, 0o700);
  expect(read.status).toBe(1);
  expectOneLine(read, 'no permission');
});

describe('status 2: wrong usage', () => {
  it('no FILE: the usage', () => {
    for (const args of [[], ['read']]) {
      const failed = mailscope(args);
      expect(failed).toMatchObject({ status: 2, stdout: '' });
      expect(failed.stderr).toContain('Usage: mailscope');
    }
  });

  const cases = [
    ['an unknown option', ['--bogus', LECTURE], 'bogus'],
    ['an unknown format', ['read', LECTURE, '--format', 'xml'], 'xml'],
    ['an unknown language', ['read', LECTURE, '--lang', 'fr'], 'fr'],
    ['an unknown colour', ['read', LECTURE, '--color', 'sometimes'], 'sometimes'],
    ['an option without its value', ['read', LECTURE, '--format'], 'format'],
    ['two wishes that exclude each other', ['read', LECTURE, '--redact', '--show-secrets'], 'redact'],
  ] as const;
  it.each(cases)('%s', (_, args, word) => {
    const failed = mailscope(args);
    expect(failed).toMatchObject({ status: 2, stdout: '' });
    expect(failed.stderr).toContain(word);
    expect(failed.stderr).not.toContain('Something in mailscope itself failed');
  });

  it('an output that is the input', () => {
    const file = join(folder, 'both.pcap');
    copyFileSync(LECTURE, file);
    const failed = mailscope(['read', file, '-o', `${folder}/./both.pcap`]);
    expect(failed).toMatchObject({ status: 2, stdout: '' });
    expectOneLine(failed, 'both.pcap');
    expect(readFileSync(file).equals(readFileSync(LECTURE))).toBe(true);
  });

  it('an output that cannot be written', () => {
    const failed = mailscope(['read', LECTURE, '-o', join(folder, 'nowhere', 'out.txt')]);
    expect(failed).toMatchObject({ status: 2, stdout: '' });
    expectOneLine(failed, 'out.txt');
  });

  it('an existing output stays when no input is a capture', () => {
    const file = join(folder, 'kept.txt');
    writeFileSync(file, 'kept');
    expect(mailscope(['read', 'captures/broken/text.pcap', '-o', file]).status).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });
});
