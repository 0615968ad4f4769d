/** `mailscope read`: captures in, one view of them out. */
import { BodySpool } from '../platform/body-spool.js';
import { DiskSpool } from '../platform/disk-spool.js';
import { isAtLeast } from '../findings/severity.js';
import { createCsvReport } from '../report/csv/report.js';
import { createJsonReport } from '../report/json/document.js';
import { createNdjsonReport } from '../report/ndjson.js';
import { createJunitReport } from '../report/findings/junit.js';
import { createSarifReport } from '../report/findings/sarif.js';
import type { Report } from '../report/report.js';
import { createTranscript } from '../report/text/transcript.js';
import { createWaitingTranscript } from '../report/text/waiting-transcript.js';
import type { Zone } from '../report/text/session-head.js';
import { analyzeFiles, type AnalysisRequest, type View } from './analysis.js';
import { comesThroughPipe } from './inputs.js';
import { openOutput, type Output } from './output.js';
import { version } from './version.js';

export const READ_FORMATS = ['text', 'json', 'ndjson', 'csv'] as const;

/** Formats of other programs for findings alone. */
export const FINDING_FORMATS = ['sarif', 'junit'] as const;

export interface ReadRequest extends AnalysisRequest {
  readonly format: (typeof READ_FORMATS)[number];
  /** Instead of a view of everything. */
  readonly findingFormat: (typeof FINDING_FORMATS)[number] | undefined;
  readonly output: string | undefined;
  readonly redact: boolean;
  readonly hashes: boolean;
  /** Show the bodies of mails in the transcript. */
  readonly bodies: boolean;
  readonly zone: Zone;
  readonly coloured: boolean;
  readonly width: number;
}

/** Milliseconds without a packet after which a transcript is told line by line. */
const PATIENCE = 1000;
/** Packets that were captured so many milliseconds ago belong to a capture that is running, which is told line by line, too. */
const RECENT = 5000;

/** Exit status as CONTRACT says. */
export async function read(request: ReadRequest): Promise<number> {
  return analyzeFiles(request, request.format === 'json' || request.hashes, () => openView(request), request.format !== 'ndjson');
}

function openView(request: ReadRequest): View {
  const output = openOutput(request.output, request.files);
  const spool = new DiskSpool();
  const bodies = request.bodies && request.format === 'text' ? new BodySpool() : undefined;
  const clear = (): void => {
    spool.close();
    bodies?.close();
  };
  process.once('exit', clear);
  const view = { keeper: bodies, flush: () => output.flush(), close: () => output.close(), clear };
  if (request.format !== 'text' || request.findingFormat !== undefined || !comesThroughPipe(request.files)) {
    return { ...view, report: createReport(request, output, spool, bodies) };
  }
  const { report, hurry } = createWaitingTranscript((text) => output.write(text), { ...request, spool, bodies });
  return { ...view, report, waiting: ({ silence, age }) => (silence >= PATIENCE || Math.abs(age) < RECENT) && hurry() };
}

function createReport(request: ReadRequest, output: Output, spool: DiskSpool, bodies: BodySpool | undefined): Report {
  const write = (text: string | Buffer): void => output.write(text);
  const { findings, findingFormat } = request;
  const display = { ...request, version, rules: findings.rules };
  if (findingFormat === 'sarif') return createSarifReport(write, display);
  if (findingFormat === 'junit') return createJunitReport(write, { ...display, fails: (severity) => isAtLeast(severity, findings.failOn ?? 'warning') });
  switch (request.format) {
    case 'json':
      return createJsonReport(write, version, request);
    case 'ndjson':
      return createNdjsonReport(write, request);
    case 'csv':
      return createCsvReport(write, request);
    case 'text':
      return createTranscript(write, { ...request, spool, bodies });
  }
}
