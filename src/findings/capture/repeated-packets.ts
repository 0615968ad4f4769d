/** A connection in which many packets come a second time: the network loses them, or the capture holds them twice. */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

/** So many, and such a part of all packets, that it is no accident. */
const MANY = 10;
const PART = 0.05;

export const repeatedPackets: Rule<'capture.retransmissions'> = {
  id: 'capture.retransmissions',
  severity: 'notice',
  category: 'capture',
  reference: 'RFC 9293 §3.8.1',
  protocols: ALL_PROTOCOLS,
  judge: (facts, tell) => ({
    end() {
      const { retransmissions, packets } = facts.session.connection;
      if (retransmissions >= MANY && retransmissions >= packets * PART) tell({ repeated: retransmissions, packets });
    },
  }),
};
