/** Text to tree, with mistakes named and placed. The grammar itself is grammar.peggy. */
import type { Expression, Place } from './ast.js';
import { FilterError } from './filter-error.js';
import { parse as parseGrammar, SyntaxError as GrammarError } from './grammar.js';
import { limits } from './limits.js';

/** Throws FilterError. */
export function parse(text: string): Expression {
  if (text.length > limits.length) throw new FilterError('too-long', { most: limits.length }, { start: limits.length, end: text.length });
  if (text.trim() === '') throw new FilterError('empty', {}, { start: 0, end: text.length });
  try {
    return parseGrammar(text, { deepest: limits.depth });
  } catch (error) {
    if (!(error instanceof GrammarError)) throw error;
    const { start, end } = error.location;
    throw error.expected === null ? named(error.message, { start: start.offset, end: end.offset }) : unexpected(text, start.offset);
  }
}

/** Mistakes that the grammar knows by name. */
function named(name: string, place: Place): FilterError {
  switch (name) {
    case 'open-quote':
    case 'bad-escape':
    case 'bad-character':
      return new FilterError(name, {}, place);
    case 'arithmetic':
    case 'layer':
    case 'reference':
      return new FilterError('not-supported', { construct: name }, place);
    default:
      return new FilterError('too-deep', { most: limits.depth }, place);
  }
}

/** What stands there: a word as far as it goes, or a single sign. */
const WORD = /[\w.-]+|[^]/uy;

function unexpected(text: string, offset: number): FilterError {
  const start = offset + (text.slice(offset).length - text.slice(offset).trimStart().length);
  WORD.lastIndex = start;
  const found = WORD.exec(text)?.[0];
  if (found === undefined) return new FilterError('ended-early', {}, { start: text.length, end: text.length });
  return new FilterError('unexpected', { found }, { start, end: start + found.length });
}
