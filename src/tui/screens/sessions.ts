/** The list of sessions: a row each, as many columns as there is room for. Only the rows that are seen are made. */
import type { SessionOutcome, SessionRow } from '../../model/archive.js';
import type { Severity } from '../../model/finding.js';
import type { Peer } from '../../model/session.js';
import type { Language, ListColumn } from '../../text/index.js';
import { distinctNames } from '../capture-names.js';
import { cell, fit, onGround, span, type Line, type Tone } from '../line.js';
import { isOtherDay, startOf } from '../times.js';
import type { Region, View } from '../view.js';

interface Column {
  readonly name: ListColumn;
  /** Columns of the terminal it needs, and may have. */
  readonly least: number;
  readonly most: number;
  /** Its share of what is left over. */
  readonly weight: number;
  readonly side: 'left' | 'right';
}

const TABLE: readonly Column[] = [
  { name: 'number', least: 4, most: 7, weight: 0, side: 'right' },
  { name: 'start', least: 8, most: 8, weight: 0, side: 'right' },
  { name: 'protocol', least: 4, most: 4, weight: 0, side: 'left' },
  { name: 'client', least: 11, most: 28, weight: 2, side: 'left' },
  { name: 'server', least: 11, most: 28, weight: 2, side: 'left' },
  { name: 'user', least: 8, most: 24, weight: 1, side: 'left' },
  { name: 'parties', least: 14, most: 200, weight: 4, side: 'left' },
  { name: 'mails', least: 5, most: 5, weight: 0, side: 'right' },
  { name: 'bytes', least: 9, most: 12, weight: 0, side: 'right' },
  { name: 'duration', least: 8, most: 12, weight: 0, side: 'right' },
  { name: 'captures', least: 8, most: 30, weight: 1, side: 'left' },
  { name: 'outcome', least: 14, most: 20, weight: 1, side: 'left' },
  { name: 'findings', least: 6, most: 6, weight: 0, side: 'right' },
];

/** Which columns are given up last. */
const PRIORITY: readonly ListColumn[] = ['number', 'start', 'protocol', 'parties', 'outcome', 'findings', 'client', 'server', 'captures', 'mails', 'duration', 'user', 'bytes'];

/** Where a session was recorded is of interest where it may have been at several places. */
export function hasColumn({ world }: View, column: ListColumn): boolean {
  return column !== 'captures' || world.captures.length > 1;
}

/** Of columns that can be scrolled away: all but the first. */
export const MOST_SHIFT = TABLE.length - 2;

interface PlacedColumn extends Column {
  readonly width: number;
}

const GRAVEST: readonly Severity[] = ['critical', 'warning', 'notice', 'info'];

/** Before the number of findings of the gravest kind. */
export const SIGNS: Readonly<Record<Severity, string>> = { critical: '!!', warning: '!', notice: '+', info: '-' };

export function sessionRows(view: View, height: number): { readonly lines: readonly Line[]; readonly regions: readonly Region[] } {
  const { world, place, state } = view;
  const columns = columnsFor(view);
  const head = headLine(view, columns);
  const lines: Line[] = [head.line];
  for (let at = place.top; at < Math.min(world.listing.length, place.top + height - 1); at++) {
    const row = rowAt(view, at);
    if (row === undefined) break;
    const cells = columns.flatMap((column): Line => {
      const { text, tone } = told(view, row, column.name, at);
      return [span(`${cell(view.glyphs.text(text), column.width, column.side, view.glyphs.ellipsis)} `, tone)];
    });
    const line = fit(cells, state.size.columns);
    lines.push(at === place.cursor ? onGround(line, 'selected') : line);
  }
  return { lines, regions: head.regions };
}

function rowAt({ world }: View, at: number): SessionRow | undefined {
  const id = world.listing.id(at);
  return id === undefined ? undefined : world.rows[id - 1];
}

/** By what they are worth; where somebody has moved to the right, from there on. */
function columnsFor(view: View): readonly PlacedColumn[] {
  const { columns: room } = view.state.size;
  const table = TABLE.filter(({ name }) => hasColumn(view, name)).map((column) => ({ ...column, least: leastOf(view, column) }));
  const isShown = new Set<ListColumn>();
  let used = 0;
  const order = view.place.shift === 0 ? PRIORITY : ['number' as const, ...TABLE.slice(1 + view.place.shift).map(({ name }) => name)];
  for (const name of order) {
    const least = table.find((column) => column.name === name)?.least;
    if (least === undefined || used + least + 1 > room) continue;
    used += least + 1;
    isShown.add(name);
  }
  return grown(table.filter(({ name }) => isShown.has(name)), room - used);
}

function leastOf({ world, state, language }: View, { name, least }: Column): number {
  if (name === 'number') return Math.max(least, String(world.rows.length).length);
  if (name === 'findings') return Math.max(least, language.screens.columns.findings.length);
  const [first] = world.rows;
  const last = world.rows.at(-1);
  if (name !== 'start' || first === undefined || last === undefined) return least;
  if (state.clocks.list !== 'absolute') return 11;
  return isOtherDay(first, last, world.zone) ? 14 : least;
}

