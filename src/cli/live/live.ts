/** `mailscope live`: what comes by on an interface, explained as it comes, and kept in a file where that is asked for. */
import type { LiveCapture } from '../../capture/live/open-live.js';
import { createNdjsonReport } from '../../report/ndjson.js';
import type { Report } from '../../report/report.js';
import { createRunningTranscript } from '../../report/text/running-transcript.js';
import type { Zone } from '../../report/text/session-head.js';
import { analyzeInputs, complain, type View, type ViewingRequest } from '../analysis.js';
import { loadFilter } from '../filter/lazy-filter.js';
import { LivePulse, tallyOf } from '../view/pulse.js';
import { StatusLine } from '../view/status.js';
import { openOutput, type Output } from '../output.js';
import { openLiveInputs, type CaptureRequest } from './inputs.js';

export interface LiveCommand extends ViewingRequest, CaptureRequest {
  readonly format: 'text' | 'ndjson';
  readonly redact: boolean;
  readonly zone: Zone;
  readonly coloured: boolean;
  readonly width: number;
}

const NOTHING_READ = 2;

/** Exit status as CONTRACT says: 0 also when it is ended by Ctrl-C. */
export async function live(command: LiveCommand): Promise<number> {
  const keeps = await loadFilter(command.filter);
  const opened = await openLiveInputs(command);
  if (opened === undefined) return NOTHING_READ;
  const { view, progress } = openView(command, opened.capture);
  try {
    return await analyzeInputs({ ...command, quiet: true }, opened.inputs, { hash: false, context: true, keeps, view, progress });
  } finally {
    await opened.end();
    if (!command.quiet) sayEnd(command, opened.capture);
  }
}

/** Lines are handed on as soon as they are decided; a status line in the same terminal makes room for them. */
function openView(command: LiveCommand, capture: LiveCapture): { readonly view: View; readonly progress: StatusLine | undefined } {
  const output = openOutput(undefined, []);
  const progress = command.quiet || !process.stderr.isTTY ? undefined : new StatusLine(new LivePulse(() => tallyOf(capture, command.interface)), command.language);
  const { write, flush } = aboveStatus(output, progress);
  capture.onNotRecorded((reason) => {
    progress?.clear();
    complain(command.language.diagnostics.usage['cannot-write']({ file: command.save ?? '', reason }));
  });
  const report = command.format === 'ndjson' ? createNdjsonReport(write, command) : createRunningTranscript(write, command);
  return { view: { report: progress === undefined ? report : counting(report, progress), flush, close: () => output.close() }, progress };
}

function aboveStatus(output: Output, status: StatusLine | undefined): Pick<Output, 'write' | 'flush'> {
  if (status === undefined || !process.stdout.isTTY) return output;
  let written = false;
  return {
    write(text) {
      if (!written) status.clear();
      written = true;
      output.write(text);
    },
    flush() {
      if (!written) return;
      written = false;
      output.flush();
      status.draw();
    },
  };
}

function counting(report: Report, status: StatusLine): Report {
  return {
    ...report,
    begin(session) {
      status.sessions++;
      report.begin(session);
    },
    end(session) {
      status.sessions--;
      report.end(session);
    },
  };
}

/** How much it was, what was lost, and where it is kept. */
export function sayEnd({ interface: name, save, ring, language }: LiveCommand, capture: LiveCapture): void {
  complain(language.live.ended(tallyOf(capture, name)));
  const isCut = capture.reader.summary.warnings.some(({ code }) => code === 'not-recorded');
  if (save !== undefined) complain(language.live.kept({ file: save, ring: ring !== undefined, isCut }));
}
