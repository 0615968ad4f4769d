/** A header field that may stand once, and stands there more often. */
import { contentOf, fieldCounts } from './content.js';
import { ALL_PROTOCOLS, type Rule } from '../../rule.js';

const ONCE = ['Date', 'From', 'Sender', 'Reply-To', 'To', 'Cc', 'Bcc', 'Message-ID', 'In-Reply-To', 'References', 'Subject'] as const;

export const repeatedFields: Rule<'mail.repeated-field'> = {
  id: 'mail.repeated-field',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5322 §3.6',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      const counts = fieldCounts(message);
      for (const field of ONCE) {
        const count = counts.get(field.toLowerCase()) ?? 0;
        if (count > 1) tell({ field, count }, { message, entry: contentOf(message) });
      }
    },
  }),
};
