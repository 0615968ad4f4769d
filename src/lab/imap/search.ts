/** SEARCH (RFC 3501 §6.4.4): a command becomes one question to each mail. Texts compare without case, an octet a character. */
import { limits } from '../limits.js';
import type { SeenMail } from './fetch.js';
import { parseDay } from './moment.js';
import { fieldOf, structureOf, type Part } from './structure.js';
import type { ArgumentReader} from './syntax.js';
import { BadSyntax, deeper, isInSet } from './syntax.js';

/** A mail with its number in the mailbox; its text and parts are looked at where a key asks. */
export interface Candidate extends SeenMail {
  readonly number: number;
  readonly part: Part;
  readonly text: string;
}

type Test = (candidate: Candidate) => boolean;

/** Last number and UID of the mailbox, for `*`. */
export interface Bounds {
  readonly number: number;
  readonly uid: number;
}

const DAY = 86_400_000;

type KeyReader = (search: SearchReader, depth: number) => Test;

const has = (flag: string): KeyReader => () => ({ mail }) => mail.flags.has(flag);
const lacks = (flag: string): KeyReader => () => ({ mail }) => !mail.flags.has(flag);
const field = (name: string): KeyReader => (search) => search.contains(({ part }) => fieldOf(part, name) ?? '');
const day = (isMatch: (mail: number, asked: number) => boolean): KeyReader => (search) => {
  const asked = search.day();
  return ({ mail }) => isMatch(Math.floor(mail.received.getTime() / DAY) * DAY, asked);
};
const sent = (isMatch: (mail: number, asked: number) => boolean): KeyReader => (search) => {
  const asked = search.day();
  return ({ part }) => {
    const date = Date.parse(fieldOf(part, 'date') ?? '');
    return !Number.isNaN(date) && isMatch(Math.floor(date / DAY) * DAY, asked);
  };
};
const BEFORE = (mail: number, asked: number): boolean => mail < asked;
const ON = (mail: number, asked: number): boolean => mail === asked;
const SINCE = (mail: number, asked: number): boolean => mail >= asked;

const KEYS: Readonly<Record<string, KeyReader>> = {
  ALL: () => () => true,
  ANSWERED: has('\\Answered'),
  BCC: field('bcc'),
  BEFORE: day(BEFORE),
  BODY: (search) => search.contains(({ part, text }) => text.slice(part.bodyStart)),
  CC: field('cc'),
  DELETED: has('\\Deleted'),
  DRAFT: has('\\Draft'),
  FLAGGED: has('\\Flagged'),
  FROM: field('from'),
  HEADER: (search) => {
    const name = search.word().toLowerCase();
    return search.contains(({ part }) => fieldOf(part, name), true);
  },
  KEYWORD: (search) => has(search.word())(search, 0),
  LARGER: (search) => search.size((size, asked) => size > asked),
  NEW: () => ({ mail, recent }) => recent && !mail.flags.has('\\Seen'),
  NOT: (search, depth) => {
    search.space();
    const test = search.key(deeper(depth));
    return (candidate) => !test(candidate);
  },
  OLD: () => ({ recent }) => !recent,
  ON: day(ON),
  OR: (search, depth) => {
    search.space();
    const first = search.key(deeper(depth));
    search.space();
    const second = search.key(deeper(depth));
    return (candidate) => first(candidate) || second(candidate);
  },
  RECENT: () => ({ recent }) => recent,
  SEEN: has('\\Seen'),
  SENTBEFORE: sent(BEFORE),
  SENTON: sent(ON),
  SENTSINCE: sent(SINCE),
  SINCE: day(SINCE),
  SMALLER: (search) => search.size((size, asked) => size < asked),
  SUBJECT: field('subject'),
  TEXT: (search) => search.contains(({ text }) => text),
  TO: field('to'),
  UID: (search) => search.uids(),
  UNANSWERED: lacks('\\Answered'),
  UNDELETED: lacks('\\Deleted'),
  UNDRAFT: lacks('\\Draft'),
  UNFLAGGED: lacks('\\Flagged'),
  UNKEYWORD: (search) => lacks(search.word())(search, 0),
  UNSEEN: lacks('\\Seen'),
};

/** Reads all of `args`; throws BadSyntax. */
export function parseSearch(args: ArgumentReader, bounds: Bounds): Test {
  const search = new SearchReader(args, bounds);
  if (args.skip('CHARSET ')) {
    const charset = args.astring('a charset').toUpperCase();
    if (charset !== 'UTF-8' && charset !== 'US-ASCII') throw new BadCharset();
    args.space();
  }
  const tests = [search.key(0)];
  while (!args.atEnd) {
    args.space();
    tests.push(search.key(0));
  }
  return (candidate) => tests.every((test) => test(candidate));
}

/** Answered with NO and the charsets there are. */
export class BadCharset extends Error {}

class SearchReader {
  readonly #args: ArgumentReader;
  readonly #bounds: Bounds;
  #keys = 0;

  constructor(args: ArgumentReader, bounds: Bounds) {
    this.#args = args;
    this.#bounds = bounds;
  }

  key(depth: number): Test {
    const args = this.#args;
    if (++this.#keys > limits.searchKeys) throw new BadSyntax(`more than ${limits.searchKeys} search keys`);
    if (args.atSet) {
      const set = args.set();
      return ({ number }) => isInSet(set, number, this.#bounds.number);
    }
    if (args.skip('(')) {
      const tests = [this.key(deeper(depth))];
      while (!args.skip(')')) {
        args.space();
        tests.push(this.key(deeper(depth)));
      }
      return (candidate) => tests.every((test) => test(candidate));
    }
    const name = args.atom('a search key').toUpperCase();
    if (!Object.hasOwn(KEYS, name)) throw new BadSyntax(`there is no search key ${name}`);
    return KEYS[name]!(this, depth);
  }

  space(): void {
    this.#args.space();
  }

  word(): string {
    this.space();
    return this.#args.astring('a word');
  }

  day(): number {
    return parseDay(this.word());
  }

  /** `any`: an empty text asks whether there is something at all. */
  contains(textOf: (candidate: Candidate) => string | undefined, any = false): Test {
    const wanted = this.word().toLowerCase();
    return (candidate) => {
      const text = textOf(candidate);
      return text !== undefined && (text.toLowerCase().includes(wanted) || (any && wanted === ''));
    };
  }

  size(isMatch: (size: number, asked: number) => boolean): Test {
    this.space();
    const asked = this.#args.number();
    return ({ mail }) => isMatch(mail.octets.length, asked);
  }

  uids(): Test {
    this.space();
    const set = this.#args.set();
    return ({ mail }) => isInSet(set, mail.uid, this.#bounds.uid);
  }
}

/** Reads parts and text of a mail once, and only where they are asked for. */
export function candidateOf({ mail, recent }: SeenMail, number: number): Candidate {
  let part: Part | undefined;
  let text: string | undefined;
  return {
    mail,
    recent,
    number,
    get part() {
      return (part ??= structureOf(mail.octets));
    },
    get text() {
      return (text ??= mail.octets.toString('latin1'));
    },
  };
}
