/**
 * What waits for a reply, and which reply belongs to it. Replies carry no mark: they answer in order (RFC 2920 §3.1).
 * Where octets are missing that order is lost, and the codes that only one command gets bring it back.
 */
import type { Outstanding } from '../../dialogue/outstanding.js';
import type { Entry } from '../../model/entry.js';
import type { EnvelopeRecipient } from '../../model/message.js';
import type { ReplyParams } from '../../model/notes/smtp.js';
import type { MailContent } from './mail-content.js';
import type { MailTransaction } from './transaction.js';
import { GOODBYE } from './reply-codes.js';
import { REFUSED_MAIL, UNKNOWN_VERB, type SmtpVerb, type VerbRow } from './verbs.js';

/** Something that a reply is owed to. */
export interface Asked {
  readonly kind: 'greeting' | 'command' | 'sasl' | 'mail' | 'blob' | 'handshake';
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
  /** LMTP and PRDR: recipients whose reply is still to come (RFC 2033 §4.2); undefined stands for the mail as a whole. */
  recipients: (EnvelopeRecipient | undefined)[] | undefined;
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

/** The command that gets this code where none was seen; the greeting, and what Exchange and Postfix add, aside. */
export function soleOwner(code: number): SmtpVerb | undefined {
  return SOLE_OWNER[code];
}

/** Seen in the wild: Postfix answers commands of other protocols, and headers, with "221 2.7.0" and closes the connection. */
export function isPolicy(enhanced: string | undefined): boolean {
  return enhanced?.startsWith('2.7.') === true;
}

/** What a reply of this code answers: the next in line, unless the code belongs to few commands and it is none of them. */
export function askedFor(queue: Outstanding<Asked>, { code, enhanced }: ReplyParams): Asked | undefined {
  const { next } = queue;
  if (next === undefined || soleOwner(code) === undefined || owns(next, code)) return next;
  if ((next.row === REFUSED_MAIL || next.row === UNKNOWN_VERB) && (code !== GOODBYE || isPolicy(enhanced))) return next;
  if (![...queue].some((asked) => owns(asked, code))) return undefined;
  while (!owns(queue.next!, code)) queue.shift();
  return queue.next;
}

function owns({ kind, row }: Asked, code: number): boolean {
  return kind !== 'mail' && row.own?.includes(code) === true;
}

/** Where nothing was asked and no set-up seen: 220, 554 (RFC 5321 §3.1) and 521 (RFC 7504 §3) are greetings. */
export function opensSession(code: number): boolean {
  return code === 220 || code === 521 || code === 554;
}
