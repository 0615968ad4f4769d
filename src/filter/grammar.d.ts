/** The parser that the build makes of grammar.peggy; the tests make it as they run. */
import type { Expression } from './ast.js';

/** `deepest`: how many brackets may stand inside one another. */
export function parse(text: string, options: { readonly deepest: number }): Expression;

export class SyntaxError extends Error {
  /** Null where the grammar itself has named the mistake. */
  readonly expected: readonly object[] | null;
  readonly location: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
}
