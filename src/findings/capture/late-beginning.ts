/** A connection that was open already when the capture began. */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

export const lateBeginning: Rule<'capture.begins-inside'> = {
  id: 'capture.begins-inside',
  severity: 'info',
  category: 'capture',
  reference: 'RFC 9293 §3.5',
  protocols: ALL_PROTOCOLS,
  judge: (facts, tell) => ({
    end() {
      if (facts.session.connection.setup.length === 0) tell({}, { entry: facts.first });
    },
  }),
};
