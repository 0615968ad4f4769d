/** A password that everybody on the way can read (RFC 8314 §4.1: log-ins belong inside TLS). */
import type { AuthAttempt } from '../../model/session.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

export const cleartextLogin: Rule<'auth.cleartext'> = {
  id: 'auth.cleartext',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 8314 §3',
  protocols: ALL_PROTOCOLS,
  begin: () => (facts, tell) => {
    const told = new Set<AuthAttempt>();
    const look = (): void => {
      // A log-in can be told of before it ends: its password is what counts.
      for (const attempt of facts.session.auth) {
        if (attempt.password === undefined || told.has(attempt) || !facts.isReadable) continue;
        told.add(attempt);
        tell({ mechanism: attempt.mechanism, username: attempt.username }, { entry: attempt.entry });
      }
    };
    return { command: look, auth: look, end: look };
  },
};
