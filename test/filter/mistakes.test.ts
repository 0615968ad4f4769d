/** What is wrong with an expression, and where: never anything but a FilterError with a place inside the text, and soon. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../src/filter/fields.js';
import { compileFilter } from '../../src/filter/filter.js';
import { FilterError } from '../../src/filter/filter-error.js';
import { limits } from '../../src/filter/limits.js';
import { languages } from '../../src/text/index.js';

function mistakeIn(expression: string): FilterError | undefined {
  try {
    compileFilter(expression);
    return undefined;
  } catch (error) {
    if (error instanceof FilterError) return error;
    throw error;
  }
}

/** What the mark stands below. */
function marked(expression: string): readonly [key: string | undefined, part: string] {
  const error = mistakeIn(expression);
  return [error?.key, error === undefined ? '' : expression.slice(error.place.start, error.place.end)];
}

const DEEP = limits.depth + 1;

describe('a mistake is named and placed', () => {
  it.for([
    ['', 'empty', ''],
    [' \t ', 'empty', ' \t '],
    ['smtp.req.comand == "EHLO"', 'unknown-field', 'smtp.req.comand'],
    ['smtp and smtp.foo', 'unknown-field', 'smtp.foo'],
    ['SMTP', 'unknown-field', 'SMTP'],
    ['constructor', 'unknown-field', 'constructor'],
    ['__proto__ == 1', 'unknown-field', '__proto__'],
    ['toString(smtp)', 'unknown-function', 'toString(smtp)'],
    ['1 == 2', 'unknown-field', '1'],
    ['"a" == "a"', 'no-field', '"a"'],
    ['"a"', 'no-field', '"a"'],
    ['"EHLO" == smtp.req.comand', 'unknown-field', 'smtp.req.comand'],
    ['smtp.response.code == "abc"', 'bad-value', '"abc"'],
    ['smtp.response.code == 08', 'bad-value', '08'],
    ['smtp.response.code >= 500.0', 'bad-value', '500.0'],
    ['tcp.port == 70000', 'bad-value', '70000'],
    ['tcp.port in {25, 70000}', 'bad-value', '70000'],
    ['ip.addr == 192.0.2', 'bad-value', '192.0.2'],
    ['ip.addr == 0300.0.2.10', 'bad-value', '0300.0.2.10'],
    ['ip.addr == 192.0.2.0/33', 'bad-value', '192.0.2.0/33'],
    ['ip.addr == 0x7f.1', 'bad-value', '0x7f.1'],
    ['ip.addr == 2001:db8::25', 'bad-value', '2001:db8::25'],
    ['ip.addr == mail.example.org', 'bad-value', 'mail.example.org'],
    ['ipv6.addr == fe80::1%eth0', 'bad-value', 'fe80::1%eth0'],
    ['ipv6.addr == 2001:db8::/129', 'bad-value', '2001:db8::/129'],
    ['frame.time == "yesterday"', 'bad-value', '"yesterday"'],
    ['frame.time == "2026-02-30"', 'bad-value', '"2026-02-30"'],
    ['frame.time == "2026-11-21 25:00"', 'bad-value', '"2026-11-21 25:00"'],
    ['tcp.time_relative > 1s', 'bad-value', '1s'],
    ['smtp.response.code contains "25"', 'bad-operator', '"25"'],
    ['smtp.response.code matches "25"', 'bad-operator', 'smtp.response.code'],
    ['smtp.eom == 1', 'bad-operator', 'smtp.eom'],
    ['smtp.eom == smtp.eom', 'bad-operator', 'smtp.eom'],
    ['smtp.eom in {1}', 'bad-operator', 'smtp.eom'],
    ['smtp.req.command == tcp.port', 'types-differ', 'tcp.port'],
    ['smtp.req.command contains tcp.port', 'types-differ', 'tcp.port'],
    ['smtp.req.command matches ehlo', 'pattern-text', 'ehlo'],
    ['smtp.req.command matches "("', 'bad-pattern', '"("'],
    ['smtp.req.command matches "(?=a)"', 'bad-pattern', '"(?=a)"'],
    ['smtp.req.command matches r"(a)\\1"', 'bad-pattern', 'r"(a)\\1"'],
    [`smtp matches "${'a'.repeat(limits.pattern + 1)}"`, 'too-long', `"${'a'.repeat(limits.pattern + 1)}"`],
    ['smtp.response.code[0:1] == "2"', 'bad-slice', 'smtp.response.code'],
    ['smtp.req.command[1:0] == "2"', 'bad-range', 'smtp.req.command[1:0]'],
    ['smtp.req.command[3-1] == "2"', 'bad-range', 'smtp.req.command[3-1]'],
    ['upper(smtp.req.command)', 'function-alone', 'upper(smtp.req.command)'],
    ['upper(tcp.port) == "25"', 'bad-argument', 'tcp.port'],
    ['string(frame.time) == "25"', 'bad-argument', 'frame.time'],
    ['upper() == "25"', 'one-argument', 'upper()'],
    ['lower("ABC") == "abc"', 'no-field', '"ABC"'],
    ['max(tcp.srcport, tcp.dstport) > 1', 'unknown-function', 'max(tcp.srcport, tcp.dstport)'],
    ['smtp.req.command ==', 'ended-early', ''],
    ['(smtp', 'ended-early', ''],
    ['smtp or', 'ended-early', ''],
    ['smtp.response.code in {250', 'ended-early', ''],
    ['smtp imap', 'unexpected', 'imap'],
    ['smtp and and imap', 'unexpected', 'and'],
    ['smtp.response.code in {}', 'unexpected', '}'],
    ['smtp.response.code in {250 500}', 'unexpected', '500'],
    ['smtp.req.command EQ "EHLO"', 'unexpected', 'EQ'],
    ['smtp)', 'unexpected', ')'],
    ['tcp.port == \u{1f600}', 'bad-value', '\u{1f600}'],
    ['smtp.req.command == "abc', 'open-quote', '"abc'],
    ['smtp.req.command == r"abc\\"', 'open-quote', 'r"abc\\"'],
    ["smtp.req.command == 'EHLO'", 'bad-character', "'EHLO'"],
    ['smtp.req.command == "\\q"', 'bad-escape', 'q'],
    ['smtp.req.command == "\\U00110000"', 'bad-escape', 'U00110000'],
    ['tcp.srcport + 1 == 26', 'not-supported', '+'],
    ['tcp.flags.syn & 1', 'not-supported', '&'],
    ['ip.addr#1 == 192.0.2.10', 'not-supported', '#'],
    ['frame.number > ${frame.number}', 'not-supported', '$'],
    [`${'('.repeat(DEEP)}smtp${')'.repeat(DEEP)}`, 'too-deep', ''],
    [`${'upper('.repeat(DEEP)}smtp${')'.repeat(DEEP)} == "X"`, 'too-deep', ''],
  ] as const)('%s', ([expression, key, part]) => {
    expect(marked(expression)).toEqual([key, part]);
  });

  it('names similar fields, the nearest first', () => {
    const similar = (name: string): unknown => mistakeIn(name)?.params;
    expect(similar('smtp.req.comand')).toHaveProperty(['similar', 0], 'smtp.req.command');
    expect(similar('imap.request.comand')).toHaveProperty(['similar', 0], 'imap.request.command');
    expect(similar('ip.adr')).toHaveProperty(['similar', 0], 'ip.addr');
    expect(similar('subject')).toHaveProperty('similar', ['imf.subject', 'mailscope.subject']);
    expect(similar('xyzzy')).toHaveProperty('similar', []);
  });
});

