/** The way of a mail, step by step, over all sessions that were read; Enter goes to a step in its session. */
import type { JourneyStop } from '../../model/journey.js';
import { stopWords } from '../../report/journey/stop-words.js';
import { clock } from '../../report/text/session-head.js';
import { Paragraphs } from '../screens/paragraphs.js';
import { tracedAt, type Page, type PageRow, type Target, type TracedMail, type View } from '../view.js';

const INDENT = 4;

export function journeyPage(view: View): Page | undefined {
  const traced = tracedAt(view);
  if (traced === undefined) return undefined;
  const { screens } = view.language;
  const { stops, subject } = view.state.secrets ? traced.journey : traced.masked;
  const rows = stops.flatMap((_stop, at) => stepRows(view, traced, stops, at));
  const page = new Paragraphs(view, view.state.size.columns - 2);
  if (stops.length === 1) page.text(screens.oneStep, 'quiet');
  const all: readonly PageRow[] = [...rows, ...page.rows.map((line) => ({ line }))];
  return { title: `${screens.screens.journey} · ${screens.mail(traced.message)}${subject === undefined ? '' : `: ${subject}`}`, length: all.length, row: (at) => all[at]! };
}

function stepRows(view: View, traced: TracedMail, stops: readonly JourneyStop[], at: number): readonly PageRow[] {
  const { language, world } = view;
  const stop = stops[at]!;
  const words = stopWords(stops, at, language);
  const isHere = stop.kind === 'wire' && stop.message === traced.message;
  const page = new Paragraphs(view, view.state.size.columns - 2);
  if (words.rest !== undefined) page.text(`${view.glyphs.down} ${words.rest}`, 'delay', INDENT);
  const rows: PageRow[] = page.rows.splice(0).map((line) => ({ line }));
  const time = stop.kind === 'wire' ? clock(stop.begin, world.zone) : words.time;
  const head = [`${at + 1}  ${words.from} → ${words.to}`, words.mark, isHere ? language.screens.here : undefined];
  page.text(head.filter((part) => part !== undefined).join(' · '), isHere ? 'match' : stop.kind === 'wire' ? 'strong' : 'quiet');
  if (time !== undefined) page.text(time, 'quiet', INDENT);
  for (const text of [words.text, words.link, words.remark]) if (text !== undefined) page.text(text, text === words.text ? 'plain' : 'quiet', INDENT);
  const target: Target | undefined = stop.kind === 'wire' ? { kind: 'entry', session: stop.session, entry: traced.lines.get(stop.message) ?? 0 } : undefined;
  return [...rows, ...page.rows.map((line): PageRow => ({ line, target })), { line: [] }];
}
