/** Every command: its words, its options, and what it does. What only one of them needs is loaded when it runs. */
import type { ArgumentsCamelCase, Argv } from 'yargs';
import type { Language } from '../text/index.js';
import { colorOption, langOption, pageOf, typed } from './common-options.js';
import { extract } from './extract/extract.js';
import { extractOptions, extractRequestOf, plainRequestOf } from './extract/options.js';
import { CLI_TEXTS, type CommandName } from './help.js';
import { labOptions } from './lab/options.js';
import { extractPlain } from './extract/plain.js';
import { interfacesOptions } from './live/interfaces-options.js';
import { journey, journeyOptions } from './journey.js';
import { liveCommandOf, liveOptions } from './live/options.js';
import { isTerminal } from './output.js';
import { read, type ReadRequest } from './read.js';
import { readOptions, readRequestOf, type ReadArguments } from './read-options.js';
import { reportOptions, reportRequestOf } from './report/options.js';
import { schema } from './schema.js';
import { stats, statsOptions } from './stats.js';
import { why, whyOptions } from './why.js';

export interface Circumstances {
  readonly language: Language;
  /** The command line as it was typed. */
  readonly args: readonly string[];
  /** What stands behind `--`. */
  readonly behind: readonly string[];
}

/** Gives the exit status. */
export type Task = () => Promise<number>;

/** Adds a command to the parser; `begin` is called with what it is to do, when it is the one that was asked for. */
export type AddCommand = (parser: Argv, circumstances: Circumstances, begin: (task: Task) => void) => Argv;

interface Command<Given> {
  readonly words: string | readonly string[];
  readonly name: CommandName;
  readonly options: (language: Language) => (command: Argv) => Argv<Given>;
  readonly run: (argv: ArgumentsCamelCase<Given>, circumstances: Circumstances) => Promise<number>;
}

function define<Given>({ words, name, options, run }: Command<Given>): AddCommand {
  return (parser, circumstances, begin) => {
    const { language } = circumstances;
    return parser.command(words, CLI_TEXTS[language.code].commands[name], options(language), (argv) => begin(() => run(argv, circumstances)));
  };
}

export const COMMANDS: readonly AddCommand[] = [
  define({
    words: ['read [files..]', '$0'],
    name: 'read',
    options: readOptions,
    run: async (argv, { behind, language, args }) => {
      const request = readRequestOf(argv, behind, language);
      return (await viewed(argv, request, args)) ?? read(request);
    },
  }),
  define({
    words: 'extract [files..]',
    name: 'extract',
    options: extractOptions,
    run: async (argv, { behind, language }) => {
      const plain = plainRequestOf(argv, behind, language);
      return plain === undefined ? extract(extractRequestOf(argv, behind, language)) : extractPlain(plain);
    },
  }),
  define({
    words: 'report [files..]',
    name: 'report',
    options: reportOptions,
    run: async (argv, { behind, language, args }) => {
      const { report } = await import('./report/report.js');
      return report(reportRequestOf(argv, behind, language, args));
    },
  }),
  define({
    words: 'live',
    name: 'live',
    options: liveOptions,
    run: async (argv, { language, args }) => {
      const command = liveCommandOf(argv, language);
      const input = await viewedBy(argv, args);
      if (input === undefined) return (await import('./live/live.js')).live(command);
      const { viewLive } = await import('./live/view.js');
      return viewLive(command, { color: argv.color, commandLine: asTyped(args) }, input);
    },
  }),
  define({
    words: 'interfaces',
    name: 'interfaces',
    options: interfacesOptions,
    run: async (argv, { language }) => {
      const { interfaces } = await import('./live/interfaces.js');
      return interfaces(argv, language);
    },
  }),
  define({ words: 'stats [files..]', name: 'stats', options: statsOptions, run: (argv, { behind, language }) => stats(argv, behind, language) }),
  define({ words: 'journey [files..]', name: 'journey', options: journeyOptions, run: (argv, { behind, language }) => journey(argv, behind, language) }),
  define({ words: 'why [word] [files..]', name: 'why', options: whyOptions, run: (argv, { behind, language }) => why(argv, behind, language) }),
  define({
    words: 'lab',
    name: 'lab',
    options: (language) => (command) => labOptions(language)(command).strict(),
    run: async (argv, { language, args }) => {
      const input = await viewedBy(argv, args);
      const { runLab, viewLab } = await import('./lab/lab.js');
      return input === undefined ? runLab(argv, language) : viewLab(argv, language, asTyped(args), input);
    },
  }),
  define({
    words: 'explain [words..]',
    name: 'explain',
    options: explainOptions,
    run: async (argv, { behind, language }) => {
      const { explainWords } = await import('./explain/explain.js');
      return explainWords({ words: [...(argv.words ?? []).map(typed), ...behind], language, ...pageOf(argv.color, true) });
    },
  }),
  define({
    words: 'schema',
    name: 'schema',
    options: (language) => (command) => command.option('lang', langOption(language)).strict(),
    run: async () => {
      schema();
      return 0;
    },
  }),
];

function explainOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    command
      .positional('words', { type: 'string', array: true, describe: options.words })
      .option('lang', langOption(language))
      .option('color', colorOption(language));
}

/** A transcript was asked for, or something else that is no picture of a terminal. */
const NO_VIEW = ['findings', 'output', 'failOn', 'bodies', 'hashes'] as const;

function asksForFormat(args: readonly string[]): boolean {
  return args.some((arg) => /^--format(?:=|$)/.test(arg));
}

/** Where keys come from, if what comes by is to be shown in the terminal view. */
async function viewedBy({ failOn }: { readonly failOn: unknown }, args: readonly string[]): Promise<NodeJS.ReadStream | undefined> {
  const isViewed = failOn === undefined && !asksForFormat(args) && isTerminal(1);
  return isViewed ? (await import('./view/view.js')).keyboard(process.env) : undefined;
}

/** The terminal view, where FILE stands alone and there is a terminal; undefined where the transcript is wanted. */
async function viewed(argv: ArgumentsCamelCase<ReadArguments>, request: ReadRequest, args: readonly string[]): Promise<number | undefined> {
  const asksForText = asksForFormat(args) || NO_VIEW.some((option) => argv[option] !== undefined && argv[option] !== false);
  if (argv._.length > 0 || asksForText || !isTerminal(1)) return undefined;
  const { keyboard, viewFiles } = await import('./view/view.js');
  const input = keyboard(process.env);
  return input === undefined ? undefined : viewFiles({ ...request, color: argv.color, commandLine: asTyped(args) }, input);
}

function asTyped(args: readonly string[]): string {
  return ['mailscope', ...args].join(' ');
}
