/** A status indicator that is not in upper case. */
import type { Entry } from '../../../model/entry.js';
import type { Rule } from '../../rule.js';

export const oddIndicator: Rule<'pop3.odd-indicator'> = {
  id: 'pop3.odd-indicator',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 1939 §3',
  protocols: ['pop3'],
  once: true,
  judge: (_facts, tell) => {
    const look = (entry: Entry): void => {
      const indicator = /^(?:\+ok|-err)/i.exec(entry.text ?? '')?.[0];
      if (indicator === undefined || indicator === indicator.toUpperCase()) return;
      tell({ indicator }, { entry });
    };
    return { greeting: look, reply: look };
  },
};
