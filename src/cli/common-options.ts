/** What several commands take on the command line, and what follows from it for all of them. */
import type { Argv } from 'yargs';
import { SEVERITIES } from '../findings/severity.js';
import type { Zone } from '../filter/moment.js';
import type { Severity } from '../model/finding.js';
import type { Language, LanguageCode } from '../text/index.js';
import type { AnalysisRequest, ViewingRequest } from './analysis.js';
import { findingOptions } from './finding-options.js';
import { CLI_TEXTS } from './help.js';
import { isTerminal } from './output.js';
import { UsageError } from './usage-error.js';

/** Columns of a page, where no terminal says how wide it is. */
const PAGE_WIDTH = 120;

export type ColorChoice = 'auto' | 'always' | 'never';

/** Of every command that shows conversations, wherever it has them from. */
export interface ViewingArguments {
  readonly lang: LanguageCode;
  /** Filters. */
  readonly Y: readonly string[] | undefined;
  readonly tz?: Zone | undefined;
  readonly quiet: boolean;
  readonly ignore: readonly string[] | undefined;
  readonly failOn: Severity | undefined;
}

export interface CommonArguments extends ViewingArguments {
  readonly files: readonly string[] | undefined;
  readonly r: readonly string[] | undefined;
  readonly keylog: readonly string[] | undefined;
  readonly noContext: boolean;
}

/** Of every command that shows secrets unless it is told not to. */
export interface SecretArguments {
  readonly redact: boolean | undefined;
  readonly showSecrets: boolean | undefined;
}

/** Of every command that prints, or writes to a file instead. */
export interface OutputArguments extends SecretArguments {
  readonly output: string | undefined;
}

/** In front of `-`, which yargs drops from a list of files, and of `-ERR`, which it takes for three options. */
const AS_TYPED = '\0';
const NO_OPTION = /^-(?:err)?$/i;

export function typed(word: string): string {
  return String(word).replace(AS_TYPED, '');
}

/** What is behind `--` are files or words, whatever they look like. */
export function splitArguments(args: readonly string[]): { readonly parsed: string[]; readonly behind: readonly string[] } {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  return { parsed: options.map((arg) => (NO_OPTION.test(arg) ? AS_TYPED + arg : arg)), behind: end === -1 ? [] : args.slice(end + 1) };
}

export function langOption(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return { choices: ['en', 'de'] as const, default: language.code, requiresArg: true, describe: options.lang };
}

export function colorOption(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return { choices: ['auto', 'always', 'never'] as const, default: 'auto' as const, requiresArg: true, describe: options.color };
}

export function zoneOption(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return { choices: ['utc', 'local'] as const, default: 'utc' as const, requiresArg: true, describe: options.tz };
}

/** What every command takes that shows conversations. */
export function withViewingOptions<T>(command: Argv<T>, language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return command
    .option('Y', { alias: 'display-filter', type: 'string', array: true, requiresArg: true, describe: options.filter })
    .option('lang', langOption(language))
    .option('ignore', { type: 'string', array: true, requiresArg: true, describe: options.ignore })
    .option('fail-on', { choices: SEVERITIES, requiresArg: true, describe: options.failOn })
    .option('quiet', { alias: 'q', type: 'boolean', default: false, describe: options.quiet });
}

/** What every command takes that reads captures. */
export function withCommonOptions(command: Argv, language: Language) {
  const { options } = CLI_TEXTS[language.code];
  const withFiles = command
    .positional('files', { type: 'string', array: true, describe: options.files })
    .option('r', { type: 'string', array: true, requiresArg: true, describe: options.r })
    .option('no-context', { type: 'boolean', default: false, describe: options.noContext })
    .option('keylog', { type: 'string', array: true, requiresArg: true, describe: options.keylog });
  return withViewingOptions(withFiles, language);
}

export function withSecretOptions<T>(command: Argv<T>, language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return command
    .option('redact', { type: 'boolean', describe: options.redact })
    .option('show-secrets', { type: 'boolean', conflicts: 'redact', describe: options.showSecrets });
}

export function withOutputOptions<T>(command: Argv<T>, language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return withSecretOptions(command.option('output', { alias: 'o', type: 'string', requiresArg: true, describe: options.output }), language);
}

/** Throws UsageError where no file is named. */
function filesOf({ files = [], r = [] }: CommonArguments, behind: readonly string[]): readonly string[] {
  const named = [...files, ...r].map(typed);
  if (named.length + behind.length === 0) throw new UsageError('no-file', {});
  return [...named, ...behind];
}

/** Throws UsageError where a finding is named that there is not. */
export function viewingRequest(argv: ViewingArguments, language: Language): ViewingRequest {
  const filter = argv.Y === undefined ? undefined : { expressions: argv.Y, zone: argv.tz ?? 'utc' };
  return { filter, language, findings: findingOptions(argv.ignore ?? [], argv.failOn), quiet: argv.quiet };
}

/** Throws UsageError where no file is named. */
export function commonRequest(argv: CommonArguments, behind: readonly string[], language: Language): AnalysisRequest {
  return { ...viewingRequest(argv, language), files: filesOf(argv, behind), keyLogs: argv.keylog ?? [], context: !argv.noContext };
}

/** How what is printed looks. `printed`: on standard output, not in a file. */
export function pageOf(color: ColorChoice, printed: boolean): { readonly coloured: boolean; readonly width: number } {
  const toTerminal = printed && isTerminal(1);
  return {
    coloured: color === 'always' || (color === 'auto' && toTerminal && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb'),
    // A terminal that does not know its size says 0.
    width: toTerminal && process.stdout.columns > 0 ? process.stdout.columns : PAGE_WIDTH,
  };
}
