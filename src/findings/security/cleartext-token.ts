/** A token that opens the account to whoever has it (RFC 6750 §5.3), where everybody on the way can read it. */
import type { Entry } from '../../model/entry.js';
import { attemptAt } from '../login-outcome.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

export const cleartextToken: Rule<'auth.token-cleartext'> = {
  id: 'auth.token-cleartext',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 7628 §3',
  protocols: ALL_PROTOCOLS,
  judge: (facts, tell) => {
    const look = (entry: Entry): void => {
      if (entry.decoded?.['token'] === undefined || !facts.exposes(entry)) return;
      const { decoded } = entry;
      const mechanism = attemptAt(facts.session, entry)?.mechanism ?? 'SASL';
      tell({ mechanism, username: decoded['username'], expires: decoded['expires'] }, { entry });
    };
    return { command: look, auth: look };
  },
};
