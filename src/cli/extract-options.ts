/** The command line of `mailscope extract`. */
import type { Argv } from 'yargs';
import type { Language } from '../text/index.js';
import { commonRequest, withCommonOptions, type CommonArguments } from './common-options.js';
import type { ExtractRequest } from './extract.js';
import { CLI_TEXTS } from './help.js';
import { UsageError } from './usage-error.js';

interface ExtractArguments extends CommonArguments {
  readonly d: string | undefined;
  readonly force: boolean;
}

export function extractOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    withCommonOptions(command, language)
      .option('d', { type: 'string', requiresArg: true, describe: options.folder })
      .option('force', { type: 'boolean', default: false, describe: options.force });
}

/** Throws UsageError where no folder or no file is named. */
export function extractRequestOf(argv: ExtractArguments, behind: readonly string[], language: Language): ExtractRequest {
  if (argv.d === undefined) throw new UsageError('no-folder', {});
  return { ...commonRequest(argv, behind, language), folder: argv.d, overwrite: argv.force };
}
