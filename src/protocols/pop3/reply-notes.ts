/** Chooses the annotation of a reply by the command it answers. */
import type { ListItem } from '../../model/entry.js';
import type { Note } from '../../model/note.js';
import type { RefusalReason, RefusedPop3, StatusParams } from '../../model/notes/pop3.js';
import { firstWord, parseNumber, wordsOf } from './command-parser.js';
import { parsePair, sumSizes } from './listing-items.js';
import type { Maildrop } from './maildrop.js';
import type { Status } from './reply-parser.js';
import { isPop3Verb, verbRow, type Pop3State, type Pop3Verb } from './verbs.js';

/** What is known of the command when its reply comes. */
export interface ReplyContext {
  readonly verb: string;
  readonly args: string;
  /** Before the reply; undefined where it is not known. */
  readonly state: Pop3State | undefined;
  /** Of an AUTH with a mechanism. */
  readonly mechanism: string | undefined;
  readonly username: string | undefined;
  /** The client took its AUTH back. */
  readonly cancelled: boolean;
  /** The connection is not encrypted. */
  readonly readable: boolean;
  readonly maildrop: Maildrop;
  /** QUIT came when nothing was open: its annotation said what it would do. */
  readonly foretold: boolean;
}

interface Accepted extends ReplyContext, Listed {
  readonly status: StatusParams;
  /** The first number among the arguments. */
  readonly number: number | undefined;
}

type NoteMaker = (reply: Accepted) => Note | undefined;

/** Where the standard has no grammar for the words, a number of octets in them is still a courtesy to the reader. */
const ANNOUNCED = /(?:^|[^\d.])(\d{1,12})[ \t]+(?:octets|bytes)\b/i;

/** The size that a status line names for the mail behind it. */
export function announcedIn(words: string): number | undefined {
  const match = ANNOUNCED.exec(words);
  return match === null ? undefined : Number(match[1]);
}

const list: NoteMaker = ({ args, items, whole, maildrop }) => {
  if (args.trim() === '') return { key: 'pop3.reply.list', params: { marked: maildrop.markedCount, whole, ...sumSizes(items) } };
  const { number, size } = items[0] ?? {};
  return number === undefined || size === undefined || !whole ? undefined : { key: 'pop3.reply.list-one', params: { number, octets: size } };
};

const uniqueIds: NoteMaker = ({ args, items, whole, maildrop }) => {
  if (args.trim() === '') return { key: 'pop3.reply.uidl', params: { mails: items.length, marked: maildrop.markedCount, whole } };
  const { number, uid } = items[0] ?? {};
  return number === undefined || uid === undefined || !whole ? undefined : { key: 'pop3.reply.uidl-one', params: { number, uid } };
};

function namesIn(items: readonly ListItem[]): readonly string[] {
  return items.map(({ name }) => name ?? '');
}

const loggedIn =
  (mechanism: string): NoteMaker =>
  ({ status, username }) => ({ key: 'pop3.reply.logged-in', params: { username, mechanism, ...status } });

const capabilities: NoteMaker = ({ items, whole, readable, state }) => {
  const offered = items.map(({ name = '', value = '' }) => ({ name, args: value }));
  const clear = readable && state === 'AUTHORIZATION' && whole && !offered.some(({ name }) => name === 'STLS');
  return { key: 'pop3.reply.capabilities', params: { capabilities: offered, readable: clear, whole } };
};

/** The reply to XTND, by the word behind it. */
function extension({ args, status, lines, items, whole }: Accepted): Note | undefined {
  const [word = '', name, mail] = wordsOf(args);
  switch (word.toUpperCase()) {
    case 'XMIT':
      return { key: 'pop3.reply.xmit-go', params: status };
    case 'BBOARDS':
    case 'ARCHIVE': {
      if (name === undefined) return { key: 'pop3.reply.boards', params: { names: namesIn(items), whole } };
      const highest = parseNumber(firstWord(items[0]?.value));
      return { key: 'pop3.reply.board', params: { name, archive: word.toUpperCase() === 'ARCHIVE', highest, whole } };
    }
    case 'X-BBOARDS':
      return name === undefined ? undefined : { key: 'pop3.reply.board-facts', params: { name, facts: lines, whole } };
    case 'XLST': {
      if (name === undefined) return undefined;
      const number = parseNumber(mail);
      if (number !== undefined) return { key: 'pop3.reply.field', params: { field: name, number, ...status } };
      return { key: 'pop3.reply.fields', params: { field: name, mails: items.length, whole } };
    }
    default:
      return undefined;
  }
}

