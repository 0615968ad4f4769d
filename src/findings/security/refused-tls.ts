/** TLS that is offered, asked for and refused: a broken certificate, or somebody on the way who wants to read. */
import type { Entry } from '../../model/entry.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

export const refusedTls: Rule<'tls.refused'> = {
  id: 'tls.refused',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 3207 §4',
  references: { pop3: 'RFC 2595 §4', imap: 'RFC 9051 §6.2.1' },
  protocols: ALL_PROTOCOLS,
  judge: (facts, tell) => ({
    reply(entry) {
      const words = refusal(entry);
      // What was not offered, or is there already, may well be refused.
      const isOffered = facts.offers?.has('STARTTLS') === true || facts.offers?.has('STLS') === true;
      if (words !== undefined && isOffered && facts.isReadable) tell({ words }, { entry });
    },
  }),
};

/** The server's own words. */
function refusal({ note }: Entry): string | undefined {
  switch (note.key) {
    case 'smtp.reply.refused':
      return note.params.command === 'tls' ? note.params.words : undefined;
    case 'pop3.reply.refused':
      return note.params.refused === 'tls' ? note.params.words : undefined;
    case 'imap.reply.no':
    case 'imap.reply.bad':
      return note.params.verb === 'STARTTLS' ? note.params.words : undefined;
    default:
      return undefined;
  }
}
