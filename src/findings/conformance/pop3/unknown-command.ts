/** A command that no specification of POP3 has. */
import type { Rule } from '../../rule.js';

export const unknownCommand: Rule<'pop3.unknown-command'> = {
  id: 'pop3.unknown-command',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 1939 §3',
  protocols: ['pop3'],
  judge: (_facts, tell) => ({
    command(entry) {
      if (entry.note.key === 'pop3.command.unknown') tell({ verb: entry.note.params.verb }, { entry });
    },
  }),
};
