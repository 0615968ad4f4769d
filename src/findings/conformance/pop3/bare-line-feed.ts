/** Commands or replies that end with LF alone. */
import { watchLineEnds } from '../line-ends.js';
import type { Rule } from '../../rule.js';

export const bareLineFeed: Rule<'pop3.bare-lf'> = {
  id: 'pop3.bare-lf',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 1939 §3',
  protocols: ['pop3'],
  begin: () => watchLineEnds,
};
