/** A server that keeps the client waiting while a name server is slow to answer, or silent. */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';
import { greetingWait } from './greeting-wait.js';

export const dnsDelay: Rule<'timing.dns-delay'> = {
  id: 'timing.dns-delay',
  severity: 'notice',
  category: 'performance',
  reference: 'RFC 5321 §4.5.3.2.1',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    greeting(entry) {
      const wait = greetingWait(entry, 'dns');
      if (wait === undefined) return;
      const { type, name, outcome } = wait.on;
      tell({ seconds: wait.seconds, type, name, outcome }, { entry });
    },
  }),
};
