/**
 * CSV (RFC 4180) of typed rows, and the one exit of captured text to a spreadsheet: what one would take for a formula
 * gets an apostrophe before it, controls become visible. Numbers stay numbers.
 */
import { stringify } from 'csv-stringify/sync';
import { terminalText } from '../terminal-text.js';

export type Value = string | number | boolean | undefined;

/** Columns by their names, in order. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Value>>;

/** Says that the file is UTF-8, without which Excel shows „ä“ as two other letters. */
export const BYTE_ORDER_MARK = '\ufeff';

// A line end inside a field is quoted by itself only where none is named between rows.
const OPTIONS = { escape_formulas: true, record_delimiter: 'windows', quoted_match: '\n' } as const;

// csv-stringify looks at the first character of a field. A spreadsheet that strips blanks, or that splits at semicolons
// because its user's country does, begins a cell further on: behind blanks, semicolons and line ends.
const FORMULA = /(^ +|[;\n] *)([=+\-@\uff1d\uff0b\uff0d\uff20])/g;

export function csvHeading<Row>(columns: Columns<Row>): string {
  return stringify([Object.keys(columns)], OPTIONS);
}

export function csvRow<Row>(columns: Columns<Row>, row: Row): string {
  return stringify([Object.values(columns).map((valueOf) => cell(valueOf(row)))], OPTIONS);
}

function cell(value: Value): string | number | undefined {
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? csvText(value) : value;
}

/** `text` as a spreadsheet may get it: its lines stay lines. */
export function csvText(text: string): string {
  return text.split(/\r\n|\r|\n/).map(terminalText).join('\n').replace(FORMULA, "$1'$2");
}
