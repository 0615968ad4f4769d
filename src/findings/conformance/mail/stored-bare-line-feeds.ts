/** A mail that a mailbox takes or hands out with LF that no CR stands before. */
import { contentOf } from './content.js';
import type { Rule } from '../../rule.js';

export const storedBareLineFeeds: Rule<'mail.stored-bare-lf'> = {
  id: 'mail.stored-bare-lf',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5322 §2.3',
  protocols: ['pop3', 'imap'],
  judge: (_facts, tell) => ({
    mail(message) {
      const { count, line } = message.lines.bareLf;
      if (count > 0) tell({ count, line, appended: message.direction === 'appended' }, { message, entry: contentOf(message) });
    },
  }),
};
