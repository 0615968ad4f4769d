/** The journeys of mails as text: each step with its time, what lies between, and how they are known to be one mail. */
import type { Journey, Journeys } from '../../model/journey.js';
import type { Language } from '../../text/index.js';
import { terminalText } from '../terminal-text.js';
import { wrap } from '../text/columns.js';
import { createPaint } from '../text/paint.js';
import { clock, type Zone } from '../text/session-head.js';
import { stopWords } from './stop-words.js';
import { journeyTitle } from './title.js';

export interface JourneyPage {
  readonly language: Language;
  readonly zone: Zone;
  readonly width: number;
  readonly coloured: boolean;
}

const INDENT = 5;

export function renderJourneys({ journeys, forgotten }: Journeys, page: JourneyPage): string {
  const { journey } = page.language;
  if (journeys.length === 0) return `${journey.none}\n`;
  const remark = forgotten === 0 ? '' : `\n${journey.forgotten(forgotten)}\n`;
  return `${journeys.map((one) => journeyText(one, page)).join('\n')}${remark}`;
}

function journeyText(journey: Journey, page: JourneyPage): string {
  const { language, zone } = page;
  const paint = createPaint(page.coloured);
  const rows = (text: string): readonly string[] => wrap(terminalText(text), Math.max(20, page.width - INDENT));
  const { stops } = journey;
  const steps = stops.map((stop, at) => {
    const words = stopWords(stops, at, language);
    const time = stop.kind === 'hearsay' ? words.time : clock(stop.begin, zone);
    const head = [time, terminalText(words.from === words.to ? words.from : `${words.from} → ${words.to}`), words.mark].filter((part) => part !== undefined).join(' · ');
    const rest = words.rest === undefined ? [] : rows(`│ ${words.rest}`).map((row) => paint.quiet(row));
    const body = [words.text, words.link, words.remark].flatMap((text) => (text === undefined ? [] : rows(text)));
    return [...indented(rest), `${String(at + 1).padStart(INDENT - 2)}  ${stop.kind === 'wire' ? head : paint.quiet(head)}`, ...indented(body)].join('\n');
  });
  return `${paint.title(terminalText(journeyTitle(journey, language)))}\n\n${steps.join('\n')}\n`;
}

function indented(rows: readonly string[]): readonly string[] {
  return rows.map((row) => `${' '.repeat(INDENT)}${row}`);
}
