/** What is said of the captures once they are read, and the exit status that follows. */
import type { FilterCounts } from '../filter/listener.js';
import type { CaptureSummary, CaptureWarningCode } from '../model/packet.js';
import type { Language } from '../text/index.js';
import type { Inputs } from './inputs.js';

/** What reading several captures beforehand has shown: which clocks differ, and what could not be compared. */
export function sayVantage({ readers, vantage, pipes, isSurveyCut }: Inputs, { diagnostics }: Language, complain: (line: string) => void): void {
  const fileOf = (capture: number): string => readers[capture]!.summary.file;
  for (const file of pipes ?? []) complain(diagnostics.usage['not-joined']({ file }));
  if (isSurveyCut === true) complain(diagnostics.usage['survey-cut']({}));
  for (const [capture, { reference, ahead, moved }] of vantage?.clocks ?? []) {
    if (moved) complain(diagnostics.usage['clock-moved']({ file: fileOf(capture), reference: fileOf(reference), ahead }));
  }
}

export interface Outcome {
  /** That were shown. */
  readonly sessions: number;
  /** Absent where there was no filter. */
  readonly filtered: FilterCounts | undefined;
  /** Inputs that could not be opened. */
  readonly failed: number;
  readonly quiet: boolean;
}

/** Warnings of what is missing though nothing is damaged. */
const LOSSES: ReadonlySet<CaptureWarningCode> = new Set(['too-many-comments', 'dropped-by-kernel', 'given-up']);

/** 1 where a capture is damaged or could not be opened, else 0. Warnings are said even where it is to be quiet. */
export function saySummaries(
  summaries: readonly CaptureSummary[],
  { sessions, filtered, failed, quiet }: Outcome,
  { diagnostics }: Language,
  complain: (line: string) => void,
): number {
  let damaged = failed > 0;
  for (const { file, warnings } of summaries) {
    for (const warning of warnings) {
      damaged ||= !LOSSES.has(warning.code);
      complain(diagnostics.warnings[warning.code]({ file, ...warning }));
    }
  }
  if (filtered !== undefined && filtered.forgotten > 0) complain(diagnostics.usage['mails-forgotten']({ mails: filtered.forgotten }));
  if (filtered !== undefined && filtered.sessions > 0 && sessions === 0) {
    if (!quiet) complain(diagnostics.usage['no-match']({ sessions: filtered.sessions }));
  } else if (sessions === 0 && !quiet) {
    const packets = summaries.reduce((sum, summary) => sum + summary.packets, 0);
    complain(diagnostics.usage['no-mail']({ packets }));
  }
  return damaged ? 1 : 0;
}
