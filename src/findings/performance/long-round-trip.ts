/** A long way between client and server: every reply that is waited for costs as much. */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

const LONG = 0.3;

export const longRoundTrip: Rule<'timing.long-round-trip'> = {
  id: 'timing.long-round-trip',
  severity: 'info',
  category: 'performance',
  reference: 'RFC 9293 §3.8.1',
  protocols: ALL_PROTOCOLS,
  judge: (facts, tell) => ({
    tcp(entry) {
      const seconds = facts.session.connection.roundTrip;
      if (entry.note.key === 'tcp.setup' && seconds !== undefined && seconds >= LONG) tell({ seconds }, { entry });
    },
  }),
};