/** What is left over, by weight and as far as it is of use. */
function grown(columns: readonly Column[], room: number): readonly PlacedColumn[] {
  const widths = columns.map(({ least }) => least);
  let left = room;
  while (left > 0) {
    const growing = columns.map((column, at) => ({ column, at })).filter(({ column, at }) => column.weight > 0 && widths[at]! < column.most);
    if (growing.length === 0) break;
    // The one that has got the least of its share.
    const next = growing.reduce((a, b) => ((widths[a.at]! - a.column.least) / a.column.weight <= (widths[b.at]! - b.column.least) / b.column.weight ? a : b));
    widths[next.at]!++;
    left--;
  }
  return columns.map((column, at) => ({ ...column, width: widths[at]! }));
}

function headLine({ state, language, glyphs }: View, columns: readonly PlacedColumn[]): { readonly line: Line; readonly regions: readonly Region[] } {
  const regions: Region[] = [];
  let x = 0;
  const spans = columns.map(({ name, width, side }) => {
    const isSorted = state.sort.column === name;
    const mark = isSorted ? (state.sort.descending ? glyphs.descending : glyphs.ascending) : '';
    const title = cell(glyphs.text(language.screens.columns[name]), width - mark.length, side, glyphs.ellipsis);
    regions.push({ x, y: 1, width: width + 1, height: 1, event: { kind: 'sort', column: name } });
    x += width + 1;
    return span(`${side === 'left' && isSorted ? `${title.trimEnd()}${mark}`.padEnd(width) : title + mark} `, isSorted ? 'step' : 'strong');
  });
  return { line: fit(spans, state.size.columns), regions };
}

function told(view: View, row: SessionRow, column: ListColumn, at: number): { readonly text: string; readonly tone: Tone } {
  const { language, world, state } = view;
  switch (column) {
    case 'number':
      return { text: String(row.id), tone: 'quiet' };
    case 'start': {
      const [first] = world.rows;
      const withDay = first !== undefined && isOtherDay(first, world.rows.at(-1)!, world.zone);
      return { text: startOf(row, rowAt(view, at - 1), first, { clock: state.clocks.list, zone: world.zone, withDay }), tone: 'plain' };
    }
    case 'protocol':
      return { text: language.labels.protocols[row.protocol], tone: 'plain' };
    case 'client':
      return { text: hostName(row.client), tone: 'client' };
    case 'server':
      return { text: hostName(row.server), tone: 'server' };
    case 'user':
      return { text: row.user ?? '', tone: 'plain' };
    case 'parties':
      return { text: partiesOf(row, language), tone: 'plain' };
    case 'mails':
      return { text: row.mails === 0 ? '' : language.number(row.mails), tone: 'plain' };
    case 'bytes':
      return { text: language.number(row.bytes.client + row.bytes.server), tone: 'plain' };
    case 'duration':
      return { text: row.duration === undefined ? '' : language.duration(row.duration), tone: 'plain' };
    case 'captures':
      return { text: placesOf(row, world), tone: 'plain' };
    case 'outcome':
      return { text: outcomeText(row.outcome, language), tone: OUTCOMES[row.outcome.key] ?? 'plain' };
    case 'findings': {
      const gravest = GRAVEST.find((severity) => row.findings[severity] > 0);
      return gravest === undefined ? { text: '', tone: 'plain' } : { text: `${SIGNS[gravest]}${row.findings[gravest]}`, tone: gravest };
    }
  }
}

const OUTCOMES: Readonly<Partial<Record<SessionOutcome['key'], Tone>>> = {
  'accepted': 'server',
  'stored': 'server',
  'retrieved': 'server',
  'refused': 'refusal',
  'login-failed': 'refusal',
  'unanswered': 'refusal',
  'no-connection': 'refusal',
  'deferred': 'delay',
  'partly-accepted': 'delay',
  'broken-off': 'delay',
  'no-reply': 'delay',
  'encrypted': 'quiet',
  'talk': 'quiet',
};

function outcomeText(outcome: SessionOutcome, { screens }: Language): string {
  return (screens.outcomes[outcome.key] as (params: SessionOutcome['params']) => string)(outcome.params);
}

/** What tells the names of the captures apart. */
function placesOf({ captures }: SessionRow, { captures: all }: View['world']): string {
  const names = distinctNames(all.map(({ file }) => file));
  return captures.map((position) => names[position] ?? position + 1).join(', ');
}

function hostName({ name, address }: Peer): string {
  return name ?? address;
}

/** `anna@example.org → bob@example.com +2`, or the mailbox. */
function partiesOf({ from, to, recipients, mailbox }: SessionRow, { screens }: Language): string {
  if (from === undefined && to.length === 0) return mailbox ?? '';
  const sender = from === '' ? '<>' : (from ?? '?');
  const [first] = to;
  if (first === undefined) return sender;
  return `${sender} → ${first}${recipients > 1 ? ` ${screens.andMore(recipients - 1)}` : ''}`;
}
