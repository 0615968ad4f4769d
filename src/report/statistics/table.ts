/** Statistics as tables of words, before any format: what is shown, in which order, and what a bar is drawn of. Pure. */
import type { StatisticsColumn, StatisticsTable, StatisticsWords } from '../../text/statistics.js';

export interface Cells {
  /** As many as there are columns; the first is the label. */
  readonly cells: readonly string[];
  /** What a bar is drawn of; absent where the row has none. */
  readonly value?: number | undefined;
}

export interface TableOfWords {
  readonly name: StatisticsTable;
  readonly title: string;
  readonly remark: string | undefined;
  /** Headings of the columns behind the label. */
  readonly columns: readonly string[];
  readonly rows: readonly Cells[];
}

/** Rows that are shown of a long table. */
export const SHOWN = 12;

/** The table, or nothing where it has no rows. */
export function table(words: StatisticsWords, name: StatisticsTable, columns: readonly (StatisticsColumn | number)[], rows: readonly Cells[]): readonly TableOfWords[] {
  if (rows.length === 0) return [];
  const headings = columns.map((column) => (typeof column === 'number' ? words.percentile(column) : words.columns[column]));
  return [{ name, title: words.tables[name], remark: words.remarks[name], columns: headings, rows }];
}

/** The first rows, and how many are left out. */
export function firstOf<T>(words: StatisticsWords, all: readonly T[], cellsOf: (row: T) => Cells): readonly Cells[] {
  const rows = all.slice(0, SHOWN).map(cellsOf);
  const rest = all.length - rows.length;
  return rest === 0 ? rows : [...rows, { cells: [words.more(rest), ...rows[0]!.cells.slice(1).map(() => '')] }];
}

/** `mail.example.org (192.0.2.25:25)` */
export function peerName({ address, port, name }: { readonly address: string; readonly port?: number; readonly name?: string | undefined }): string {
  const host = port === undefined ? address : `${address.includes(':') ? `[${address}]` : address}:${port}`;
  return name === undefined ? host : `${name} (${host})`;
}
