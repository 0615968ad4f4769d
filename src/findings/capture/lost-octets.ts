/** Octets that were sent and are not in the capture. */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

export const lostOctets: Rule<'capture.gap'> = {
  id: 'capture.gap',
  severity: 'notice',
  category: 'capture',
  reference: 'RFC 9293 §3.4',
  protocols: ALL_PROTOCOLS,
  begin: () => (_facts, tell) => ({
    gap: (entry) => tell({ from: entry.from, octets: entry.extent.bytes }, { entry }),
  }),
};
