/** The transcript of what is going on: the same rows as the other one, as soon as they are decided. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.js';
import { openInputs } from '../../src/cli/inputs.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import { DiskSpool } from '../../src/platform/disk-spool.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import type { Report, Write } from '../../src/report/report.js';
import { widthOf } from '../../src/report/text/columns.js';
import { createRunningTranscript } from '../../src/report/text/running-transcript.js';
import { createWaitingTranscript } from '../../src/report/text/waiting-transcript.js';
import { createTranscript } from '../../src/report/text/transcript.js';
import { languages } from '../../src/text/index.js';

const PAGE = { language: languages.en, redact: false, width: 120, coloured: false, zone: 'utc' } as const;

async function told(create: (write: Write) => Report, ...files: readonly string[]): Promise<string> {
  const pieces: string[] = [];
  const { readers } = await openInputs(files.map((file) => `captures/${file}`), false);
  await analyze(readers, create((text) => pieces.push(String(text))), { decoder: mailDecoder, tls: tlsTools });
  return pieces.join('');
}

/** Rows of entries and what belongs to them, without heads, brackets and findings. */
const rowsOf = (text: string): readonly string[] => text.split('\n').filter((row) => /^(?: {3}\d| {2}\d{2}|\s{19}\s*[^\s─])/.test(row) && !/^\s{19}(?:info|notice|warning|critical|\s{10})/.test(row));

const running = (...files: readonly string[]): Promise<string> => told((write) => createRunningTranscript(write, PAGE), ...files);
const whole = (...files: readonly string[]): Promise<string> => told((write) => createTranscript(write, { ...PAGE, spool: new DiskSpool() }), ...files);

describe('the running transcript', () => {
  it('tells the same of one session, its figures last', async () => {
    const text = await running('lecture-smtp.pcap');
    const rows = text.trimEnd().split('\n');
    expect(rows[0]).toMatch(/^Session 1 · SMTP · /);
    expect(rows.at(-1)).toContain('packets');
    expect(rowsOf(text)).toEqual(rowsOf(await whole('lecture-smtp.pcap')));
  });

  it('names a session again when another one has spoken', async () => {
    const text = await running('smtp-verp.pcap');
    const titles = text.split('\n').filter((row) => /^Session \d/.test(row));
    expect(new Set(titles).size).toBeLessThan(titles.length);
    for (const [at, title] of titles.entries()) expect(title).not.toBe(titles[at + 1]);
    expect([...rowsOf(text)].sort()).toEqual([...rowsOf(await whole('smtp-verp.pcap'))].sort());
  });

  it('puts a finding behind its line', async () => {
    const text = await running('lecture-pop3.pcap');
    expect(text.indexOf('[auth.cleartext')).toBeGreaterThan(text.indexOf('PASS'));
    expect(text.indexOf('[auth.cleartext')).toBeLessThan(text.indexOf('STAT'));
  });

  it('masks what it is told to mask', async () => {
    const masked = await told((write) => createRunningTranscript(write, { ...PAGE, redact: true }), 'lecture-pop3.pcap');
    expect(masked).toContain('PASS ***');
    expect(masked).not.toContain('geheim');
  });
});

describe('a page of any width', () => {
  it.each([
    ['a header, with what its fields mean below them', 'lecture-smtp.pcap', 80],
    ['lines below each other', 'campus-detour.pcap', 103],
    ['lines beside each other', 'campus-detour.pcap', 104],
    ['a wide page', 'campus-detour.pcap', 160],
  ])('holds %s', async (_, file, width) => {
    const text = await told((write) => createTranscript(write, { ...PAGE, width, spool: new DiskSpool() }), file);
    expect(text.split('\n').filter((row) => widthOf(row) > width)).toEqual([]);
  });
});

describe('a transcript that somebody waits for', () => {
  /** Hurries after so many entries. */
  async function hurried(file: string, after: number): Promise<string> {
    const create = (write: Write): Report => {
      const { report, hurry } = createWaitingTranscript(write, { ...PAGE, spool: new DiskSpool() });
      let entries = 0;
      return {
        ...report,
        entry(session, entry) {
          report.entry(session, entry);
          if (++entries === after) hurry();
        },
      };
    };
    return told(create, file);
  }

  it.each(['lecture-smtp.pcap', 'smtp-verp.pcap', 'lecture-pop3.pcap'])('tells every line of %s once, whenever the waiting begins', async (file) => {
    const rows = [...rowsOf(await whole(file))].sort();
    for (const after of [1, 2, 3, 5, 8, 13]) expect([...rowsOf(await hurried(file, after))].sort()).toEqual(rows);
  });

  it('that nobody has to wait for is that of a file', async () => {
    expect(await hurried('smtp-verp.pcap', Infinity)).toBe(await whole('smtp-verp.pcap'));
  });

  it('tells the rest as the running one does', async () => {
    expect(await hurried('lecture-smtp.pcap', 1)).toBe(await running('lecture-smtp.pcap'));
  });
});
