/**
 * Golden outputs: the transcript in both languages and the JSON document of every recorded capture, with its keys where
 * they lie beside it, as they lie in test/golden. `UPDATE_GOLDEN=1 npm test` writes them anew; read the difference before it is committed.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.js';
import { openInputs } from '../../src/cli/inputs.js';
import { cryptography } from '../../src/platform/cryptography.js';
import { DiskSpool } from '../../src/platform/disk-spool.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import { decodeDns } from '../../src/platform/dns-decoder.js';
import { hashFactory } from '../../src/platform/hash.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import { createJsonReport } from '../../src/report/json/document.js';
import type { Report, Write } from '../../src/report/report.js';
import { createTranscript } from '../../src/report/text/transcript.js';
import { languages, type Language } from '../../src/text/index.js';
import { keyLogsOf, OWN } from '../captures.js';

const GOLDEN = 'test/golden';
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';
/** Stands where the program's version does: a new version changes no golden output. */
const VERSION = '0';
const WIDTH = 120;

const VIEWS: Readonly<Record<string, (write: Write) => Report>> = {
  'en.txt': (write) => createTranscript(write, transcriptIn(languages.en)),
  'de.txt': (write) => createTranscript(write, transcriptIn(languages.de)),
  json: (write) => createJsonReport(write, VERSION, { language: languages.en, redact: false }),
};

function transcriptIn(language: Language) {
  return { language, redact: false, width: WIDTH, coloured: false, zone: 'utc', spool: new DiskSpool() } as const;
}

async function viewOf(file: string, create: (write: Write) => Report): Promise<string> {
  const pieces: string[] = [];
  const { readers, keys, close } = await openInputs([file], true, keyLogsOf(file));
  const tls = { ...tlsTools, opening: { keys, cryptography } };
  await analyze(readers, create((text) => pieces.push(String(text))), { decoder: mailDecoder, tls, hash: hashFactory, dns: decodeDns });
  close();
  return pieces.join('');
}

function goldenOf(file: string, ending: string): string {
  return `${basename(file)}.${ending}`;
}

const wanted = OWN.flatMap((file) => Object.keys(VIEWS).map((ending) => goldenOf(file, ending)));

if (UPDATE) {
  mkdirSync(GOLDEN, { recursive: true });
  for (const name of readdirSync(GOLDEN)) if (!wanted.includes(name)) rmSync(`${GOLDEN}/${name}`);
}

describe.each(OWN)('%s', (file) => {
  it.each(Object.entries(VIEWS))('%s', async (ending, create) => {
    const golden = `${GOLDEN}/${goldenOf(file, ending)}`;
    const view = await viewOf(file, create);
    if (UPDATE) writeFileSync(golden, view);
    expect(existsSync(golden), `${golden} is missing: UPDATE_GOLDEN=1 npm test`).toBe(true);
    expect(view).toBe(readFileSync(golden, 'utf8'));
  });
});

it('no golden output is left over', () => {
  const there = existsSync(GOLDEN) ? readdirSync(GOLDEN) : [];
  expect(there.filter((name) => !wanted.includes(name))).toEqual([]);
});
