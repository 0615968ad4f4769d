/** The parameters of MAIL and RCPT, as their RFCs give them in examples. */
import { describe, expect, test } from 'vitest';
import { parsePath } from '../../../src/protocols/smtp/command-parser.js';
import { readParameters } from '../../../src/protocols/smtp/parameters.js';

function read(verb: 'MAIL' | 'RCPT', words: string, offered?: readonly string[]) {
  const path = parsePath(`${verb === 'MAIL' ? 'FROM' : 'TO'}:<anna@example.org> ${words}`, verb === 'MAIL' ? 'FROM' : 'TO');
  return readParameters(verb, path!.params, offered && new Set(offered));
}

describe('decodes', () => {
  test.each<['MAIL' | 'RCPT', string, string, object]>([
    ['MAIL', 'size=500000', 'SIZE', { octets: 500_000 }],
    ['MAIL', 'BODY=binarymime', 'BODY', { type: 'BINARYMIME' }],
    ['MAIL', 'SMTPUTF8', 'SMTPUTF8', {}],
    ['MAIL', 'RET=hdrs', 'RET', { part: 'HDRS' }],
    ['MAIL', 'ENVID=QQ+2B314159', 'ENVID', { id: 'QQ+314159' }],
    ['RCPT', 'NOTIFY=SUCCESS,failure', 'NOTIFY', { cases: ['SUCCESS', 'FAILURE'] }],
    ['RCPT', 'NOTIFY=NEVER', 'NOTIFY', { cases: ['NEVER'] }],
    ['RCPT', 'ORCPT=rfc822;Bob+2Btag@Example.COM', 'ORCPT', { type: 'rfc822', address: 'Bob+tag@Example.COM' }],
    ['RCPT', 'ORCPT=utf-8;m\\x{FC}ller@example.com', 'ORCPT', { type: 'utf-8', address: 'müller@example.com' }],
    ['RCPT', 'ORCPT=rfc822;m+C3+BCller@example.com', 'ORCPT', { type: 'rfc822', address: 'müller@example.com' }],
    ['MAIL', 'AUTH=e+3Dmc2@example.com', 'AUTH', { mailbox: 'e=mc2@example.com' }],
    ['MAIL', 'AUTH=<>', 'AUTH', { mailbox: '' }],
    ['MAIL', 'BY=125;R', 'BY', { seconds: 125, mode: 'R', trace: false }],
    ['MAIL', 'BY=-10;nt', 'BY', { seconds: -10, mode: 'N', trace: true }],
    ['MAIL', 'HOLDFOR=86400', 'HOLDFOR', { seconds: 86_400 }],
    ['MAIL', 'HOLDUNTIL=2026-11-22T08:00:00Z', 'HOLDUNTIL', { time: '2026-11-22T08:00:00Z' }],
    ['MAIL', 'REQUIRETLS', 'REQUIRETLS', {}],
    ['MAIL', 'MT-PRIORITY=-3', 'MT-PRIORITY', { level: -3 }],
    ['MAIL', 'MTRK=QkxhaAo=:600', 'MTRK', { seconds: 600 }],
    ['MAIL', 'SUBMITTER=alice+2Bx@example.com', 'SUBMITTER', { address: 'alice+x@example.com' }],
    ['MAIL', 'SOLICIT=org.example:ADV:ADLT', 'SOLICIT', { keywords: ['org.example:ADV:ADLT'] }],
    ['MAIL', 'TRANSID=<12345@example.org>', 'TRANSID', { id: '12345@example.org' }],
    ['MAIL', 'CONPERM', 'CONPERM', {}],
    ['RCPT', 'CONNEG', 'CONNEG', {}],
    ['RCPT', 'RRVS=2014-04-03T23:01:00Z;C', 'RRVS', { since: '2014-04-03T23:01:00Z', action: 'C' }],
    ['MAIL', 'XVERP=+=', 'XVERP', { delimiters: '+=' }],
    ['MAIL', 'XVERP', 'XVERP', { delimiters: undefined }],
    ['MAIL', 'PRDR', 'PRDR', {}],
    ['RCPT', 'ALT-ADDRESS=a+40example.org', 'ALT-ADDRESS', { address: 'a@example.org' }],
  ])('%s %s', (verb, words, keyword, value) => {
    expect(read(verb, words)).toEqual({ parameters: [{ keyword, value }], odd: [], unoffered: [] });
  });
});

describe('names what is not as it should be', () => {
  test.each<['MAIL' | 'RCPT', string, string]>([
    ['MAIL', 'SIZE=many', 'malformed'],
    ['MAIL', 'SIZE', 'malformed'],
    ['MAIL', 'SMTPUTF8=yes', 'malformed'],
    ['MAIL', 'BODY=8BIT', 'malformed'],
    ['MAIL', 'ENVID=a+zz', 'malformed'],
    ['RCPT', 'NOTIFY=NEVER,DELAY', 'malformed'],
    ['RCPT', 'NOTIFY=', 'malformed'],
    ['RCPT', 'ORCPT=bob@example.com', 'malformed'],
    ['MAIL', 'BY=soon', 'malformed'],
    ['MAIL', 'NOTIFY=NEVER', 'misplaced'],
    ['RCPT', 'SIZE=100', 'misplaced'],
    ['MAIL', 'XOORG=example.org', 'unknown'],
    ['MAIL', '__proto__=1', 'unknown'],
  ])('%s %s: %s', (verb, words, fault) => {
    expect(read(verb, words)).toMatchObject({ parameters: [], odd: [{ fault }] });
  });

  test('a second time', () => {
    expect(read('MAIL', 'RET=FULL RET=HDRS')).toMatchObject({ parameters: [{ keyword: 'RET', value: { part: 'FULL' } }], odd: [{ fault: 'repeated' }] });
  });

  test('what the server has not offered', () => {
    expect(read('MAIL', 'SIZE=1 RET=FULL ENVID=a BODY=BINARYMIME', ['SIZE']).unoffered).toEqual(['DSN', 'BINARYMIME']);
    expect(read('MAIL', 'SIZE=1 RET=FULL').unoffered).toEqual([]);
  });

  test('no more than a line of a server can hold', () => {
    expect(read('MAIL', 'X=1 '.repeat(10_000)).odd.length).toBeLessThan(100);
  });
});
