/** `mailscope stats`: captures in, counts out, as tables with bars or as JSON. */
import type { Argv } from 'yargs';
import { createStatisticsReport } from '../report/statistics/report.js';
import { renderStatistics } from '../report/statistics/text.js';
import type { Language } from '../text/index.js';
import { analyzeFiles } from './analysis.js';
import { colorOption, commonRequest, pageOf, withCommonOptions, type ColorChoice, type CommonArguments } from './common-options.js';
import { CLI_TEXTS } from './help.js';
import { openOutput } from './output.js';

interface StatsArguments extends CommonArguments {
  readonly format: 'text' | 'json';
  readonly output: string | undefined;
  readonly redact: boolean | undefined;
  readonly color: ColorChoice;
}

export function statsOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    withCommonOptions(command, language)
      .option('format', { choices: ['text', 'json'] as const, default: 'text' as const, requiresArg: true, describe: options.statsFormat })
      .option('output', { alias: 'o', type: 'string', requiresArg: true, describe: options.output })
      .option('redact', { type: 'boolean', describe: options.redact })
      .option('show-secrets', { type: 'boolean', conflicts: 'redact', describe: options.showSecrets })
      .option('color', colorOption(language));
}

/** Exit status as CONTRACT says. */
export async function stats(argv: StatsArguments, behind: readonly string[], language: Language): Promise<number> {
  const request = commonRequest(argv, behind, language);
  return analyzeFiles(request, false, () => {
    const output = openOutput(argv.output, request.files);
    const page = { language, ...pageOf(argv.color, argv.output === undefined) };
    const report = createStatisticsReport(argv.redact === true, (statistics) =>
      output.write(argv.format === 'json' ? `${JSON.stringify(statistics)}\n` : renderStatistics(statistics, page)),
    );
    return { report, close: () => output.close() };
  });
}
