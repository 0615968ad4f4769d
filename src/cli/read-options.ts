/** The command line of `mailscope read`. */
import type { Argv } from 'yargs';
import type { Language } from '../text/index.js';
import { colorOption, commonRequest, pageOf, withCommonOptions, withOutputOptions, zoneOption, type ColorChoice, type CommonArguments, type OutputArguments } from './common-options.js';
import { CLI_TEXTS } from './help.js';
import { FINDING_FORMATS, READ_FORMATS, type ReadRequest } from './read.js';

export interface ReadArguments extends CommonArguments, OutputArguments {
  readonly format: ReadRequest['format'];
  readonly findings: ReadRequest['findingFormat'];
  readonly hashes: boolean;
  readonly bodies: boolean;
  readonly color: ColorChoice;
  readonly tz: 'utc' | 'local';
}

export function readOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    withOutputOptions(withCommonOptions(command, language), language)
      .option('findings', { choices: FINDING_FORMATS, requiresArg: true, describe: options.findings })
      .option('format', { choices: READ_FORMATS, default: 'text' as const, requiresArg: true, describe: options.format })
      .option('bodies', { type: 'boolean', default: false, describe: options.bodies })
      .option('hashes', { type: 'boolean', default: false, describe: options.hashes })
      .option('tz', zoneOption(language))
      .option('color', colorOption(language));
}

/** Throws UsageError where no file is named. */
export function readRequestOf(argv: ReadArguments, behind: readonly string[], language: Language): ReadRequest {
  return {
    ...commonRequest(argv, behind, language),
    format: argv.format,
    findingFormat: argv.findings,
    output: argv.output,
    redact: argv.redact === true,
    hashes: argv.hashes,
    bodies: argv.bodies,
    zone: argv.tz,
    ...pageOf(argv.color, argv.output === undefined),
  };
}
