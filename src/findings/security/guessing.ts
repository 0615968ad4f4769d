/** A client whose log-ins fail again and again, in one session or over several: somebody guesses, or holds an old password. */
import { secondsBetween } from '../../bytes/time.js';
import type { Entry } from '../../model/entry.js';
import { LoginHistory } from '../login-history.js';
import { loginOutcome } from '../login-outcome.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

/** Told at the fifth, and each time there are ten times as many. */
const FIRST = 5;
const GROWTH = 10;

export const guessing: Rule<'auth.many-failures'> = {
  id: 'auth.many-failures',
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
        const { address } = session.client;
        const now = entry.extent.last;
        if (outcome === 'succeeded') return void history.of(address, now).successes++;
        const { failures, successes, sessions, first } = history.fail(address, session, now);
        if (isTold(failures) && successes * 2 < failures) tell({ address, failures, sessions, seconds: secondsBetween(first, now) }, { entry });
      },
    });
  },
};

function isTold(count: number): boolean {
  let step = FIRST;
  while (step < count) step *= GROWTH;
  return step === count;
}
