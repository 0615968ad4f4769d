/** `mailscope live` in a terminal: the view on what comes by, following the newest line. */
import { terminalText } from '../report/terminal-text.js';
import { complain, loadFilter } from './analysis.js';
import { archiveOver } from './archive.js';
import { sayEnd, type LiveCommand } from './live.js';
import { openLiveInputs } from './live-inputs.js';
import { viewArchive, type ViewRequest } from './view.js';

const DONE = 0;
const NOTHING_READ = 2;

/** Exit status as CONTRACT says. */
export async function viewLive(command: LiveCommand, request: Pick<ViewRequest, 'color' | 'commandLine'>, input: NodeJS.ReadStream): Promise<number> {
  // A mistake in a filter is said before the screen is taken.
  await loadFilter(command.filter);
  const opened = await openLiveInputs(command);
  if (opened === undefined) return NOTHING_READ;
  const { archive, close, failures } = archiveOver(opened.inputs, { rules: command.findings.rules, context: true, total: undefined });
  const end = async (): Promise<void> => {
    await close();
    await opened.end();
  };
  await viewArchive({ archive, close: end, failures }, { ...command, ...request, files: [command.interface], context: true }, input, { unsaved: command.save === undefined });
  await end();
  for (const { file, warnings } of archive.captures) {
    for (const warning of warnings) complain(terminalText(command.language.diagnostics.warnings[warning.code]({ file, ...warning })));
  }
  if (!command.quiet) sayEnd(command, opened.capture);
  return DONE;
}
