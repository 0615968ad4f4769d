/**
 * Structured field values such as those of Content-Type and Content-Disposition: a value and its parameters
 * (RFC 2045 §5.1, RFC 2183), also in the forms of RFC 2231 and in those that mailers send all the same: names without
 * quotes, encoded words inside quotes. Total: what cannot be read is left out.
 */
import { decodeText } from '../../bytes/ascii.js';
import { parseExtended, percentOctets } from '../../bytes/extended-value.js';
import type { HeaderDecoder } from '../../model/platform.js';
import { limits } from '../limits.js';

export interface FieldValue {
  /** In lower case, without comments. */
  readonly value: string;
  /** By name in lower case, decoded. */
  readonly params: ReadonlyMap<string, string>;
}

/** `name*1*=…` of RFC 2231: one piece of a value. */
interface Piece {
  readonly order: number;
  readonly encoded: boolean;
  readonly text: string;
}

/** Seen in the wild: in quotes, with blanks around the slash, and with a blank instead of the semicolon behind it. */
const VALUE = /\s*"?([^\s;"]*(?:\s*\/\s*[^\s;"]+)?)"?/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"?/y;
const BARE = /[^;]*/y;
const NAME = /[\s;]*([^=;\s]+)\s*(=)?\s*/y;
const BLANK = /\s/;
const PIECE = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/;

/** `field`: the value of a header field, unfolded. */
export function parseFieldValue(field: string, decoder: HeaderDecoder): FieldValue {
  const text = withoutComments(field.slice(0, limits.fieldValue));
  VALUE.lastIndex = 0;
  const [all, first = ''] = VALUE.exec(text)!;
  // Seen in the wild: `Content-Disposition: filename="a.txt"`, a parameter alone.
  const isParameter = first.includes('=');
  const params = new Map<string, string>();
  for (const [name, list] of piecesOf(text, isParameter ? 0 : all.length)) params.set(name, joined(list, decoder));
  return { value: isParameter ? '' : first.replace(/\s*\/\s*/, '/').toLowerCase(), params };
}

function piecesOf(text: string, from: number): ReadonlyMap<string, Piece[]> {
  const pieces = new Map<string, Piece[]>();
  let at = from;
  for (let count = 0; count < limits.parameters; count++) {
    NAME.lastIndex = at;
    const named = NAME.exec(text);
    if (named === null) break;
    at = NAME.lastIndex;
    if (named[2] === undefined) continue;
    const grammar = text[at] === '"' ? QUOTED : BARE;
    grammar.lastIndex = at;
    const read = grammar.exec(text)!;
    at = grammar.lastIndex;
    enter(pieces, named[1]!.toLowerCase(), read[1]?.replace(/\\(.)/gs, '$1') ?? read[0].trim());
  }
  return pieces;
}

function enter(pieces: Map<string, Piece[]>, name: string, text: string): void {
  const [, base = name, order, star] = PIECE.exec(name) ?? [];
  const list = pieces.get(base) ?? [];
  // The form of RFC 2231 says more than the plain one that stands beside it for old readers.
  const piece = { order: order === undefined ? 0 : Number(order), encoded: star !== undefined, text };
  const isPlain = order === undefined && star === undefined;
  if (list.length === 0) pieces.set(base, [piece]);
  else if (order !== undefined) list.push(piece);
  else if (!isPlain) pieces.set(base, [piece]);
}

function joined(pieces: readonly Piece[], decoder: HeaderDecoder): string {
  const inOrder = [...pieces].sort((a, b) => a.order - b.order);
  const first = inOrder[0]!;
  const extended = first.encoded ? parseExtended(first.text) : undefined;
  if (extended === undefined && !inOrder.some(({ encoded }) => encoded)) {
    const text = inOrder.map((piece) => piece.text).join('');
    return decoder.words(text);
  }
  const texts = inOrder.map((piece, at) => ({ ...piece, text: at === 0 && extended !== undefined ? extended.text : piece.text }));
  const octets = Buffer.concat(texts.map(({ text, encoded }) => (encoded ? percentOctets(text) : Buffer.from(text))));
  return extended === undefined || extended.charset === '' ? decodeText(octets, 0, octets.length).text : decoder.charset(octets, extended.charset);
}

/**
 * Comments in parentheses, which may nest (RFC 5322 §3.2.2), outside of quotes. Seen in the wild: `filename=a(1).txt`, where
 * the parenthesis goes on with a name that should be in quotes.
 */
function withoutComments(text: string): string {
  if (!text.includes('(')) return text;
  let kept = '';
  let depth = 0;
  let quoted = false;
  let inParameter = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    const pair = char === '\\' ? text.slice(at, at + 2) : char;
    if (char === '"' && depth === 0) quoted = !quoted;
    if (char === '=' || char === ';') inParameter = char === '=';
    if (!quoted && char === '(' && (depth > 0 || !inParameter || BLANK.test(kept.slice(-1)))) depth++;
    if (depth === 0) kept += pair;
    if (!quoted && char === ')' && depth > 0) depth--;
    at += pair.length - 1;
  }
  return kept;
}
