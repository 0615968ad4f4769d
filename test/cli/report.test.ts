/** `mailscope report` as it is called: the formats by their endings, what is chosen and named, every status, what travels and what does not. */
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LECTURE, mailscope, run, scratch, type Run } from './program.js';

const JOURNEY = 'captures/lecture-journey.pcap';
const THREE = [LECTURE, 'captures/lecture-pop3.pcap', 'captures/lecture-imap.pcap'];
const ENDINGS = ['html', 'md', 'json', 'csv'] as const;
const PARTS = ['-sessions', '-entries', '-mails'];

const folder = scratch();
let count = 0;

interface Made extends Run {
  /** What was written, all files of it. */
  readonly text: string;
  readonly file: string;
}

function report(ending: string, ...args: readonly string[]): Made {
  const file = join(folder, `${++count}.${ending}`);
  const done = mailscope(['report', ...args, '-o', file]);
  const files = ending === 'csv' ? PARTS.map((part) => file.replace('.csv', `${part}.csv`)) : [file];
  return { ...done, file, text: files.map((name) => (existsSync(name) ? readFileSync(name, 'utf8') : '')).join('') };
}

function sessionsOf({ text }: Made): readonly number[] {
  return (JSON.parse(text) as { sessions: { id: number }[] }).sessions.map(({ id }) => id);
}

describe('the ending', () => {
  it.each(ENDINGS)('.%s chooses the format; nothing is printed', (ending) => {
    const { status, stdout, stderr, text } = report(ending, LECTURE);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    const beginnings = { html: '<!DOCTYPE html>', md: '# captures/lecture-smtp.pcap\n', json: '{"mailscope":', csv: 'id,protocol,service,client.address' };
    expect(text.startsWith(beginnings[ending]) || text.startsWith(`\ufeff${beginnings[ending]}`)).toBe(true);
    expect(text).toContain('mail.kolleg.example');
  });

  it('may be written in capitals', () => {
    expect(report('HTML', LECTURE).text).toContain('<!DOCTYPE html>');
  });

  it.each(['txt', 'pdf', 'htm'])('.%s is none that is known', (ending) => {
    const { status, stdout, stderr, file } = report(ending, LECTURE);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    for (const known of ENDINGS) expect(stderr).toContain(`.${known}`);
    expect(existsSync(file)).toBe(false);
  });

  it('cannot be left out, nor can -o', () => {
    expect(mailscope(['report', LECTURE, '-o', join(folder, 'bare')]).status).toBe(2);
    const { status, stderr } = mailscope(['report', LECTURE]);
    expect(status).toBe(2);
    expect(stderr).toContain('-o');
  });

  it.each(ENDINGS)('the same bytes twice: .%s', (ending) => {
    const file = join(folder, `again.${ending}`);
    const files = ending === 'csv' ? PARTS.map((part) => join(folder, `again${part}.csv`)) : [file];
    const [once, twice] = [1, 2].map(() => {
      expect(mailscope(['report', ...THREE, '-o', file]).status).toBe(0);
      return files.map((name) => readFileSync(name, 'utf8'));
    });
    expect(twice).toEqual(once);
  });
});

describe('--session', () => {
  it.each([
    [['2'], [2]],
    [['1,3'], [1, 3]],
    [['2-3'], [2, 3]],
    [['3', '1'], [1, 3]],
  ])('%j', (wanted, ids) => {
    const made = report('json', ...THREE, ...wanted.flatMap((value) => ['--session', value]));
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(sessionsOf(made)).toEqual(ids);
  });

  it('names the ones that do not exist, and goes on', () => {
    const made = report('json', ...THREE, '--session', '2,9');
    expect(made.status).toBe(0);
    expect(made.stderr).toMatch(/^mailscope: [^\n]*9[^\n]*\n$/);
    expect(sessionsOf(made)).toEqual([2]);
  });

  it.each(['0', 'x', '3-1', '1-', '1-999999999'])('is refused as %s', (value) => {
    const { status, stderr, file } = report('json', LECTURE, '--session', value);
    expect(status).toBe(2);
    expect(stderr).toContain(value);
    expect(existsSync(file)).toBe(false);
  });
});

