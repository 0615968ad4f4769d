/** Finds topics by the words somebody typed: whatever their case, several words at once, in every language's names. */
import { distance } from '../bytes/distance.js';
import type { Topic } from './topic.js';

export type Index = ReadonlyMap<string, readonly Topic[]>;

/**
 * The form in which names are compared: lower case, umlauts written out, and between letters a hyphen, an underline and a
 * blank are the same. Brackets, quotes and punctuation around a word come from a line that was copied.
 */
export function normalise(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => SPELT_OUT[letter]!)
    .replace(/^["'„“”<[(*]+(?=[^\s])|["'„“”>\]):;,!?]+$/g, '')
    .replace(/(?<=[\p{L}\d])[-_\s]+(?=[\p{L}\d])/gu, ' ')
    .trim();
}

const SPELT_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** `others`: the same topics in the other languages, in the same order; their names find them as well. */
export function createIndex(topics: readonly Topic[], others: readonly (readonly Topic[])[]): Index {
  const index = new Map<string, Topic[]>();
  const add = (name: string, topic: Topic): void => {
    const key = normalise(name);
    const found = index.get(key);
    if (found === undefined) index.set(key, [topic]);
    else if (!found.includes(topic)) found.push(topic);
  };
  for (const [at, topic] of topics.entries()) {
    for (const { name, aliases } of [topic, ...others.map((list) => list[at]!)]) {
      for (const alias of [name, ...aliases]) add(alias, topic);
    }
  }
  return index;
}

export interface Match {
  readonly words: string;
  readonly topics: readonly Topic[];
}

/** The longest name at the first word, then at the next: `UID FETCH 550` is two. A word that is no name is a match of nothing. */
export function match(words: readonly string[], index: Index): readonly Match[] {
  const matches: Match[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST_NAME, words.length - at);
    while (length > 1 && !index.has(normalise(words.slice(at, at + length).join(' ')))) length--;
    const name = words.slice(at, at + length).join(' ');
    matches.push({ words: name, topics: index.get(normalise(name)) ?? ofAssignment(name, index) });
    at += length;
  }
  return matches;
}

/** In words. */
const LONGEST_NAME = 6;

/** `AUTH=PLAIN` is the capability and its value, `APPENDLIMIT=12345` the capability alone. */
function ofAssignment(word: string, index: Index): readonly Topic[] {
  const at = word.indexOf('=');
  if (at <= 0) return [];
  const name = index.get(normalise(word.slice(0, at + 1))) ?? index.get(normalise(word.slice(0, at))) ?? [];
  return [...name, ...(index.get(normalise(word.slice(at + 1))) ?? [])];
}

const MOST_SUGGESTIONS = 5;

/** Names that are nearly the word, or begin with it, the nearest first; shown names only. */
export function suggest(word: string, index: Index): readonly string[] {
  const typed = normalise(word);
  if (typed.length < 2) return [];
  const near: { readonly name: string; readonly far: number }[] = [];
  for (const [key, [topic]] of index) {
    const far = key.startsWith(typed) ? 1 : distance(typed, key, Math.max(1, Math.floor(typed.length / 3)));
    if (far !== undefined) near.push({ name: topic!.name, far });
  }
  near.sort((a, b) => a.far - b.far);
  return [...new Set(near.map(({ name }) => name))].slice(0, MOST_SUGGESTIONS);
}
