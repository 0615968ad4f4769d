/**
 * The transcript of what another program sends while it records: that of a complete capture, as long as nobody has to wait;
 * from then on the running one, which begins with what open conversations have said so far.
 */
import type { Report, Write } from '../report.js';
import { createRunningTranscript } from './running-transcript.js';
import { createTranscript, type TranscriptOptions } from './transcript.js';

export interface WaitingTranscript {
  readonly report: Report;
  /** Somebody waits: every line is told as soon as it is decided, from now on. */
  hurry(): void;
}

export function createWaitingTranscript(write: Write, options: TranscriptOptions): WaitingTranscript {
  const patient = createTranscript(write, options);
  let current: Report = patient;
  return {
    report: {
      begin: (session) => current.begin(session),
      entry: (session, entry) => current.entry(session, entry),
      omitted: (session, entry) => current.omitted?.(session, entry),
      message: (session, message) => current.message(session, message),
      finding: (session, finding) => current.finding(session, finding),
      end: (session) => current.end(session),
      capture: (position, summary, clock) => current.capture(position, summary, clock),
      done: (totals) => current.done(totals),
    },
    hurry() {
      if (current === patient) current = createRunningTranscript(write, options, patient.release());
    },
  };
}
