/** A filter that cannot be understood: what is wrong, the expression, and a mark below the place; exit status 2. */
import type { FilterMistakeKey, FilterMistakes } from '../../model/filter.js';
import type { FilterError } from '../../filter/filter-error.js';
import { terminalText } from '../../report/terminal-text.js';
import { widthOf } from '../../report/text/columns.js';
import type { Language } from '../../text/index.js';

/** Columns of an expression that are shown; of a longer one those around the mistake. */
const SHOWN = 76;
/** Characters before the mistake that are shown in any case. */
const BEFORE = 30;
const INDENT = '    ';

export class FilterMistake extends Error {
  readonly #expression: string;
  readonly #error: FilterError;

  constructor(expression: string, error: FilterError) {
    super(error.key);
    this.#expression = expression;
    this.#error = error;
  }

  /** In lines that are safe for a terminal. */
  say({ filter }: Language): readonly string[] {
    const { key, params, place } = this.#error;
    const message = sentenceOf(filter.mistakes, key, params);
    if (this.#expression.trim() === '') return [`mailscope: -Y: ${message}`];
    const from = this.#expression.length <= SHOWN ? 0 : Math.max(0, place.start - BEFORE);
    const shown = this.#expression.slice(from, from + SHOWN);
    const before = terminalText(shown.slice(0, place.start - from));
    const marked = terminalText(shown.slice(place.start - from, place.end - from));
    return [
      `mailscope: -Y: ${terminalText(message)}`,
      `${INDENT}${terminalText(shown)}`,
      `${INDENT}${' '.repeat(widthOf(before))}${'^'.repeat(Math.max(1, widthOf(marked)))}`,
    ];
  }
}

function sentenceOf<K extends FilterMistakeKey>(sentences: Language['filter']['mistakes'], key: K, params: FilterMistakes[K]): string {
  return sentences[key](params);
}
