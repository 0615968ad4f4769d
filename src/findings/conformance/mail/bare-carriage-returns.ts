/** A mail with CR that no LF follows. */
import { isBinary } from '../smtp/mail-parameters.js';
import { contentOf } from './content.js';
import type { Rule } from '../../rule.js';

export const bareCarriageReturns: Rule<'mail.bare-cr'> = {
  id: 'mail.bare-cr',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5321 §2.3.8',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    mail(message) {
      const { count, line } = message.lines.bareCr;
      if (count > 0 && !isBinary(message)) tell({ count, line }, { message, entry: contentOf(message) });
    },
  }),
};
