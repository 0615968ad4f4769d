/** A server that ends the conversation although the client has not: 421 of SMTP, an unasked BYE of IMAP. */
import type { Rule } from '../rule.js';

export const leavingServer: Rule<'delivery.server-leaves'> = {
  id: 'delivery.server-leaves',
  severity: 'notice',
  category: 'delivery',
  reference: 'RFC 5321 §3.8',
  references: { imap: 'RFC 9051 §7.1.5' },
  protocols: ['smtp', 'imap'],
  judge: (_facts, tell) => ({
    reply(entry) {
      const { note } = entry;
      if (note.key === 'smtp.reply.shutting-down') tell({ code: note.params.code, words: note.params.words }, { entry });
    },
    untagged(entry) {
      const { note } = entry;
      if (note.key === 'imap.untagged.bye' && !note.params.asked) tell({ code: undefined, words: note.params.words }, { entry });
    },
  }),
};
