/** `mailscope read`: captures in, one view of them out. */
import { analyze } from '../analyze.js';
import type { Severity } from '../model/finding.js';
import type { CaptureSummary } from '../model/packet.js';
import { BodySpool } from '../platform/body-spool.js';
import { DiskSpool } from '../platform/disk-spool.js';
import { hashFactory } from '../platform/hash.js';
import { mailDecoder } from '../platform/mail-decoder.js';
import { createJsonReport } from '../report/json/document.js';
import { createNdjsonReport } from '../report/ndjson.js';
import type { Report } from '../report/report.js';
import { createTranscript } from '../report/text/transcript.js';
import type { Zone } from '../report/text/session-head.js';
import { terminalText } from '../report/terminal-text.js';
import type { Language } from '../text/index.js';
import { statusAfter, type FindingOptions } from './finding-options.js';
import { openInputs } from './inputs.js';
import { OutputClosed, openOutput, type Output } from './output.js';
import { startProgress } from './progress.js';
import { saySummaries } from './remarks.js';
import { version } from './version.js';

export const READ_FORMATS = ['text', 'json', 'ndjson'] as const;

export interface ReadRequest {
  readonly files: readonly string[];
  readonly format: (typeof READ_FORMATS)[number];
  readonly output: string | undefined;
  readonly language: Language;
  readonly redact: boolean;
  readonly hashes: boolean;
  /** Show the bodies of mails in the transcript. */
  readonly bodies: boolean;
  readonly findings: FindingOptions;
  readonly quiet: boolean;
  readonly zone: Zone;
  readonly coloured: boolean;
  readonly width: number;
}

/** Exit status as CONTRACT says: 0 done, 1 damaged or partly failed, 2 nothing recognised. */
export async function read(request: ReadRequest): Promise<number> {
  const { files, language } = request;
  const complain = (line: string): void => void process.stderr.write(`mailscope: ${terminalText(line)}\n`);
  const hash = request.format === 'json' || request.hashes;
  const { readers, failures } = await openInputs(files, hash);
  for (const failure of failures) complain(language.diagnostics.errors[failure.code](failure));
  if (readers.length === 0) return 2;
  const output = openOutput(request.output, files);
  const spool = new DiskSpool();
  const bodies = request.bodies && request.format === 'text' ? new BodySpool() : undefined;
  const clear = (): void => {
    spool.close();
    bodies?.close();
  };
  process.once('exit', clear);
  const watched = watch(createReport(request, output, spool, bodies));
  const progress = request.quiet ? undefined : startProgress(files);
  try {
    await analyze(readers, watched.report, {
      decoder: mailDecoder,
      rules: request.findings.rules,
      ...(hash ? { hash: hashFactory } : {}),
      ...(bodies === undefined ? {} : { keeper: bodies }),
      progress: (packets) => {
        progress?.update(packets, readers);
        // Before more octets are waited for, those who read along get what is decided.
        output.flush();
      },
    });
    output.close();
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
  } finally {
    progress?.stop();
    clear();
  }
  const status = saySummaries(watched.summaries, { sessions: watched.sessions, failed: failures.length, quiet: request.quiet }, language, complain);
  return statusAfter(watched.severities, request.findings, status);
}

function createReport(request: ReadRequest, output: Output, spool: DiskSpool, bodies: BodySpool | undefined): Report {
  const write = (text: string | Buffer): void => output.write(text);
  switch (request.format) {
    case 'json':
      return createJsonReport(write, version, request);
    case 'ndjson':
      return createNdjsonReport(write, request);
    case 'text':
      return createTranscript(write, { ...request, spool, bodies });
  }
}

interface Watched {
  readonly report: Report;
  readonly summaries: CaptureSummary[];
  /** Of all findings. */
  readonly severities: Set<Severity>;
  sessions: number;
}

/** Passes everything on and remembers what the exit status and the warnings need. */
function watch(report: Report): Watched {
  const watched: Watched = {
    summaries: [],
    severities: new Set(),
    sessions: 0,
    report: {
      ...report,
      begin(session) {
        watched.sessions++;
        report.begin(session);
      },
      finding(session, finding) {
        watched.severities.add(finding.severity);
        report.finding(session, finding);
      },
      capture(position, summary) {
        watched.summaries.push(summary);
        report.capture(position, summary);
      },
    },
  };
  return watched;
}
