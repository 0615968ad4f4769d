/** A mailbox that another session holds. */
import type { Rule } from '../rule.js';

/** Seen in the wild: servers without response codes say it in words. */
const LOCKED = /\bmaildrop (?:is )?(?:already )?locked\b|\block(?:ed)? by another\b|\bmailbox (?:is )?(?:in use|locked)\b/i;

export const lockedMailbox: Rule<'delivery.mailbox-locked'> = {
  id: 'delivery.mailbox-locked',
  severity: 'notice',
  category: 'delivery',
  reference: 'RFC 2449 §8.1.2',
  references: { imap: 'RFC 5530 §3' },
  protocols: ['pop3', 'imap'],
  judge: (_facts, tell) => ({
    reply(entry) {
      const { note } = entry;
      if (note.key !== 'pop3.reply.refused' && note.key !== 'imap.reply.no') return;
      const { code, words } = note.params;
      const name = typeof code === 'string' ? code : code?.name;
      if (name?.toUpperCase() === 'IN-USE' || name === 'INUSE' || LOCKED.test(words)) tell({ words }, { entry });
    },
  }),
};
