/** LOGIN although the server has forbidden it. */
import type { Rule } from '../../rule.js';

export const ignoredLoginBan: Rule<'imap.login-disabled'> = {
  id: 'imap.login-disabled',
  severity: 'warning',
  category: 'conformance',
  reference: 'RFC 9051 §6.2.3',
  protocols: ['imap'],
  judge: (facts, tell) => ({
    command(entry) {
      if (entry.verb === 'LOGIN' && facts.offers?.has('LOGINDISABLED') === true && facts.isReadable) tell({}, { entry });
    },
  }),
};
