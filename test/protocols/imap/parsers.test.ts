/** The small readers of IMAP, each by itself. */
import { describe, expect, it } from 'vitest';
import { isPlausibleCommand, parseCommandHead } from '../../../src/protocols/imap/commands/parser.js';
import { lastItemName, marksSeen, parseFetchItem } from '../../../src/protocols/imap/commands/fetch-items.js';
import { hostIn } from '../../../src/protocols/imap/responses/greeting.js';
import { literalMark } from '../../../src/protocols/imap/literal.js';
import { parseMailSet } from '../../../src/protocols/imap/mail-set.js';
import { parseResponse } from '../../../src/protocols/imap/responses/parser.js';
import { parseValues } from '../../../src/protocols/imap/value-parser.js';

function values(text: string): string {
  return JSON.stringify(parseValues([text], [], 0).map(function tell(value): unknown {
    if (value.kind === 'list') return value.items.map(tell);
    return value.kind === 'literal' ? value.literal.octets : value.kind === 'string' ? `"${value.text}` : value.text;
  }));
}

describe('a literal', () => {
  it.each([
    ['a LOGIN {4}', 4, true],
    ['a LOGIN {012}', 12, true],
    ['a LOGIN {4+}', 4, false],
    ['a LOGIN {4-}', 4, false],
    ['a APPEND x ~{4}', 4, true],
    ['a SELECT {9007199254740991}', 9007199254740991, true],
  ])('is announced by %s', (line, octets, waits) => {
    expect(literalMark(line)).toMatchObject({ octets, waits });
  });

  it.each(['a LOGIN {4} ', 'a LOGIN {}', 'a LOGIN {x}', 'a LOGIN {-1}', 'a LOGIN {4++}', 'a LOGIN 4}', 'a {9007199254740992}', '"{4}"', ''])('is not announced by %s', (line) => {
    expect(literalMark(line)).toBeUndefined();
  });
});

describe('values', () => {
  it.each([
    ['a b', '["a","b"]'],
    ['"a \\"b\\\\" c', '["\\"a \\"b\\\\","c"]'],
    ['(a (b) c) d', '[["a",["b"],"c"],"d"]'],
    ['BODY[HEADER.FIELDS (A B)]<0.5> x', '["BODY[HEADER.FIELDS (A B)]<0.5>","x"]'],
    ['(a', '[["a"]]'],
    ['a) b', '["a","b"]'],
    ['"never closed', '["\\"never closed"]'],
    ['a[b c', '["a[b","c"]'],
  ])('of %s', (text, expected) => {
    expect(values(text)).toBe(expected);
  });

  it('stand around their literals', () => {
    const literal = { octets: 3, text: 'xyz' };
    expect(parseValues(['(A ', ' B)'], [literal], 0)).toEqual([
      { kind: 'list', items: [{ kind: 'atom', text: 'A' }, { kind: 'literal', literal }, { kind: 'atom', text: 'B' }] },
    ]);
  });
});

describe('a command', () => {
  it.each([
    ['a1 noop', 'a1', 'NOOP', 'NOOP'],
    ['a1 uid fetch 1 FLAGS', 'a1', 'UID FETCH', 'FETCH'],
    ['a1 UID', 'a1', 'UID', 'UID'],
    ['a1', 'a1', '', ''],
    ['', '', '', ''],
  ])('%s', (line, tag, verb, name) => {
    expect(parseCommandHead(line)).toMatchObject({ tag, verb, name });
  });

  it('is plausible only with a tag and a known verb', () => {
    expect(['a1 LOGIN x y', '. CAPABILITY', 'A UID STORE 1'].map(isPlausibleCommand)).toEqual([true, true, true]);
    expect(['Hello World', '+ LOGIN', '* FETCH 1', 'LOGIN anna', ''].map(isPlausibleCommand)).toEqual([false, false, false, false, false]);
  });
});

