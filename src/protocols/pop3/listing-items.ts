/** What the lines of lists say: sizes (LIST), unique ids (UIDL), capabilities (CAPA), names (AUTH, LANG, XTND). */
import type { ListItem } from '../../model/entry.js';
import { firstWord } from './command-parser.js';

export interface Sizes {
  readonly mails: number;
  readonly octets: number;
}

/** `3 1250` of LIST, or what STAT and `LIST 3` say behind +OK; undefined where it is none. */
export function parsePair(words: string): readonly [number, number] | undefined {
  const match = /^[ \t]*(\d{1,15})[ \t]+(\d{1,15})(?!\S)/.exec(words);
  return match === null ? undefined : [Number(match[1]), Number(match[2])];
}

type ItemParser = (line: string) => ListItem | undefined;

const parseSize: ItemParser = (line) => {
  const pair = parsePair(line);
  return pair && { number: pair[0], size: pair[1] };
};

/** `3 whqtswO00WBw418f9t5JxYwZ` */
const parseUniqueId: ItemParser = (line) => {
  const match = /^[ \t]*(\d{1,15})[ \t]+([^ \t]+)/.exec(line);
  return match === null ? undefined : { number: Number(match[1]), uid: match[2]! };
};

/** `3 Subject: hello`; an empty field is one, too. */
const parseField: ItemParser = (line) => {
  const match = /^[ \t]*(\d{1,15})(?:[ \t]+(.*))?$/.exec(line);
  return match === null ? undefined : { number: Number(match[1]), value: match[2] ?? '' };
};

/** `de Deutsch`; of a mechanism the name alone. */
const parseName: ItemParser = (line) => {
  const match = /^[ \t]*([^ \t]+)(?:[ \t]+(.*))?$/.exec(line.trimEnd());
  if (match === null) return undefined;
  return match[2] === undefined ? { name: match[1]! } : { name: match[1]!, value: match[2] };
};

const parseCapability: ItemParser = (line) => {
  const item = /^[!-~]+(?:[ \t]|$)/.test(line.trim()) ? parseName(line) : undefined;
  return item?.name === undefined ? undefined : { ...item, name: item.name.toUpperCase() };
};

/** By the verb; behind XTND by its first word. */
const PARSERS: Readonly<Record<string, ItemParser>> = {
  LIST: parseSize,
  UIDL: parseUniqueId,
  CAPA: parseCapability,
  AUTH: parseName,
  LANG: parseName,
  BBOARDS: parseName,
  ARCHIVE: parseName,
  XLST: parseField,
};

/**
 * The items of an accepted reply; undefined where it is no listing. `words`: of the status line, which is the item
 * where a command asks for one mail; `lines`: those behind it.
 */
export function itemsOf(verb: string, args: string, words: string, lines: readonly string[] | undefined): readonly ListItem[] | undefined {
  const name = verb === 'XTND' ? (firstWord(args)?.toUpperCase() ?? '') : verb;
  const parse = Object.hasOwn(PARSERS, name) ? PARSERS[name] : undefined;
  if (parse === undefined) return undefined;
  if (lines !== undefined) return lines.map(parse).filter((item) => item !== undefined);
  const item = parse === parseName ? undefined : parse(words);
  return item && [item];
}

export function sumSizes(items: readonly ListItem[]): Sizes {
  return { mails: items.length, octets: items.reduce((octets, { size = 0 }) => octets + size, 0) };
}
