/** What commands that read captures have in common: inputs, progress, complaints, the exit status that follows. */
import { analyze } from '../analyze.js';
import { filterListener } from '../filter/listener.js';
import type { Predicate } from '../filter/predicate.js';
import type { Severity } from '../model/finding.js';
import type { CaptureSummary } from '../model/packet.js';
import type { MailKeeper, PlainKeeper } from '../model/platform.js';
import { tlsTools } from '../platform/certificate-reader.js';
import { decodeDns } from '../platform/dns-decoder.js';
import { cryptography } from '../platform/cryptography.js';
import { hashFactory } from '../platform/hash.js';
import { keepYoungGenerationSmall } from '../platform/heap.js';
import { mailDecoder } from '../platform/mail-decoder.js';
import type { Report } from '../report/report.js';
import { terminalText } from '../report/terminal-text.js';
import type { Language } from '../text/index.js';
import type { FilterChoice } from './filter/filter.js';
import { loadFilter } from './filter/lazy-filter.js';
import { statusAfter, type FindingOptions } from './finding-options.js';
import { openInputs, type Inputs } from './inputs.js';
import { followKeys } from './key-following.js';
import { OutputClosed } from './output.js';
import { startProgress, type Progress } from './progress.js';
import { saySummaries, sayVantage } from './remarks.js';

/** How conversations are shown, wherever they come from. */
export interface ViewingRequest {
  /** Absent where everything is wanted. */
  readonly filter: FilterChoice | undefined;
  readonly language: Language;
  readonly findings: FindingOptions;
  readonly quiet: boolean;
}

export interface AnalysisRequest extends ViewingRequest {
  readonly files: readonly string[];
  /** Key logs that open TLS. */
  readonly keyLogs: readonly string[];
  /** Show what surrounds the sessions. */
  readonly context: boolean;
}

/** How packets come, in milliseconds. */
export interface Pace {
  /** For so long, nothing has come. */
  readonly silence: number;
  /** How long ago the last packet was captured, by its own clock; Infinity where none has come. */
  readonly age: number;
}

/** What one command makes of the captures. */
export interface View {
  readonly report: Report;
  readonly keeper?: MailKeeper | undefined;
  readonly plain?: PlainKeeper | undefined;
  /** Hands on what is decided, before more octets are waited for. */
  flush?(): void;
  /** How packets come; told time and again while more are waited for. */
  waiting?(pace: Pace): void;
  /** Everything has been told. */
  close(): void;
  /** Whatever happened: removes what must not stay. */
  clear?(): void;
}

export function complain(line: string): void {
  process.stderr.write(`mailscope: ${terminalText(line)}\n`);
}

/**
 * Exit status as CONTRACT says: 0 done, 1 damaged or partly failed, 2 nothing recognised, 3 a finding of --fail-on.
 * `open` is called when at least one input is a capture. `hash`: of captures and
 * mails. `join`: connections that several captures hold become one.
 */
export async function analyzeFiles(request: AnalysisRequest, hash: boolean, open: () => View, join = true): Promise<number> {
  const { files, language, quiet } = request;
  const keeps = await loadFilter(request.filter);
  const inputs = await openInputs(files, hash, request.keyLogs, join);
  for (const failure of inputs.failures) complain(language.diagnostics.errors[failure.code](failure));
  if (inputs.readers.length === 0) return 2;
  if (!quiet) sayVantage(inputs, language, complain);
  return analyzeInputs(request, inputs, { hash, context: request.context, keeps, view: open(), progress: quiet ? undefined : startProgress(files) });
}

export interface AnalysisRun {
  /** Of captures and mails. */
  readonly hash: boolean;
  /** Of what surrounds the sessions, too. */
  readonly context: boolean;
  readonly keeps: Predicate | undefined;
  readonly view: View;
  readonly progress: Progress | undefined;
}

/** Reads inputs that are open, closes them, and gives the exit status. */
export async function analyzeInputs(request: Omit<ViewingRequest, 'filter'>, inputs: Inputs, run: AnalysisRun): Promise<number> {
  const { language, quiet, findings } = request;
  const { readers, failures, keys } = inputs;
  const { hash, context, keeps, view, progress } = run;
  const watched = watch(view.report);
  const filtered = keeps === undefined ? undefined : filterListener(watched.report, keeps);
  let latest = Date.now();
  const told = (): void => {
    view.waiting?.({ silence: Date.now() - latest, age: ageOf(readers) });
    view.flush?.();
  };
  const following = followKeys(inputs, told, view.waiting !== undefined);
  try {
    await analyze(readers, filtered?.listener ?? watched.report, {
      decoder: mailDecoder,
      tls: { ...tlsTools, opening: { keys, cryptography } },
      rules: findings.rules,
      vantage: inputs.vantage,
      ...(context ? { dns: decodeDns } : {}),
      ...(hash ? { hash: hashFactory } : {}),
      ...(view.keeper === undefined ? {} : { keeper: view.keeper }),
      ...(view.plain === undefined ? {} : { plain: view.plain }),
      progress: (packets) => {
        latest = Date.now();
        keepYoungGenerationSmall();
        progress?.update(packets, readers);
        view.flush?.();
      },
    });
    following.check();
    view.close();
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
  } finally {
    progress?.stop();
    following.stop();
    inputs.close();
    view.clear?.();
  }
  const status = saySummaries(watched.summaries, { sessions: watched.sessions, filtered: filtered?.counts, failed: failures.length, quiet }, language, complain);
  return statusAfter(watched.severities, findings, status);
}

function ageOf(readers: Inputs['readers']): number {
  const times = readers.map(({ summary: { last } }) => (last === undefined ? -Infinity : last.seconds * 1000));
  return Date.now() - Math.max(...times);
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
      capture(position, summary, clock) {
        watched.summaries.push(summary);
        report.capture(position, summary, clock);
      },
    },
  };
  return watched;
}
