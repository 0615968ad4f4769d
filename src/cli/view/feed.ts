/** The view on packets while they come, following the newest line: what `live` and `lab` show in a terminal. */
import { terminalText } from '../../report/terminal-text.js';
import type { Language } from '../../text/index.js';
import { complain, type ViewingRequest } from '../analysis.js';
import { archiveOver } from '../archive.js';
import type { Inputs } from '../inputs.js';
import { LivePulse, type LiveTally } from './pulse.js';
import { viewArchive, type ViewRequest } from './view.js';

export interface FeedSource {
  readonly inputs: Inputs;
  /** What is captured: an interface, or the lab. */
  readonly name: string;
  /** What surrounds the sessions stands in them. */
  readonly context: boolean;
  /** In no file of its own. */
  readonly unsaved: boolean;
  tally(): LiveTally;
  introduction(language: Language): readonly string[];
  /** Whatever feeds it has ended, and is in its file. */
  end(): Promise<void>;
}

export type FeedRequest = ViewingRequest & Pick<ViewRequest, 'color' | 'commandLine' | 'redact' | 'zone'>;

/** Resolves when somebody has quit and everything has ended. */
export async function viewFeed(source: FeedSource, request: FeedRequest, input: NodeJS.ReadStream): Promise<void> {
  const { inputs, name, context, unsaved } = source;
  const { archive, close, failures } = archiveOver(inputs, { rules: request.findings.rules, context, total: undefined });
  const pulse = new LivePulse(() => source.tally());
  void archive.done.then(() => pulse.stop());
  const end = async (): Promise<void> => {
    await close();
    await source.end();
  };
  const feed = { unsaved, figures: () => pulse.figures, introduction: (language: Language) => source.introduction(language), onBeat: (listener: () => void) => pulse.onBeat(listener) };
  await viewArchive({ archive, close: end, failures }, { ...request, files: [name], keyLogs: [], context }, input, feed);
  await end();
  for (const { file, warnings } of archive.captures) {
    for (const warning of warnings) complain(terminalText(request.language.diagnostics.warnings[warning.code]({ file, ...warning })));
  }
}