describe('a response', () => {
  it.each([
    ['a1 OK [READ-WRITE] done', { kind: 'tagged', tag: 'a1', status: 'OK', text: { responseCode: 'READ-WRITE', words: 'done' } }],
    ['a1 no', { kind: 'tagged', status: 'NO', text: { responseCode: undefined, words: '' } }],
    ['* ok [BADCHARSET ("a]b" c)] x', { kind: 'status', status: 'OK', text: { responseCode: 'BADCHARSET ("a]b" c)', words: 'x' } }],
    ['* OK [ALERT no bracket', { kind: 'status', text: { responseCode: undefined, words: '[ALERT no bracket' } }],
    ['* 12 FETCH (X)', { kind: 'data', word: 'FETCH', number: 12 }],
    ['* SEARCH', { kind: 'data', word: 'SEARCH', number: undefined }],
    ['+', { kind: 'continuation', words: '' }],
    ['+ idling', { kind: 'continuation', words: 'idling' }],
  ])('%s', (line, expected) => {
    expect(parseResponse(line)).toMatchObject(expected);
  });

  it.each(['', '*', '* ', 'a1 MAYBE x', '+OK x', '(a1 OK', 'a1'])('is none: %s', (line) => {
    expect(parseResponse(line)).toBeUndefined();
  });
});

describe('a message set', () => {
  it('keeps sequence numbers and UIDs apart, and the ends of a range in order', () => {
    expect(parseMailSet('4:2,7,*', false)).toEqual({ uid: false, ranges: [{ from: 2, to: 4 }, { from: 7, to: 7 }, { from: '*', to: '*' }], more: 0, saved: false });
    expect(parseMailSet('*:5', true)?.ranges).toEqual([{ from: 5, to: '*' }]);
    expect(parseMailSet('1,2,3,4,5,6,7,8,9,10,11', true)).toMatchObject({ more: 3 });
    expect(parseMailSet('$', false)).toMatchObject({ saved: true });
  });

  it.each(['', 'x', '1,', ':', '1:2:3', '-1'])('is none: %s', (text) => {
    expect(parseMailSet(text, false)).toBeUndefined();
  });
});

describe('an item of FETCH', () => {
  it.each([
    ['BODY[]', 'mail', undefined, true],
    ['BODY.PEEK[]', 'mail', undefined, false],
    ['RFC822', 'mail', undefined, true],
    ['RFC822.HEADER', 'header', undefined, false],
    ['RFC822.TEXT', 'text', undefined, true],
    ['BODY[1.2.MIME]', 'mime', '1.2', true],
    ['BODY.PEEK[HEADER.FIELDS (DATE "FROM")]', 'fields', 'DATE, FROM', false],
    ['BINARY.SIZE[3]', 'binary-size', '3', false],
    ['BODY[3.TEXT]<0.10>', 'part-text', '3', true],
    ['BODY[WHAT]', 'other', undefined, true],
    ['NONSENSE', 'other', undefined, false],
  ])('%s', (name, what, detail, seen) => {
    const item = parseFetchItem(name);
    expect(item).toMatchObject({ what, detail });
    expect(marksSeen(item)).toBe(seen);
  });

  it('is found before its literal', () => {
    expect(lastItemName('* 1 FETCH (FLAGS (\\Seen) BODY[HEADER.FIELDS (A B)] ')).toBe('BODY[HEADER.FIELDS (A B)]');
    expect(lastItemName('* 1 FETCH (BODY[] ')).toBe('BODY[]');
    expect(lastItemName('* 1 FETCH (BODY[]<0> ')).toBe('BODY[]<0>');
    expect(['BODY[]', 'RFC822', 'BINARY[]', 'BODY[]<0>', 'BODY[TEXT]', 'RFC822.HEADER'].map((name) => parseFetchItem(name).what)).toEqual(['mail', 'mail', 'mail', 'mail', 'text', 'header']);
  });
});

it('finds a host in a greeting, and no version number', () => {
  expect(hostIn('[CAPABILITY] mail.kolleg.example ready.')).toBe('mail.kolleg.example');
  expect(hostIn('mail.example.org Cyrus IMAP v2.4.17-Fedora')).toBe('mail.example.org');
  expect(hostIn('IMAP4Rev1 Server Version 4.9.04.012')).toBeUndefined();
  expect(hostIn('Dovecot (Debian) ready.')).toBeUndefined();
});
