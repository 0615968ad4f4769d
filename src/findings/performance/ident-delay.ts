/** A server that keeps the client waiting while it asks that client's ident service, as few do who look at the answer. */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';
import { greetingWait } from './greeting-wait.js';

export const identDelay: Rule<'timing.ident-delay'> = {
  id: 'timing.ident-delay',
  severity: 'notice',
  category: 'performance',
  reference: 'RFC 5321 §4.5.3.2.1',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    greeting(entry) {
      const wait = greetingWait(entry, 'ident');
      if (wait !== undefined) tell({ seconds: wait.seconds, outcome: wait.on.outcome }, { entry });
    },
  }),
};
