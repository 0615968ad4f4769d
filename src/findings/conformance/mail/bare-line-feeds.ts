/** A mail with LF that no CR stands before: a server may see other lines than the next one. */
import { isBinary } from '../smtp/mail-parameters.js';
import { contentOf } from './content.js';
import type { Rule } from '../../rule.js';

export const bareLineFeeds: Rule<'mail.bare-lf'> = {
  id: 'mail.bare-lf',
  severity: 'warning',
  category: 'conformance',
  reference: 'RFC 5321 §2.3.8',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    mail(message) {
      const { count, line } = message.lines.bareLf;
      if (count > 0 && !isBinary(message)) tell({ count, line, lines: message.lines.count }, { message, entry: contentOf(message) });
    },
  }),
};
