/** Chooses the annotation of a command: one row a verb. */
import type { Note } from '../../model/note.js';
import { firstWord, parseNumber, wordsOf, type Pop3Command } from './command-parser.js';
import type { Maildrop } from './maildrop.js';
import { isPop3Verb, verbRow, type Pop3State, type Pop3Verb } from './verbs.js';

export interface CommandContext {
  readonly state: Pop3State;
  /** The state is known, and no log-in waits for its reply: a command that is out of place can be called so. */
  readonly certain: boolean;
  readonly behindStls: boolean;
  /** The connection is not encrypted. */
  readonly readable: boolean;
  readonly maildrop: Maildrop;
  /** From the greeting. */
  readonly timestamp: string | undefined;
  /** The user whose password is asked for. */
  readonly username: string | undefined;
}

type NoteMaker = (args: string, context: CommandContext) => Note | undefined;

/** Of a command with the number of a mail; without one where `alone` says what it means then. */
function numbered(make: (number: number, words: readonly string[]) => Note, alone?: Note): NoteMaker {
  return (args) => {
    const words = wordsOf(args);
    if (words.length === 0) return alone;
    const number = parseNumber(words[0]);
    return number === undefined ? undefined : make(number, words);
  };
}

const named =
  (make: (name: string, context: CommandContext) => Note): NoteMaker =>
  (args, context) =>
    args.trim() === '' ? undefined : make(args.trim(), context);

/** `ADDR=192.0.2.7 PORT=4711`; names in upper case. */
function attributesOf(args: string): ReadonlyMap<string, string> {
  const pairs = wordsOf(args).map((word) => [word.split('=', 1)[0]!, word] as const);
  return new Map(pairs.filter(([name, word]) => name !== word).map(([name, word]) => [name.toUpperCase(), word.slice(name.length + 1)]));
}

/** What XTND asks for, where it is known. */
function extension(args: string): Note {
  const [word = '', name, number] = wordsOf(args);
  switch (word.toUpperCase()) {
    case 'XMIT':
      return { key: 'pop3.command.xmit', params: {} };
    case 'BBOARDS':
      return name === undefined ? { key: 'pop3.command.boards', params: {} } : { key: 'pop3.command.board', params: { name, archive: false } };
    case 'ARCHIVE':
      if (name !== undefined) return { key: 'pop3.command.board', params: { name, archive: true } };
      break;
    case 'X-BBOARDS':
      if (name !== undefined) return { key: 'pop3.command.board-facts', params: { name } };
      break;
    case 'XLST':
      if (name !== undefined) return { key: 'pop3.command.fields', params: { field: name, number: parseNumber(number) } };
  }
  return { key: 'pop3.command.xtnd', params: { words: args.trim() } };
}

/** A row gives no note where the argument is not what the command needs. */
const NOTES: Readonly<Record<Exclude<Pop3Verb, 'AUTH'>, NoteMaker>> = {
  USER: named((name) => ({ key: 'pop3.command.user', params: { name } })),
  PASS: (args, { username, readable }) =>
    args === '' ? undefined : { key: 'pop3.command.pass', params: { password: args, username, readable } },
  APOP: (args, { timestamp }) => {
    const [name, digest] = wordsOf(args);
    if (name === undefined || digest === undefined) return undefined;
    return { key: 'pop3.command.apop', params: { name, digest, timestamp } };
  },
  STLS: () => ({ key: 'pop3.command.stls', params: {} }),
  CAPA: (_args, { state }) => ({ key: 'pop3.command.capa', params: { loggedIn: state !== 'AUTHORIZATION' } }),
  UTF8: () => ({ key: 'pop3.command.utf8', params: {} }),
  LANG: (args) =>
    args.trim() === ''
      ? { key: 'pop3.command.lang-list', params: {} }
      : { key: 'pop3.command.lang', params: { language: args.trim() } },
  STAT: () => ({ key: 'pop3.command.stat', params: {} }),
  LIST: numbered((number) => ({ key: 'pop3.command.list-one', params: { number } }), { key: 'pop3.command.list', params: {} }),
  UIDL: numbered((number) => ({ key: 'pop3.command.uidl-one', params: { number } }), { key: 'pop3.command.uidl', params: {} }),
  LAST: () => ({ key: 'pop3.command.last', params: {} }),
  RETR: numbered((number) => ({ key: 'pop3.command.retr', params: { number } })),
  TOP: numbered((number, words) => ({ key: 'pop3.command.top', params: { number, lines: parseNumber(words[1]) } })),
  DELE: numbered((number) => ({ key: 'pop3.command.dele', params: { number } })),
  NOOP: () => ({ key: 'pop3.command.noop', params: {} }),
  RSET: (_args, { maildrop: { marked, pending } }) => ({ key: 'pop3.command.rset', params: { marked, pending } }),
  RPOP: named((name, { username }) => ({ key: 'pop3.command.rpop', params: { name, username } })),
  XTND: extension,
  XCLIENT: (args) => {
    const said = attributesOf(args);
    return { key: 'pop3.command.on-behalf', params: { verb: 'XCLIENT', address: said.get('ADDR'), port: said.get('PORT') } };
  },
  XOIP: named((address) => ({ key: 'pop3.command.on-behalf', params: { verb: 'XOIP', address, port: undefined } })),
  PROXY: (args) => {
    const [family, source] = wordsOf(args);
    return { key: 'pop3.command.proxy', params: { source: family?.startsWith('TCP') === true ? source : undefined } };
  },
  QUIT: (_args, { state, certain, maildrop: { mails, marked, pending } }) =>
    state === 'AUTHORIZATION' && certain
      ? { key: 'pop3.command.quit-early', params: {} }
      : { key: 'pop3.command.quit', params: { mails, marked, pending } },
};

/** Of every command but AUTH with a mechanism, whose annotation needs the exchange that it opens. */
export function noteOfCommand({ verb, args = '' }: Pop3Command, context: CommandContext): Note {
  if (context.behindStls) return { key: 'pop3.command.behind-stls', params: { verb } };
  if (verb === '') return { key: 'pop3.command.empty', params: {} };
  if (!isPop3Verb(verb)) return { key: 'pop3.command.unknown', params: { verb } };
  const { states } = verbRow(verb);
  if (context.certain && !states.includes(context.state)) {
    const key = context.state === 'AUTHORIZATION' ? 'pop3.command.too-early' : 'pop3.command.too-late';
    return { key, params: { verb } };
  }
  if (verb === 'AUTH') return { key: 'pop3.command.auth-list', params: {} };
  return NOTES[verb](args, context) ?? { key: 'pop3.command.malformed', params: { verb, args } };
}

/** XTND XMIT, an extension of Qualcomm's popper: the client hands a mail in behind +OK. */
export function isHandingIn(verb: string, args: string | undefined): boolean {
  return verb === 'XTND' && firstWord(args)?.toUpperCase() === 'XMIT';
}
