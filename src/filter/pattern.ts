/**
 * Patterns of `matches`, on an engine whose time is linear in the text (RE2's syntax, without case as in Wireshark). What
 * only backtracking can do, as looking around and referring back, is refused.
 */
import { RE2JS } from 're2js';
import type { Place } from './ast.js';
import { FilterError } from './filter-error.js';
import { limits } from './limits.js';

export function compilePattern(text: string, place: Place): (value: string) => boolean {
  if (text.length > limits.pattern) throw new FilterError('too-long', { most: limits.pattern }, place);
  const pattern = compiled(text, place);
  return (value) => pattern.test(value);
}

function compiled(text: string, place: Place): RE2JS {
  try {
    return RE2JS.compile(text, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new FilterError('bad-pattern', { reason: error.message.replace(/^error parsing regexp: /, '').replace('`(?i)', '`') }, place);
  }
}
