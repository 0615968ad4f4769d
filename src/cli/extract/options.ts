/** The command line of `mailscope extract`. */
import type { Argv } from 'yargs';
import type { Language } from '../../text/index.js';
import { commonRequest, withCommonOptions, type CommonArguments } from '../common-options.js';
import { CLI_TEXTS } from '../help.js';
import { UsageError } from '../usage-error.js';
import type { ExtractRequest } from './extract.js';
import type { PlainRequest } from './plain.js';

interface ExtractArguments extends CommonArguments {
  readonly d: string | undefined;
  readonly plain: string | undefined;
  readonly force: boolean;
}

export function extractOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    withCommonOptions(command, language)
      .option('d', { type: 'string', requiresArg: true, describe: options.folder })
      .option('plain', { type: 'string', requiresArg: true, conflicts: 'd', describe: options.plain })
      .option('force', { type: 'boolean', default: false, describe: options.force });
}

/** Throws UsageError where no folder or no file is named. */
export function extractRequestOf(argv: ExtractArguments, behind: readonly string[], language: Language): ExtractRequest {
  if (argv.d === undefined) throw new UsageError('no-folder', {});
  return { ...commonRequest(argv, behind, language), folder: argv.d, overwrite: argv.force };
}

/** Undefined where no capture without TLS is asked for. */
export function plainRequestOf(argv: ExtractArguments, behind: readonly string[], language: Language): PlainRequest | undefined {
  return argv.plain === undefined ? undefined : { ...commonRequest(argv, behind, language), output: argv.plain, overwrite: argv.force };
}
