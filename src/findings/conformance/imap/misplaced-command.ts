/** A command in a state that does not have it. */
import { remarksOf } from './remarks.js';
import type { Rule } from '../../rule.js';

export const misplacedCommand: Rule<'imap.out-of-state'> = {
  id: 'imap.out-of-state',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 9051 §3',
  protocols: ['imap'],
  judge: (_facts, tell) => ({
    command(entry) {
      const misplaced = remarksOf(entry)?.misplaced;
      if (misplaced !== undefined) tell(misplaced, { entry });
    },
  }),
};
