/** MAIL or RCPT whose address does not stand as the standard writes it. */
import type { Rule } from '../../rule.js';

export const badPath: Rule<'smtp.bad-path'> = {
  id: 'smtp.bad-path',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 5321 §3.3',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    command(entry) {
      const { note, verb = '', args = '' } = entry;
      if (note.key === 'smtp.command.mail-malformed' || note.key === 'smtp.command.rcpt-malformed') tell({ verb, form: 'none', args }, { entry });
      if (note.key !== 'smtp.command.mail' && note.key !== 'smtp.command.rcpt') return;
      if (note.params.loose !== undefined) tell({ verb, form: note.params.loose, args }, { entry });
    },
  }),
};
