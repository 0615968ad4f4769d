/** What each option does to the output, and that the same input and options give the same bytes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LECTURE, PROGRAM, has, mailscope, run, scratch } from './program.js';

const FORMATS = ['text', 'json', 'ndjson'] as const;
const MANY = ['captures/lecture-smtp.pcap', 'captures/lecture-pop3.pcap', 'captures/smtp-loss.pcap'];
const SGR = /\x1b\[[0-9;]*m/g;
const folder = scratch();
const transcript = mailscope([LECTURE]).stdout;

describe('inputs', () => {
  it('takes -r FILE wherever it takes FILE', () => {
    for (const args of [['-r', LECTURE], ['read', '-r', LECTURE], ['read', '--format', 'text', '-r', LECTURE]]) {
      expect(mailscope(args)).toEqual({ status: 0, stdout: transcript, stderr: '' });
    }
  });

  it('reads standard input', () => {
    const input = readFileSync(LECTURE);
    for (const args of [['-'], ['read', '-'], ['-r', '-'], ['read', '--format', 'text', '-']]) {
      expect(mailscope(args, { input })).toEqual({ status: 0, stdout: transcript, stderr: '' });
    }
  });

  it('reads a file whose name begins with a dash', () => {
    const program = join(process.cwd(), PROGRAM);
    writeFileSync(join(folder, '-x.pcap'), readFileSync(LECTURE));
    const command = `cd "$1" && "$0" ${program} -- -x.pcap`;
    expect(run('bash', ['-c', command, process.execPath, folder])).toEqual({ status: 0, stdout: transcript, stderr: '' });
  });

  it('looks through gzip', () => {
    const file = join(folder, 'lecture.pcap.gz');
    writeFileSync(file, gzipSync(readFileSync(LECTURE)));
    expect(mailscope([file])).toEqual({ status: 0, stdout: transcript, stderr: '' });
    expect(mailscope(['-'], { input: readFileSync(file) }).stdout).toBe(transcript);
  });

  it('looks through zstd', ({ skip }) => {
    skip(!has('zstd'), 'zstd is not installed');
    const file = join(folder, 'lecture.pcap.zst');
    run('zstd', ['-q', '-f', LECTURE, '-o', file]);
    expect(mailscope([file])).toEqual({ status: 0, stdout: transcript, stderr: '' });
  });

  it('merges several captures by time', () => {
    const [even, odd] = dealt(readFileSync(LECTURE)).map((capture, at) => {
      const file = join(folder, `part-${at}.pcap`);
      writeFileSync(file, capture);
      return file;
    });
    expect(mailscope([even!, odd!])).toEqual({ status: 0, stdout: transcript, stderr: '' });
    expect(mailscope([odd!, '-r', even!]).stdout).toBe(transcript);
  });

  it('keeps the captures of several files apart', () => {
    const document = JSON.parse(mailscope(['read', ...MANY, '--format', 'json']).stdout) as { captures: { file: string }[] };
    expect(document.captures.map(({ file }) => file)).toEqual(MANY);
  });
});

/** The packets of a little-endian pcap dealt to two captures in turn. */
function dealt(pcap: Buffer): readonly [Buffer, Buffer] {
  const parts: [Buffer[], Buffer[]] = [[pcap.subarray(0, 24)], [pcap.subarray(0, 24)]];
  for (let at = 24, frame = 0; at < pcap.length; frame++) {
    const end = at + 16 + pcap.readUInt32LE(at + 8);
    parts[(frame % 2) as 0 | 1].push(pcap.subarray(at, end));
    at = end;
  }
  return [Buffer.concat(parts[0]), Buffer.concat(parts[1])];
}

