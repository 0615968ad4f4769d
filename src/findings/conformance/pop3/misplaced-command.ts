/** A command in a state that does not have it. */
import type { Rule } from '../../rule.js';

export const misplacedCommand: Rule<'pop3.out-of-state'> = {
  id: 'pop3.out-of-state',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 1939 §3',
  protocols: ['pop3'],
  judge: (_facts, tell) => ({
    command(entry) {
      const { note } = entry;
      if (note.key === 'pop3.command.too-early') tell({ verb: note.params.verb, when: 'early' }, { entry });
      if (note.key === 'pop3.command.too-late') tell({ verb: note.params.verb, when: 'late' }, { entry });
    },
  }),
};
