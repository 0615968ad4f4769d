/** What the commands say that look for mails: SEARCH, SORT and THREAD in the open mailbox, ESEARCH in several. */
import type { ImapVerb, MailboxFilter, SearchTerm } from '../../../model/notes/imap.js';
import type { Describe, ReturnOptions } from './values.js';
import { keywordOf, parametersIn, takeFilter, takeReturn } from './values.js';
import { parseSearchTerms } from './search-terms.js';
import type { Talk } from '../talk.js';
import { textOf, type Value } from '../value-parser.js';

/** Criteria whose value is text in the charset of the command. */
const WORDS: ReadonlySet<string> = new Set(['BCC', 'BODY', 'CC', 'FROM', 'HEADER', 'SUBJECT', 'TEXT', 'TO', 'X-GM-RAW']);

function hasWords({ key, terms }: SearchTerm): boolean {
  return WORDS.has(key) || terms.some(hasWords);
}

/** SORT and THREAD must name a charset, which means something only where there are words. */
function takeTerms(values: readonly Value[], at: number): { readonly terms: readonly SearchTerm[]; readonly charset: string | undefined } {
  const terms = parseSearchTerms(values.slice(at + 1));
  return { terms, charset: terms.some(hasWords) ? textOf(values[at]) : undefined };
}

/** RFC 4731 §3.1: RETURN with nothing in its brackets asks for ALL. */
function takeResults(values: readonly Value[], at: number): ReturnOptions {
  const { returns, next } = takeReturn(values, at);
  return { returns: next > at && returns.length === 0 ? [{ name: 'ALL', words: [] }] : returns, next };
}

const search: Describe = (command, values) => {
  const { returns, next } = takeResults(values, 0);
  const hasCharset = keywordOf(values[next]) === 'CHARSET';
  const charset = hasCharset ? textOf(values[next + 1]) : undefined;
  const terms = parseSearchTerms(values.slice(hasCharset ? next + 2 : next));
  return { key: 'imap.command.search', params: { terms, uid: command.uid, returns, charset } };
};

/** RFC 5256 §3, RFC 5267 §3.1: `SORT RETURN (…) (keys) charset criteria`. */
const sort: Describe = (command, values) => {
  const { returns, next } = takeResults(values, 0);
  if (values[next]?.kind !== 'list') return undefined;
  return { key: 'imap.command.sort', params: { order: parametersIn(values[next]), uid: command.uid, returns, ...takeTerms(values, next + 1) } };
};

const thread: Describe = (command, values) => {
  const algorithm = keywordOf(values[0]);
  if (algorithm === undefined) return undefined;
  return { key: 'imap.command.thread', params: { algorithm, uid: command.uid, ...takeTerms(values, 1) } };
};

const MOST_FILTERS = 20;

function filtersIn(values: readonly Value[], talk: Talk): readonly MailboxFilter[] {
  const filters: MailboxFilter[] = [];
  for (let at = 0; at < values.length && filters.length < MOST_FILTERS; ) {
    const taken = takeFilter(values, at, talk);
    // Scope options stand in a list of their own.
    at = taken?.next ?? at + 1;
    if (taken !== undefined) filters.push(taken.filter);
  }
  return filters;
}

/** RFC 7377 §2: `ESEARCH IN (…) RETURN (…) criteria`. */
const multiple: Describe = (_command, values, talk) => {
  const source = keywordOf(values[0]) === 'IN' ? values[1] : undefined;
  const { returns, next } = takeResults(values, source === undefined ? 0 : 2);
  const scope = source?.kind === 'list' ? filtersIn(source.items, talk) : [];
  const from = keywordOf(values[next]) === 'CHARSET' ? next + 2 : next;
  return { key: 'imap.command.esearch', params: { terms: parseSearchTerms(values.slice(from)), scope, returns } };
};

export const SEARCH_COMMANDS = {
  SEARCH: search,
  SORT: sort,
  THREAD: thread,
  ESEARCH: multiple,
} as const satisfies Partial<Record<ImapVerb, Describe>>;
