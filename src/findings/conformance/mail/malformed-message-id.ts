/** A Message-ID that does not stand in angle brackets with an @ inside. */
import { contentOf } from './content.js';
import { ALL_PROTOCOLS, type Rule } from '../../rule.js';

/** Comments may stand around it. */
const MESSAGE_ID = /^(?:\([^()]*\))?\s*<[^\s<>@]+@[^\s<>@]+>\s*(?:\([^()]*\))?$/;

export const malformedMessageId: Rule<'mail.bad-message-id'> = {
  id: 'mail.bad-message-id',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 5322 §3.6.4',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      const value = message.head?.messageId?.trim();
      if (value !== undefined && !MESSAGE_ID.test(value)) tell({ value }, { message, entry: contentOf(message) });
    },
  }),
};
