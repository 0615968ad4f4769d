/** A recipient that the server does not take, for good. */
import type { Rule } from '../rule.js';

export const refusedRecipient: Rule<'delivery.recipient-refused'> = {
  id: 'delivery.recipient-refused',
  severity: 'notice',
  category: 'delivery',
  reference: 'RFC 5321 §4.2.1',
  protocols: ['smtp'],
  begin: () => (_facts, tell) => ({
    reply(entry) {
      const { note } = entry;
      if (note.key !== 'smtp.reply.refused' || note.params.command !== 'recipient' || note.params.code < 500) return;
      const { code, words, subject } = note.params;
      tell({ address: subject ?? '', code, words }, { entry });
    },
  }),
};
