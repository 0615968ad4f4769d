import { describe, expect, test } from 'vitest';
import * as de from '../../src/text/de/sasl.js';
import * as en from '../../src/text/en/sasl.js';
import { openings, sasl } from './sasl.samples.js';
import { holdToTheVoice } from './sentences.js';

describe('sasl', () => holdToTheVoice(sasl, en.sasl, de.sasl));

describe('the command that opens it', () => {
  const [first, ...rest] = openings;
  holdToTheVoice({ opening: [first!, ...rest] }, { opening: en.logIn }, { opening: de.logIn });

  test('tells what its initial response says', () => {
    const told = en.logIn({ mechanism: 'EXTERNAL', username: undefined, withPassword: false, initial: { key: 'sasl.external', params: { username: undefined } } });
    expect(told).toMatch(/^The client wants to log in by EXTERNAL\. It names nobody/);
  });

  test('tells user and password in one sentence', () => {
    const plain = { key: 'sasl.plain', params: { username: 'anna', password: 'geheim', actingAs: undefined } } as const;
    expect(en.logIn({ mechanism: 'PLAIN', username: 'anna', withPassword: true, initial: plain })).toBe(
      'The client wants to log in as anna by PLAIN; the password stands on the same line, encoded in base64, which hides nothing.',
    );
    expect(en.logIn({ mechanism: 'PLAIN', username: 'anna', withPassword: true, initial: { ...plain, params: { ...plain.params, actingAs: 'bob' } } })).toContain('asks to act for bob');
  });
});

test('a token is never quoted, so that masking has nothing to miss', () => {
  expect(en.sasl['sasl.token'](sasl['sasl.token'][0])).toBe(
    'The client sends a token (Bearer, 1,200 characters) for anna@kolleg.example, meant for the server mail.kolleg.example. ' +
      'Until 2026-11-21, 18:00:00 UTC, when it expires by its own account, it is as good as a password to whoever can read this line.',
  );
  expect(de.sasl['sasl.token'](sasl['sasl.token'][0])).toContain('Bis zum Ablauf, nach eigener Angabe am 21.11.2026, 18:00:00 UTC, ist es');
});
