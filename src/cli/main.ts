/** The command line: says what there is, reads what was asked for, and leaves the work to one file a command. */
import { existsSync } from 'node:fs';
import yargs, { type Argv } from 'yargs';
import { terminalText } from '../report/terminal-text.js';
import { chooseLanguage, languages, type Language, type LanguageCode } from '../text/index.js';
import { colorOption, commonRequest, langOption, pageOf, splitArguments, typed, withCommonOptions, zoneOption, type ColorChoice, type CommonArguments } from './common-options.js';
import { extract, type ExtractRequest } from './extract.js';
import { FilterMistake } from './filter-mistake.js';
import { CLI_TEXTS } from './help.js';
import { FINDING_FORMATS, READ_FORMATS, read, type ReadRequest } from './read.js';
import { reportOptions, reportRequestOf } from './report-options.js';
import { schema } from './schema.js';
import { stats, statsOptions } from './stats.js';
import { UsageError } from './usage-error.js';
import { version } from './version.js';
import { why, whyOptions } from './why.js';

const DONE = 0;
const WRONG_USAGE = 2;

interface ReadArguments extends CommonArguments {
  readonly format: ReadRequest['format'];
  readonly findings: ReadRequest['findingFormat'];
  readonly output: string | undefined;
  readonly hashes: boolean;
  readonly bodies: boolean;
  readonly redact: boolean | undefined;
  readonly showSecrets: boolean | undefined;
  readonly color: ColorChoice;
  readonly tz: 'utc' | 'local';
}

interface ExtractArguments extends CommonArguments {
  readonly d: string | undefined;
  readonly force: boolean;
}

/** Runs one command line (without node and program) and sets the exit status. Never rejects. */
export async function main(args: readonly string[]): Promise<void> {
  const language = languages[languageOf(args)];
  try {
    process.exitCode = await run(args, language);
  } catch (error) {
    process.exitCode = WRONG_USAGE;
    if (error instanceof FilterMistake) {
      process.stderr.write(error.say(language).map((line) => `${line}\n`).join(''));
      return;
    }
    const { diagnostics } = language;
    const reason = error instanceof Error ? error.message : String(error);
    const line = error instanceof UsageError ? error.say(diagnostics) : diagnostics.usage.internal({ reason });
    process.stderr.write(`mailscope: ${terminalText(line)}\n`);
    if (error instanceof UsageError && error.key === 'no-file') process.stderr.write(`${CLI_TEXTS[language.code].usage}\n`);
  }
}

/** Help and mistakes are told in the language that was asked for, wherever on the line that was done. */
function languageOf(args: readonly string[]): LanguageCode {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = at === -1 ? undefined : (args[at]!.split('=')[1] ?? args[at + 1]);
  return given === 'en' || given === 'de' ? given : chooseLanguage(process.env);
}

async function run(args: readonly string[], language: Language): Promise<number> {
  const texts = CLI_TEXTS[language.code];
  // What there is to do is done outside the parser: waiting for a handler, it would draw up the help page meanwhile.
  let task = async (): Promise<number> => DONE;
  const { parsed, behind } = splitArguments(args);
  const parser = yargs(parsed)
    .scriptName('mailscope')
    .locale('en')
    // The type of yargs knows no plurals; its translations have them.
    .updateStrings(texts.parser as Record<string, string>)
    .usage(texts.usage)
    .parserConfiguration({ 'duplicate-arguments-array': true, 'greedy-arrays': false, 'boolean-negation': false, 'dot-notation': false })
    .command(['read [files..]', '$0'], texts.commands.read, readOptions(language), (argv) => {
      refuseUnbuilt(argv);
      task = () => read(requestOf(argv, behind, language));
    })
    .command('extract [files..]', texts.commands.extract, extractOptions(language), (argv) => {
      task = () => extract(extractRequestOf(argv, behind, language));
    })
    .command('report [files..]', texts.commands.report, reportOptions(language), (argv) => {
      task = async () => {
        const { report } = await import('./report.js');
        return report(reportRequestOf(argv, behind, language, args));
      };
    })
    .command('stats [files..]', texts.commands.stats, statsOptions(language), (argv) => {
      task = () => stats(argv, behind, language);
    })
    .command('why [word] [files..]', texts.commands.why, whyOptions(language), (argv) => {
      task = () => why(argv, behind, language);
    })
    .command('explain [words..]', texts.commands.explain, explainOptions(language), (argv) => {
      task = async () => {
        const { explainWords } = await import('./explain.js');
        return explainWords({ words: [...(argv.words ?? []).map(typed), ...behind], language, ...pageOf(argv.color, true) });
      };
    })
    .command('schema', texts.commands.schema, schemaOptions(language), () => {
      schema();
    })
    .example(texts.examples.map(([command, meaning]) => [command, meaning] as [string, string]))
    .strictOptions()
    .version(version)
    .help()
    .alias('help', 'h')
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .epilogue(texts.epilogue)
    .exitProcess(false)
    .fail((message, error) => {
      throw error === undefined || error.name === 'YError' ? new CommandLineError(message) : error;
    });
  try {
    parser.parseSync();
  } catch (error) {
    if (!(error instanceof CommandLineError)) throw error;
    const lines = error.message.split('\n').map(terminalText).join('\n');
    process.stderr.write(`mailscope: ${lines}\n${texts.tryHelp}\n`);
    return WRONG_USAGE;
  }
  return task();
}

/** Commands that are promised and not built; a file of such a name is read all the same. */
const UNBUILT: ReadonlySet<string> = new Set(['live', 'journey', 'interfaces', 'lab']);

function refuseUnbuilt({ _: commands, files }: { readonly _: readonly (string | number)[]; readonly files: readonly string[] | undefined }): void {
  const [command] = files ?? [];
  if (commands.length > 0 || command === undefined || !UNBUILT.has(command) || existsSync(command)) return;
  throw new UsageError('not-yet', { command });
}

/** What yargs found wrong, in its own (translated) words. */
class CommandLineError extends Error {}

function explainOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    command
      .positional('words', { type: 'string', array: true, describe: options.words })
      .option('lang', langOption(language))
      .option('color', colorOption(language));
}

function schemaOptions(language: Language) {
  return (command: Argv) => command.option('lang', langOption(language)).strict();
}

function readOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    withCommonOptions(command, language)
      .option('findings', { choices: FINDING_FORMATS, requiresArg: true, describe: options.findings })
      .option('format', { choices: READ_FORMATS, default: 'text' as const, requiresArg: true, describe: options.format })
      .option('output', { alias: 'o', type: 'string', requiresArg: true, describe: options.output })
      .option('redact', { type: 'boolean', describe: options.redact })
      .option('show-secrets', { type: 'boolean', conflicts: 'redact', describe: options.showSecrets })
      .option('bodies', { type: 'boolean', default: false, describe: options.bodies })
      .option('hashes', { type: 'boolean', default: false, describe: options.hashes })
      .option('tz', zoneOption(language))
      .option('color', colorOption(language));
}

function extractOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    withCommonOptions(command, language)
      .option('d', { type: 'string', requiresArg: true, describe: options.folder })
      .option('force', { type: 'boolean', default: false, describe: options.force });
}

function extractRequestOf(argv: ExtractArguments, behind: readonly string[], language: Language): ExtractRequest {
  if (argv.d === undefined) throw new UsageError('no-folder', {});
  return { ...commonRequest(argv, behind, language), folder: argv.d, overwrite: argv.force };
}

function requestOf(argv: ReadArguments, behind: readonly string[], language: Language): ReadRequest {
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
