/** A connection whose end was not captured: it was open when the capture ended, or nothing more of it came. */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

export const earlyEnd: Rule<'capture.ends-inside'> = {
  id: 'capture.ends-inside',
  severity: 'info',
  category: 'capture',
  reference: 'RFC 9293 §3.6',
  protocols: ALL_PROTOCOLS,
  judge: (facts, tell) => ({
    end() {
      const { halves, closedBy } = facts.session.connection;
      const isHeard = halves[0].captured + halves[1].captured > 0;
      // Of one side alone its own FIN is all there can be.
      const isClosed = facts.hasEnded || (closedBy !== undefined && !(halves[0].seen && halves[1].seen));
      if (isHeard && !isClosed) tell({}, { entry: facts.last });
    },
  }),
};
