/** A secret is masked in every form in which a view may show it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/model/entry.js';
import { Redaction } from '../../src/report/redaction.js';
import { terminalText } from '../../src/report/terminal-text.js';
import * as de from '../../src/text/de/sasl.js';
import * as en from '../../src/text/en/sasl.js';

describe('a password in a sentence', () => {
  it.each(['geheim', ' geheim', 'geheim  ', 'x'.repeat(159) + ' y', 'lang'.repeat(100), '€'.repeat(300), '😀'.repeat(90)])('%j', (password) => {
    for (const { sasl } of [en, de]) {
      for (const sentence of [sasl['sasl.password']({ password }), sasl['sasl.plain']({ username: 'anna', password, actingAs: undefined })]) {
        const masked = new Redaction().mask(sentence, [password]);
        expect(masked).toContain('***');
        expect(masked).not.toContain(password.trim().slice(0, 5));
      }
    }
  });

  it('is masked whatever it is, and nothing else is lost', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (password) => {
        const masked = new Redaction().mask(en.sasl['sasl.password']({ password }), [password]);
        if (password.trim() !== '') expect(masked).toContain('***');
      }),
    );
  });
});

describe('a password that a view changes', () => {
  it.each([
    ['whose controls are made visible', 'ge\x1b[31mheim\u202enis', (password: string) => terminalText(`PASS ${password}`), 'PASS ***'],
    ['that is cut', 'Ein langes Geheimnis, '.repeat(40), (password: string) => `PASS ${password.slice(0, 595)}…`, 'PASS ***…'],
    ['that is cut inside a repetition', 'ab'.repeat(400), (password: string) => `ababab ${password.slice(0, 101)}…`, 'ababab ***…'],
    ['that begins like itself', 'ananas-anan-ananas-anbau', () => 'anananas-anan-ananas-an…', 'an***…'],
    ['whose full stop is left out', 'geheim.', () => '"not geheim"', '"not ***"'],
    ['that is cut in base64', 'Ein langes Geheimnis', (password: string) => `AUTH ${Buffer.from(password).toString('base64').slice(0, 12)}…`, 'AUTH ***…'],
  ])('%s', (_, password, shown, masked) => {
    const redaction = new Redaction();
    redaction.learn({ secrets: [password] } as unknown as Entry);
    expect(redaction.mask(shown(password))).toBe(masked);
    expect(new Redaction().mask(shown(password), [password])).toBe(masked);
  });

  it('and what is no secret stays', () => {
    const redaction = new Redaction();
    redaction.learn({ secrets: ['geheim', 'ab  '] } as unknown as Entry);
    expect(redaction.mask('ab, gehe, gehen und gehören…')).toBe('ab, gehe, gehen und gehören…');
  });

  it('in time linear in the text', () => {
    const redaction = new Redaction();
    redaction.learn({ secrets: ['a'.repeat(100_000)] } as unknown as Entry);
    const begun = performance.now();
    redaction.mask(`${'a'.repeat(65_536)}b…`);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe('a token', () => {
  const token = 'ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg';
  const line = Buffer.from(`user=anna\x01auth=Bearer ${token}\x01\x01`).toString('base64');
  const entry = { secrets: [line, token] } as unknown as Entry;

  it('is masked in other entries, as it is and encoded', () => {
    const redaction = new Redaction();
    redaction.learn(entry);
    for (const form of [token, line, Buffer.from(token).toString('base64'), Buffer.from(token).toString('hex'), encodeURIComponent(token)]) {
      expect(redaction.mask(`before ${form} behind`)).toBe('before *** behind');
    }
    expect(redaction.maskJson({ raw: Buffer.from(`x${token}`).toString('base64') })).toEqual({ raw: '***' });
  });
});
