/** A POP3 client that asks for new mail again and again within a minute. */
import { secondsBetween } from '../../bytes/time.js';
import type { Arrival } from '../../model/arrival.js';
import type { Rule } from '../rule.js';

const MOST = 10_000;
/** Seconds between two sessions. */
const SOON = 60;
/** Sessions in a row. */
const ENOUGH = 4;

interface Polls {
  sessions: number;
  last: Arrival;
}

export const frequentPolling: Rule<'timing.frequent-polling'> = {
  id: 'timing.frequent-polling',
  severity: 'info',
  category: 'performance',
  reference: 'RFC 1939 §8',
  protocols: ['pop3'],
  crosses: true,
  begin: () => {
    const clients = new Map<string, Polls>();
    return ({ session }, tell) => ({
      reply(entry) {
        if (entry.note.key !== 'pop3.reply.logged-in') return;
        const key = JSON.stringify([session.client.address, session.server.address, entry.note.params.username]);
        const now = session.connection.first;
        const polls = clients.get(key);
        if (polls === undefined) {
          if (clients.size < MOST) clients.set(key, { sessions: 1, last: now });
          return;
        }
        const seconds = secondsBetween(polls.last, now) ?? SOON;
        polls.sessions = seconds >= 0 && seconds < SOON ? polls.sessions + 1 : 1;
        polls.last = now;
        if (polls.sessions >= ENOUGH) tell({ sessions: polls.sessions, seconds }, { entry });
      },
    });
  },
};
