/** Commands or responses that end with LF alone. */
import { watchLineEnds } from '../line-ends.js';
import type { Rule } from '../../rule.js';

export const bareLineFeed: Rule<'imap.bare-lf'> = {
  id: 'imap.bare-lf',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 9051 §2.2',
  protocols: ['imap'],
  begin: () => watchLineEnds,
};
