/** The view over real captures, drawn as text: every test presses keys and reads what a person would see. */
import { expect } from 'vitest';
import { openArchive, type OpenedArchive } from '../../src/cli/archive.js';
import { savedDocuments } from '../../src/cli/view/saved-documents.js';
import { RULES } from '../../src/findings/rules.js';
import { showArchive, type ViewOptions } from '../../src/tui/application.js';
import { ASCII, UNICODE } from '../../src/tui/glyphs.js';
import { textOf } from '../../src/tui/line.js';
import type { TerminalListener } from '../../src/tui/terminal.js';
import type { Picture } from '../../src/tui/view.js';

export interface TextView {
  /** Presses keys, one after the other; `text:` types what follows. */
  press(...keys: readonly string[]): void;
  /** The screen, once it holds `text`. */
  until(text: string | RegExp): Promise<string>;
  readonly screen: string;
  readonly picture: Picture;
  readonly copied: readonly string[];
  click(x: number, y: number): void;
  resize(columns: number, rows: number): void;
  readonly isClosed: boolean;
  close(): Promise<void>;
}

const PATIENCE = 10_000;

export interface Wanted extends Partial<Pick<ViewOptions, 'language' | 'secrets' | 'live' | 'feed' | 'filter'>> {
  readonly columns?: number;
  readonly rows?: number;
  readonly ascii?: boolean;
  readonly keyLogs?: readonly string[];
  /** With the DNS, ident and syslog around the sessions. */
  readonly context?: boolean;
}

export async function openTextView(files: readonly string[], wanted: Wanted = {}): Promise<TextView> {
  const { archive, close } = await openArchive(files, wanted.keyLogs ?? [], RULES, wanted.context ?? false);
  if (archive === undefined || close === undefined) throw new Error('no capture');
  await archive.done;
  return viewArchive({ archive, close }, files, wanted);
}

export async function viewArchive({ archive, close }: Pick<OpenedArchive, 'archive' | 'close'>, files: readonly string[], { columns = 80, rows = 24, ascii = false, ...wanted }: Wanted): Promise<TextView> {
  let listener: TerminalListener | undefined;
  let picture: Picture = { lines: [], regions: [], caret: undefined };
  let isClosed = false;
  const copied: string[] = [];
  const options: ViewOptions = {
    glyphs: ascii ? ASCII : UNICODE,
    palette: 'dark',
    language: 'en',
    secrets: true,
    zone: 'utc',
    live: false,
    feed: undefined,
    filter: undefined,
    documents: savedDocuments({ files, captures: () => archive.captures, zone: 'utc', commandLine: 'mailscope' }),
    ...wanted,
  };
  const view = await showArchive(archive, options, async (heard) => {
    listener = heard;
    return { size: { columns, rows }, draw: (drawn) => void (picture = drawn), redraw() {}, copy: (text) => void copied.push(text), suspend() {}, close: () => void (isClosed = true) };
  });
  const read = (): string => picture.lines.map(textOf).join('\n');
  const text: TextView = {
    press(...keys) {
      for (const key of keys) {
        if (key.startsWith('text:')) for (const letter of key.slice(5)) listener?.key(letter, letter);
        else listener?.key(key, key.length === 1 ? key : undefined);
      }
    },
    async until(wantedText) {
      const holds = (): boolean => (typeof wantedText === 'string' ? read().includes(wantedText) : wantedText.test(read()));
      for (const began = Date.now(); !holds() && Date.now() - began < PATIENCE; ) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(holds(), `${String(wantedText)} is not on the screen:\n${read()}`).toBe(true);
      return read();
    },
    get screen() {
      return read();
    },
    get picture() {
      return picture;
    },
    copied,
    click: (x, y) => listener?.click(x, y),
    resize: (width, height) => listener?.resize({ columns: width, rows: height }),
    get isClosed() {
      return isClosed;
    },
    async close() {
      view.close();
      await close();
    },
  };
  return text;
}
