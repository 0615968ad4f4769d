/** `matches` has no text and no pattern that it takes forever over. */
import { expect, it } from 'vitest';
import { compilePattern } from '../../src/filter/pattern.js';

const PLACE = { start: 0, end: 0 };
/** Of the longest line that a session keeps, many times over. */
const LENGTH = 100_000;
/** Milliseconds; a backtracking engine needs years. */
const PATIENCE = 5000;

it.each([
  ['(a+)+$', `${'a'.repeat(LENGTH)}!`],
  ['(x+x+)+y', 'x'.repeat(LENGTH)],
  ['(.*)*(.*)*(.*)*z', 'a'.repeat(LENGTH)],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a '.repeat(LENGTH / 2)],
  ['("[^"]*){50}z', '"abc'.repeat(LENGTH / 4)],
  ['(?i)\\b(ä|Ä|a)*\\b!', 'äÄa'.repeat(LENGTH / 3)],
])('%s', (pattern, text) => {
  const begun = performance.now();
  compilePattern(pattern, PLACE)(text);
  expect(performance.now() - begun).toBeLessThan(PATIENCE);
});

it('is searched anywhere, without case unless asked', () => {
  expect(compilePattern('b+c', PLACE)('AABBC')).toBe(true);
  expect(compilePattern('(?-i)b+c', PLACE)('AABBC')).toBe(false);
  expect(compilePattern('^b', PLACE)('AABBC')).toBe(false);
  expect(compilePattern('grüße', PLACE)('GRÜSSE, GRÜßE')).toBe(true);
  expect(compilePattern('a.b', PLACE)('a\nb')).toBe(false);
});
