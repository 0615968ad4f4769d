/** The command line: says what there is, reads what was asked for, and leaves the work to one file a command. */
import yargs from 'yargs';
import { keepHeapSmall } from '../platform/heap.js';
import { terminalText } from '../report/terminal-text.js';
import { chooseLanguage, languages, type Language, type LanguageCode } from '../text/index.js';
import { COMMANDS, type Task } from './commands.js';
import { splitArguments } from './common-options.js';
import { FilterMistake } from './filter/mistake.js';
import { CLI_TEXTS } from './help.js';
import { UsageError } from './usage-error.js';
import { version } from './version.js';

const DONE = 0;
const WRONG_USAGE = 2;

/** Runs one command line (without node and program) and sets the exit status. Never rejects. */
export async function main(args: readonly string[]): Promise<void> {
  keepHeapSmall();
  const language = languages[languageOf(args)];
  // Who reads the complaints may have gone away: what they are about keeps its exit status.
  process.stderr.on('error', () => {});
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
  const { parsed, behind } = splitArguments(args);
  const parser = yargs(parsed)
    .scriptName('mailscope')
    .locale('en')
    // The type of yargs knows no plurals; its translations have them.
    .updateStrings(texts.parser as Record<string, string>)
    .usage(texts.usage)
    .parserConfiguration({ 'duplicate-arguments-array': true, 'greedy-arrays': false, 'boolean-negation': false, 'dot-notation': false })
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
  for (const add of COMMANDS) {
    add(parser, { language, args, behind }, (task) => {
      throw new Asked(task);
    });
  }
  try {
    parser.parseSync();
    return DONE;
  } catch (error) {
    if (error instanceof Asked) return error.task();
    if (!(error instanceof CommandLineError)) throw error;
    const lines = error.message.split('\n').map(terminalText).join('\n');
    process.stderr.write(`mailscope: ${lines}\n${texts.tryHelp}\n`);
    return WRONG_USAGE;
  }
}

/** Leaves the parser with what there is to do: back in it, yargs would draw up the help page, which takes 25 ms. */
class Asked extends Error {
  readonly task: Task;

  constructor(task: Task) {
    super();
    this.task = task;
  }
}

/** What yargs found wrong, in its own (translated) words. */
class CommandLineError extends Error {}
