/** Whether a client has waited for its replies, as the annotation of the command says. */
import type { Entry } from '../../../model/entry.js';
import type { Haste } from '../../../model/notes/smtp.js';

export function hasteOf({ kind, note }: Entry): Haste | undefined {
  return kind === 'command' && 'haste' in note.params ? note.params.haste : undefined;
}
