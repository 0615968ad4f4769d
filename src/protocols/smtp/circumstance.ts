/** What a refusal means by what went before it, where the code alone would say less, or something else. */
import { spokenOctets } from '../../bytes/spoken-octets.js';
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { Circumstance } from '../../model/notes/smtp.js';
import type { Asked } from './asked.js';
import { startsBlank } from './command-parser.js';
import type { MailTransaction } from './transaction.js';

/** Octets of a command line with its end (RFC 5321 §4.5.3.1.4). */
const LONGEST_LINE = 512;
const SEVERAL_WORDS = /\S[ \t]+\S/;
/** Once its blanks are out: with them in the pattern, a line of blanks takes cubic time. */
const NO_ADDRESS = /^(?:TO)?:?(?:<>)?$/i;

/** To be called before the reply has taken effect. */
export function circumstanceOf(code: number, asked: Asked): Circumstance | undefined {
  const { entry, verb, kind } = asked;
  if (entry === undefined) return undefined;
  if (verb === 'RCPT' && NO_ADDRESS.test((entry.args ?? '').replace(/[ \t]+/g, ''))) return 'no-address';
  if (code === 500) return kind === 'command' && isPlain(entry) ? 'short-line' : undefined;
  if (asked.row.opens === 'login') return ofLogin(code, asked);
  if (code !== 503) return undefined;
  if (asked.row.step === 'sender') return isOpen(asked.before) ? 'mail-open' : undefined;
  return verb === 'DATA' && lacksRecipient(asked.transaction) ? 'no-recipient' : undefined;
}

/** Nothing but the command itself can be what the server does not recognise. */
function isPlain({ text = '', extent }: EntryDraft): boolean {
  return spokenOctets(extent) <= LONGEST_LINE && !startsBlank(text);
}

function ofLogin(code: number, { entry, kind }: Asked): Circumstance | undefined {
  if (code === 501 && kind === 'sasl' && entry!.text?.trim() === '*') return 'cancelled';
  return code === 535 && kind === 'command' && !SEVERAL_WORDS.test(entry!.args ?? '') ? 'nothing-sent' : undefined;
}

function isOpen(transaction: MailTransaction | undefined): boolean {
  return transaction?.senderAccepted === true && !transaction.ended;
}

function lacksRecipient(transaction: MailTransaction | undefined): boolean {
  return transaction?.senderAccepted === true && !transaction.envelope.to.some(({ accepted }) => accepted === true);
}
