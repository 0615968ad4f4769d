/** A client that does not wait for the greeting. */
import { hasteOf } from './haste.js';
import type { Rule } from '../../rule.js';

export const earlyTalker: Rule<'smtp.early-talker'> = {
  id: 'smtp.early-talker',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5321 §4.3.1',
  protocols: ['smtp'],
  once: true,
  judge: (_facts, tell) => ({
    command(entry) {
      const haste = hasteOf(entry);
      if (haste?.fault !== 'greeting') return;
      tell({ verb: entry.verb ?? '' }, { entry });
    },
  }),
};