describe('whatever is written', () => {
  const PIECES = [
    ...Object.keys(FIELDS).slice(0, 60), '==', '!=', '===', '~=', 'contains', 'matches', 'in', 'not', 'and', 'or', 'xor', '!', '&&', '||', '^^', 'any', 'all', '(', ')', '{', '}', '[', ']',
    '[0:2]', '..', ',', '"', '"a"', 'r"\\d+"', "'a'", '1', '0x1f', '10.0.0.1', '::1', '2001:db8::/32', '-', '+', '#', '$', '\\', 'upper(', 'len(', 'true', '"2026-11-21 14:13:22"', '\u0000', 'ä', '\u{1f600}',
  ];
  const SOON = 500;

  function expectAnswer(expression: string): void {
    const begun = performance.now();
    const error = mistakeIn(expression);
    expect(performance.now() - begun).toBeLessThan(SOON);
    if (error === undefined) return;
    const { start, end } = error.place;
    expect(start >= 0 && start <= end && end <= expression.length, `${start} to ${end} of ${expression.length}`).toBe(true);
    for (const { filter } of Object.values(languages)) {
      const sentence = (filter.mistakes[error.key] as (params: object) => string)(error.params);
      expect(sentence).toMatch(/^\S.*\.$/su);
      expect(sentence).not.toMatch(/undefined|\[object/);
    }
  }

  it('words of the language in any order', () => {
    const expressions = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).chain((parts) => fc.constantFrom(' ', '').map((glue) => parts.join(glue)));
    fc.assert(fc.property(expressions, expectAnswer), { numRuns: 5000 });
  });

  it('any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectAnswer), { numRuns: 2000 });
  });

  it.each([
    '('.repeat(limits.length),
    '!'.repeat(limits.length),
    'not '.repeat(limits.length / 4 - 2),
    'upper('.repeat(limits.length / 6),
    `${'('.repeat(DEEP - 1)}smtp`,
    'smtp || '.repeat(limits.length / 8 - 1) + 'smtp',
    'smtp[0:1] == "'.repeat(1000),
    `smtp.response.code in {${'1,'.repeat(limits.length / 2 - 20)}1}`,
    'any '.repeat(limits.length / 4),
    '('.repeat(50) + 'smtp' + ' in {'.repeat(1000),
    `smtp matches "${'(a?){50}'.repeat(100)}"`,
    `smtp matches "${'(((a{10}){10}){10}){10}'}"`,
    '"\\'.repeat(limits.length / 2),
    'a'.repeat(limits.length + 1),
  ])('long ones: %#', (expression) => {
    expectAnswer(expression);
  });
});
