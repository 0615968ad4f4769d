/** `mailscope live`: what comes by on an interface, explained as it comes, and kept in a file where that is asked for. */
import { LiveError } from '../capture/live/live-error.js';
import type { EngineChoice } from '../capture/live/engine-choice.js';
import { openLive, type LiveCapture } from '../capture/live/open-live.js';
import type { FileRing } from '../capture/live/recording.js';
import { createSegmentDecoder } from '../packet/decoder.js';
import { SecretStore } from '../protocols/tls/keys/key-log.js';
import { createNdjsonReport } from '../report/ndjson.js';
import type { Report } from '../report/report.js';
import { createRunningTranscript } from '../report/text/running-transcript.js';
import type { Zone } from '../report/text/session-head.js';
import { analyzeInputs, complain, loadFilter, type View, type ViewingRequest } from './analysis.js';
import { openKeyLogs, type Inputs } from './inputs.js';
import { sayObstacle } from './live-obstacle.js';
import { StatusLine } from './live-status.js';
import { openOutput, type Output } from './output.js';
import { version } from './version.js';

export interface LiveCommand extends ViewingRequest {
  readonly keyLogs: readonly string[];
  readonly interface: string;
  /** In the language of libpcap. */
  readonly captureFilter: string;
  /** Those that the filter names, where it is not the user's own. */
  readonly ports: readonly number[] | undefined;
  readonly save: string | undefined;
  readonly ring: FileRing | undefined;
  /** After which it ends by itself. */
  readonly seconds: number | undefined;
  /** Packets after which it ends by itself. */
  readonly count: number | undefined;
  readonly engine: EngineChoice;
  readonly format: 'text' | 'ndjson';
  readonly redact: boolean;
  readonly zone: Zone;
  readonly coloured: boolean;
  readonly width: number;
}

/** What ends a capture as its user would. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const NOTHING_READ = 2;

/** Built modules that run on their own; seen from the bundle, too, they lie here. */
export const LIVE_MODULES = {
  thread: new URL('../capture/live/capture-thread.js', import.meta.url),
  cap: new URL('../capture/live/cap-program.js', import.meta.url),
};

/** Exit status as CONTRACT says: 0 also when it is ended by Ctrl-C. */
export async function live(command: LiveCommand): Promise<number> {
  const keeps = await loadFilter(command.filter);
  const keys = new SecretStore();
  const logs = openKeyLogs(command.keyLogs, keys, true);
  const capture = await openInterface(command);
  if (capture === undefined) return NOTHING_READ;
  const stop = (): void => capture.stop();
  for (const signal of ENDINGS) process.once(signal, stop);
  const timer = command.seconds === undefined ? undefined : setTimeout(stop, command.seconds * 1000);
  const inputs: Inputs = { readers: [capture.reader], failures: [], keys, ...logs };
  const { view, progress } = openView(command, capture);
  try {
    return await analyzeInputs({ ...command, quiet: true }, inputs, { hash: false, context: true, keeps, view, progress });
  } finally {
    clearTimeout(timer);
    await capture.reader.close();
    for (const signal of ENDINGS) process.off(signal, stop);
    if (!command.quiet) sayEnd(command, capture);
  }
}

/** Undefined where nothing can be captured; why, and what to do about it, has been said. */
async function openInterface(command: LiveCommand): Promise<LiveCapture | undefined> {
  const { interface: name, captureFilter: filter, count, engine, save, ring, language, quiet } = command;
  const recording = save === undefined ? undefined : { file: save, ring, application: `mailscope ${version}`, interface: name, filter };
  try {
    const { supports } = createSegmentDecoder();
    const capture = await openLive({ interface: name, filter, count, engine, recording, modules: LIVE_MODULES }, { capture: 0, supportsLinkType: supports });
    if (!quiet) complain(language.live.listening({ interface: name, engine: capture.engine, filter, ports: command.ports }));
    if (!quiet && capture.engine === 'cap') complain(language.live.limits.cap());
    return capture;
  } catch (error) {
    if (!(error instanceof LiveError)) throw error;
    sayObstacle(error, { interface: name, filter, file: save ?? '' }, language);
    return undefined;
  }
}

/** Lines are handed on as soon as they are decided; a status line in the same terminal makes room for them. */
function openView(command: LiveCommand, capture: LiveCapture): { readonly view: View; readonly progress: StatusLine | undefined } {
  const output = openOutput(undefined, []);
  const progress = command.quiet || !process.stderr.isTTY ? undefined : new StatusLine(capture, command.interface, command.language);
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

function sayEnd({ interface: name, save, ring, language }: LiveCommand, { engine, counts }: LiveCapture): void {
  const dropped = counts.get('told') === 1 ? counts.get('dropped') : undefined;
  complain(language.live.ended({ interface: name, engine, packets: counts.get('packets'), dropped }));
  if (save !== undefined) complain(language.live.kept({ file: save, ring: ring !== undefined }));
}
