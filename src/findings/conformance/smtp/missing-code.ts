/** A reply that lacks its code. */
import type { Rule } from '../../rule.js';

export const missingCode: Rule<'smtp.no-code'> = {
  id: 'smtp.no-code',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5321 §4.2',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    reply(entry) {
      const { note } = entry;
      if (note.key !== 'smtp.reply.codeless') return;
      tell({ words: note.params.words }, { entry });
    },
  }),
};
