/** A mail whose reply takes so long that the client may give up and send it again (RFC 1047). */
import { secondsBetween } from '../../bytes/time.js';
import type { Rule } from '../rule.js';

const SLOW = 10;

export const slowAcceptance: Rule<'timing.slow-acceptance'> = {
  id: 'timing.slow-acceptance',
  severity: 'notice',
  category: 'performance',
  reference: 'RFC 5321 §4.5.3.2.6',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    reply(entry) {
      const { answers, message } = entry;
      if (answers?.kind !== 'message') return;
      const seconds = secondsBetween(answers.extent.last, entry.extent.first);
      if (seconds !== undefined && seconds >= SLOW) tell({ seconds, size: answers.message?.size ?? 0 }, { entry, message });
    },
  }),
};