describe('outputs', () => {
  it.each(FORMATS)('gives the same bytes run after run (%s)', (format) => {
    const args = ['read', ...MANY, '--format', format];
    expect(mailscope(args)).toEqual(mailscope(args));
  });

  it.each(FORMATS)('writes to a file what it would print (%s)', (format) => {
    const file = join(folder, `out.${format}`);
    const written = mailscope(['read', LECTURE, '--format', format, '-o', file]);
    expect(written).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe(mailscope(['read', LECTURE, '--format', format]).stdout);
  });

  it('writes one JSON document, or one object a line', () => {
    expect(JSON.parse(mailscope(['read', LECTURE, '--format', 'json']).stdout)).toHaveProperty('schema', 1);
    const lines = mailscope(['read', LECTURE, '--format', 'ndjson']).stdout.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { type: string }).type)).toContain('entry');
  });

  it('hashes mails in json, and in ndjson where it is asked to', () => {
    const has256 = (...args: string[]): boolean => mailscope(['read', LECTURE, ...args]).stdout.includes('"md5"');
    expect([has256('--format', 'json'), has256('--format', 'ndjson'), has256('--format', 'ndjson', '--hashes')]).toEqual([true, false, true]);
  });

  it('shows the local clock where it is asked to', () => {
    const { stdout } = mailscope([LECTURE, '--tz', 'local'], { env: { TZ: 'Asia/Kolkata' } });
    expect(stdout).toContain('+05:30');
    expect(transcript).toContain(' UTC');
  });
});

describe('language', () => {
  const german = mailscope([LECTURE, '--lang', 'de']).stdout;

  it('is that of the option', () => {
    expect(german).toContain('Der Client ');
    expect(transcript).toContain('The client ');
  });

  it('is that of the environment otherwise', () => {
    expect(mailscope([LECTURE], { env: { LANG: 'de_AT.UTF-8' } }).stdout).toBe(german);
    expect(mailscope([LECTURE], { env: { LANG: 'en_GB.UTF-8', LC_ALL: 'de_DE.UTF-8' } }).stdout).toBe(german);
    expect(mailscope([LECTURE], { env: { LANG: 'de_DE.UTF-8', LC_ALL: 'C' } }).stdout).toBe(transcript);
    expect(mailscope([LECTURE, '--lang', 'en'], { env: { LANG: 'de_DE.UTF-8' } }).stdout).toBe(transcript);
  });

  it('is that of complaints, too', () => {
    expect(mailscope(['nowhere.pcap', '--lang', 'de']).stderr).toMatch(/^mailscope: nowhere\.pcap: .*Datei/);
  });
});

describe('colour', () => {
  it('is there when asked for, and changes nothing else', () => {
    const coloured = mailscope([LECTURE, '--color', 'always']).stdout;
    expect(coloured).toMatch(SGR);
    expect(coloured.replace(SGR, '')).toBe(transcript);
    expect(mailscope([LECTURE, '--color', 'never']).stdout).toBe(transcript);
    expect(mailscope([LECTURE, '--color', 'auto']).stdout).toBe(transcript);
  });

  it('is there on a terminal that does not refuse it', ({ skip }) => {
    skip(!has('script'), 'script, which makes a terminal, is not installed');
    const onTerminal = (env: Readonly<Record<string, string>>, ...args: string[]): boolean => {
      const command = [process.execPath, PROGRAM, 'read', LECTURE, ...args].join(' ');
      const { stdout } = run('script', ['-qec', command, '/dev/null'], { input: Buffer.alloc(0), env: { TERM: 'xterm', ...env } });
      expect(stdout).toContain('mail.kolleg.example');
      return stdout.includes('\x1b[');
    };
    expect(onTerminal({})).toBe(true);
    expect(onTerminal({ NO_COLOR: '1' })).toBe(false);
    expect(onTerminal({ TERM: 'dumb' })).toBe(false);
    expect(onTerminal({}, '--color', 'never')).toBe(false);
    expect(onTerminal({ NO_COLOR: '1' }, '--color', 'always')).toBe(true);
  });
});

describe('what it says of itself', () => {
  it('its version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(mailscope(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('its help, in both languages', () => {
    const english = mailscope(['--help']);
    const german = mailscope(['--help', '--lang', 'de']);
    expect([english.status, german.status]).toEqual([0, 0]);
    expect(english.stdout).toContain('Usage: mailscope');
    expect(german.stdout).toContain('Aufruf: mailscope');
    for (const option of ['--format', '--lang', '--redact', '--color', '-o', '-q', '-r']) {
      expect(english.stdout).toContain(option);
      expect(german.stdout).toContain(option);
    }
  });

  it('its schema', () => {
    const { status, stdout } = mailscope(['schema']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('definitions.DocumentJson');
  });

  it('what `npm start` shows', () => {
    expect(run(process.execPath, ['bin/start.js'])).toEqual({ status: 0, stdout: transcript, stderr: '' });
    const other = 'captures/lecture-pop3.pcap';
    expect(run(process.execPath, ['bin/start.js', other])).toEqual(mailscope([other]));
  });
});
