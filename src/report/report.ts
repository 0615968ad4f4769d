/** What every view is given, and what it is asked for. A view is told everything in order and writes text. */
import type { AnalysisListener } from '../analyze.js';
import type { Language } from '../text/index.js';

/** Takes finished text, as a string or as UTF-8 that is valid during the call; may throw to end the run (a closed pipe). */
export type Write = (text: string | Buffer) => void;

export interface ReportOptions {
  readonly language: Language;
  /** Whether secrets are masked. */
  readonly redact: boolean;
}

export type Report = AnalysisListener;
