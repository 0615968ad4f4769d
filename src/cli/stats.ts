/** `mailscope stats`: captures in, counts out, as tables with bars or as JSON. */
import type { Argv } from 'yargs';
import { createStatisticsReport } from '../report/statistics/report.js';
import { renderStatistics } from '../report/statistics/text.js';
import type { Language } from '../text/index.js';
import { analyzeFiles } from './analysis.js';
import { colorOption, commonRequest, pageOf, withCommonOptions, withOutputOptions, type ColorChoice, type CommonArguments, type OutputArguments } from './common-options.js';
import { CLI_TEXTS } from './help.js';
import { openOutput } from './output.js';

interface StatsArguments extends CommonArguments, OutputArguments {
  readonly format: 'text' | 'json';
  readonly color: ColorChoice;
}

export function statsOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    withOutputOptions(withCommonOptions(command, language), language)
      .option('format', { choices: ['text', 'json'] as const, default: 'text' as const, requiresArg: true, describe: options.statsFormat })
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
