/**
 * The annotated transcript: conversations one after the other as they end, each line with its time, its direction and
 * what it means. What open conversations have said waits in memory, and beyond a budget on disk.
 */
import { secondsBetween } from '../../bytes/time.js';
import type { Entry, EntryKind, Step } from '../../model/entry.js';
import type { Finding } from '../../model/finding.js';
import type { Session } from '../../model/session.js';
import type { Message } from '../../model/message.js';
import type { KeptBodies, Spool } from '../../model/platform.js';
import { Redaction } from '../redaction.js';
import type { Report, ReportOptions, Write } from '../report.js';
import { padEnd, wrap, wrapIndented } from './columns.js';
import { findingRows } from './finding-rows.js';
import { entryLines, entryNote, headerRemarks } from './entry-line.js';
import { terminalText } from '../terminal-text.js';
import { createPaint, type Paint } from './paint.js';
import { sessionHead, type Zone } from './session-head.js';

export interface TranscriptOptions extends ReportOptions {
  /** Columns of the terminal or page. */
  readonly width: number;
  readonly coloured: boolean;
  readonly zone: Zone;
  /** Absent where bodies are folded to a count. */
  readonly bodies?: KeptBodies | undefined;
  /** Where the text of open sessions waits; a place of its own for each. */
  readonly spool: Spool;
}

interface Layout {
  /** The annotation stands beside the line; below it otherwise. */
  readonly beside: boolean;
  readonly line: number;
  readonly note: number;
}

/** `   1  0.000000 → ` */
const NUMBER = 4;
const TIME = 11;
const MARGIN = NUMBER + 1 + TIME + 1 + 2;
const GAP = 2;
/** Nobody reads a narrower column; text is then wider than its terminal. */
const NARROWEST = MARGIN + 20;
/** Below this width two columns of text are too narrow to be read. */
const BESIDE = 104;

function layoutFor(width: number): Layout {
  const room = width - MARGIN;
  if (width < BESIDE) return { beside: false, line: room, note: room - 2 };
  const line = Math.min(64, Math.floor(room * 0.44));
  return { beside: true, line, note: Math.min(100, room - line - GAP) };
}

interface Open {
  step: Step | undefined;
  /** The last entry that a reply may answer. */
  latestQuestion: number;
  /** Mails that have been shown, and whose octets go on. */
  readonly unended: Set<Message>;
  readonly redaction: Redaction | undefined;
  readonly findings: Finding[];
}

export function createTranscript(write: Write, options: TranscriptOptions): Report {
  const { language, spool, redact, zone } = options;
  const width = Math.max(NARROWEST, options.width);
  const layout = layoutFor(width);
  const paint = createPaint(options.coloured);
  const open = new Map<Session, Open>();
  let first = true;

  const rowsOf = (session: Session, entry: Entry, { redaction, latestQuestion }: Open): string => {
    const mask = (text: string): string => (redaction === undefined ? text : redaction.mask(text, entry.secrets));
    const remarks = entry.kind === 'message' ? headerRemarks(entry, language) : [];
    const lines = entryLines(entry, language, latestQuestion).map((line, at): ToldLine => {
      const remark = remarks[at];
      return { rows: wrapIndented(mask(line), layout.line), remark: remark === undefined ? [] : wrap(mask(remark), layout.note) };
    });
    const notes = wrap(mask(entryNote(entry, language)), layout.note);
    const seconds = secondsBetween(session.connection.first, entry.extent.last);
    const time = seconds === undefined ? '' : seconds.toFixed(6);
    const head = `${paint.quiet(`${String(entry.id).padStart(NUMBER)} ${time.padStart(TIME)}`)} ${arrow(entry)} `;
    const told: Told = { head, entry, lines, notes };
    return layout.beside ? rowsBeside(told, layout, paint) : rowsBelow(told, paint);
  };
  const showBody = createBodies(options, width);

  return {
    begin(session) {
      open.set(session, { step: undefined, latestQuestion: 0, redaction: redact ? new Redaction() : undefined, findings: [], unended: new Set() });
    },
    entry(session, entry) {
      const state = open.get(session)!;
      state.redaction?.learn(entry);
      const bracket = entry.step === state.step ? '' : bracketRow(language.labels.steps[entry.step], paint);
      state.step = entry.step;
      spool.append(session.id, bracket + rowsOf(session, entry, state));
      if (entry.kind === 'message' && entry.message !== undefined) {
        if (entry.message.ended) showBody(session, entry.message, state);
        else state.unended.add(entry.message);
      }
      if (QUESTIONS.has(entry.kind)) state.latestQuestion = entry.id;
    },
    omitted: (session, entry) => open.get(session)?.redaction?.learn(entry),
    // A mail that had not ended with its last octets, as one fetched in parts; of one whose lines a filter keeps back, nothing.
    message(session, message) {
      const state = open.get(session);
      if (state?.unended.delete(message) === true) showBody(session, message, state);
    },
    finding: (session, finding) => void open.get(session)!.findings.push(finding),
    end(session) {
      const { findings, redaction } = open.get(session)!;
      open.delete(session);
      write(`${first ? '' : '\n'}${headRows(sessionHead(session, language, zone), width, paint)}\n`);
      first = false;
      spool.take(session.id, write);
      if (findings.length === 0) return;
      write(bracketRow(language.labels.headings.findings, paint) + findingRows(findings, { language, paint, width, margin: MARGIN, mask: (text) => redaction?.mask(text) ?? text }));
    },
    capture() {},
    done() {},
  };
}

