/** `explain filter`: the language on a page, with every field in both languages; and fields one by one. */
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../src/filter/fields.js';
import { compileFilter } from '../../src/filter/filter.js';
import { languages } from '../../src/text/index.js';
import { mailscope } from './program.js';

describe.each(['en', 'de'] as const)('in %s', (code) => {
  const { status, stdout, stderr } = mailscope(['explain', 'filter', '--lang', code]);
  const { page } = languages[code].filter;

  it('lists every field once, in rows that fit', () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const listed = stdout.split('\n').flatMap((line) => /^ {2}([a-z]\S*) /.exec(line)?.[1] ?? []);
    for (const name of Object.keys(FIELDS)) expect(listed.filter((word) => word === name).length, name).toBeGreaterThanOrEqual(1);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('has examples that are filters', () => {
    for (const [expression] of page.examples) expect(() => compileFilter(expression), expression).not.toThrow();
  });
});

it('is found by the names it has', () => {
  const page = mailscope(['explain', 'filter']).stdout;
  for (const words of [['Filters'], ['display', 'filter'], ['Anzeigefilter']]) expect(mailscope(['explain', ...words]).stdout).toBe(page);
});

it('explains a field by itself, and names similar ones', () => {
  expect(mailscope(['explain', 'smtp.rsp.parameter']).stdout).toBe('smtp.rsp.parameter · field of filters (-Y) · Wireshark\n  What follows the code, of each line (text).\n');
  expect(mailscope(['explain', 'imf.subject', '--lang', 'de']).stdout).toBe('imf.subject · Feld für Filter (-Y) · Wireshark\n  Kopfzeile Subject einer Mail: wie gesendet und dekodiert (Text).\n');
  expect(mailscope(['explain', 'smtp.rsp.paramter']).stderr).toContain('smtp.rsp.parameter');
  expect(mailscope(['explain', 'smtp']).stdout).not.toContain('-Y');
});
