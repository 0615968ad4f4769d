/** `mailscope lab`: a small mail server to talk to by hand, every line of it explained while it is typed. */
import { createNdjsonReport } from '../../report/ndjson.js';
import { terminalText } from '../../report/terminal-text.js';
import { createRunningTranscript } from '../../report/text/running-transcript.js';
import type { Language } from '../../text/index.js';
import { analyzeInputs, type View, type ViewingRequest } from '../analysis.js';
import { loadFilter } from '../filter/lazy-filter.js';
import { pageOf, viewingRequest } from '../common-options.js';
import { viewFeed } from '../view/feed.js';
import { openOutput, type Output } from '../output.js';
import { openLab } from './inputs.js';
import type { LabArguments } from './options.js';

/** Judges packets of a network; here they are rebuilt around what the sockets read, and hands pause between letters. */
const OF_PACKETS = 'timing.delayed-acknowledgement';

const DONE = 0;
const NOTHING_READ = 2;

/** Until it is interrupted. Exit status as CONTRACT says. */
export async function runLab(argv: LabArguments, language: Language): Promise<number> {
  const request = requestOf(argv, language);
  const keeps = await loadFilter(request.filter);
  const lab = await openLab(argv, language);
  if (lab === undefined) return NOTHING_READ;
  try {
    const output = openOutput(undefined, []);
    introduce(lab.introduction(language), argv.format, output);
    // That nobody has come is no remark worth making.
    return await analyzeInputs({ ...request, quiet: true }, lab.inputs, { hash: false, context: false, keeps, view: viewOf(argv, language, output), progress: undefined });
  } finally {
    await lab.end();
  }
}

/** The same in a terminal; its introduction is still to be read when the view is left. */
export async function viewLab(argv: LabArguments, language: Language, commandLine: string, input: NodeJS.ReadStream): Promise<number> {
  const request = requestOf(argv, language);
  await loadFilter(request.filter);
  const lab = await openLab(argv, language);
  if (lab === undefined) return NOTHING_READ;
  const { inputs, traffic } = lab;
  introduce(lab.introduction(language), 'text', openOutput(undefined, []));
  const source = {
    inputs,
    name: traffic.reader.summary.file,
    context: false,
    unsaved: argv.w === undefined,
    tally: () => traffic.tally(),
    introduction: (chosen: Language) => lab.introduction(chosen),
    end: () => lab.end(),
  };
  await viewFeed(source, { ...request, commandLine, color: argv.color, redact: argv.redact === true, zone: argv.tz }, input);
  return DONE;
}

function requestOf(argv: LabArguments, language: Language): ViewingRequest {
  return viewingRequest({ ...argv, ignore: [...(argv.ignore ?? []), OF_PACKETS] }, language);
}

function viewOf({ format, redact, tz, color }: LabArguments, language: Language, output: Output): View {
  const write = (text: string | Buffer): void => output.write(text);
  const options = { language, redact: redact === true };
  const report = format === 'ndjson' ? createNdjsonReport(write, options) : createRunningTranscript(write, { ...options, zone: tz, ...pageOf(color, true) });
  return { report, flush: () => output.flush(), close: () => output.close() };
}

/** In the transcript its first lines; beside objects on the error output. */
function introduce(lines: readonly string[], format: LabArguments['format'], output: Output): void {
  const text = lines.map((line) => `${terminalText(line)}\n`).join('');
  if (format === 'ndjson') process.stderr.write(text);
  else {
    output.write(`${text}\n`);
    output.flush();
  }
}
