/**
 * A line as the cells of a terminal: a grapheme each, two cells for a wide one. The last gate: what reaches it unsafe is made
 * visible, whatever forgot to. Right-to-left text is isolated (Unicode UAX #9, FSI … PDI), so that it turns nothing around but itself.
 */
import { terminalText } from '../report/terminal-text.js';
import { widthOf } from '../report/text/columns.js';
import type { Ground, Line, Tone } from './line.js';

export interface Cell {
  /** Empty: the right half of the wide one before it. */
  readonly text: string;
  readonly width: 0 | 1 | 2;
  readonly tone: Tone;
  readonly ground: Ground;
  /** Terminals may disagree about its width, or turn it around. */
  readonly risky: boolean;
}

const PLAIN = /^[\x20-\x7e]*$/;
const SIMPLE = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2190-\u2194\u2500-\u25cf]$/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Exactly `columns` cells. */
export function cellsOf(spans: Line, columns: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (const { text, tone, ground } of spans) addCells(cells, text, tone, ground);
  const last = spans.at(-1)?.ground ?? 'page';
  while (cells.length < columns) cells.push({ text: ' ', width: 1, tone: 'plain', ground: last, risky: false });
  // A wide one whose right half has no room is a blank.
  const cut = cells.slice(0, columns);
  const end = cut.at(-1);
  if (end?.width === 2) cut[columns - 1] = { ...end, text: ' ', width: 1 };
  return cut;
}

function addCells(cells: Cell[], text: string, tone: Tone, ground: Ground): void {
  if (PLAIN.test(text)) {
    for (const letter of text) cells.push({ text: letter, width: 1, tone, ground, risky: false });
    return;
  }
  const first = cells.length;
  for (const { segment } of segmenter.segment(terminalText(text))) addCluster(cells, segment, tone, ground);
  if (RIGHT_TO_LEFT.test(text)) isolate(cells, first);
}

function addCluster(cells: Cell[], cluster: string, tone: Tone, ground: Ground): void {
  const width = SIMPLE.test(cluster) ? 1 : Math.min(2, widthOf(cluster));
  const before = cells.at(-1);
  if (width === 0) {
    if (before !== undefined) cells[cells.length - 1] = { ...before, text: before.text + cluster, risky: true };
    return;
  }
  cells.push({ text: cluster, width: width === 2 ? 2 : 1, tone, ground, risky: !SIMPLE.test(cluster) });
  if (width === 2) cells.push({ text: '', width: 0, tone, ground, risky: true });
}

/** From the first letter of the text to its last, blanks at its ends left out. */
function isolate(cells: Cell[], first: number): void {
  const isInk = ({ text }: Cell): boolean => text.trim() !== '';
  const from = cells.findIndex((cell, at) => at >= first && isInk(cell));
  const to = cells.findLastIndex(isInk);
  if (from === -1 || to < from) return;
  cells[from] = { ...cells[from]!, text: ISOLATE + cells[from]!.text, risky: true };
  cells[to] = { ...cells[to]!, text: cells[to]!.text + POP_ISOLATE, risky: true };
}
