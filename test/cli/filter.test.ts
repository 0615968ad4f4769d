/** `-Y` as its users meet it: in every format, wrong, and where nothing matches. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LECTURE, mailscope, scratch } from './program.js';

const folder = scratch();
const JOURNEY = 'captures/lecture-journey.pcap';

interface Document {
  readonly sessions: readonly { readonly id: number; readonly protocol: string; readonly timeline: readonly { readonly id: number; readonly code?: number }[] }[];
  readonly messages: readonly { readonly session: number }[];
  readonly findings: readonly { readonly session: number }[];
  readonly statistics: { readonly sessions: number; readonly entries: number; readonly messages: number; readonly connections: number };
}

function documentOf(...args: readonly string[]): Document {
  return JSON.parse(mailscope(['read', ...args, '--format', 'json']).stdout) as Document;
}

describe('what a filter keeps', () => {
  it('is the same in every format, with the numbers it has without', () => {
    const expression = 'imap.request.command == "fetch" or smtp.response.code == 250';
    const whole = documentOf(JOURNEY);
    const { sessions, messages, findings, statistics } = documentOf(JOURNEY, '-Y', expression);
    const kept = new Set(sessions.map(({ id }) => id));
    expect(kept.size).toBeGreaterThan(1);
    for (const session of sessions) {
      const { timeline } = whole.sessions.find(({ id }) => id === session.id)!;
      expect(session.timeline.length).toBeGreaterThan(0);
      for (const entry of session.timeline) expect(timeline).toContainEqual(entry);
    }
    expect(messages).toEqual(whole.messages.filter(({ session }) => kept.has(session)));
    expect(findings).toEqual(whole.findings.filter(({ session }) => kept.has(session)));
    const entries = sessions.reduce((sum, { timeline }) => sum + timeline.length, 0);
    expect(statistics).toMatchObject({ sessions: kept.size, entries, messages: messages.length, connections: kept.size });
    const lines = mailscope(['read', JOURNEY, '-Y', expression, '--format', 'ndjson']).stdout.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('{"type":"entry"'))).toHaveLength(entries);
    expect(mailscope([JOURNEY, '-Y', expression]).stdout.match(/^ +\d+ +-?\d+\.\d{6} /gm)).toHaveLength(entries);
  });

  it('is everything where all of it matches', () => {
    expect(mailscope([JOURNEY, '-Y', 'frame']).stdout).toBe(mailscope([JOURNEY]).stdout);
  });

  it('satisfies all of several filters', () => {
    const { sessions } = documentOf(LECTURE, '-Y', 'smtp.rsp', '--display-filter', 'mailscope.outcome == "refused"');
    expect(sessions.flatMap(({ timeline }) => timeline.map(({ code }) => code))).toEqual([550]);
  });

  it('gives nothing away that is masked', () => {
    for (const format of ['text', 'json', 'ndjson', 'csv']) {
      for (const expression of ['smtp.req.command', 'smtp.response', 'pop', 'mailscope.kind == message']) {
        for (const file of [LECTURE, 'captures/lecture-pop3.pcap']) {
          const { stdout } = mailscope(['read', file, '-Y', expression, '--format', format, '--redact']);
          expect(stdout).not.toMatch(/geheim|Z2VoZWlt/);
        }
      }
    }
  });

  it('shows the bodies of the mails it keeps and of no others', () => {
    const body = 'das Labor ist fertig';
    expect(mailscope([LECTURE, '--bodies', '-Y', 'smtp.eom']).stdout).toContain(body);
    expect(mailscope([LECTURE, '--bodies', '-Y', 'smtp.req.command == "QUIT"']).stdout).not.toContain(body);
  });

  it('decides on findings and the exit status that they ask for', () => {
    expect(mailscope([LECTURE, '--fail-on', 'warning', '-Y', 'smtp.eom']).status).toBe(3);
    expect(mailscope([LECTURE, '--fail-on', 'warning', '-Y', 'imap']).status).toBe(0);
  });
});

describe('extract', () => {
  it('writes the mails of the sessions that are kept and of no others', () => {
    const all = join(folder, 'all');
    const some = join(folder, 'some');
    const files = [LECTURE, 'captures/lecture-imap.pcap'];
    mailscope(['extract', ...files, '-d', all]);
    const { status } = mailscope(['extract', ...files, '-d', some, '-Y', 'imap.request.command == "FETCH"']);
    expect(status).toBe(0);
    const index = JSON.parse(readFileSync(join(some, 'index.json'), 'utf8')) as { file: string; protocol: string }[];
    expect(index.length).toBeGreaterThan(0);
    expect(index.every(({ protocol }) => protocol === 'imap')).toBe(true);
    expect(readdirSync(some).sort()).toEqual([...index.map(({ file }) => file), 'index.json'].sort());
    for (const { file } of index) expect(readFileSync(join(some, file)).equals(readFileSync(join(all, file)))).toBe(true);
  });

  it('writes none where nothing matches, and takes no file’s place', () => {
    const none = join(folder, 'none');
    mailscope(['extract', LECTURE, '-d', none]);
    const before = readFileSync(join(none, 'mail-0001.eml'));
    expect(mailscope(['extract', LECTURE, '-d', none, '-Y', 'pop', '--force']).status).toBe(0);
    expect(readFileSync(join(none, 'mail-0001.eml')).equals(before)).toBe(true);
    expect(readdirSync(none).sort()).toEqual(['index.json', 'mail-0001.eml']);
  });
});

describe('a filter that matches nothing', () => {
  it('is no mistake', () => {
    expect(mailscope([LECTURE, '-Y', 'imap'])).toEqual({ status: 0, stdout: '', stderr: 'mailscope: Nothing in one session matches the filter.\n' });
    expect(mailscope([LECTURE, '-Y', 'imap', '-q', '--lang', 'de'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(mailscope([LECTURE, '-Y', 'imap', '--lang', 'de']).stderr).toBe('mailscope: In der Sitzung passt nichts zum Filter.\n');
  });
});

describe('a wrong filter', () => {
  it('is refused before anything is read, with a mark below the place', () => {
    expect(mailscope(['nowhere.pcap', '-Y', 'smtp.eom and smtp.response.cod == 250'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'mailscope: -Y: There is no field "smtp.response.cod"; similar names are smtp.response.code and smtp.response.\n' +
        '    smtp.eom and smtp.response.cod == 250\n' +
        '                 ^^^^^^^^^^^^^^^^^\n',
    });
    expect(mailscope([LECTURE, '-Y', 'smtp.response.code == "abc"', '--lang', 'de'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'mailscope: -Y: „abc“ ist kein Wert von smtp.response.code; gebraucht wird eine ganze Zahl.\n' +
        '    smtp.response.code == "abc"\n' +
        '                          ^^^^^\n',
    });
  });

  it('is refused by extract, too', () => {
    expect(mailscope(['extract', LECTURE, '-d', join(folder, 'wrong'), '-Y', 'smtp ==']).status).toBe(2);
    expect(readdirSync(folder)).not.toContain('wrong');
  });

  it('has its mark in place behind wide signs, line ends and what a terminal must not see', () => {
    for (const before of ['"日本語"', '"\u001b[31m"', '"a\nb"']) {
      const { stderr, status } = mailscope([LECTURE, '-Y', `smtp contains ${before} or foo`]);
      expect(status).toBe(2);
      const [, shown = '', mark = ''] = stderr.split('\n');
      expect(stderr).not.toContain('\u001b');
      expect(mark.trim()).toBe('^^^');
      expect(mark.length - 3).toBe([...shown].reduce((width, sign) => width + (sign > '\u3000' ? 2 : 1), 0) - 3);
    }
  });

  it('shows of a long one what stands around the place', () => {
    const { stderr } = mailscope([LECTURE, '-Y', `${'smtp.eom or '.repeat(100)}foo${' or smtp.eom'.repeat(100)}`]);
    const [, shown = '', mark = ''] = stderr.split('\n');
    expect(shown.length).toBeLessThan(100);
    expect(shown.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('foo');
  });

  it.each(['', ' '])('is an empty one (%j)', (expression) => {
    expect(mailscope([LECTURE, '-Y', expression])).toMatchObject({ status: 2, stderr: 'mailscope: -Y: The filter is empty.\n' });
  });
});
