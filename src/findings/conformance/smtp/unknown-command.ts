/** A command that no specification of SMTP has. */
import type { Rule } from '../../rule.js';

export const unknownCommand: Rule<'smtp.unknown-command'> = {
  id: 'smtp.unknown-command',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 5321 §4.1.1',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    command(entry) {
      const { note } = entry;
      if (note.key !== 'smtp.command.unknown') return;
      tell({ verb: note.params.verb }, { entry });
    },
  }),
};
