/** The IANA registry "SMTP Service Extensions" and the EHLO keywords that have words here. */
import { expect, test } from 'vitest';
import * as de from '../../src/text/de/smtp-extensions.js';
import * as en from '../../src/text/en/smtp-extensions.js';
import { EXTENSIONS } from '../../src/text/extensions.js';
import { registry } from '../registries/registry.js';

test('every keyword of the registry has words', () => {
  for (const keyword of registry('smtp-extensions')) expect(Object.keys(EXTENSIONS)).toContain(keyword);
});

test.each(Object.keys(EXTENSIONS))('%s is told in both languages, and not by its name alone', (keyword) => {
  for (const { offers } of [en, de]) {
    const [phrase] = offers([{ keyword, params: '' }]);
    expect(phrase).toContain(keyword === 'AUTH' ? '' : keyword);
    expect(phrase!.length).toBeGreaterThan(keyword.length + 3);
  }
});

test('what stands behind a keyword is told', () => {
  const told = (keyword: string, params: string) => [en, de].map(({ offers }) => offers([{ keyword, params }])[0]);
  expect(told('LIMITS', 'MAILMAX=1000 RCPTMAX=50000')).toEqual([
    'at most 1,000 mails a session and 50,000 recipients a mail (LIMITS)',
    'höchstens 1.000 Mails je Sitzung und 50.000 Empfänger je Mail (LIMITS)',
  ]);
  expect(told('DELIVERBY', '240')[0]).toBe('delivery by a deadline of 4 min or more (DELIVERBY)');
  expect(told('FUTURERELEASE', '86400 2026-11-22T08:00:00Z')[1]).toContain('24 h');
  expect(told('X-EXPS', 'GSSAPI NTLM')[0]).toContain('by GSSAPI or NTLM');
  expect(told('X-OWN', 'a b')).toEqual(['X-OWN', 'X-OWN']);
});
