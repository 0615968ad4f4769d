/**
 * STARTTLS written over on the way: firewalls that want to read along put as many X in its place, in the offer and in the
 * command (Cisco's "inspect esmtp" and "fixup protocol smtp").
 */
import type { Rule } from '../rule.js';

/** As long as STARTTLS, with the A that such devices end an offer with. */
const OFFER = /^X{7}[AX]$/;
const COMMAND = /^X{8}$/;

export const maskedTls: Rule<'tls.masked'> = {
  id: 'tls.masked',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 3207 §6',
  protocols: ['smtp'],
  once: true,
  judge: (_facts, tell) => ({
    reply(entry) {
      if (entry.note.key !== 'smtp.reply.extensions') return;
      const word = entry.note.params.extensions.find(({ keyword }) => OFFER.test(keyword))?.keyword;
      if (word === undefined) return;
      tell({ word, by: 'server' }, { entry });
    },
    command(entry) {
      if (COMMAND.test(entry.verb ?? '')) tell({ word: entry.verb!, by: 'client' }, { entry });
    },
  }),
};
