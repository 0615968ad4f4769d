/** A connection that was set up at the second try only. */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

/** Seconds before a SYN is sent again (RFC 6298 §2.1), a little less. */
const REPEATED = 0.9;

export const repeatedSyn: Rule<'timing.repeated-syn'> = {
  id: 'timing.repeated-syn',
  severity: 'notice',
  category: 'performance',
  reference: 'RFC 6298 §2.1',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    tcp(entry) {
      if (entry.note.key !== 'tcp.setup') return;
      const { duration, exchange } = entry.note.params;
      if (duration !== undefined && exchange !== undefined && duration - exchange >= REPEATED) tell({ seconds: duration }, { entry });
    },
  }),
};
