/** `mailscope report`: captures in, a document for other people out. What it may show is decided here, how it looks by its format. */
import { extname } from 'node:path';
import { BodySpool } from '../../platform/body-spool.js';
import type { ReportAbout } from '../../report/content.js';
import { gatherReport } from '../../report/gathering.js';
import { selectSessions } from '../../report/selection.js';
import type { Zone } from '../../report/text/session-head.js';
import { analyzeFiles, complain, type AnalysisRequest, type View } from '../analysis.js';
import { openOutput, type Output } from '../output.js';
import { UsageError } from '../usage-error.js';
import { version } from '../version.js';
import { REPORT_FORMATS, type ReportPart } from './formats.js';

export interface ReportRequest extends AnalysisRequest {
  readonly output: string;
  readonly title: string | undefined;
  readonly author: string | undefined;
  /** As typed. */
  readonly commandLine: string;
  readonly redact: boolean;
  readonly anonymise: boolean;
  readonly bodies: boolean;
  readonly zone: Zone;
  /** The only ones that are wanted. */
  readonly sessions: readonly number[] | undefined;
}

/** Exit status as CONTRACT says. */
export async function report(request: ReportRequest): Promise<number> {
  const parts = partsFor(request.output);
  const seen = new Set<number>();
  const status = await analyzeFiles(request, true, () => openView(request, parts, seen));
  const missing = request.sessions?.filter((id) => !seen.has(id)) ?? [];
  if (missing.length > 0 && !request.quiet) complain(request.language.diagnostics.usage['no-session']({ sessions: missing }));
  return status;
}

/** Throws UsageError where no format has this ending. */
function partsFor(output: string): readonly ReportPart[] {
  const format = REPORT_FORMATS[extname(output).toLowerCase()];
  if (format === undefined) throw new UsageError('unknown-ending', { file: output, known: Object.keys(REPORT_FORMATS) });
  return format();
}

function openView(request: ReportRequest, parts: readonly ReportPart[], seen: Set<number>): View {
  const { files, sessions } = request;
  const outputs = parts.map(({ suffix, render }) => ({ render, output: openOutput(withSuffix(request.output, suffix), files) }));
  const bodies = request.bodies ? new BodySpool() : undefined;
  const clear = (): void => bodies?.close();
  process.once('exit', clear);
  const gathering = gatherReport({ about: aboutOf(request), bodies }, (content) => {
    for (const { render, output } of outputs) render(content, (text) => output.write(text));
  });
  const isWanted = sessions === undefined ? () => true : ({ id }: { readonly id: number }) => sessions.includes(id) && seen.add(id) === seen;
  return {
    report: selectSessions(gathering, isWanted),
    keeper: bodies,
    close: () => outputs.forEach(({ output }: { readonly output: Output }) => output.close()),
    clear,
  };
}

/** `x.csv` → `x-mails.csv` */
function withSuffix(file: string, suffix: string): string {
  const ending = extname(file);
  return `${file.slice(0, file.length - ending.length)}${suffix}${ending}`;
}

function aboutOf(request: ReportRequest): ReportAbout {
  const { title, author, commandLine, zone, language, redact, anonymise, bodies, sessions } = request;
  return {
    title,
    author,
    version,
    commandLine,
    zone,
    timeZone: zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: language.code,
    redacted: redact,
    anonymised: anonymise,
    bodies,
    sessions,
  };
}
