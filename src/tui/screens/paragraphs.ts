/** Rows of text for pages and panes: headings, paragraphs, and names with their values. */
import { padEnd, widthOf, wrap, wrapIndented } from '../../report/text/columns.js';
import { clip, line, span, type Line, type Tone } from '../line.js';
import type { View } from '../view.js';
import { marked } from './marked.js';

/** Writes rows one below the other, all of one width. */
export class Paragraphs {
  readonly rows: Line[] = [];
  readonly #view: View;
  readonly #width: number;
  /** Makes somebody's words safe, and masks them where passwords are hidden. */
  readonly #told: (text: string) => string;

  constructor(view: View, width: number, told: (text: string) => string = (text) => view.glyphs.text(text)) {
    this.#view = view;
    this.#width = Math.max(8, width);
    this.#told = told;
  }

  /** A blank row above, but not on top. */
  heading(text: string): void {
    if (this.rows.length > 0) this.rows.push([]);
    this.rows.push(line(clip(this.#told(text), this.#width), 'step'));
  }

  text(text: string, tone: Tone = 'plain', indent = 0): void {
    const room = Math.max(8, this.#width - indent);
    for (const row of wrapIndented(this.#told(text), room)) this.rows.push([span(' '.repeat(indent)), ...marked(this.#view, row, tone)]);
  }

  /** Names in a column of their own; a value without a name goes on below the one before. */
  values(rows: readonly (readonly [name: string, value: string | undefined, tone?: Tone])[]): void {
    const given = rows.filter((row): row is readonly [string, string, Tone?] => row[1] !== undefined && row[1] !== '');
    const column = Math.min(Math.floor(this.#width / 2), Math.max(0, ...given.map(([name]) => widthOf(this.#told(name)))) + 2);
    for (const [name, value, tone = 'plain'] of given) {
      const room = Math.max(8, this.#width - column);
      wrap(this.#told(value), room).forEach((row, at) => {
        this.rows.push([span(padEnd(at === 0 ? clip(this.#told(name), column - 1) : '', column), 'quiet'), ...marked(this.#view, row, tone)]);
      });
    }
  }
}
