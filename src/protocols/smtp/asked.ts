/**
 * What waits for a reply, and which reply belongs to it. Replies carry no mark: they answer in order (RFC 2920 §3.1).
 * Where octets are missing that order is lost, and the codes that only one command gets bring it back.
 */
import type { Outstanding } from '../../dialogue/outstanding.js';
import type { Entry } from '../../model/entry.js';
import type { EnvelopeRecipient } from '../../model/message.js';
import type { MailContent } from './mail-content.js';
import type { MailTransaction } from './transaction.js';
import { isSmtpVerb, type SmtpVerb, type VerbRow } from './verbs.js';

/** Something that a reply is owed to. */
export interface Asked {
  readonly kind: 'greeting' | 'command' | 'sasl' | 'mail';
  readonly entry: Entry | undefined;
  readonly verb: string;
  readonly row: VerbRow;
  /** The address, word or name that the command is about. */
  subject: string | undefined;
  recipient: EnvelopeRecipient | undefined;
  transaction: MailTransaction | undefined;
  /** The transaction that goes on where MAIL is refused. */
  before: MailTransaction | undefined;
  content: MailContent | undefined;
  /** LMTP: recipients whose reply is still to come (RFC 2033 §4.2). */
  recipients: EnvelopeRecipient[] | undefined;
}

/** With all fields in one order, as entries are made: one is made for every command. */
export function createAsked(kind: Asked['kind'], entry: Entry | undefined, verb: string, row: VerbRow): Asked {
  return {
    kind,
    entry,
    verb,
    row,
    subject: undefined,
    recipient: undefined,
    transaction: undefined,
    before: undefined,
    content: undefined,
    recipients: undefined,
  };
}

const SOLE_OWNER: Readonly<Record<number, SmtpVerb>> = {
  214: 'HELP',
  220: 'STARTTLS',
  221: 'QUIT',
  235: 'AUTH',
  334: 'AUTH',
  354: 'DATA',
};

/** The only command that gets this code, the greeting aside. */
export function soleOwner(code: number): SmtpVerb | undefined {
  return SOLE_OWNER[code];
}

/** What a reply of this code answers: the next in line, unless the code has only one owner and it is another. */
export function askedFor(queue: Outstanding<Asked>, code: number): Asked | undefined {
  const verb = soleOwner(code);
  const { next } = queue;
  if (verb === undefined || next === undefined || owns(next, verb)) return next;
  // XCLIENT, which is in no table, gets a 220, too; but nothing unknown gets the reply to QUIT.
  if (!isSmtpVerb(next.verb) && verb !== 'QUIT') return next;
  if (![...queue].some((asked) => owns(asked, verb))) return undefined;
  while (!owns(queue.next!, verb)) queue.shift();
  return queue.next;
}

function owns(asked: Asked, verb: SmtpVerb): boolean {
  return asked.verb === verb && asked.kind !== 'mail';
}

/** Where nothing was asked and no set-up seen: 220, 554 (RFC 5321 §3.1) and 521 (RFC 7504 §3) are greetings. */
export function opensSession(code: number): boolean {
  return code === 220 || code === 521 || code === 554;
}
