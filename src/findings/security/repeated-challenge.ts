/** A challenge that a server has given in an earlier session: who has heard the answer can give it again (RFC 1939 §7). */
import type { Entry } from '../../model/entry.js';
import type { Session } from '../../model/session.js';
import type { Rule } from '../rule.js';

/** Challenges that are remembered. */
const MOST = 10_000;

export const repeatedChallenge: Rule<'auth.repeated-challenge'> = {
  id: 'auth.repeated-challenge',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 1939 §7',
  references: { smtp: 'RFC 2195 §2', imap: 'RFC 2195 §2' },
  protocols: ['smtp', 'pop3', 'imap'],
  crosses: true,
  begin: () => {
    const known = new Map<string, Session>();
    return ({ session }, tell) => {
      const look = (entry: Entry): void => {
        const challenge = challengeIn(entry);
        if (challenge === undefined) return;
        const key = `${session.server.address} ${challenge}`;
        const earlier = known.get(key);
        if (earlier !== undefined && earlier !== session) return tell({ challenge, session: earlier.id }, { entry });
        known.set(key, session);
        if (known.size > MOST) known.delete(known.keys().next().value!);
      };
      return { command: look, reply: look, continuation: look };
    };
  },
};

/** Of a POP3 greeting only where APOP makes use of it: an address in it may be that of the postmaster. */
function challengeIn({ note }: Entry): string | undefined {
  if (note.key === 'pop3.command.apop') return note.params.timestamp;
  return note.key === 'sasl.cram-md5.challenge' ? note.params.challenge : undefined;
}
