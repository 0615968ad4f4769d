/** What a reply changes: the log-in, the state (RFC 1939 §3), and what is known of the mailbox. */
import type { ListItem } from '../../model/entry.js';
import { firstWord, parseNumber, wordsOf } from './command-parser.js';
import { parsePair } from './listing-items.js';
import type { ReplyContext } from './reply-notes.js';
import type { Asked } from './reply-owners.js';
import type { Status } from './reply-parser.js';
import type { Talk } from './talk.js';
import { verbRow } from './verbs.js';

/** What is known before the reply changes it. */
export function contextOf({ certain, state, readable, maildrop }: Talk, asked: Asked): ReplyContext {
  const { verb, args, attempt, mechanism, cancelled, entry } = asked;
  const username = attempt?.username;
  const foretold = entry.note.key === 'pop3.command.quit' && entry.note.params.pending === 0;
  return { verb, args, username, mechanism, cancelled: cancelled === true, state: certain ? state : undefined, readable, maildrop, foretold };
}

/** Carries a reply out. `items`: of a whole list; undefined where some may be missing. RSET waits for its annotation. */
export function settleReply(talk: Talk, status: Status, asked: Asked, items: readonly ListItem[] | undefined): void {
  const { ok } = status;
  const { attempt } = asked;
  // A +OK to USER decides nothing yet.
  if (attempt !== undefined && (!ok || verbRow(asked.verb).opensMailbox === true)) attempt.succeeded = ok;
  settleState(talk, ok, asked);
  settleMailbox(talk, status, asked, items);
}

function settleState(talk: Talk, ok: boolean, { verb, mechanism }: Asked): void {
  const { opensMailbox, states } = verbRow(verb);
  const loggedIn = verb === 'AUTH' ? mechanism !== undefined : opensMailbox === true;
  if (verb === 'QUIT') talk.state = talk.state === 'AUTHORIZATION' && talk.certain ? talk.state : 'UPDATE';
  else if (ok && (loggedIn || !states.includes('AUTHORIZATION'))) talk.prove('TRANSACTION');
}

function settleMailbox({ maildrop }: Talk, { ok, words }: Status, { verb, args }: Asked, items: readonly ListItem[] | undefined): void {
  if (verb === 'XTND' && ok && opensGroup(args)) return maildrop.leave();
  const number = parseNumber(firstWord(args));
  if (verb === 'DELE' && number !== undefined) maildrop.answer(number, ok);
  const mails = ok ? mailsIn(verb, args, words, items) : undefined;
  if (mails !== undefined) maildrop.count(mails);
}

/** How many mails without a mark a reply counts. */
function mailsIn(verb: string, args: string, words: string, items: readonly ListItem[] | undefined): number | undefined {
  if (verb === 'STAT') return parsePair(words)?.[0];
  return (verb === 'LIST' || verb === 'UIDL') && args.trim() === '' ? items?.length : undefined;
}

/** XTND BBOARDS and XTND ARCHIVE with a name (RFC 1082): the group takes the place of the mailbox. */
function opensGroup(args: string): boolean {
  const [word = '', name] = wordsOf(args);
  return name !== undefined && /^(?:BBOARDS|ARCHIVE)$/i.test(word);
}
