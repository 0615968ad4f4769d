/** The command line of `mailscope live`. */
import type { Argv } from 'yargs';
import type { EngineChoice } from '../../capture/live/engine-choice.js';
import type { FileRing } from '../../capture/live/recording.js';
import { mailPorts } from '../../dialogue/detection/mail-ports.js';
import type { Language } from '../../text/index.js';
import { colorOption, pageOf, viewingRequest, withSecretOptions, withViewingOptions, zoneOption, type ColorChoice, type SecretArguments, type ViewingArguments } from '../common-options.js';
import { CLI_TEXTS } from '../help.js';
import { UsageError } from '../usage-error.js';
import type { LiveCommand } from './live.js';

const LIVE_FORMATS = ['text', 'ndjson'] as const;
const ENGINES = ['auto', 'dumpcap', 'tcpdump', 'cap'] as const satisfies readonly EngineChoice[];

interface LiveArguments extends ViewingArguments, SecretArguments {
  readonly keylog: readonly string[] | undefined;
  readonly i: string | undefined;
  readonly f: string | undefined;
  readonly w: string | undefined;
  readonly context: boolean | undefined;
  readonly ring: string | undefined;
  readonly duration: string | undefined;
  readonly count: number | undefined;
  readonly engine: EngineChoice;
  readonly format: (typeof LIVE_FORMATS)[number];
  readonly color: ColorChoice;
  readonly tz: 'utc' | 'local';
}

export function liveOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    withSecretOptions(withViewingOptions(command, language), language)
      .option('keylog', { type: 'string', array: true, requiresArg: true, describe: options.keylog })
      .option('i', { alias: 'interface', type: 'string', requiresArg: true, describe: options.interface })
      .option('f', { alias: 'capture-filter', type: 'string', requiresArg: true, describe: options.captureFilter })
      .option('context', { type: 'boolean', conflicts: 'f', describe: options.context })
      .option('w', { alias: 'write', type: 'string', requiresArg: true, describe: options.write })
      .option('ring', { type: 'string', requiresArg: true, describe: options.ring })
      .option('duration', { type: 'string', requiresArg: true, describe: options.runFor })
      .option('count', { alias: 'c', type: 'number', requiresArg: true, describe: options.count })
      .option('engine', { choices: ENGINES, default: 'auto' as const, requiresArg: true, describe: options.engine })
      .option('format', { choices: LIVE_FORMATS, default: 'text' as const, requiresArg: true, describe: options.liveFormat })
      .option('tz', zoneOption(language))
      .option('color', colorOption(language));
}

/** Throws UsageError. */
export function liveCommandOf(argv: LiveArguments, language: Language): LiveCommand {
  if (argv.i === undefined || argv.i === '') throw new UsageError('no-interface', {});
  return {
    ...viewingRequest(argv, language),
    keyLogs: argv.keylog ?? [],
    interface: argv.i,
    captureFilter: argv.f ?? defaultFilter(argv.context === true),
    ports: argv.f === undefined ? mailPorts : undefined,
    save: argv.w,
    ring: argv.ring === undefined ? undefined : ringOf(argv.ring, argv.w),
    seconds: argv.duration === undefined ? undefined : secondsOf(argv.duration),
    count: argv.count === undefined ? undefined : countOf(argv.count),
    engine: argv.engine,
    format: argv.format,
    redact: argv.redact === true,
    zone: argv.tz,
    ...pageOf(argv.color, true),
  };
}

/** The mail ports, and the later fragments of TCP, which name none; `context`: what surrounds mail, too. */
function defaultFilter(context: boolean): string {
  const ports = mailPorts.map((port) => `port ${port}`).join(' or ');
  const mail = `tcp and (${ports} or ip[6:2] & 0x1fff != 0)`;
  return context ? `(${mail}) or port 53 or tcp port 113 or udp port 514 or icmp or icmp6` : mail;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, 'k': 1e3, 'm': 1e6, 'g': 1e9 };
const SECONDS: Readonly<Record<string, number>> = { '': 1, 's': 1, 'm': 60, 'h': 3600, 'd': 86_400 };
/** The longest that a timer of the platform can wait for, in seconds. */
const LONGEST = 2_147_483;

function ringOf(value: string, file: string | undefined): FileRing {
  if (file === undefined) throw new UsageError('ring-alone', {});
  const [, size = '', unit = '', count = ''] = /^(\d{1,12})([kmg]?)b?,(\d{1,6})$/i.exec(value) ?? [];
  const octets = Number(size) * UNITS[unit.toLowerCase()]!;
  if (size === '' || octets < 1 || Number(count) < 1) throw new UsageError('bad-ring', { value });
  return { size: octets, count: Number(count) };
}

function secondsOf(value: string): number {
  const [, amount = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?)([smhd]?)$/.exec(value) ?? [];
  const seconds = Number(amount) * SECONDS[unit]!;
  if (amount === '' || seconds <= 0 || seconds > LONGEST) throw new UsageError('bad-duration', { value });
  return seconds;
}

function countOf(value: number): number {
  if (!Number.isSafeInteger(value) || value < 1 || value > 0x7fffffff) throw new UsageError('bad-count', { value: String(value) });
  return value;
}
