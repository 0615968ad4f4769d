/** A command that no specification of IMAP has. */
import type { Rule } from '../../rule.js';

export const unknownCommand: Rule<'imap.unknown-command'> = {
  id: 'imap.unknown-command',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 9051 §6.5',
  protocols: ['imap'],
  judge: (_facts, tell) => ({
    command(entry) {
      if (entry.note.key === 'imap.command.unknown') tell({ verb: entry.note.params.verb }, { entry });
    },
  }),
};
