/** A client that lets the server wait between two commands of one mail. */
import { secondsBetween } from '../../bytes/time.js';
import type { Entry } from '../../model/entry.js';
import type { Rule } from '../rule.js';

/** Seconds; servers wait for five minutes (RFC 5321 §4.5.3.2.7), some for less. */
const SLOW = 60;

export const slowClient: Rule<'timing.slow-client'> = {
  id: 'timing.slow-client',
  severity: 'info',
  category: 'performance',
  reference: 'RFC 5321 §4.5.3.2.7',
  protocols: ['smtp'],
  begin: () => (_facts, tell) => {
    let reply: Entry | undefined;
    return {
      greeting: (entry) => void (reply = entry),
      reply: (entry) => void (reply = entry),
      command(entry) {
        const seconds = reply === undefined ? undefined : secondsBetween(reply.extent.last, entry.extent.first);
        if (seconds !== undefined && seconds >= SLOW) tell({ verb: entry.verb, seconds }, { entry });
      },
    };
  },
};
