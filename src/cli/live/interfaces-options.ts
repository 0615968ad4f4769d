/** The command line of `mailscope interfaces`. */
import type { Argv } from 'yargs';
import type { Language } from '../../text/index.js';
import { langOption } from '../common-options.js';
import { CLI_TEXTS } from '../help.js';

export function interfacesOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    command
      .option('format', { choices: ['text', 'json'] as const, default: 'text' as const, requiresArg: true, describe: options.interfacesFormat })
      .option('lang', langOption(language))
      .strict();
}
