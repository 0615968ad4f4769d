/** A server that confirms, or expands, an address for anybody who asks (RFC 5321 §7.3). */
import type { Rule } from '../rule.js';

export const verifiedAddress: Rule<'smtp.vrfy-answered'> = {
  id: 'smtp.vrfy-answered',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 5321 §7.3',
  protocols: ['smtp'],
  judge: (facts, tell) => ({
    reply(entry) {
      const { note } = entry;
      if (facts.isLoggedIn || facts.isLocal) return;
      if (note.key === 'smtp.reply.verified') tell({ verb: 'VRFY', word: note.params.word, words: note.params.words }, { entry });
      if (note.key === 'smtp.reply.expanded') tell({ verb: 'EXPN', word: note.params.word, words: '' }, { entry });
    },
  }),
};
