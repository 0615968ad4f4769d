import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/dialogue/limits.js';
import { SaslExchange } from '../../../src/dialogue/sasl/exchange.js';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

describe('PLAIN', () => {
  it('is decoded, and its password is a secret in both forms', () => {
    const line = base64('\0anna\0geheim');
    expect(new SaslExchange('plain').response(line)).toMatchObject({
      note: { key: 'sasl.plain', params: { username: 'anna', password: 'geheim', actingAs: undefined } },
      decoded: { username: 'anna', password: 'geheim' },
      secrets: [line, 'geheim'],
      username: 'anna',
      password: 'geheim',
    });
  });

  it('names whom the user acts as', () => {
    const step = new SaslExchange('PLAIN').response(base64('bob\0anna\0geheim'));
    expect(step.decoded).toEqual({ username: 'anna', password: 'geheim', authorization: 'bob' });
  });

  it('is UTF-8', () => {
    expect(new SaslExchange('PLAIN').response(base64('\0änne\0geh€im'))).toMatchObject({ username: 'änne', password: 'geh€im' });
  });

  it.each([['one field', 'anna'], ['two fields', 'anna\0geheim'], ['four fields', 'a\0b\0c\0d']])('with %s is not decoded, and secret', (_, text) => {
    const step = new SaslExchange('PLAIN').response(base64(text));
    expect(step).toMatchObject({ note: { key: 'sasl.undecodable' }, secrets: [base64(text)] });
    expect(step.password).toBeUndefined();
  });
});

describe('LOGIN', () => {
  it('is the user name, then the password', () => {
    const exchange = new SaslExchange('LOGIN');
    expect(exchange.challenge(base64('Username:'))).toMatchObject({ note: { key: 'sasl.prompt', params: { prompt: 'Username:' } } });
    const first = exchange.response(base64('anna'));
    expect(first).toMatchObject({ note: { key: 'sasl.username' }, username: 'anna' });
    expect(first.secrets).toBeUndefined();
    expect(exchange.response(base64('geheim'))).toMatchObject({ password: 'geheim', secrets: [base64('geheim'), 'geheim'] });
  });

  it('has secrets in whatever else follows', () => {
    const exchange = new SaslExchange('LOGIN');
    for (const line of ['anna', 'geheim']) exchange.response(base64(line));
    expect(exchange.response(base64('geheim'))).toMatchObject({ note: { key: 'sasl.response' }, secrets: [base64('geheim')] });
  });

  it('is what the question says, where only its end was captured', () => {
    for (const mechanism of ['LOGIN', '']) {
      const exchange = new SaslExchange(mechanism);
      exchange.challenge(base64('Password:'));
      expect(exchange.response(base64('geheim'))).toMatchObject({ password: 'geheim', secrets: [base64('geheim'), 'geheim'] });
      expect(exchange.mechanism).toBe('LOGIN');
    }
  });

  it('may be asked as the draft has it, with a NUL', () => {
    expect(new SaslExchange('LOGIN').challenge('VXNlciBOYW1lAA==')).toMatchObject({ decoded: { prompt: 'User Name' } });
  });

  it('goes on behind an empty answer', () => {
    const exchange = new SaslExchange('LOGIN');
    expect(exchange.response('=')).toEqual({ note: { key: 'sasl.empty', params: {} } });
    expect(exchange.response(base64('geheim'))).toMatchObject({ password: 'geheim' });
  });
});

describe('any mechanism', () => {
  it('is given up with an asterisk', () => {
    expect(new SaslExchange('XOAUTH2').response('*')).toEqual({ note: { key: 'sasl.cancel', params: {} }, cancelled: true });
  });

  it.each(['', '='])('may be answered with nothing: %j', (line) => {
    expect(new SaslExchange('CRAM-MD5').response(line)).toEqual({ note: { key: 'sasl.empty', params: {} } });
  });

  it('that is not known counts as secret', () => {
    const line = base64('whatever it is');
    expect(new SaslExchange('x-own').response(line)).toMatchObject({
      note: { key: 'sasl.response', params: { mechanism: 'X-OWN', bytes: 14 } },
      secrets: [line],
    });
  });

  it('answered beyond the limit is told by its length', () => {
    const line = base64(`\0anna\0${'x'.repeat(limits.sasl)}`);
    expect(new SaslExchange('PLAIN').response(line)).toMatchObject({ note: { key: 'sasl.undecodable' }, secrets: [line] });
    expect(new SaslExchange('').response(line)).toMatchObject({ note: { key: 'sasl.response' }, secrets: [line] });
  });

  it.each(['not base64!', '====', 'a b'])('answered with garbage counts as secret: %j', (line) => {
    for (const mechanism of ['PLAIN', 'LOGIN', 'CRAM-MD5']) {
      expect(new SaslExchange(mechanism).response(line)).toMatchObject({ note: { key: 'sasl.undecodable' }, secrets: [line] });
    }
  });

  it('may be challenged with nothing, with words, or with octets', () => {
    const spoken = new SaslExchange('GSSAPI');
    spoken.response('YIIB');
    expect(spoken.challenge('')).toMatchObject({ note: { key: 'sasl.go-ahead', params: { mechanism: '' } } });
    expect(new SaslExchange('PLAIN').challenge('')).toMatchObject({ note: { key: 'sasl.go-ahead' } });
    expect(new SaslExchange('LOGIN').challenge(base64('Password:'))).toMatchObject({ decoded: { prompt: 'Password:' } });
    expect(new SaslExchange('X-OWN').challenge(base64('<1@example.org>'))).toMatchObject({ note: { key: 'sasl.challenge', params: { bytes: 15 } } });
    expect(new SaslExchange('NTLM').challenge('NTLM supported')).toMatchObject({ note: { key: 'sasl.challenge-in-words', params: { words: 'NTLM supported' } } });
  });
});
