/**
 * The commands of POP3 and its extensions, a row a verb: where it is specified, which part of the conversation it
 * belongs to, in which states it is allowed, and the shape of its reply. RFC 1939 §3: whether a reply has several
 * lines is a matter of the command, not of the reply; nothing on the status line tells.
 */
import type { EntryPlace } from '../../dialogue/entry-draft.js';
import type { Phase, Step } from '../../model/entry.js';
import { firstWord, wordsOf } from './command-parser.js';

export type Pop3State = 'AUTHORIZATION' | 'TRANSACTION' | 'UPDATE';

/**
 * What follows a +OK. `line`: nothing. `lines`: a list that ends with a dot. `mail`: a mail that ends with a dot.
 * `open`: either, the next line shows it.
 */
export type ReplyShape = 'line' | 'lines' | 'mail' | 'open';

/** `lines-unless-argued`: a list where the command has no argument. `by-word`: its first argument decides. `none`: no reply. */
type ReplyRule = ReplyShape | 'lines-unless-argued' | 'by-word' | 'none';

export interface VerbRow {
  readonly step: Step;
  /** Absent where it is a matter of the state in which the command is given. */
  readonly phase?: Phase;
  readonly states: readonly Pop3State[];
  readonly reply: ReplyRule;
  /** A +OK to it leads into TRANSACTION. */
  readonly opensMailbox?: true;
  /** The argument is the number of a mail. */
  readonly numbered?: true;
  readonly reference: string;
}

const EITHER = ['AUTHORIZATION', 'TRANSACTION'] as const;
const login = { phase: 'auth', step: 'authentication', states: ['AUTHORIZATION'], reply: 'line' } as const;
const inMailbox = { phase: 'transaction', states: ['TRANSACTION'], reply: 'line' } as const;
const fetch = { phase: 'transfer', step: 'retrieve', states: ['TRANSACTION'], reply: 'mail', numbered: true } as const;

export const VERBS = {
  USER: { ...login, reference: 'RFC 1939 §7' },
  PASS: { ...login, opensMailbox: true, reference: 'RFC 1939 §7' },
  APOP: { ...login, opensMailbox: true, reference: 'RFC 1939 §7' },
  RPOP: { ...login, opensMailbox: true, reference: 'RFC 1081' },
  AUTH: { ...login, opensMailbox: true, reply: 'lines-unless-argued', reference: 'RFC 5034 §4' },
  STLS: { phase: 'tls', step: 'encryption', states: ['AUTHORIZATION'], reply: 'line', reference: 'RFC 2595 §4' },
  CAPA: { step: 'capabilities', states: EITHER, reply: 'lines', reference: 'RFC 2449 §5' },
  UTF8: { step: 'extension', states: ['AUTHORIZATION'], reply: 'line', reference: 'RFC 6856 §2.1' },
  LANG: { step: 'extension', states: EITHER, reply: 'lines-unless-argued', reference: 'RFC 6856 §3' },
  STAT: { ...inMailbox, step: 'status', reference: 'RFC 1939 §5' },
  LIST: { ...inMailbox, step: 'list', reply: 'lines-unless-argued', numbered: true, reference: 'RFC 1939 §5' },
  UIDL: { ...inMailbox, step: 'list', reply: 'lines-unless-argued', numbered: true, reference: 'RFC 1939 §7' },
  LAST: { ...inMailbox, step: 'list', reference: 'RFC 1460 §5' },
  RETR: { ...fetch, reference: 'RFC 1939 §5' },
  TOP: { ...fetch, reference: 'RFC 1939 §7' },
  DELE: { ...inMailbox, step: 'delete', numbered: true, reference: 'RFC 1939 §5' },
  NOOP: { ...inMailbox, step: 'keep-alive', reference: 'RFC 1939 §5' },
  RSET: { ...inMailbox, step: 'reset', reference: 'RFC 1939 §5' },
  XTND: { ...inMailbox, step: 'extension', reply: 'by-word', reference: 'RFC 1082' },
  XCLIENT: { ...login, step: 'extension', reference: 'Dovecot: Forwarding parameters' },
  XOIP: { ...login, step: 'extension', reference: 'Zimbra: POP3 server' },
  PROXY: { ...login, step: 'extension', reply: 'none', reference: 'HAProxy: The PROXY protocol, §2.1' },
  QUIT: { step: 'quit', states: EITHER, reply: 'line', reference: 'RFC 1939 §4, §6' },
} as const satisfies Readonly<Record<string, VerbRow>>;

export type Pop3Verb = keyof typeof VERBS;

/** What XTND can be followed by. */
interface XtndRow {
  readonly reply: ReplyShape;
  /** As many words ask for one mail, whose reply is a line. */
  readonly singleFrom?: number;
  readonly reference: string;
}

const XTND_WORDS = {
  BBOARDS: { reply: 'lines', reference: 'RFC 1082' },
  ARCHIVE: { reply: 'lines', reference: 'RFC 1082' },
  'X-BBOARDS': { reply: 'lines', reference: 'RFC 1082' },
  XMIT: { reply: 'line', reference: 'draft-hansen-pop3-xtndext-00' },
  XLST: { reply: 'lines', singleFrom: 3, reference: 'draft-hansen-pop3-xtndext-00' },
} as const satisfies Readonly<Record<string, XtndRow>>;

export type XtndWord = keyof typeof XTND_WORDS;

function isXtndWord(word: string): word is XtndWord {
  return Object.hasOwn(XTND_WORDS, word);
}

/** The shape of a +OK to a command with these arguments. */
export function replyShape(verb: string, args: string): ReplyShape {
  const { reply } = verbRow(verb);
  if (reply === 'lines-unless-argued') return firstWord(args) === undefined ? 'lines' : 'line';
  if (reply === 'none') return 'line';
  if (reply !== 'by-word') return reply;
  const words = wordsOf(args);
  const word = words[0]?.toUpperCase() ?? '';
  if (!isXtndWord(word)) return 'open';
  const row: XtndRow = XTND_WORDS[word];
  return row.singleFrom !== undefined && words.length >= row.singleFrom ? 'line' : row.reply;
}

const UNKNOWN_VERB: VerbRow = { step: 'extension', states: EITHER, reply: 'open', reference: 'RFC 1939 §3' };

const ROWS: ReadonlyMap<string, VerbRow> = new Map(Object.entries(VERBS));

export function isPop3Verb(verb: string): verb is Pop3Verb {
  return ROWS.has(verb);
}

export function verbRow(verb: string): VerbRow {
  return ROWS.get(verb) ?? UNKNOWN_VERB;
}

/** Where a command stands in the conversation, with its reply. `loggedIn`: or about to be. */
export function placeOf(verb: string, loggedIn: boolean): EntryPlace {
  const { phase, step } = verbRow(verb);
  if (phase !== undefined) return { phase, step };
  if (verb === 'QUIT') return { phase: loggedIn ? 'update' : 'close', step };
  return { phase: loggedIn ? 'transaction' : 'auth', step };
}
