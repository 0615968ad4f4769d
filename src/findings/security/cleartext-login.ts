/** A password that everybody on the way can read (RFC 8314 §3: log-ins belong inside TLS). */
import type { Entry } from '../../model/entry.js';
import { attemptAt } from '../login-outcome.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

/** These send the password as it is, not in base64. */
const PLAIN_VERBS: ReadonlySet<string> = new Set(['PASS', 'LOGIN']);

export const cleartextLogin: Rule<'auth.cleartext'> = {
  id: 'auth.cleartext',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 8314 §3',
  protocols: ALL_PROTOCOLS,
  judge: (facts, tell) => {
    const look = (entry: Entry): void => {
      if (entry.decoded?.['password'] === undefined || !facts.exposes(entry)) return;
      const attempt = attemptAt(facts.session, entry);
      const verb = entry.kind === 'command' ? entry.verb : attempt?.entry.verb;
      const isPlain = PLAIN_VERBS.has(verb ?? '');
      const username = entry.decoded['username'] ?? attempt?.username;
      tell({ mechanism: isPlain ? verb! : (attempt?.mechanism ?? 'SASL'), encoded: !isPlain, username }, { entry });
    };
    return { command: look, auth: look, data: look };
  },
};
