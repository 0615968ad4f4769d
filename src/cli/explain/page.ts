/** Rows of what `mailscope explain` says: titles, paragraphs, and columns of words and their meanings. */
import { terminalText } from '../../report/terminal-text.js';
import { wrap } from '../../report/text/columns.js';
import { createPaint, type Paint } from '../../report/text/paint.js';
import type { Language } from '../../text/index.js';

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDEST = 100;
export const INDENT = '  ';

export interface PageRequest {
  readonly language: Language;
  readonly coloured: boolean;
  readonly width: number;
}

export interface ExplanationPage {
  readonly language: Language;
  readonly paint: Paint;
  /** One paragraph, indented. */
  readonly paragraph: (text: string, indent?: string, hanging?: number) => string;
  /** What something means, in a column of its own; `column`: how wide the first is. */
  readonly row: (form: string, meaning: string, column: number) => string;
}

export function createPage({ language, coloured, width }: PageRequest): ExplanationPage {
  const columns = Math.min(width, WIDEST);
  return {
    language,
    paint: createPaint(coloured),
    paragraph: (text, indent = INDENT, hanging = 0) =>
      wrap(terminalText(text), Math.max(20, columns - indent.length - hanging))
        .map((row, at) => `${indent}${at === 0 ? '' : ' '.repeat(hanging)}${row}\n`)
        .join(''),
    row: (form, meaning, column) => {
      const [first = '', ...more] = wrap(terminalText(meaning), Math.max(20, columns - INDENT.length - column));
      const margin = `\n${INDENT}${' '.repeat(column)}`;
      return `${INDENT}${form.length < column ? form.padEnd(column) : form + margin}${[first, ...more].join(margin)}\n`;
    },
  };
}
