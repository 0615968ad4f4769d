/** Words of a header in the charsets of forty years. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { mailDecoder } from '../../src/platform/mail-decoder.js';

const WORDS: Readonly<Record<string, string>> = {
  'iso-8859-1': 'Grüße',
  'iso-8859-2': 'Zażółć gęślą',
  'iso-8859-5': 'Привет',
  'iso-8859-7': 'Γειά σου',
  'iso-8859-9': 'Şişli',
  'iso-8859-15': '100 €',
  'windows-1250': 'Žluťoučký',
  'windows-1251': 'Привет',
  'windows-1252': '„Grüße“ €',
  'windows-1256': 'مرحبا',
  'koi8-r': 'Привет',
  'koi8-u': 'Їжак',
  'gb2312': '你好',
  'gb18030': '你好',
  'big5': '你好',
  'euc-kr': '안녕',
  'shift_jis': 'こんにちは',
  'euc-jp': 'こんにちは',
  'utf-8': '日本',
  'utf-7': 'Grüße',
};

function quoted(octets: Buffer): string {
  return [...octets].map((octet) => `=${octet.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

describe.each(Object.entries(WORDS))('%s', (charset, text) => {
  const octets = iconv.encode(text, charset);

  it('is decoded in both encodings of RFC 2047, and as octets', () => {
    expect(mailDecoder.words(`=?${charset}?B?${octets.toString('base64')}?=`)).toBe(text);
    expect(mailDecoder.words(`=?${charset.toUpperCase()}?q?${quoted(octets)}?=`)).toBe(text);
    expect(mailDecoder.charset(octets, charset)).toBe(text);
  });
});

it('iso-2022-jp, which switches its sets, is decoded', () => {
  const octets = Buffer.from('\x1b$B$3$s$K$A$O\x1b(B', 'latin1');
  expect(mailDecoder.words(`=?ISO-2022-JP?B?${octets.toString('base64')}?=`)).toBe('こんにちは');
  expect(mailDecoder.charset(octets, 'iso-2022-jp')).toBe('こんにちは');
});

it('a charset that nobody knows is read as UTF-8', () => {
  expect(mailDecoder.charset(Buffer.from('Grüße'), 'x-nobody')).toBe('Grüße');
});
