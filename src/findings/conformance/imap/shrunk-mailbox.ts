/** EXISTS with a lower number than before, without EXPUNGE. */
import type { Rule } from '../../rule.js';

export const shrunkMailbox: Rule<'imap.exists-shrank'> = {
  id: 'imap.exists-shrank',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 9051 §7.4.1',
  protocols: ['imap'],
  judge: (_facts, tell) => ({
    untagged(entry) {
      const { note } = entry;
      if (note.key !== 'imap.untagged.exists') return;
      const { count, before, mailbox } = note.params;
      if (before !== undefined && count < before) tell({ count, before, mailbox }, { entry });
    },
  }),
};
