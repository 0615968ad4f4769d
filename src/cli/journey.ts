/** `mailscope journey FILE...`: the way of each mail over connections and captures. */
import type { Argv } from 'yargs';
import { JourneyCollector } from '../journey/collector.js';
import type { Session } from '../model/session.js';
import { journeyJson } from '../report/journey/json.js';
import { renderJourneys } from '../report/journey/text.js';
import { SessionMasks } from '../report/redaction.js';
import type { Report } from '../report/report.js';
import type { Language } from '../text/index.js';
import { analyzeFiles } from './analysis.js';
import { colorOption, commonRequest, pageOf, withCommonOptions, zoneOption, type ColorChoice, type CommonArguments } from './common-options.js';
import { CLI_TEXTS } from './help.js';
import { openOutput } from './output.js';
import { version } from './version.js';

interface JourneyArguments extends CommonArguments {
  readonly format: 'text' | 'json';
  readonly output: string | undefined;
  readonly redact: boolean | undefined;
  readonly color: ColorChoice;
  readonly tz: 'utc' | 'local';
}

export function journeyOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    withCommonOptions(command, language)
      .option('format', { choices: ['text', 'json'] as const, default: 'text' as const, requiresArg: true, describe: options.journeyFormat })
      .option('output', { alias: 'o', type: 'string', requiresArg: true, describe: options.output })
      .option('redact', { type: 'boolean', describe: options.redact })
      .option('show-secrets', { type: 'boolean', conflicts: 'redact', describe: options.showSecrets })
      .option('tz', zoneOption(language))
      .option('color', colorOption(language));
}

/** Exit status as CONTRACT says. */
export async function journey(argv: JourneyArguments, behind: readonly string[], language: Language): Promise<number> {
  const request = commonRequest(argv, behind, language);
  return analyzeFiles(request, true, () => {
    const output = openOutput(argv.output, request.files);
    const masks = new SessionMasks(argv.redact === true);
    const journeys = new JourneyCollector((session, text) => masks.mask(session, text));
    const page = { language, zone: argv.tz, ...pageOf(argv.color, argv.output === undefined) };
    const finish = (): void => {
      const found = journeys.result();
      if (argv.format === 'text') return output.write(renderJourneys(found, page));
      const document = { mailscope: version, schema: 1, journeys: found.journeys.map(journeyJson), forgotten: found.forgotten === 0 ? undefined : found.forgotten };
      output.write(`${JSON.stringify(document)}\n`);
    };
    return { report: following(journeys, masks, finish), close: () => output.close() };
  });
}

function following(journeys: JourneyCollector, masks: SessionMasks, finish: () => void): Report {
  return {
    begin: (session: Session) => masks.begin(session),
    entry(session, entry) {
      masks.learn(session, entry);
      journeys.entry(session, entry);
    },
    omitted(session, entry) {
      masks.learn(session, entry);
      journeys.entry(session, entry);
    },
    message: (session, message) => journeys.message(session, message),
    finding: () => {},
    end: (session) => masks.end(session),
    capture: () => {},
    done: finish,
  };
}
