/** POP3: deletions that never happen, because the session ended without QUIT (RFC 1939 §6). */
import type { Rule } from '../rule.js';

export const lapsedDeletions: Rule<'delivery.deletions-lapsed'> = {
  id: 'delivery.deletions-lapsed',
  severity: 'warning',
  category: 'delivery',
  reference: 'RFC 1939 §6',
  protocols: ['pop3'],
  judge: (_facts, tell) => ({
    tcp(entry) {
      const lapsing = 'lapsing' in entry.note.params ? entry.note.params.lapsing : undefined;
      if (lapsing === undefined || lapsing.quitMayBeMissing || lapsing.marked.count === 0) return;
      tell({ marked: lapsing.marked }, { entry });
    },
  }),
};
