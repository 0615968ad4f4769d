/** What the reply to a command that was refused means, whatever the words for it. */
import type { RefusedCommand, SmtpNotes } from '../model/notes/smtp.js';
import { splitEnhancedCode } from './enhanced-codes.js';
import { isWord } from './words.js';

export type Refused = SmtpNotes['smtp.reply.refused'];

const NO_SUCH_NAME: ReadonlySet<number> = new Set([550, 551, 553]);

/** A reply to VRFY or EXPN that does answer the question: there is no such name. */
export function deniesName({ command, code }: Refused): boolean {
  return command === 'verification' && NO_SUCH_NAME.has(code);
}

/** An argument that is not valid (RFC 3463 §3.6): whoever says that knows the command. */
const ARGUMENT = '5.4';

/** The server can mean nothing but that it does not know the command. */
export function deniesCommand(p: Refused): boolean {
  return p.circumstance === 'short-line' && isWithoutConsequence(p) && (p.enhanced === undefined || splitEnhancedCode(p.enhanced).detail !== ARGUMENT);
}

/** Credentials that are not valid (RFC 4954 §6), and the conversion of protected mail (RFC 3463 §3.8). */
const NOT_VALID = 535;
const CONVERSION = '7.3';

/** A detail that is about something else. Seen in the wild: Exchange refuses a wrong password with 535 5.7.3. */
export function isBorrowed(command: RefusedCommand, code: number, detail: string): boolean {
  return command === 'login' && code === NOT_VALID && detail === CONVERSION;
}

/** Of RFC 4954 §6, said of nothing but log-ins. Seen in the wild: Courier refuses a mail that is too large with 534. */
const OF_LOGINS: ReadonlySet<number> = new Set([432, 534, 538]);

/** The code has no meaning behind this command. */
export function isStrayCode(code: number, command: RefusedCommand): boolean {
  return command !== 'login' && OF_LOGINS.has(code);
}

/** A command whose refusal has no consequence that would have to be told. */
function isWithoutConsequence({ command, verb }: Refused): boolean {
  return (command === 'other' || command === 'verification') && isWord(verb);
}
