/** A log-in that the server refuses. */
import type { AuthAttempt } from '../../model/session.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

export const failedLogin: Rule<'delivery.login-failed'> = {
  id: 'delivery.login-failed',
  severity: 'notice',
  category: 'delivery',
  reference: 'RFC 4954 §6',
  protocols: ALL_PROTOCOLS,
  begin: () => (facts, tell) => {
    const told = new Set<AuthAttempt>();
    return {
      reply(entry) {
        const attempt = facts.session.auth.at(-1);
        if (attempt?.succeeded !== false || told.has(attempt)) return;
        told.add(attempt);
        tell({ mechanism: attempt.mechanism, username: attempt.username }, { entry });
      },
    };
  },
};
