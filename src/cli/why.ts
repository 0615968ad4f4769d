/** `mailscope why WORD FILE...`: what became of an address, a Message-ID or a queue id. */
import type { Argv } from 'yargs';
import { FateSearch } from '../fates/search.js';
import { JourneyCollector } from '../journey/collector.js';
import type { Session } from '../model/session.js';
import { renderFates } from '../report/fates/text.js';
import { SessionMasks } from '../report/redaction.js';
import type { Report } from '../report/report.js';
import type { Language } from '../text/index.js';
import { analyzeFiles } from './analysis.js';
import { colorOption, commonRequest, pageOf, typed, withCommonOptions, withOutputOptions, zoneOption, type ColorChoice, type CommonArguments, type OutputArguments } from './common-options.js';
import { CLI_TEXTS } from './help.js';
import { openOutput } from './output.js';
import { UsageError } from './usage-error.js';

interface WhyArguments extends CommonArguments, OutputArguments {
  readonly word: string | undefined;
  readonly color: ColorChoice;
  readonly tz: 'utc' | 'local';
}

export function whyOptions(language: Language) {
  const { options } = CLI_TEXTS[language.code];
  return (command: Argv) =>
    withOutputOptions(withCommonOptions(command, language), language)
      .positional('word', { type: 'string', describe: options.wanted })
      .option('tz', zoneOption(language))
      .option('color', colorOption(language));
}

/** Exit status as CONTRACT says; 0, too, where nothing is found. */
export async function why(argv: WhyArguments, behind: readonly string[], language: Language): Promise<number> {
  const [first, ...rest] = argv.word === undefined ? behind : [typed(argv.word), ...behind];
  if (first === undefined || first.trim() === '') throw new UsageError('no-word', {});
  const request = commonRequest(argv, rest, language);
  return analyzeFiles(request, false, () => {
    const output = openOutput(argv.output, request.files);
    const search = new FateSearch(first);
    const journeys = new JourneyCollector();
    const masks = new SessionMasks(argv.redact === true);
    const page = { word: first, language, zone: argv.tz, ...pageOf(argv.color, argv.output === undefined) };
    const finish = (): void => output.write(renderFates(search.fates, search.similar, search.totals, { ...page, journeys: journeys.result().journeys, mask: (fate, text) => masks.mask(fate.session, text) }));
    return { report: searching(search, journeys, masks, finish), close: () => output.close() };
  });
}

function searching(search: FateSearch, journeys: JourneyCollector, masks: SessionMasks, finish: () => void): Report {
  return {
    begin(session: Session) {
      masks.begin(session);
      search.begin(session);
    },
    entry(session, entry) {
      masks.learn(session, entry);
      search.entry(session, entry);
      journeys.entry(session, entry);
    },
    message(session, message) {
      journeys.message(session, message);
      search.message(session, message);
    },
    finding() {},
    end: (session) => search.end(session),
    capture() {},
    done: finish,
  };
}
