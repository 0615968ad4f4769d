/** The pages by name, made once for what they are made from; and how a page is drawn. */
import { fit, onGround, span, type Line } from '../line.js';
import type { Page, Region, View } from '../view.js';
import { bytesPage } from './bytes.js';
import { findingsPage } from './findings.js';
import { followPage } from './follow.js';
import { helpPage } from './help.js';
import { journeyPage } from './journey.js';
import { mailPage } from './mail.js';
import { statisticsPage } from './statistics.js';

const PAGES = { bytes: bytesPage, mail: mailPage, findings: findingsPage, statistics: statisticsPage, follow: followPage, journey: journeyPage, help: helpPage } as const;

let made: { readonly from: readonly unknown[]; readonly page: Page | undefined } | undefined;

/** Undefined where the screen is no page, or what it shows is not there yet. */
export function pageOf(view: View): Page | undefined {
  const { state, world, place, glyphs } = view;
  if (place.screen === 'sessions' || place.screen === 'conversation') return undefined;
  const { conversation, statistics, stream, octets, matcher, traced } = world;
  const from = [place.screen, place.session, place.entry, place.part, place.shift, state.size.columns, state.language, state.secrets, glyphs, conversation, statistics, stream, octets, matcher, traced];
  if (made === undefined || made.from.some((value, at) => value !== from[at])) made = { from, page: PAGES[place.screen](view) };
  return made.page;
}

export function pageLines(view: View, height: number): { readonly lines: readonly Line[]; readonly regions: readonly Region[] } {
  const page = pageOf(view);
  const { place, state } = view;
  if (page === undefined) return { lines: [], regions: [] };
  const chosen = place.cursor < page.length ? page.row(place.cursor).target : undefined;
  const lines: Line[] = [];
  const regions: Region[] = [];
  for (let at = place.top; at < Math.min(page.length, place.top + height); at++) {
    const { line, target } = page.row(at);
    const row = fit([span(' '), ...line], state.size.columns);
    const isChosen = chosen !== undefined && target === chosen;
    regions.push({ x: 0, y: 1 + lines.length, width: state.size.columns, height: 1, event: { kind: 'pick', row: at, inSide: false } });
    lines.push(at === place.cursor ? onGround(row, 'selected') : isChosen ? onGround(row, 'resting') : row);
  }
  return { lines, regions };
}
