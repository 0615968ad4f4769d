import { describe, expect, test } from 'vitest';
import * as de from '../../src/text/de/format.js';
import * as en from '../../src/text/en/format.js';
import { chooseLanguage, languages, sentence } from '../../src/text/index.js';

describe('the language of the environment', () => {
  test.each([
    [{}, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'de'],
    [{ LANG: 'de' }, 'de'],
    [{ LANG: 'de_AT@euro' }, 'de'],
    [{ LANG: 'DE_CH' }, 'de'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'dev_XX' }, 'en'],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'de_DE' }, 'de'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'en_US', LC_ALL: 'de_DE' }, 'de'],
    [{ LANG: 'de_DE', LC_MESSAGES: '', LC_ALL: '' }, 'de'],
  ] as const)('%o → %s', (env, expected) => {
    expect(chooseLanguage(env)).toBe(expected);
  });
});

describe('numbers and durations', () => {
  test.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1000, '1,000', '1.000'],
    [10_240_000, '10,240,000', '10.240.000'],
    [123_456, '123,456', '123.456'],
  ])('%i', (value, english, german) => {
    expect(en.number(value)).toBe(english);
    expect(de.number(value)).toBe(german);
  });

  test.each([
    [0.000_05, '50 µs', '50 µs'],
    [0.0019, '1.9 ms', '1,9 ms'],
    [0.003, '3 ms', '3 ms'],
    [0.3056, '306 ms', '306 ms'],
    [0.9999, '1 s', '1 s'],
    [9.21, '9.2 s', '9,2 s'],
    [59.99, '1 min', '1 min'],
    [200, '3 min 20 s', '3 min 20 s'],
    [7199, '119 min 59 s', '119 min 59 s'],
    [10_500, '2 h 55 min', '2 h 55 min'],
    [259_200, '3 days', '3 Tage'],
  ])('%f s', (seconds, english, german) => {
    expect(en.duration(seconds)).toBe(english);
    expect(de.duration(seconds)).toBe(german);
  });

  test('octets', () => {
    expect(en.octets(1)).toBe('1 octet');
    expect(de.octets(1250)).toBe('1.250 Oktette');
    expect(de.octetsDative(1250)).toBe('1.250 Oktetten');
  });
});

describe("other people's words", () => {
  test('stand in the quotes of the language, without a second full stop', () => {
    expect(en.quote('no such user.')).toBe('"no such user"');
    expect(de.quote(' no such user ')).toBe('„no such user“');
    expect(de.quote('wait...')).toBe('„wait...“');
  });

  test('are cut where they run on, never inside a character', () => {
    const words = `${'x'.repeat(159)}😀 and more`;
    expect(en.shorten(words)).toBe(`${'x'.repeat(159)}…`);
  });
});

test('a note becomes a sentence', () => {
  expect(sentence(languages.de, { key: 'smtp.command.noop', params: {} })).toMatch(/^Der Client bittet um nichts/);
  expect(sentence(languages.en, { key: 'smtp.command.noop', params: {} })).toMatch(/^The client asks for nothing/);
});

test('no label is empty, and every usage line fits a line', () => {
  for (const { labels, diagnostics } of Object.values(languages)) {
    const { counted, ...tables } = labels;
    for (const table of Object.values(tables)) {
      for (const [key, label] of Object.entries(table)) expect(label.trim(), key).not.toBe('');
    }
    expect(counted.closed('fin', 'client')).not.toBe(counted.closed('rst', 'client'));
    for (const line of Object.values(diagnostics.errors)) {
      expect(line({ file: 'a.pcap', offset: 24, format: 'snoop' })).toMatch(/^a\.pcap.*\.$/);
      expect(line({ file: '-', offset: 0 })).not.toMatch(/undefined|^-/);
    }
    // What a live capture lost stands at no octet.
    const live = ['dropped-by-kernel', 'given-up', 'broke-off', 'not-recorded'];
    for (const [code, line] of Object.entries(diagnostics.warnings)) {
      const place = live.includes(code) ? /^a\.pcap: .*\.$/ : /^a\.pcap.*1[.,]024.*\.$/;
      expect(line({ file: 'a.pcap', offset: 1024, value: 4_000_000_000 })).toMatch(place);
      expect(line({ file: 'a.pcap', offset: 24 })).not.toMatch(/undefined/);
    }
  }
});
