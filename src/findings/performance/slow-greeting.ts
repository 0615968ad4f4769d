/** A greeting that is long in coming: the server asks for names, asks block lists, or lets strangers wait. */
import { secondsBetween } from '../../bytes/time.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

const SLOW = 2;

export const slowGreeting: Rule<'timing.slow-greeting'> = {
  id: 'timing.slow-greeting',
  severity: 'notice',
  category: 'performance',
  reference: 'RFC 5321 §4.5.3.2.1',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    greeting(entry) {
      if (entry.answers === undefined) return;
      const seconds = secondsBetween(entry.answers.extent.last, entry.extent.first);
      if (seconds !== undefined && seconds >= SLOW) tell({ seconds }, { entry });
    },
  }),
};
