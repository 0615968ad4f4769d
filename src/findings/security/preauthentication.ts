/**
 * An IMAP session that begins logged in, in clear: STARTTLS is no longer allowed in it, so that whoever forges the greeting
 * keeps the client from encrypting (RFC 9051 §7.1.4).
 */
import type { Rule } from '../rule.js';

export const preauthentication: Rule<'tls.prevented'> = {
  id: 'tls.prevented',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 9051 §7.1.4',
  protocols: ['imap'],
  judge: (facts, tell) => ({
    greeting(entry) {
      if (entry.note.key === 'imap.greeting.preauth' && facts.isExposed) tell({}, { entry });
    },
  }),
};
