/** `mailscope FILE...` in a terminal: opens the view on the captures, and leaves the terminal and the disk clean behind it. */
import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { glyphsFor } from '../../tui/glyphs.js';
import { paletteFor } from '../../tui/palette.js';
import { showArchive, type OpenTerminal, type RunningView, type ViewOptions } from '../../tui/application.js';
import { openTerminal } from '../../tui/terminal.js';
import type { Feed } from '../../tui/view.js';
import type { Zone } from '../../report/text/session-head.js';
import { complain, type AnalysisRequest } from '../analysis.js';
import { loadFilter } from '../filter/lazy-filter.js';
import { openArchive, type OpenedArchive } from '../archive.js';
import type { ColorChoice } from '../common-options.js';
import { comesThroughPipe } from '../inputs.js';
import { isTerminal } from '../output.js';
import { saySummaries } from '../remarks.js';
import { savedDocuments } from './saved-documents.js';

export interface ViewRequest extends AnalysisRequest {
  readonly redact: boolean;
  readonly zone: Zone;
  readonly color: ColorChoice;
  /** As typed. */
  readonly commandLine: string;
}

/** Milliseconds in which what lies on disk must be gone when a signal ends the program. */
const LAST_WORDS = 2000;
const SIGNALS: Readonly<Record<'SIGHUP' | 'SIGINT' | 'SIGQUIT' | 'SIGTERM', number>> = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGTERM: 15 };
const BY_SIGNAL = 128;

/** Where keys come from; undefined where there is no terminal to show anything on. */
export function keyboard(env: NodeJS.ProcessEnv): NodeJS.ReadStream | undefined {
  if (!isTerminal(1) || env['TERM'] === 'dumb' || !env['TERM']) return undefined;
  if (process.stdin.isTTY) return process.stdin;
  try {
    // The capture comes by standard input: keys do not.
    return new ReadStream(openSync('/dev/tty', 'r'));
  } catch {
    return undefined;
  }
}

/** Exit status as CONTRACT says. */
export async function viewFiles(request: ViewRequest, input: NodeJS.ReadStream): Promise<number> {
  // A mistake in a filter is said before the screen is taken.
  await loadFilter(request.filter);
  const { files, keyLogs, language, findings, context } = request;
  const { archive, close, failures } = await openArchive(files, keyLogs, findings.rules, context);
  for (const failure of failures) complain(language.diagnostics.errors[failure.code](failure));
  if (archive === undefined || close === undefined) return 2;
  await viewArchive({ archive, close, failures }, request, input, undefined);
  const isDone = archive.progress.done;
  await close();
  return saySummaries(archive.captures, { sessions: archive.rows.length, filtered: undefined, failed: failures.length, quiet: request.quiet || !isDone }, language, complain);
}

/** Resolves when somebody has quit; what was opened stays open. */
export async function viewArchive({ archive, close }: OpenedArchive, request: ViewRequest, input: NodeJS.ReadStream, feed: Feed | undefined): Promise<void> {
  const { files, language, redact, zone, color, commandLine, filter } = request;
  const glyphs = glyphsFor(process.env);
  const open: OpenTerminal = (listener) => openTerminal({ input, output: process.stdout, ascii: glyphs.ascii }, listener);
  const options: ViewOptions = {
    glyphs,
    palette: color === 'never' ? 'none' : paletteFor(color === 'always' ? { ...process.env, NO_COLOR: '' } : process.env),
    language: language.code,
    secrets: !redact,
    zone,
    live: feed !== undefined || comesThroughPipe(files),
    feed,
    filter: filter?.expressions.map((expression, _at, all) => (all.length === 1 ? expression : `(${expression})`)).join(' && '),
    documents: savedDocuments({ files, captures: () => archive.captures, zone, commandLine }),
  };
  const view = await showArchive(archive, options, open);
  const forget = leaveCleanly(view, close);
  try {
    await view.closed;
  } finally {
    forget();
    // Nothing is read from it any more; the program may end.
    input.unref();
  }
}

/** Whatever ends the program, the terminal is given back first, then what lies on disk goes. */
function leaveCleanly(view: RunningView, close: () => Promise<void>): () => void {
  const end = (status: number): void => {
    view.close();
    const exit = (): never => process.exit(status);
    setTimeout(exit, LAST_WORDS).unref();
    close().then(exit, exit);
  };
  const signals = (Object.entries(SIGNALS) as [NodeJS.Signals, number][]).map(([signal, number]) => ({ signal, heard: () => end(BY_SIGNAL + number) }));
  for (const { signal, heard } of signals) process.on(signal, heard);
  const failed = (error: unknown): void => {
    view.close();
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    end(2);
  };
  process.on('uncaughtException', failed);
  process.on('unhandledRejection', failed);
  return () => {
    for (const { signal, heard } of signals) process.off(signal, heard);
    process.off('uncaughtException', failed);
    process.off('unhandledRejection', failed);
  };
}
