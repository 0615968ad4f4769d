/** `mailscope explain`, and the commands that are promised: what they print, and with which status. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LECTURE, PROGRAM, mailscope, run, scratch } from './program.js';

const folder = scratch();
const explain = (...words: readonly string[]): string => mailscope(['explain', ...words]).stdout;

describe('explain', () => {
  it('tells a word with its kind and RFC', () => {
    const { status, stdout, stderr } = mailscope(['explain', 'UIDNEXT']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(/```explain\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1]);
  });

  it('takes numbers for what they are', () => {
    expect(explain('550', '5.1.10')).toMatch(/^550 · SMTP reply code · RFC 5321 §4\.2\.3\n[\s\S]*\n\n5\.1\.10 · enhanced status code · RFC 7505/);
  });

  it('speaks both languages, and finds names of either in both', () => {
    const german = mailscope(['explain', 'Umschlag', '--lang', 'de']).stdout;
    expect(german).toMatch(/^Umschlag · Begriff · RFC 5321 §2\.3\.1\n/);
    expect(mailscope(['explain', 'envelope'], { env: { LANG: 'de_DE.UTF-8' } }).stdout).toBe(german);
    expect(explain('umschlag')).toMatch(/^envelope · term · /);
  });

  it('lists what there is', () => {
    const { status, stdout } = mailscope(['explain']);
    expect(status).toBe(0);
    for (const name of ['user agent', 'STLS', 'UIDVALIDITY', 'X.7.1', 'SCRAM-SHA-256', '$Junk']) expect(stdout).toContain(name);
  });

  it('names what is near a word that it does not know', () => {
    expect(mailscope(['explain', 'UIDVALIDTY'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'mailscope: The catalogue does not know "UIDVALIDTY"; similar names are UIDVALIDITY.\n',
    });
    const both = mailscope(['explain', 'QUIT', 'xyzzy-plugh', '--lang', 'de']);
    expect(both).toMatchObject({ status: 1, stderr: 'mailscope: Der Katalog kennt „xyzzy-plugh“ nicht; mailscope explain zählt auf, was er kennt.\n' });
    expect(both.stdout).toContain('QUIT · SMTP-Befehl');
  });

  it('takes an indicator of POP3 for a word', () => {
    expect(explain('-ERR')).toBe(explain('--', '-ERR'));
    expect(explain('-ERR')).toMatch(/^-ERR · term/);
  });

  it('lets no control character through', () => {
    const { stdout, stderr } = mailscope(['explain', '\x1b]0;title\x07', 'a\u202eb']);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
  });

  it('stands a reader who has seen enough', () => {
    const command = `"$0" ${PROGRAM} explain | true; echo "\${PIPESTATUS[0]}"`;
    expect(run('bash', ['-c', command, process.execPath])).toMatchObject({ stdout: '0\n', stderr: '' });
  });
});

describe('commands', () => {
  it('a file of such a name is read where it is named as one', () => {
    const program = join(process.cwd(), PROGRAM);
    writeFileSync(join(folder, 'journey'), readFileSync(LECTURE));
    for (const args of ['./journey', 'read journey']) {
      expect(run('bash', ['-c', `cd "$1" && "$0" ${program} ${args} -q`, process.execPath, folder])).toMatchObject({ status: 0, stderr: '' });
    }
  });

  it('schema takes no words', () => {
    expect(mailscope(['schema', 'extra'])).toMatchObject({ status: 2, stdout: '' });
    expect(mailscope(['schema', '--lang', 'de']).status).toBe(0);
  });
});
