/** A command without the argument that it needs, or with one that is no number. */
import type { Rule } from '../../rule.js';

export const malformedCommand: Rule<'pop3.bad-argument'> = {
  id: 'pop3.bad-argument',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 1939 §5',
  protocols: ['pop3'],
  judge: (_facts, tell) => ({
    command(entry) {
      const { note } = entry;
      if (note.key === 'pop3.command.malformed') tell({ verb: note.params.verb, args: note.params.args.trim() }, { entry });
    },
  }),
};
