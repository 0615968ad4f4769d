/** A parameter of MAIL or RCPT that is not as specified. */
import type { Rule } from '../../rule.js';

export const oddParameter: Rule<'smtp.odd-parameter'> = {
  id: 'smtp.odd-parameter',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 5321 §4.1.1.11',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    command(entry) {
      const { note, verb = '' } = entry;
      if (note.key !== 'smtp.command.mail' && note.key !== 'smtp.command.rcpt') return;
      for (const { keyword, value, fault } of note.params.odd) tell({ verb, parameter: value === undefined ? keyword : `${keyword}=${value}`, fault }, { entry });
    },
  }),
};
