import { describe, expect, it } from 'vitest';
import { readHead } from '../../src/mail/head.js';
import { parseFields } from '../../src/mail/header-fields.js';
import { limits } from '../../src/mail/limits.js';
import type { HeaderDecoder } from '../../src/model/platform.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';

const PLAIN: HeaderDecoder = { words: (value) => (value.includes('=?') ? `words(${value})` : value), addresses: () => [], charset: (octets) => octets.toString('latin1') };

function fields(header: string | Buffer, decoder = PLAIN): readonly (readonly [string, string])[] {
  return parseFields(Buffer.from(header as string, 'latin1'), decoder).map(({ name, value }) => [name, value]);
}

function subjectOf(value: string): string | undefined {
  return readHead(Buffer.from(`Subject: ${value}\r\n\r\n`, 'latin1'), mailDecoder, { direction: 'retrieved' }).subject;
}

describe('header fields', () => {
  it('are names and values in order, repeated ones too', () => {
    expect(fields('Received: a\r\nReceived: b\r\nX-Empty:\r\n\r\n')).toEqual([['Received', 'a'], ['Received', 'b'], ['X-Empty', '']]);
  });

  it('are unfolded', () => {
    expect(fields('Subject: one\r\n two\r\n\tthree\r\nTo: x\r\n')).toEqual([['Subject', 'one two\tthree'], ['To', 'x']]);
  });

  it('may end twice, in CR CR LF', () => {
    expect(fields('Subject: one\r\r\n two\r\r\nTo: x\r\r\n\r\r\n')).toEqual([['Subject', 'one two'], ['To', 'x']]);
  });

  it('are kept as they stood, too', () => {
    expect(parseFields(Buffer.from('Subject:  one\r\n two\r\n'), PLAIN)[0]).toEqual({ name: 'Subject', value: 'one two', raw: ' one\r\n two' });
  });

  it('may end with LF, and have a blank before the colon', () => {
    expect(fields('Subject : one\n two\nTo:x\n')).toEqual([['Subject', 'one two'], ['To', 'x']]);
  });

  it.each(['no colon here\r\n', ': no name\r\n', 'a b: c\r\n', '\0: x\r\n'])('leave out what is none: %j', (line) => {
    expect(fields(`A: b\r\n${line}C: d\r\n`)).toEqual([['A', 'b'], ['C', 'd']]);
  });

  it('may be UTF-8 (RFC 6532)', () => {
    expect(parseFields(Buffer.from('Subject: Grüße\r\n'), PLAIN)[0]!.value).toBe('Grüße');
  });

  it('in no known charset have U+FFFD where octets are no text', () => {
    expect(fields('Subject: Gr\xfc\xdfe\r\nTo: anna\r\n')).toEqual([['Subject', 'Gr\ufffd\ufffde'], ['To', 'anna']]);
  });

  it('are decoded only where they have encoded words', () => {
    expect(fields('A: =?x?=\r\nB: plain\r\n')).toEqual([['A', 'words(=?x?=)'], ['B', 'plain']]);
  });

  it('are bounded in number', () => {
    expect(fields('A: b\r\n'.repeat(limits.fields + 10))).toHaveLength(limits.fields);
  });
});

