/** Commands or replies that end with LF alone. */
import { watchLineEnds } from '../line-ends.js';
import type { Rule } from '../../rule.js';

export const bareLineFeed: Rule<'smtp.bare-lf'> = {
  id: 'smtp.bare-lf',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5321 §2.3.8',
  protocols: ['smtp'],
  begin: () => watchLineEnds,
};
