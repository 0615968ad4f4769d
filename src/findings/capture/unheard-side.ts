/** A conversation of which only one side was captured. */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

export const unheardSide: Rule<'capture.one-sided'> = {
  id: 'capture.one-sided',
  severity: 'notice',
  category: 'capture',
  reference: 'RFC 9293 §3.4',
  protocols: ALL_PROTOCOLS,
  judge: (facts, tell) => ({
    end() {
      const { connection, clientDirection } = facts.session;
      const client = connection.halves[clientDirection];
      const server = connection.halves[1 - clientDirection]!;
      // A client that gets no answer at all is another matter.
      if (!server.seen && client.captured > 0) tell({ side: 'client' }, { entry: facts.first });
      if (!client.seen && server.captured > 0) tell({ side: 'server' }, { entry: facts.first });
    },
  }),
};
