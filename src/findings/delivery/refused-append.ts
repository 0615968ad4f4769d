/** IMAP: a mail that the server does not store. */
import type { Rule } from '../rule.js';

const FULL: ReadonlySet<string> = new Set(['OVERQUOTA', 'LIMIT', 'TOOBIG', 'APPENDLIMIT']);

export const refusedAppend: Rule<'delivery.append-refused'> = {
  id: 'delivery.append-refused',
  severity: 'notice',
  category: 'delivery',
  reference: 'RFC 9051 §6.3.12',
  protocols: ['imap'],
  judge: (_facts, tell) => ({
    reply(entry) {
      const { note } = entry;
      if (note.key !== 'imap.reply.no' || note.params.verb !== 'APPEND') return;
      const { facts, words, code } = note.params;
      // [TRYCREATE] is no failure yet: the client creates the mailbox and comes again.
      if (code?.name === 'TRYCREATE') return;
      tell({ mailbox: facts.mailbox ?? '', words, full: FULL.has(code?.name ?? '') }, { entry, message: entry.message });
    },
  }),
};
