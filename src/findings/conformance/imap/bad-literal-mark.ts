/** Braces that announce no literal. */
import type { Rule } from '../../rule.js';

export const badLiteralMark: Rule<'imap.bad-literal'> = {
  id: 'imap.bad-literal',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 9051 §4.3',
  protocols: ['imap'],
  judge: (_facts, tell) => ({
    command(entry) {
      if (entry.note.key === 'imap.command.bad-literal') tell({ verb: entry.note.params.verb, mark: entry.note.params.mark }, { entry });
    },
  }),
};