describe('a report names', () => {
  it.each(['html', 'md', 'json'] as const)('its inputs, version, command line and time zone (.%s)', (ending) => {
    const { text } = report(ending, ...THREE, '--title', 'Praktikum & Labor', '--author', 'Anna Beispiel');
    for (const file of THREE) expect(text).toContain(createHash('sha256').update(readFileSync(file)).digest('hex'));
    expect(text).toMatch(ending === 'html' ? /Praktikum &amp; Labor/ : ending === 'md' ? /# Praktikum &amp; Labor/ : /"Praktikum & Labor"/);
    expect(text).toContain('Anna Beispiel');
    expect(text).toContain('0.1.0');
    expect(text).toContain(`mailscope report ${THREE.join(' ')} --title`);
    expect(text).toContain('UTC');
  });

  it('the local clock where it is asked to', () => {
    const file = join(folder, 'berlin.md');
    expect(mailscope(['report', LECTURE, '-o', file, '--tz', 'local'], { env: { TZ: 'Europe/Berlin' } }).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('Europe/Berlin');
    expect(readFileSync(file, 'utf8')).toContain('2026-11-21 15:13:22.322165');
  });
});

describe('-Y', () => {
  it.each(ENDINGS)('keeps what matches, and counts what is kept (.%s)', (ending) => {
    const { status, text } = report(ending, ...THREE, '-Y', 'pop');
    expect(status).toBe(0);
    expect(text).toContain('Vortrag');
    expect(text).not.toContain('MAIL FROM');
    expect(text).not.toContain('SELECT INBOX');
  });

  it('that nothing matches gives an empty report', () => {
    const made = report('html', LECTURE, '-Y', 'imap');
    expect(made).toMatchObject({ status: 0, stderr: 'mailscope: Nothing in one session matches the filter.\n' });
    expect(made.text).toContain('the command line chooses none');
  });
});

describe('what is hidden', () => {
  const passwords = /geheim|Z2VoZWlt/;

  it.each(ENDINGS)('are passwords (.%s)', (ending) => {
    expect(report(ending, LECTURE).text).not.toMatch(passwords);
    expect(report(ending, LECTURE, '--show-secrets').text).toMatch(passwords);
  });

  it.each(ENDINGS)('are names and addresses with --anonymise (.%s)', (ending) => {
    const { status, text } = report(ending, JOURNEY, ...THREE, 'captures/tls-client-certificate.pcap', '--anonymise');
    expect(status).toBe(0);
    // 192.0.2 and 198.51.100 are what takes their place, too.
    expect(text).not.toMatch(/\banna\b|\bbob\b|wiki@|kolleg\.example|example\.com|someone@|2001:db8:6:/i);
    expect(text).toMatch(/user1@host\d+\.example/);
  });

  it('cannot be promised for bodies', () => {
    expect(report('html', LECTURE, '--anonymise', '--bodies').status).toBe(2);
  });
});

describe('damage', () => {
  it.each(ENDINGS)('gives what stands before it, a warning, and status 1 (.%s)', (ending) => {
    const { status, stdout, stderr, text } = report(ending, 'captures/broken/packet-cut.pcap');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^mailscope: captures\/broken\/packet-cut\.pcap, at octet 1,641[^\n]*\n$/);
    expect(text).toContain('MAIL FROM:');
  });

  it('of one of several files leaves the others', () => {
    const made = report('json', LECTURE, 'captures/broken/text.pcap');
    expect(made.status).toBe(1);
    expect(sessionsOf(made)).toEqual([1]);
  });

  it.each(ENDINGS)('that leaves no capture leaves the older report, too (.%s)', (ending) => {
    const files = ending === 'csv' ? PARTS.map((part) => `kept${part}.csv`) : [`kept.${ending}`];
    for (const name of files) writeFileSync(join(folder, name), 'kept');
    expect(mailscope(['report', 'captures/broken/text.pcap', '-o', join(folder, `kept.${ending}`)]).status).toBe(2);
    for (const name of files) expect(readFileSync(join(folder, name), 'utf8')).toBe('kept');
  });

  it('an input is never written over', () => {
    const file = join(folder, 'input.json');
    copyFileSync(LECTURE, file);
    expect(mailscope(['report', file, '-o', `${folder}/./input.json`]).status).toBe(2);
    expect(readFileSync(file).equals(readFileSync(LECTURE))).toBe(true);
    const part = join(folder, 'input-entries.csv');
    copyFileSync(LECTURE, part);
    expect(mailscope(['report', part, '-o', join(folder, 'input.csv')]).status).toBe(2);
    expect(readFileSync(part).equals(readFileSync(LECTURE))).toBe(true);
  });
});

describe('German', () => {
  it('Markdown speaks it throughout', () => {
    const { text } = report('md', ...THREE, '--lang', 'de');
    for (const words of ['## Mitschnitte', '## Befunde', '### Sitzung 3 · SMTP', '| Nr. | Zeit |', 'Der Client stellt sich als pc.kolleg.example vor', 'Note over c,s: Verbindungsaufbau', '3.657 Oktette', '5,6 ms']) expect(text).toContain(words);
    expect(text).not.toMatch(/\bThe (?:client|server) (?:opens|accepts|ends)|## Findings|### Session/);
  });

  it('CSV keeps its columns, whatever the language', () => {
    const [english, german] = ['en', 'de'].map((code) => report('csv', LECTURE, '--lang', code).text.split('\r\n')[0]);
    expect(german).toBe(english);
  });
});

it('Python counts in the JSON what the CSV lists', () => {
  const csv = join(folder, 'table.csv');
  expect(mailscope(['report', ...THREE, '-o', csv]).status).toBe(0);
  const json = report('json', ...THREE).file;
  const program = `import csv,json,sys
document=json.load(open(sys.argv[1],encoding="utf-8"))
rows=lambda part:list(csv.DictReader(open(sys.argv[2]+part+".csv",encoding="utf-8-sig",newline="")))
statistics=document["statistics"]
assert len(rows("-sessions"))==len(document["sessions"])==statistics["sessions"]
assert len(rows("-entries"))==sum(len(s["timeline"]) for s in document["sessions"])==statistics["entries"]
assert len(rows("-mails"))==len(document["messages"])==statistics["messages"]
assert sum(s["bytes"]["client"] for s in document["sessions"])==statistics["bytes"]["client"]
print("agreed")`;
  expect(run('python3', ['-c', program, json, csv.replace('.csv', '')])).toEqual({ status: 0, stdout: 'agreed\n', stderr: '' });
});

it('leaves no other file behind', () => {
  expect(readdirSync(folder).filter((name) => !/\.(?:html|HTML|md|json|csv)$/.test(name))).toEqual([]);
});
