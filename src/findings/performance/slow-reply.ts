/** A reply that keeps the client waiting. */
import { secondsBetween } from '../../bytes/time.js';
import type { Entry } from '../../model/entry.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

/** Seconds: beyond this a person notices, and a network is no explanation. */
const SLOW = 5;

export const slowReply: Rule<'timing.slow-reply'> = {
  id: 'timing.slow-reply',
  severity: 'notice',
  category: 'performance',
  reference: 'RFC 5321 §4.5.3.2',
  protocols: ALL_PROTOCOLS,
  begin: () => (_facts, tell) => {
    const look = (entry: Entry): void => {
      const { answers } = entry;
      if (answers === undefined) return;
      const seconds = secondsBetween(answers.extent.last, entry.extent.first);
      if (seconds !== undefined && seconds >= SLOW) tell({ verb: answers.verb, seconds }, { entry });
    };
    return { reply: look, continuation: look };
  },
};
