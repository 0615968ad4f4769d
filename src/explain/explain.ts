/** The catalogue without a capture: words in, what they mean out. */
import type { LanguageCode } from '../text/index.js';
import { explainCode } from './codes.js';
import { collectTopics } from './collect.js';
import { createIndex, match, suggest } from './lookup.js';
import type { Family, Topic } from './topic.js';
import { WORDS } from './words.js';

/** What is known of one name: its meanings, or the codes that a pattern stands for, or nothing but similar names. */
export interface Answer {
  readonly words: string;
  readonly topics: readonly Topic[];
  readonly family?: Family;
  readonly suggestions: readonly string[];
}

export function explain(words: readonly string[], code: LanguageCode): readonly Answer[] {
  const topics = collectTopics(WORDS[code]);
  const others = (Object.keys(WORDS) as LanguageCode[]).filter((other) => other !== code).map((other) => collectTopics(WORDS[other]));
  const index = createIndex(topics, others);
  const typed = words.flatMap((word) => word.split(/\s+/)).filter((word) => word !== '');
  return match(typed, index).map(({ words: name, topics: found }) => {
    if (found.length > 0) return { words: name, topics: found, suggestions: [] };
    const told = explainCode(name, topics, WORDS[code]);
    if (told === undefined) return { words: name, topics: [], suggestions: suggest(name, index) };
    return 'members' in told ? { words: name, topics: [], family: told, suggestions: [] } : { words: name, topics: [told], suggestions: [] };
  });
}

/** Everything there is, in the order of the kinds. */
export function allTopics(code: LanguageCode): readonly Topic[] {
  return collectTopics(WORDS[code]);
}
