/**
 * One entry of a transcript as rows: number, time, direction, line and annotation, beside each other where the page is
 * wide enough, else below each other.
 */
import { secondsBetween } from '../../bytes/time.js';
import type { Entry } from '../../model/entry.js';
import type { Session } from '../../model/session.js';
import type { Language } from '../../text/index.js';
import { padEnd, wrap, wrapIndented } from './columns.js';
import { entryLines, entryNote, headerRemarks } from './entry-line.js';
import type { Paint } from './paint.js';

interface Layout {
  /** The annotation stands beside the line; below it otherwise. */
  readonly beside: boolean;
  readonly line: number;
  readonly note: number;
  readonly remark: number;
}

/** `   1  0.000000 → ` */
const NUMBER = 4;
const TIME = 11;
const MICROSECONDS = 6;
export const MARGIN = NUMBER + 1 + TIME + 1 + 2;
const GAP = 2;
/** Below a line, its own remark stands further in, and the annotation of the entry a little. */
const REMARK_INDENT = 4;
const NOTE_INDENT = 2;
/** Nobody reads a narrower column; text is then wider than its terminal. */
export const NARROWEST = MARGIN + 20;
/** Below this width two columns of text are too narrow to be read. */
const BESIDE = 104;

function layoutFor(width: number): Layout {
  const room = width - MARGIN;
  if (width < BESIDE) return { beside: false, line: room, note: room - NOTE_INDENT, remark: room - REMARK_INDENT };
  const line = Math.min(64, Math.floor(room * 0.44));
  const note = Math.min(100, room - line - GAP);
  return { beside: true, line, note, remark: note };
}

/** Seconds with six digits behind the point, or as many as the column has room for: 10,000 s are 2 h 47 min. */
function clock(seconds: number): string {
  const spare = seconds.toFixed(MICROSECONDS).length - TIME;
  return seconds.toFixed(spare <= 0 ? MICROSECONDS : Math.max(0, MICROSECONDS - spare));
}

/** What of the session so far decides how an entry of it is told. */
interface Told {
  readonly latestQuestion: number;
  readonly mask: (text: string, own?: readonly string[]) => string;
}

export type EntryRows = (session: Session, entry: Entry, told: Told) => string;

export function createEntryRows(language: Language, width: number, paint: Paint): EntryRows {
  const layout = layoutFor(width);
  return (session, entry, { latestQuestion, mask: maskWith }) => {
    const mask = (text: string): string => maskWith(text, entry.secrets);
    const remarks = entry.kind === 'message' ? headerRemarks(entry, language) : [];
    const lines = entryLines(entry, language, latestQuestion).map((line, at): ToldLine => {
      const remark = remarks[at];
      const field = remark === undefined ? [] : wrap(mask(remark), layout.remark);
      return { rows: wrapIndented(mask(line), layout.line), remark: at < remarks.length ? field : undefined };
    });
    const notes = wrap(mask(entryNote(entry, language)), layout.note);
    const seconds = secondsBetween(session.connection.first, entry.extent.last);
    const time = seconds === undefined ? '' : clock(seconds);
    const head = `${paint.quiet(`${String(entry.id).padStart(NUMBER)} ${time.padStart(TIME)}`)} ${arrow(entry)} `;
    const shown: ShownEntry = { head, entry, lines, notes };
    return layout.beside ? rowsBeside(shown, layout, paint) : rowsBelow(shown, paint);
  };
}

/** A line in rows, and what is said of it alone, as of a field of a header. */
interface ToldLine {
  readonly rows: readonly string[];
  /** Empty for a field of which nothing is said. */
  readonly remark: readonly string[] | undefined;
}

/** An entry as it is told: what stands before its line, its lines, and the annotation in rows. */
interface ShownEntry {
  readonly head: string;
  readonly entry: Entry;
  readonly lines: readonly ToldLine[];
  readonly notes: readonly string[];
}

function rowsBeside({ head, entry, lines, notes }: ShownEntry, layout: Layout, paint: Paint): string {
  const { left, right } = inColumns(lines, notes);
  let rows = '';
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const margin = at === 0 ? head : ' '.repeat(MARGIN);
    const line = left[at] ?? '';
    const note = right[at] ?? '';
    if (note === '') rows += `${margin}${paint.entry(entry, line)}\n`;
    else rows += `${margin}${paint.entry(entry, padEnd(line, layout.line))}${' '.repeat(GAP)}${note}\n`;
  }
  return rows;
}

/** The annotation stands beside the first lines, each field beside its own remark or none, further down where there is no room. */
function inColumns(lines: readonly ToldLine[], notes: readonly string[]): { readonly left: readonly string[]; readonly right: readonly string[] } {
  const left: string[] = [];
  const right = [...notes];
  for (const { rows, remark } of lines) {
    if (remark !== undefined) {
      while (left.length < right.length) left.push('');
      while (right.length < left.length) right.push('');
      right.push(...remark);
    }
    left.push(...rows);
  }
  return { left, right };
}

function rowsBelow({ head, entry, lines, notes }: ShownEntry, paint: Paint): string {
  const margin = ' '.repeat(MARGIN);
  let rows = '';
  for (const line of lines) {
    for (const text of line.rows) rows += `${rows === '' ? head : margin}${paint.entry(entry, text)}\n`;
    for (const remark of line.remark ?? []) rows += `${margin}${' '.repeat(REMARK_INDENT)}${remark}\n`;
  }
  return rows + notes.map((note) => `${margin}${' '.repeat(NOTE_INDENT)}${note}\n`).join('');
}

function arrow({ from, kind, note }: Entry): string {
  if (kind === 'tcp' && note.key.startsWith('tcp.setup')) return '↔';
  // It is said to, or by, somebody else.
  if (kind === 'context') return '·';
  return from === 'client' ? '→' : '←';
}
