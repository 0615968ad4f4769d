/** What somebody typed as a filter: words, or an expression of `-Y`. What looks like one and is none is a mistake, not words. */
import { compileFilter } from '../filter/filter.js';
import { FilterError } from '../filter/filter-error.js';
import type { Zone } from '../filter/moment.js';
import type { FilterMistakeKey, FilterMistakes } from '../model/filter.js';
import type { Language } from '../text/index.js';
import { expressionMatcher, wordMatcher, type Matcher } from './matcher.js';
import type { Predicate } from '../filter/predicate.js';

export type ReadFilter =
  | { readonly kind: 'words'; readonly matcher: Matcher }
  | { readonly kind: 'expression'; readonly matcher: Matcher; readonly keeps: Predicate }
  | { readonly kind: 'mistake'; readonly mistake: string };

const OPERATOR = /==|!=|<=|>=|[<>]|&&|\|\||^!|^\(/;
const FIELD = /(?:^|[\s(!])(?:smtp|lmtp|pop|pop3|imap|imf|tcp|ip|ipv6|frame|tls|mailscope)\.\w/;
const PROTOCOL = /^(?:smtp|lmtp|pop|imap|imf|tcp|ip|ipv6|frame|tls)$/;

export function readFilter(text: string, zone: Zone, { filter }: Language): ReadFilter {
  if (![OPERATOR, FIELD, PROTOCOL].some((sign) => sign.test(text))) return { kind: 'words', matcher: wordMatcher({ kind: 'words', text }) };
  try {
    const keeps = compileFilter(text, zone);
    return { kind: 'expression', keeps, matcher: expressionMatcher({ kind: 'expression', text }, keeps) };
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    return { kind: 'mistake', mistake: sentenceOf(filter.mistakes, error.key, error.params as FilterMistakes[FilterMistakeKey]) };
  }
}

function sentenceOf<K extends FilterMistakeKey>(sentences: Language['filter']['mistakes'], key: K, params: FilterMistakes[K]): string {
  return sentences[key](params);
}
