/** What took its time. Durations are seconds. */
export interface PerformanceFindings {
  /** `verb`: what was waited for: a command, or the mail. */
  'timing.slow-reply': { verb: string | undefined; seconds: number };
}
