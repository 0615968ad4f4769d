/** A server that closes the connection without BYE. */
import type { Rule } from '../../rule.js';
import { nameOf } from '../command-name.js';

export const missingBye: Rule<'imap.no-bye'> = {
  id: 'imap.no-bye',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 9051 §7.1.5',
  protocols: ['imap'],
  begin: () => (facts, tell) => {
    const { connection, clientDirection } = facts.session;
    let bye = connection.handshake === 'absent';
    return {
      greeting: (entry) => void (bye ||= entry.status === 'BYE'),
      untagged: (entry) => void (bye ||= entry.status === 'BYE'),
      unknown: () => void (bye = true),
      end() {
        const closedByServer = facts.hasEnded && connection.closedBy === 1 - clientDirection;
        const isSure = facts.isReadable && facts.hearsAll('client') && facts.hearsAll('server');
        if (closedByServer && !bye && isSure) tell({ verb: nameOf(facts.command) });
      },
    };
  },
};
