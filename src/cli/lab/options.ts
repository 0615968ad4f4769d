/** The command line of `mailscope lab`. */
import type { Argv } from 'yargs';
import type { Language } from '../../text/index.js';
import { colorOption, withSecretOptions, withViewingOptions, zoneOption, type ColorChoice, type SecretArguments, type ViewingArguments } from '../common-options.js';
import { CLI_TEXTS } from '../help.js';
import type { TrafficChoice } from './traffic.js';

const ENGINES = ['auto', 'dumpcap', 'tcpdump', 'cap', 'sockets'] as const satisfies readonly TrafficChoice[];

export interface LabArguments extends ViewingArguments, SecretArguments {
  readonly host: string;
  readonly ports: string | undefined;
  readonly format: 'text' | 'ndjson';
  readonly engine: TrafficChoice;
  readonly tz: 'utc' | 'local';
  readonly color: ColorChoice;
  readonly keylog: readonly string[] | undefined;
  readonly w: string | undefined;
}

export function labOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    withSecretOptions(withViewingOptions(command, language), language)
      .option('host', { type: 'string', default: '127.0.0.1', requiresArg: true, describe: options.host })
      .option('ports', { type: 'string', requiresArg: true, describe: options.ports })
      .option('keylog', { type: 'string', array: true, requiresArg: true, describe: options.keylog })
      .option('w', { alias: 'write', type: 'string', requiresArg: true, describe: options.write })
      .option('format', { choices: ['text', 'ndjson'] as const, default: 'text' as const, requiresArg: true, describe: options.liveFormat })
      .option('engine', { choices: ENGINES, default: 'auto' as const, requiresArg: true, describe: options.labEngine })
      .option('tz', zoneOption(language))
      .option('color', colorOption(language));
}
