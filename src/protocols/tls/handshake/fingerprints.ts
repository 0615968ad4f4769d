/**
 * Fingerprints of hellos, by which other tools name programs and servers: JA3 and JA3S (Althouse, Atkinson, Atkins, 2017)
 * and JA4 (FoxIO, technical_details/JA4.md). They are names for offers, not proofs of who made them.
 */
import type { HashAlgorithm, HashFactory } from '../../../model/platform.js';
import type { ClientHello } from './client-hello.js';
import { isGrease } from '../registered/code-name.js';
import { ALPN, SERVER_NAME, SIGNATURE_ALGORITHMS } from '../registered/extension-names.js';
import { findExtension, type Extension } from './extensions.js';
import { OctetCursor } from './octet-cursor.js';
import type { ServerHello } from './server-hello.js';

function digest(hash: HashFactory, algorithm: HashAlgorithm, text: string): string {
  const hashing = hash(algorithm);
  hashing.update(Buffer.from(text, 'latin1'));
  return hashing.digest();
}

function meaningful(codes: readonly number[]): readonly number[] {
  return codes.filter((code) => !isGrease(code));
}

function typesOf(extensions: readonly Extension[]): readonly number[] {
  return meaningful(extensions.map(({ type }) => type));
}

export function ja3(hello: ClientHello, hash: HashFactory): string {
  const lists = [hello.suites, typesOf(hello.extensions), hello.groups, hello.pointFormats];
  const text = [hello.legacyVersion, ...lists.map((list) => meaningful(list).join('-'))].join(',');
  return digest(hash, 'md5', text);
}

export function ja3s(hello: ServerHello, hash: HashFactory): string {
  return digest(hash, 'md5', [hello.legacyVersion, hello.suite, typesOf(hello.extensions).join('-')].join(','));
}

const JA4_VERSIONS: Readonly<Record<number, string>> = { 0x0304: '13', 0x0303: '12', 0x0302: '11', 0x0301: '10', 0x0300: 's3', 0x0002: 's2' };
const HASH_CHARACTERS = 12;
const NOTHING = '0'.repeat(HASH_CHARACTERS);
const MOST_COUNTED = 99;

export function ja4(hello: ClientHello, hash: HashFactory): string {
  const suites = meaningful(hello.suites);
  const types = typesOf(hello.extensions);
  const version = Math.max(0, ...meaningful(hello.versions)) || hello.legacyVersion;
  const named = types.includes(SERVER_NAME) ? 'd' : 'i';
  const first = `t${JA4_VERSIONS[version] ?? '00'}${named}${counted(suites)}${counted(types)}${protocolMark(hello.extensions)}`;
  const others = types.filter((type) => type !== SERVER_NAME && type !== ALPN);
  const schemes = meaningful(schemesOf(hello.extensions)).map(hex).join(',');
  const extensions = sorted(others) + (schemes === '' ? '' : `_${schemes}`);
  return `${first}_${short(suites, sorted(suites), hash)}_${short(others, extensions, hash)}`;
}

function schemesOf(extensions: readonly Extension[]): readonly number[] {
  return findExtension(extensions, SIGNATURE_ALGORITHMS)?.numbers(2, 2) ?? [];
}

function counted(list: readonly number[]): string {
  return String(Math.min(list.length, MOST_COUNTED)).padStart(2, '0');
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

function sorted(codes: readonly number[]): string {
  return codes.map(hex).sort().join(',');
}

function short(list: readonly number[], text: string, hash: HashFactory): string {
  return list.length === 0 ? NOTHING : digest(hash, 'sha256', text).slice(0, HASH_CHARACTERS);
}

/** First and last character of the first protocol; of its hexadecimal form where one of them is no letter and no digit. */
function protocolMark(extensions: readonly Extension[]): string {
  const list = findExtension(extensions, ALPN)?.vector(2) ?? Buffer.alloc(0);
  const name = new OctetCursor(list).vector(1);
  if (name.length === 0) return '00';
  const text = name.toString('latin1');
  const marked = /^[0-9A-Za-z](?:.*[0-9A-Za-z])?$/s.test(text) ? text : name.toString('hex');
  return marked[0]! + marked[marked.length - 1]!;
}
