/** A command while IDLE runs, which only DONE may end. */
import { remarksOf } from './remarks.js';
import type { Rule } from '../../rule.js';

export const interruptedIdle: Rule<'imap.during-idle'> = {
  id: 'imap.during-idle',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 2177 §3',
  protocols: ['imap'],
  judge: (_facts, tell) => ({
    command(entry) {
      if (remarksOf(entry)?.whileIdle === true) tell({ verb: entry.verb ?? '' }, { entry });
    },
  }),
};
