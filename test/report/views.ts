/** One pass over captures, told to several views at once, as the command line would tell each alone. */
import { analyze, type AnalysisListener } from '../../src/analyze.js';
import { openInputs } from '../../src/cli/inputs.js';
import type { CaptureError } from '../../src/capture/capture-error.js';
import type { Note } from '../../src/model/note.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import { cryptography } from '../../src/platform/cryptography.js';
import { decodeDns } from '../../src/platform/dns-decoder.js';
import { hashFactory } from '../../src/platform/hash.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import { createJsonReport, type DocumentJson } from '../../src/report/json/document.js';
import type { NdjsonLineJson } from '../../src/report/json/output.js';
import { createNdjsonReport } from '../../src/report/ndjson.js';
import { languages } from '../../src/text/index.js';
import { keyLogsOf } from '../captures.js';

export interface Views {
  readonly document: DocumentJson;
  readonly lines: readonly NdjsonLineJson[];
  /** The annotation of every entry. */
  readonly notes: readonly Note[];
  /** Inputs that were not recognised. */
  readonly failures: readonly CaptureError[];
}

export async function viewsOf(...files: readonly string[]): Promise<Views> {
  const document: string[] = [];
  const pieces: string[] = [];
  const notes: Note[] = [];
  const options = { language: languages.en, redact: false };
  const views = [createJsonReport((text) => document.push(String(text)), '0', options), createNdjsonReport((text) => pieces.push(String(text)), options)];
  const { readers, failures, keys, close } = await openInputs(files, true, files.flatMap(keyLogsOf));
  const tls = { ...tlsTools, opening: { keys, cryptography } };
  await analyze(readers, telling(views, notes), { decoder: mailDecoder, tls, hash: hashFactory, dns: decodeDns });
  close();
  return {
    document: JSON.parse(document.join('')) as DocumentJson,
    lines: pieces.join('').trimEnd().split('\n').map((line) => JSON.parse(line) as NdjsonLineJson),
    notes,
    failures,
  };
}

function telling(views: readonly AnalysisListener[], notes: Note[]): AnalysisListener {
  return {
    begin: (session) => views.forEach((view) => view.begin(session)),
    entry(session, entry) {
      notes.push(entry.note);
      views.forEach((view) => view.entry(session, entry));
    },
    message: (session, message) => views.forEach((view) => view.message(session, message)),
    finding: (session, finding) => views.forEach((view) => view.finding(session, finding)),
    end: (session) => views.forEach((view) => view.end(session)),
    capture: (position, summary) => views.forEach((view) => view.capture(position, summary)),
    done: (totals) => views.forEach((view) => view.done(totals)),
  };
}
