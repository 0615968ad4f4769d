/** What a spreadsheet may get: nothing that it takes for a formula; and another program reads back the same fields. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.js';
import { openInputs } from '../../src/cli/inputs.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import { cryptography } from '../../src/platform/cryptography.js';
import { decodeDns } from '../../src/platform/dns-decoder.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import { createCsvReport } from '../../src/report/csv/report.js';
import { csvRow, csvText } from '../../src/report/csv/table.js';
import { languages } from '../../src/text/index.js';
import { BROKEN, keyLogsOf, OWN, SHARED } from '../captures.js';
import { viewsOf } from './views.js';

const COLUMNS = { a: ([a]: readonly string[]) => a, b: ([, b]: readonly string[]) => b };

describe('a field', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 40', "'+49 40"],
    ['-ERR no', "'-ERR no"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', " '=1"],
    ['\r=1', "\n'=1"],
    [' =1', " '=1"],
    ['＝1', "'＝1"],
    ['－1', "'－1"],
    ['＋1', "'＋1"],
    ['＠1', "'＠1"],
    ['x;=1;', "x;'=1;"],
    ['x; @y', "x; '@y"],
    ['one\n=two', "one\n'=two"],
    ['a=b, c@d, e-f', 'a=b, c@d, e-f'],
  ])('%j', (text, safe) => {
    const [read] = readBack(csvRow(COLUMNS, ['x', text]));
    expect(read![1]).toBe(safe);
  });

  it('shows controls and what turns the reading direction', () => {
    expect(csvText('a\x00b\x1b[31mc\u202ed')).toBe('a␀b␛[31mc<U+202E>d');
  });

  it('leaves numbers numbers', () => {
    expect(csvRow({ n: (n: number) => n }, -1.5)).toBe('-1.5\r\n');
  });
});

/** Python's reader, which has no part in ours. */
function readAllBack(csvs: readonly string[]): readonly (readonly (readonly string[])[])[] {
  const program =
    'import csv,json,sys,io;csv.field_size_limit(1<<30);print(json.dumps([list(csv.reader(io.StringIO(text,newline=""))) for text in json.load(sys.stdin)]))';
  const { stdout, status, stderr } = spawnSync('python3', ['-c', program], { input: JSON.stringify(csvs), maxBuffer: 1 << 30, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as string[][][];
}

function readBack(csv: string): readonly (readonly string[])[] {
  return readAllBack([csv])[0]!;
}

async function entriesOf(file: string): Promise<string> {
  const pieces: string[] = [];
  const { readers, keys, close } = await openInputs([file], false, keyLogsOf(file));
  const tls = { ...tlsTools, opening: { keys, cryptography } };
  await analyze(readers, createCsvReport((text) => pieces.push(String(text)), { language: languages.en, redact: false }), { decoder: mailDecoder, tls, dns: decodeDns });
  close();
  return pieces.join('');
}

/** What the library does to a text that begins like a formula. */
function shown(text: string): string {
  return csvText(text).replace(/^(?=[=+\-@＝＋－＠])/, "'");
}

const FORMULA = /(?:^ *|[;\n] *)[=+\-@＝＋－＠]/;

it('every capture gives the entries of its document, and no formulas', async () => {
  const files = [...OWN, ...BROKEN, ...SHARED];
  const tables = readAllBack(await Promise.all(files.map(entriesOf)));
  for (const [at, file] of files.entries()) {
    const [heading, ...rows] = tables[at]!;
    const column = (row: readonly string[], name: string): string => row[heading!.indexOf(name)]!;
    for (const row of rows) {
      expect(row, file).toHaveLength(heading!.length);
      for (const name of heading!) if (name !== 'latency') expect(column(row, name), file).not.toMatch(FORMULA);
    }
    const { document } = await viewsOf(file);
    for (const { id, timeline } of document.sessions) {
      const mine = rows.filter((row) => column(row, 'session') === String(id));
      expect(mine.map((row) => column(row, 'id'))).toEqual(timeline.map((entry) => String(entry.id)));
      for (const [position, { bytes, note, kind, latency = '', text, lines = text === undefined ? [] : [text] }] of timeline.entries()) {
        const told = ['bytes', 'kind', 'latency', 'note.text', 'text'].map((name) => column(mine[position]!, name));
        expect(told, `${file}, entry ${position + 1}`).toEqual([String(bytes), kind, String(latency), shown(note.text), shown(lines.join('\n'))]);
      }
    }
  }
}, 180_000);