/** Appends the body of a mail, where bodies are kept. */
function createBodies({ bodies, spool }: TranscriptOptions, width: number): (session: Session, message: Message, state: Open) => void {
  return (session, message, { redaction }) => {
    bodies?.take(message, (line) => {
      const text = terminalText(line);
      const masked = redaction === undefined ? text : redaction.mask(text);
      for (const row of wrap(masked, width - MARGIN)) spool.append(session.id, `${' '.repeat(row === '' ? 0 : MARGIN)}${row}\n`);
    });
  };
}

/** Names a step of the conversation, or what stands behind it. */
function bracketRow(name: string, paint: Paint): string {
  return `${' '.repeat(MARGIN)}${paint.step(`── ${name} ──`)}\n`;
}

function headRows([title = '', ...facts]: readonly string[], width: number, paint: Paint): string {
  const rows = (text: string, colour: (row: string) => string): string => wrap(text, width).map((row) => `${colour(row)}\n`).join('');
  return rows(title, paint.title) + facts.map((line) => rows(line, paint.quiet)).join('');
}

/** A line in rows, and what is said of it alone, as of a field of a header. */
interface ToldLine {
  readonly rows: readonly string[];
  readonly remark: readonly string[];
}

/** An entry as it is told: what stands before its line, its lines, and the annotation in rows. */
interface Told {
  readonly head: string;
  readonly entry: Entry;
  readonly lines: readonly ToldLine[];
  readonly notes: readonly string[];
}

function rowsBeside({ head, entry, lines, notes }: Told, layout: Layout, paint: Paint): string {
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

/** The annotation stands beside the first lines, each remark beside its own, further down where there is no room. */
function inColumns(lines: readonly ToldLine[], notes: readonly string[]): { readonly left: readonly string[]; readonly right: readonly string[] } {
  const left: string[] = [];
  const right = [...notes];
  for (const { rows, remark } of lines) {
    if (remark.length > 0) {
      while (left.length < right.length) left.push('');
      while (right.length < left.length) right.push('');
      right.push(...remark);
    }
    left.push(...rows);
  }
  return { left, right };
}

function rowsBelow({ head, entry, lines, notes }: Told, paint: Paint): string {
  const margin = ' '.repeat(MARGIN);
  let rows = '';
  for (const line of lines) {
    for (const text of line.rows) rows += `${rows === '' ? head : margin}${paint.entry(entry, text)}\n`;
    for (const remark of line.remark) rows += `${margin}    ${remark}\n`;
  }
  return rows + notes.map((note) => `${margin}  ${note}\n`).join('');
}

/** What replies answer. */
const QUESTIONS: ReadonlySet<EntryKind> = new Set(['command', 'auth', 'message', 'data', 'tcp']);

function arrow({ from, kind, note }: Entry): string {
  if (kind === 'tcp' && note.key.startsWith('tcp.setup')) return '↔';
  return from === 'client' ? '→' : '←';
}
