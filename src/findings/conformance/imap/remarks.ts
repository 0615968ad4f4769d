/** What does not fit the moment at which a command was sent, as its annotation says. */
import type { Entry } from '../../../model/entry.js';
import type { CommandRemarks } from '../../../model/notes/imap.js';

export function remarksOf({ kind, note }: Entry): CommandRemarks | undefined {
  return kind === 'command' && 'remarks' in note.params ? note.params.remarks : undefined;
}
