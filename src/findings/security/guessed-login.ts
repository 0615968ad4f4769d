/** A log-in that succeeds after the same name has failed often: the password was guessed, or remembered at last. */
import type { Entry } from '../../model/entry.js';
import { LoginHistory } from '../login-history.js';
import { attemptAt, loginOutcome } from '../login-outcome.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

/** A person who has forgotten a password gives up earlier. */
const SUSPICIOUS = 5;

export const guessedLogin: Rule<'auth.guessed'> = {
  id: 'auth.guessed',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 9051 §11.7',
  protocols: ALL_PROTOCOLS,
  crosses: true,
  begin: () => {
    const history = new LoginHistory();
    return ({ session }, tell) => ({
      reply(entry: Entry) {
        const outcome = loginOutcome(entry);
        if (outcome === undefined) return;
        const username = attemptAt(session, entry)?.username;
        if (username === undefined) return;
        const now = entry.extent.last;
        const whom = `${session.server.address} ${username}`;
        if (outcome === 'failed') return void history.fail(whom, session, now);
        const { failures } = history.of(whom, now);
        history.forget(whom);
        if (failures >= SUSPICIOUS) tell({ username, failures, address: session.client.address }, { entry });
      },
    });
  },
};
