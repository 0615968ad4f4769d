/** Statistics over everything read so far: the tables of `mailscope stats`, as wide as the screen. */
import { renderStatistics } from '../../report/statistics/text.js';
import { line, span, type Line } from '../line.js';
import type { Page, View } from '../view.js';

/** What `stats` draws bars with, and begins its headings with. */
const BAR = /[█▏▎▍▌▋▊▉]+/;
const HEADING = '── ';

export function statisticsPage(view: View): Page | undefined {
  const { world, language, state, glyphs } = view;
  if (world.statistics === undefined) return undefined;
  const text = renderStatistics(world.statistics, { language, width: state.size.columns - 2, coloured: false });
  const rows = text.trimEnd().split('\n').map((row) => rowLine(row, glyphs.ascii, (words) => glyphs.text(words)));
  return { title: language.screens.screens.statistics, length: rows.length, row: (at) => ({ line: rows[at]! }) };
}

function rowLine(row: string, ascii: boolean, safe: (text: string) => string): Line {
  if (row.startsWith(HEADING)) return line(safe(row), 'step');
  const bar = BAR.exec(row);
  if (bar === null) return line(safe(row));
  const [drawn] = bar;
  const end = bar.index + drawn.length;
  return [span(safe(row.slice(0, bar.index))), span(ascii ? '#'.repeat(drawn.length) : drawn, 'bar'), span(safe(row.slice(end)))];
}
