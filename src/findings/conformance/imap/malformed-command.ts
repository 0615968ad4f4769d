/** A command whose arguments do not have the form that it needs, or a line that is none. */
import type { Rule } from '../../rule.js';

export const malformedCommand: Rule<'imap.bad-syntax'> = {
  id: 'imap.bad-syntax',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 9051 §9',
  protocols: ['imap'],
  judge: (_facts, tell) => ({
    command(entry) {
      const { note } = entry;
      if (note.key === 'imap.command.malformed') tell({ verb: note.params.verb }, { entry });
      if (note.key === 'imap.command.empty' || note.key === 'imap.command.tag-only') tell({ verb: undefined }, { entry });
    },
  }),
};
