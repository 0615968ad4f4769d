import { describe, expect, test } from 'vitest';
import { pop3 as de } from '../../src/text/de/pop3.js';
import { pop3 as en } from '../../src/text/en/pop3.js';
import { CAPABILITIES, PRIVATE, RESPONSE_CODES } from './pop3-registry.js';

const LANGUAGES = [
  ['English', en],
  ['German', de],
] as const;

describe.each(LANGUAGES)('%s has words', (_, sentences) => {
  const offered = (name: string, args: string): string =>
    sentences['pop3.reply.capabilities']({ capabilities: [{ name, args }], readable: false, whole: true });
  const unknown = (name: string): string => offered('UNHEARD-OF', '').replace('UNHEARD-OF', name);

  test.each(CAPABILITIES)('for the capability $tag', ({ tag, args }) => {
    expect(offered(tag, args)).toContain(tag);
    expect(offered(tag, args)).not.toBe(unknown(tag));
  });

  test.each(PRIVATE)('for the private capability %s', (tag) => {
    expect(offered(tag, '')).toContain(tag);
    expect(offered(tag, '')).not.toBe(unknown(tag));
  });

  test.each(RESPONSE_CODES)('for the response code %s', (code) => {
    const refused = (given: string): string => sentences['pop3.greeting-refused']({ code: given, words: 'no' });
    expect(refused(code)).toContain(code);
    expect(refused(code)).not.toBe(refused('UNHEARD-OF').replace('UNHEARD-OF', code));
    expect(refused(code.toLowerCase())).toBe(refused(code));
  });

  test('for a response code below a known one (RFC 2449 §8)', () => {
    const refused = (code: string): string => sentences['pop3.greeting-refused']({ code, words: 'no' });
    expect(refused('AUTH/EXPIRED')).toBe(refused('AUTH').replace('AUTH', 'AUTH/EXPIRED'));
  });

  test('for what a capability says of other users', () => {
    expect(offered('LOGIN-DELAY', '900 USER')).not.toBe(offered('LOGIN-DELAY', '900'));
    expect(offered('EXPIRE', '60 USER')).not.toBe(offered('EXPIRE', '60'));
    expect(offered('UTF8', 'USER')).not.toBe(offered('UTF8', ''));
  });
});