describe('encoded words (RFC 2047)', () => {
  it.each([
    ['utf-8', '=?utf-8?Q?Gr=C3=BC=C3=9Fe_aus_K=C3=B6ln?=', 'Grüße aus Köln'],
    ['UTF-8 in base64', '=?UTF-8?B?R3LDvMOfZQ==?=', 'Grüße'],
    ['iso-8859-1', '=?iso-8859-1?q?Gr=FC=DFe?=', 'Grüße'],
    ['iso-8859-15', '=?iso-8859-15?Q?5_=A4?=', '5 €'],
    ['windows-1252', '=?windows-1252?Q?=84so=93_=80?=', '„so“ €'],
    ['windows-1251', '=?windows-1251?B?z/Do4uXy?=', 'Привет'],
    ['koi8-r', '=?koi8-r?B?8NLJ18XU?=', 'Привет'],
    ['iso-8859-2', '=?iso-8859-2?Q?=AF=F3=B3w?=', 'Żółw'],
    ['shift_jis', '=?shift_jis?B?k/qWew==?=', '日本'],
    ['iso-2022-jp', '=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=', '日本'],
    ['euc-kr', '=?euc-kr?B?x9GxuQ==?=', '한국'],
    ['gb2312', '=?gb2312?B?1tC5+g==?=', '中国'],
    ['big5', '=?big5?B?pKSk5Q==?=', '中文'],
    ['a language (RFC 2231 §5)', '=?iso-8859-1*de?Q?Gr=FC=DFe?=', 'Grüße'],
  ])('%s', (_, value, text) => {
    expect(subjectOf(value)).toBe(text);
  });

  it('are joined where only blanks stand between them, and not otherwise', () => {
    expect(subjectOf('=?utf-8?Q?a?= =?utf-8?Q?b?=\r\n =?utf-8?Q?c?=')).toBe('abc');
    expect(subjectOf('=?utf-8?Q?a?= and =?utf-8?Q?b?=')).toBe('a and b');
  });

  it('may divide a character between them', () => {
    expect(subjectOf('=?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=')).toBe('Grüße');
  });

  it.each(['=?utf-8?Q?open', '=?utf-8?X?abc?=', '=?=', '=?utf-8?B?****?=', '=?no-such-charset?Q?abc?=', '=?utf-8?Q?=C3?='])(
    'that are broken do not break anything: %s',
    (value) => {
      expect(typeof subjectOf(value)).toBe('string');
    },
  );
});

describe('the head of a mail', () => {
  const read = (header: string): ReturnType<typeof readHead> => readHead(Buffer.from(header, 'utf8'), mailDecoder, { direction: 'retrieved' });

  it('is what its fields say', () => {
    const head = read(
      'From: Anna <anna@example.org>\r\nTo: bob@example.com, "Doe, Jane" <jane@example.com>\r\nCc: group: a@example.org, b@example.org;\r\n' +
        'Date: Fri, 21 Nov 1997 09:55:06 -0600\r\nMessage-ID: <1@example.org>\r\nSubject: hi\r\n\r\n',
    );
    expect(head).toMatchObject({
      subject: 'hi',
      from: [{ name: 'Anna', address: 'anna@example.org' }],
      to: [{ address: 'bob@example.com' }, { name: 'Doe, Jane', address: 'jane@example.com' }],
      cc: [{ address: 'a@example.org' }, { address: 'b@example.org' }],
      date: '1997-11-21T09:55:06-06:00',
      messageId: '<1@example.org>',
    });
    expect(head.headers).toHaveLength(6);
  });

  it('takes the first of fields that stand twice, whatever their case', () => {
    expect(read('SUBJECT: first\r\nSubject: second\r\n').subject).toBe('first');
  });

  it('leaves out what is not there or cannot be read', () => {
    expect(read('Date: yesterday\r\n\r\n')).toEqual({ headers: [{ name: 'Date', value: 'yesterday', raw: 'yesterday' }], received: [] });
    expect(read('')).toEqual({ headers: [], received: [] });
  });

  it('does not divide a name at a comma that was encoded', () => {
    expect(read('From: =?utf-8?Q?Doe=2C_Jane?= <jane@example.com>\r\n').from).toEqual([{ name: 'Doe, Jane', address: 'jane@example.com' }]);
  });

  it('decodes names in western charsets', () => {
    expect(read('From: =?iso-8859-1?Q?J=FCrgen?= <j@example.org>\r\n').from).toEqual([{ name: 'Jürgen', address: 'j@example.org' }]);
    expect(read('From: =?iso-8859-1?Q?M=FCller=2C_J=FCrgen?= <j@example.org>\r\n').from).toEqual([{ name: 'Müller, Jürgen', address: 'j@example.org' }]);
  });

  it.each(['<', '<>', '"', ',,,', '(', 'a@b@c <', '=?utf-8?Q?=3Cx=3E?='])('reads no nonsense into nonsense: %s', (value) => {
    expect(Array.isArray(read(`From: ${value}\r\n`).from)).toBe(true);
  });
});
