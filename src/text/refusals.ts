/** What the reply to a command that was refused means, whatever the words for it. */
import type { SmtpNotes } from '../model/notes/smtp.js';
import { isWord } from './words.js';

export type Refused = SmtpNotes['smtp.reply.refused'];

const NO_SUCH_NAME: ReadonlySet<number> = new Set([550, 551, 553]);

/** A reply to VRFY or EXPN that does answer the question: there is no such name. */
export function deniesName({ command, code }: Refused): boolean {
  return command === 'verification' && NO_SUCH_NAME.has(code);
}

/** A command whose refusal has no consequence that would have to be told. */
export function isWithoutConsequence({ command, verb }: Refused): boolean {
  return (command === 'other' || command === 'verification') && isWord(verb);
}
