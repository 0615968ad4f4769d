/** The same mail, fetched whole more than once by the same client: nobody remembered that it was there already. */
import type { Rule } from '../rule.js';

/** Mails that are remembered, over all sessions. */
const MOST = 10_000;

export const fetchedAgain: Rule<'timing.fetched-again'> = {
  id: 'timing.fetched-again',
  severity: 'info',
  category: 'performance',
  reference: 'RFC 1939 §7',
  references: { imap: 'RFC 9051 §2.3.1.1' },
  protocols: ['pop3', 'imap'],
  crosses: true,
  begin: () => {
    const fetched = new Map<string, number>();
    return ({ session }, tell) => ({
      mail(message) {
        const { head, size, complete, direction } = message;
        if (direction !== 'retrieved' || !complete || head?.messageId === undefined) return;
        const user = session.auth.at(-1)?.username ?? '';
        const key = JSON.stringify([session.client.address, session.server.address, user, head.messageId, size]);
        const times = (fetched.get(key) ?? 0) + 1;
        if (times > 1 || fetched.size < MOST) fetched.set(key, times);
        if (times > 1) tell({ times, size }, { message, entry: message.entries.find(({ kind }) => kind === 'message') });
      },
    });
  },
};
