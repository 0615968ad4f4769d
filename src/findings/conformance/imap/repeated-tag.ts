/** A tag that another command bears which still waits for its reply. */
import { remarksOf } from './remarks.js';
import type { Rule } from '../../rule.js';

export const repeatedTag: Rule<'imap.duplicate-tag'> = {
  id: 'imap.duplicate-tag',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 9051 §2.2.1',
  protocols: ['imap'],
  judge: (_facts, tell) => ({
    command(entry) {
      const sameTag = remarksOf(entry)?.sameTag;
      if (sameTag !== undefined) tell(sameTag, { entry });
    },
  }),
};
