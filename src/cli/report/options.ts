/** The command line of `mailscope report`. */
import type { Argv } from 'yargs';
import type { Language } from '../../text/index.js';
import { commonRequest, withCommonOptions, zoneOption, type CommonArguments } from '../common-options.js';
import { CLI_TEXTS } from '../help.js';
import { UsageError } from '../usage-error.js';
import type { ReportRequest } from './report.js';

interface ReportArguments extends CommonArguments {
  readonly output: string | undefined;
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly session: readonly string[] | undefined;
  readonly redact: boolean | undefined;
  readonly showSecrets: boolean | undefined;
  readonly anonymise: boolean;
  readonly bodies: boolean;
  readonly tz: 'utc' | 'local';
}

export function reportOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    withCommonOptions(command, language)
      .option('output', { alias: 'o', type: 'string', requiresArg: true, describe: options.reportOutput })
      .option('title', { type: 'string', requiresArg: true, describe: options.title })
      .option('author', { type: 'string', requiresArg: true, describe: options.author })
      .option('session', { type: 'string', array: true, requiresArg: true, describe: options.session })
      .option('redact', { type: 'boolean', describe: options.reportRedact })
      .option('show-secrets', { type: 'boolean', conflicts: 'redact', describe: options.reportShowSecrets })
      .option('anonymise', { type: 'boolean', default: false, describe: options.anonymise })
      .option('bodies', { type: 'boolean', default: false, describe: options.reportBodies })
      .option('tz', zoneOption(language));
}

/** `args`: the command line as it was typed. */
export function reportRequestOf(argv: ReportArguments, behind: readonly string[], language: Language, args: readonly string[]): ReportRequest {
  const common = commonRequest(argv, behind, language);
  if (argv.output === undefined) throw new UsageError('no-output', {});
  if (argv.anonymise && argv.bodies) throw new UsageError('anonymous-bodies', {});
  return {
    ...common,
    output: argv.output,
    title: argv.title,
    author: argv.author,
    commandLine: ['mailscope', ...args].map(quoted).join(' '),
    redact: argv.showSecrets !== true,
    anonymise: argv.anonymise,
    bodies: argv.bodies,
    zone: argv.tz,
    sessions: argv.session === undefined ? undefined : numbersOf(argv.session),
  };
}

/** What needs no quotes in a shell (POSIX.1 XCU §2.2). */
const PLAIN = /^[\w@%+=:,./-]+$/;

function quoted(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Sessions that one range may name. */
const MOST = 100_000;
const RANGE = /^(\d{1,9})(?:-(\d{1,9}))?$/;

/** `3`, `1,4`, `2-5`. Throws UsageError for anything else. */
function numbersOf(values: readonly string[]): readonly number[] {
  const numbers = new Set<number>();
  for (const value of values.flatMap((text) => String(text).split(','))) {
    const [, first, last = first] = RANGE.exec(value.trim()) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === undefined || from < 1 || to < from || to - from >= MOST) throw new UsageError('bad-session', { value });
    for (let number = from; number <= to; number++) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b);
}
