/** A multipart or a mail inside the mail that is encoded as a whole. */
import { contentOf } from './content.js';
import { ALL_PROTOCOLS, type Rule } from '../../rule.js';

const ALLOWED: ReadonlySet<string> = new Set(['7bit', '8bit', 'binary']);

export const encodedContainer: Rule<'mail.encoded-container'> = {
  id: 'mail.encoded-container',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 2045 §6.4',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      for (const { path, contentType, encoding } of message.parts) {
        const isContainer = contentType.startsWith('multipart/') || contentType === 'message/rfc822';
        if (isContainer && encoding !== undefined && !ALLOWED.has(encoding)) tell({ path, contentType, encoding }, { message, entry: contentOf(message) });
      }
    },
  }),
};
