/**
 * One session as a transcript tells it: its entries, bodies and findings as rows, each when it is heard of. Where the
 * rows go, and when, is the transcript's business.
 */
import type { Entry, EntryKind, Step } from '../../model/entry.js';
import type { Finding } from '../../model/finding.js';
import type { Message } from '../../model/message.js';
import type { KeptBodies } from '../../model/platform.js';
import type { Session } from '../../model/session.js';
import type { Language } from '../../text/index.js';
import { Redaction } from '../redaction.js';
import type { ReportOptions } from '../report.js';
import { terminalText } from '../terminal-text.js';
import { wrap } from './columns.js';
import { createEntryRows, MARGIN, NARROWEST, type EntryRows } from './entry-rows.js';
import { findingRows } from './finding-rows.js';
import { createPaint, type Paint } from './paint.js';
import type { Zone } from './session-head.js';

export interface PageOptions extends ReportOptions {
  /** Columns of the terminal or page. */
  readonly width: number;
  readonly coloured: boolean;
  readonly zone: Zone;
  /** Absent where bodies are folded to a count. */
  readonly bodies?: KeptBodies | undefined;
}

/** What all sessions of one transcript are told with. */
export interface Page {
  readonly language: Language;
  readonly redact: boolean;
  readonly zone: Zone;
  readonly bodies: KeptBodies | undefined;
  readonly paint: Paint;
  readonly width: number;
  readonly rowsOf: EntryRows;
}

export function createPage({ language, redact, zone, bodies, coloured, width: asked }: PageOptions): Page {
  const width = Math.max(NARROWEST, asked);
  const paint = createPaint(coloured);
  return { language, redact, zone, bodies, paint, width, rowsOf: createEntryRows(language, width, paint) };
}

/** What replies answer. */
const QUESTIONS: ReadonlySet<EntryKind> = new Set(['command', 'auth', 'message', 'data', 'tcp']);

export class Telling {
  readonly #session: Session;
  readonly #page: Page;
  readonly #redaction: Redaction | undefined;
  /** Mails that have been shown, and whose octets go on. */
  readonly #unended = new Set<Message>();
  #step: Step | undefined;
  /** The last entry that a reply may answer. */
  #latestQuestion = 0;

  constructor(session: Session, page: Page) {
    this.#session = session;
    this.#page = page;
    this.#redaction = page.redact ? new Redaction() : undefined;
  }

  /** Takes rows of the entry, and of the body that ends with it; `bracketed` where its step must be named again. */
  entry(entry: Entry, write: (rows: string) => void, bracketed = false): void {
    const { language, paint, rowsOf } = this.#page;
    this.learn(entry);
    const isStep = bracketed || entry.step !== this.#step;
    this.#step = entry.step;
    const mask = (text: string): string => this.#mask(text, entry.secrets);
    write((isStep ? bracketRow(language.labels.steps[entry.step], paint) : '') + rowsOf(this.#session, entry, { latestQuestion: this.#latestQuestion, mask }));
    if (entry.kind === 'message' && entry.message !== undefined) {
      if (entry.message.ended) this.#body(entry.message, write);
      else this.#unended.add(entry.message);
    }
    if (QUESTIONS.has(entry.kind)) this.#latestQuestion = entry.id;
  }

  /** Of an entry that a filter keeps back, too. */
  learn(entry: Entry): void {
    this.#redaction?.learn(entry);
  }

  /** A mail that had not ended with its last octets, as one fetched in parts; of one whose lines a filter keeps back, nothing. */
  message(message: Message, write: (rows: string) => void): void {
    if (this.#unended.delete(message)) this.#body(message, write);
  }

  findings(findings: readonly Finding[]): string {
    const { language, paint, width } = this.#page;
    return findingRows(findings, { language, paint, width, margin: MARGIN, mask: (text) => this.#mask(text) });
  }

  #body(message: Message, write: (rows: string) => void): void {
    const { bodies, width } = this.#page;
    bodies?.take(message, (line) => {
      for (const row of wrap(this.#mask(terminalText(line)), width - MARGIN)) write(`${' '.repeat(row === '' ? 0 : MARGIN)}${row}\n`);
    });
  }

  #mask(text: string, own?: readonly string[]): string {
    return this.#redaction === undefined ? text : this.#redaction.mask(text, own);
  }
}

/** Names a step of the conversation, or what stands behind it. */
export function bracketRow(name: string, paint: Paint): string {
  return `${' '.repeat(MARGIN)}${paint.step(`── ${name} ──`)}\n`;
}

/** The rows of a session's head, the first of them its title. */
export function headRows([title = '', ...facts]: readonly string[], { width, paint }: Page): string {
  return rows(title, width, paint.title) + factRows(facts, width, paint);
}

export function factRows(facts: readonly string[], width: number, paint: Paint): string {
  return facts.map((line) => rows(line, width, paint.quiet)).join('');
}

function rows(text: string, width: number, colour: (row: string) => string): string {
  return wrap(text, width)
    .map((row) => `${colour(row)}\n`)
    .join('');
}
