/** Reads the criteria of SEARCH, SORT and THREAD (RFC 9051 §6.4.4): a row a key, with the number of its arguments. */
import type { SearchTerm } from '../../../model/notes/imap.js';
import { parseMailSet } from '../mail-set.js';
import { textOf, wordsOf, type Value } from '../value-parser.js';

/** How many values follow a key; keys that hold other keys are not here. */
const ARGUMENTS: Readonly<Record<string, number>> = {
  ALL: 0, ANSWERED: 0, DELETED: 0, DRAFT: 0, FLAGGED: 0, NEW: 0, OLD: 0, RECENT: 0, SEEN: 0,
  UNANSWERED: 0, UNDELETED: 0, UNDRAFT: 0, UNFLAGGED: 0, UNSEEN: 0, SAVEDATESUPPORTED: 0,
  BCC: 1, BEFORE: 1, BODY: 1, CC: 1, FROM: 1, KEYWORD: 1, LARGER: 1, ON: 1, SENTBEFORE: 1, SENTON: 1, SENTSINCE: 1,
  SINCE: 1, SMALLER: 1, SUBJECT: 1, TEXT: 1, TO: 1, UNKEYWORD: 1, OLDER: 1, YOUNGER: 1, MODSEQ: 1, FILTER: 1,
  EMAILID: 1, THREADID: 1, SAVEDBEFORE: 1, SAVEDON: 1, SAVEDSINCE: 1, 'X-GM-RAW': 1, 'X-GM-MSGID': 1, 'X-GM-THRID': 1,
  'X-GM-LABELS': 1, UIDAFTER: 1, UIDBEFORE: 1, 'X-MAILBOX': 1, 'X-GUID': 1, 'X-REAL-UID': 1,
  HEADER: 2,
  ANNOTATION: 3,
};

/** How many keys follow a key. */
const OPERANDS: Readonly<Record<string, number>> = { NOT: 1, OR: 2, FUZZY: 1 };

const MOST_TERMS = 30;
const DEEPEST = 8;

/** The terms of a search, bounded in number and depth. */
export function parseSearchTerms(values: readonly Value[]): readonly SearchTerm[] {
  return new TermReader(values, 0).all();
}

class TermReader {
  readonly #values: readonly Value[];
  readonly #depth: number;
  #at = 0;

  constructor(values: readonly Value[], depth: number) {
    this.#values = values;
    this.#depth = depth;
  }

  all(): readonly SearchTerm[] {
    const terms: SearchTerm[] = [];
    while (terms.length < MOST_TERMS) {
      const term = this.#next(this.#depth);
      if (term === undefined) break;
      terms.push(term);
    }
    return terms;
  }

  #next(depth: number): SearchTerm | undefined {
    const value = this.#values[this.#at++];
    if (value === undefined || depth > DEEPEST) return undefined;
    if (value.kind === 'list') return term('AND', undefined, new TermReader(value.items, depth + 1).all());
    const word = textOf(value) ?? '';
    const key = word.toUpperCase();
    const operands = OPERANDS[key];
    if (operands !== undefined) return this.#combined(key, operands, depth);
    if (key === 'UID') return this.#set(textOf(this.#values[this.#at++]) ?? '', true);
    const count = ARGUMENTS[key];
    if (count === undefined) return this.#set(word, false);
    // RFC 7162 §3.1.5: a flag's own number, with the flag and who may see it before it.
    if (key === 'MODSEQ' && textOf(this.#values[this.#at])?.startsWith('/') === true) this.#at += 2;
    const from = this.#at;
    this.#at += count;
    const words = this.#values.slice(from, this.#at).map((argument) => wordsOf(argument).join(' '));
    return term(key, count === 0 ? undefined : words.join(': '), []);
  }

  #combined(key: string, operands: number, depth: number): SearchTerm {
    const terms: SearchTerm[] = [];
    for (let i = 0; i < operands; i++) {
      const operand = this.#next(depth + 1);
      if (operand !== undefined) terms.push(operand);
    }
    return term(key, undefined, terms);
  }

  #set(word: string, uid: boolean): SearchTerm {
    const set = parseMailSet(word, uid);
    // 1:* leaves no mail out.
    if (word === '1:*') return term('ALL', undefined, []);
    return set === undefined ? term('OTHER', word, []) : { key: 'SET', value: undefined, set, terms: [] };
  }
}

function term(key: string, value: string | undefined, terms: readonly SearchTerm[]): SearchTerm {
  return { key, value, set: undefined, terms };
}
