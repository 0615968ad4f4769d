/** A header that speaks of MIME and does not say so. */
import { contentOf, fieldCounts, hasWholeHeader } from './content.js';
import { ALL_PROTOCOLS, type Rule } from '../../rule.js';

const MIME_FIELDS = ['Content-Type', 'Content-Transfer-Encoding'] as const;

export const missingMimeVersion: Rule<'mail.no-mime-version'> = {
  id: 'mail.no-mime-version',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 2045 §4',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      if (!hasWholeHeader(message)) return;
      const counts = fieldCounts(message);
      const field = MIME_FIELDS.find((name) => counts.has(name.toLowerCase()));
      if (field !== undefined && !counts.has('mime-version')) tell({ field }, { message, entry: contentOf(message) });
    },
  }),
};
