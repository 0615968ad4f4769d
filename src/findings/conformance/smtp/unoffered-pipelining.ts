/** Commands sent without waiting, to a server that has not offered it. */
import { hasteOf } from './haste.js';
import type { Rule } from '../../rule.js';

export const unofferedPipelining: Rule<'smtp.pipelining-unoffered'> = {
  id: 'smtp.pipelining-unoffered',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 2920 §3.1',
  protocols: ['smtp'],
  once: true,
  judge: (_facts, tell) => ({
    command(entry) {
      const haste = hasteOf(entry);
      if (haste?.fault !== 'not-offered') return;
      tell({ verb: entry.verb ?? '', waiting: haste.count }, { entry });
    },
  }),
};
