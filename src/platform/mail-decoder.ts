/**
 * What mails are encoded in: encoded words and address lists, decoded by postal-mime, loaded when the first mail needs
 * it; charsets by iconv-lite, also those that the TextDecoder of Node 20 gets wrong (windows-1252 and what it stands
 * for); transfer encodings.
 */
import { createRequire } from 'node:module';
import type { Address } from '../model/message.js';
import type { MailDecoder } from '../model/platform.js';
import { transferDecoder } from './transfer-decoder.js';

type PostalMime = typeof import('postal-mime');
type Iconv = typeof import('iconv-lite');

const require = createRequire(import.meta.url);
let postalMime: PostalMime | undefined;
let iconv: Iconv | undefined;

const MISREAD_WORD = /=\?(windows-1252|cp1252|iso-8859-1|latin1|us-ascii|utf-7)(?:\*[\w-]*)?\?([bq])\?([^?]*)\?=/gi;

function mime(): PostalMime {
  return (postalMime ??= require('postal-mime') as PostalMime);
}

function mended(word: string): string {
  return word.replace(MISREAD_WORD, (_all, name: string, encoding: string, text: string) => {
    const octets = /b/i.test(encoding) ? Buffer.from(text, 'base64') : quotedOctets(text);
    return `=?utf-8?B?${Buffer.from(charset(octets, name)).toString('base64')}?=`;
  });
}

function quotedOctets(text: string): Buffer {
  const plain = text.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

function words(value: string): string {
  if (!value.includes('=?')) return value;
  try {
    return mime().decodeWords(mended(value));
  } catch {
    return value;
  }
}

/**
 * The one form in which nearly every address stands, without quotes, comments and encoded words: read here, it spares
 * runs without encoded words the loading of postal-mime (17 ms).
 */
const SIMPLE = /^(?:([A-Za-z0-9][A-Za-z0-9 '_-]*) <([\w.+-]+@[\w.-]+)>|<?([\w.+-]+@[\w.-]+)>?)$/;

function addresses(value: string): readonly Address[] {
  const simple = SIMPLE.exec(value);
  if (simple !== null) return simple[1] === undefined ? [{ address: simple[3]! }] : [{ name: simple[1], address: simple[2]! }];
  try {
    return mime().addressParser(mended(value), { flatten: true }).flatMap(toAddress);
  } catch {
    return [];
  }
}

function toAddress(parsed: { readonly name?: string | undefined; readonly address?: string | undefined }): readonly Address[] {
  const { name, address } = parsed;
  if (address === undefined || address === '') return [];
  return [name === undefined || name === '' ? { address } : { name: words(name), address }];
}

/** The ones that iconv-lite does not know. */
const STATEFUL = /^iso-2022-/i;

function charset(octets: Buffer, name: string): string {
  iconv ??= require('iconv-lite') as Iconv;
  try {
    if (STATEFUL.test(name)) return new TextDecoder(name).decode(octets);
    // What calls itself ASCII or latin1 is windows-1252 where it differs (WHATWG Encoding §4.2).
    return iconv.decode(octets, /^(?:us-ascii|iso-8859-1|latin1)$/i.test(name) ? 'windows-1252' : name);
  } catch {
    return new TextDecoder().decode(octets);
  }
}

export const mailDecoder: MailDecoder = { words, addresses, charset, transfer: transferDecoder };
