/** Statistics as text: tables with bars, as wide as the terminal or narrower, names cut where there is no room. */
import type { Statistics } from '../../model/statistics.js';
import type { Language } from '../../text/index.js';
import { terminalText } from '../terminal-text.js';
import { padEnd, widthOf, wrap } from '../text/columns.js';
import { createPaint, type Paint } from '../text/paint.js';
import { statisticsTables } from './tables.js';
import type { Cells, TableOfWords } from './table.js';

export interface StatisticsPage {
  readonly language: Language;
  readonly width: number;
  readonly coloured: boolean;
}

const GAP = '  ';
const WIDEST_BAR = 24;
const SHORTEST_BAR = 12;
/** A name is not cut below this to make room for a bar; without one, it may be. */
const LABEL = 40;
const SHORTEST_LABEL = 16;
const WIDEST_PAGE = 110;
/** Eighths of a column. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

export function renderStatistics(statistics: Statistics, { language, width, coloured }: StatisticsPage): string {
  const paint = createPaint(coloured);
  const page = Math.min(width, WIDEST_PAGE);
  const tables = statisticsTables(statistics, language);
  const isApproximate = tables.some(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell.startsWith('~'))));
  const remark = (text: string): string => wrap(text, page).map((row) => `${paint.quiet(row)}\n`).join('');
  const parts = tables.map((table) => renderTable(table, page, paint) + (table.remark === undefined ? '' : remark(table.remark)));
  return [...parts, ...(isApproximate ? [remark(language.statistics.approximate)] : [])].join('\n');
}

function renderTable({ title, columns, rows }: TableOfWords, page: number, paint: Paint): string {
  const told = rows.map(({ cells, value }): Cells => ({ cells: cells.map(terminalText), value }));
  const widths = columns.map((heading, at) => Math.max(widthOf(heading), ...told.map(({ cells }) => widthOf(cells[at + 1] ?? ''))));
  const numbers = widths.reduce((sum, width) => sum + GAP.length + width, 0);
  const longest = Math.max(...told.map(({ cells }) => widthOf(cells[0]!)));
  const most = Math.max(...told.map(({ value }) => value ?? 0));
  const { label, bar } = divide(page - numbers, longest, most > 0);
  const line = (first: string, cells: readonly string[]): string => first + cells.map((cell, at) => GAP + padStart(cell, widths[at]!)).join('');
  const heading = columns.some((name) => name !== '') ? `${paint.quiet(line(padEnd('', label + (bar === 0 ? 0 : GAP.length + bar)), columns))}\n` : '';
  const body = told.map(({ cells: [name = '', ...cells], value }) => {
    const drawn = bar === 0 ? '' : GAP + paint.bar(draw(value, most, bar));
    return `${line(padEnd(cut(name, label), label) + drawn, cells).trimEnd()}\n`;
  });
  return `${paint.step(`── ${title} ──`)}\n${heading}${body.join('')}`;
}

/** Room for the label and for a bar, which is left out where there is too little. */
function divide(room: number, longest: number, hasBars: boolean): { readonly label: number; readonly bar: number } {
  const most = room - GAP.length - SHORTEST_BAR;
  if (!hasBars || most < Math.min(longest, LABEL)) return { label: Math.min(longest, Math.max(SHORTEST_LABEL, room)), bar: 0 };
  const label = Math.min(longest, most);
  return { label, bar: Math.min(WIDEST_BAR, room - label - GAP.length) };
}

/** As long as its share of the longest; of a value that is not 0 something is seen. */
function draw(value: number | undefined, most: number, width: number): string {
  const eighths = value === undefined || value === 0 ? 0 : Math.max(1, Math.round((value / most) * width * 8));
  const bar = '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
  return bar + ' '.repeat(width - bar.length);
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

function cut(text: string, width: number): string {
  return widthOf(text) <= width ? text : `${wrap(text.replaceAll(' ', '\u00a0'), width - 1)[0] ?? ''}…`;
}
