/** A header without the two fields that each mail must have. */
import { contentOf, fieldCounts, hasWholeHeader } from './content.js';
import { ALL_PROTOCOLS, type Rule } from '../../rule.js';

const REQUIRED = ['Date', 'From'] as const;

export const missingFields: Rule<'mail.missing-field'> = {
  id: 'mail.missing-field',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 5322 §3.6',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      if (!hasWholeHeader(message)) return;
      const counts = fieldCounts(message);
      const fields = REQUIRED.filter((name) => !counts.has(name.toLowerCase()));
      if (fields.length > 0) tell({ fields }, { message, entry: contentOf(message) });
    },
  }),
};
