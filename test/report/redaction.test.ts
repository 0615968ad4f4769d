/** A secret is masked in every form in which a view may show it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/model/entry.js';
import { Redaction } from '../../src/report/redaction.js';
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