const ACCEPTED: Readonly<Record<Pop3Verb, NoteMaker>> = {
  USER: ({ status, args }) => ({ key: 'pop3.reply.user', params: { username: args.trim(), ...status } }),
  PASS: loggedIn('USER'),
  APOP: loggedIn('APOP'),
  AUTH: (reply) =>
    reply.mechanism === undefined
      ? { key: 'pop3.reply.mechanisms', params: { mechanisms: namesIn(reply.items), whole: reply.whole } }
      : loggedIn(reply.mechanism)(reply),
  STLS: ({ status }) => ({ key: 'pop3.reply.tls-ready', params: status }),
  CAPA: capabilities,
  UTF8: ({ status }) => ({ key: 'pop3.reply.utf8', params: status }),
  LANG: ({ status, args, items, whole }) =>
    args.trim() === ''
      ? { key: 'pop3.reply.languages', params: { languages: namesIn(items), whole } }
      : { key: 'pop3.reply.lang', params: { language: args.trim(), ...status } },
  STAT: ({ status, whole, maildrop }) => {
    const pair = whole ? parsePair(status.words) : undefined;
    return pair && { key: 'pop3.reply.stat', params: { mails: pair[0], octets: pair[1], marked: maildrop.markedCount } };
  },
  LIST: list,
  UIDL: uniqueIds,
  LAST: ({ status, whole }) => {
    const number = whole ? parseNumber(firstWord(status.words)) : undefined;
    return number === undefined ? undefined : { key: 'pop3.reply.last', params: { number } };
  },
  RETR: ({ status, number }) => ({ key: 'pop3.reply.retr', params: { number, announced: announcedIn(status.words), ...status } }),
  TOP: ({ status, number, args }) => ({ key: 'pop3.reply.top', params: { number, lines: parseNumber(wordsOf(args)[1]), ...status } }),
  DELE: ({ status, number, maildrop }) =>
    number === undefined ? undefined : { key: 'pop3.reply.dele', params: { number, marked: maildrop.markedCount, ...status } },
  NOOP: ({ status }) => ({ key: 'pop3.reply.noop', params: status }),
  RSET: ({ status, maildrop: { mails, marked } }) => ({ key: 'pop3.reply.rset', params: { marked, mails, ...status } }),
  RPOP: loggedIn('RPOP'),
  XTND: extension,
  XCLIENT: ({ status }) => ({ key: 'pop3.reply.on-behalf', params: status }),
  XOIP: ({ status }) => ({ key: 'pop3.reply.on-behalf', params: status }),
  PROXY: () => undefined,
  QUIT: ({ status, state, foretold, maildrop: { mails, marked, pending, fetched, unfetched } }) =>
    state === 'AUTHORIZATION'
      ? { key: 'pop3.reply.quit-early', params: status }
      : { key: 'pop3.reply.quit', params: { mails, marked, pending, fetched, unfetched, foretold, ...status } },
};

const REFUSED: Readonly<Partial<Record<Pop3Verb, RefusedPop3>>> = {
  USER: 'user',
  PASS: 'login',
  APOP: 'login',
  RPOP: 'login',
  AUTH: 'login',
  STLS: 'tls',
  CAPA: 'capabilities',
  STAT: 'status',
  LIST: 'list',
  UIDL: 'list',
  RETR: 'mail',
  TOP: 'mail',
  DELE: 'mark',
  RSET: 'reset',
  QUIT: 'update',
};

/** What stood behind the status line; `whole`: the end of the reply was seen. A number that may be cut is not told. */
export interface Listed {
  readonly lines: number;
  readonly items: readonly ListItem[];
  readonly whole: boolean;
}

const NOTHING_LISTED: Listed = { lines: 0, items: [], whole: true };

export function noteOfReply(reply: Status, context: ReplyContext, listed = NOTHING_LISTED): Note {
  const status: StatusParams = { code: reply.code, words: reply.words };
  const number = parseNumber(firstWord(context.args));
  const { verb } = context;
  if (!reply.ok) return refusal(status, number, context);
  const make = isPop3Verb(verb) ? ACCEPTED[verb] : undefined;
  const note = make?.({ status, number, ...listed, ...context });
  return note ?? { key: 'pop3.reply.other', params: { verb, ...status } };
}

function refusal(status: StatusParams, number: number | undefined, context: ReplyContext): Note {
  const { verb, args, username } = context;
  const bare = args.trim() === '';
  const numbered = verbRow(verb).numbered === true;
  const refused = numbered && !bare && number === undefined ? 'other' : refusedBy(context);
  const about = refused === 'user' || refused === 'login' ? username : numbered ? number?.toString() : undefined;
  return { key: 'pop3.reply.refused', params: { refused, verb, subject: about, reason: reasonOf(number, context), ...status } };
}

function refusedBy({ verb, mechanism, state }: ReplyContext): RefusedPop3 {
  if (verb === 'AUTH' && mechanism === undefined) return 'mechanisms';
  if (verb === 'QUIT' && state === 'AUTHORIZATION') return 'other';
  return (isPop3Verb(verb) ? REFUSED[verb] : undefined) ?? 'other';
}

function reasonOf(number: number | undefined, { verb, state, cancelled, maildrop }: ReplyContext): RefusalReason | undefined {
  if (cancelled) return 'cancelled';
  if (state === 'AUTHORIZATION' && !verbRow(verb).states.includes(state)) return 'not-logged-in';
  if (number === undefined || verbRow(verb).numbered !== true) return undefined;
  if (maildrop.isMarked(number)) return 'marked';
  return maildrop.lacks(number) ? 'no-such-mail' : undefined;
}
