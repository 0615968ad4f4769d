/** `mailscope live` in a terminal: the view on what comes by. */
import { loadFilter } from '../filter/lazy-filter.js';
import { viewFeed } from '../view/feed.js';
import { tallyOf } from '../view/pulse.js';
import type { ViewRequest } from '../view/view.js';
import { sayEnd, type LiveCommand } from './live.js';
import { openLiveInputs } from './inputs.js';

const DONE = 0;
const NOTHING_READ = 2;

/** Exit status as CONTRACT says. */
export async function viewLive(command: LiveCommand, request: Pick<ViewRequest, 'color' | 'commandLine'>, input: NodeJS.ReadStream): Promise<number> {
  // A mistake in a filter is said before the screen is taken.
  await loadFilter(command.filter);
  const opened = await openLiveInputs(command);
  if (opened === undefined) return NOTHING_READ;
  const { interface: name, captureFilter: filter, ports, save } = command;
  const { inputs, capture } = opened;
  const source = {
    inputs,
    name,
    context: true,
    unsaved: save === undefined,
    tally: () => tallyOf(capture, name),
    introduction: ({ live }: LiveCommand['language']) => [live.listening({ interface: name, engine: capture.engine, filter, ports })],
    end: () => opened.end(),
  };
  await viewFeed(source, { ...command, ...request }, input);
  if (!command.quiet) sayEnd(command, capture);
  return DONE;
}
