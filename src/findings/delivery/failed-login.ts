/** A log-in that the server refuses. */
import type { Entry } from '../../model/entry.js';
import type { AuthAttempt } from '../../model/session.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

/** Attempts at a time whose reply may still come. */
const UNDECIDED = 16;

/** `reply` is not one to an earlier attempt. */
function isDecided({ succeeded, entry }: AuthAttempt, { answers }: Entry): boolean {
  return succeeded !== undefined && (answers === undefined || answers.id >= entry.id);
}

export const failedLogin: Rule<'delivery.login-failed'> = {
  id: 'delivery.login-failed',
  severity: 'notice',
  category: 'delivery',
  reference: 'RFC 4954 §6',
  references: { pop3: 'RFC 1939 §7', imap: 'RFC 9051 §6.2' },
  protocols: ALL_PROTOCOLS,
  begin: () => (facts, tell) => {
    let begun = 0;
    let undecided: AuthAttempt[] = [];
    return {
      reply(entry) {
        const { auth } = facts.session;
        if (entry.phase !== 'auth') return;
        // Where commands travel together, the next attempt begins before the reply to this one.
        undecided = [...undecided, ...auth.slice(begun)].slice(-UNDECIDED);
        begun = auth.length;
        const decided = undecided.filter((attempt) => isDecided(attempt, entry));
        for (const { succeeded, mechanism, username } of decided) if (succeeded === false) tell({ mechanism, username }, { entry });
        undecided = undecided.filter((attempt) => !decided.includes(attempt));
      },
    };
  },
};
