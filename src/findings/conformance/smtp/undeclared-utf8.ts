/** An address beyond ASCII without SMTPUTF8. */
import type { Rule } from '../../rule.js';

const BEYOND_ASCII = /[^\0-\x7f]/;

export const undeclaredUtf8: Rule<'smtp.utf8-undeclared'> = {
  id: 'smtp.utf8-undeclared',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 6531 §3.4',
  protocols: ['smtp'],
  begin: () => (_facts, tell) => {
    let declared = false;
    return {
      command(entry) {
        const { note, verb = '' } = entry;
        if (note.key !== 'smtp.command.mail' && note.key !== 'smtp.command.rcpt') return;
        const { address, parameters } = note.params;
        if (verb === 'MAIL') declared = parameters.some(({ keyword }) => keyword === 'SMTPUTF8');
        if (!declared && BEYOND_ASCII.test(address)) tell({ verb, address }, { entry });
      },
    };
  },
};
