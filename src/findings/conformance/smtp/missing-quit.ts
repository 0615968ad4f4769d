/** A client that closes the connection without QUIT. */
import type { Rule } from '../../rule.js';
import { nameOf } from '../command-name.js';

const SHUTTING_DOWN = 421;

export const missingQuit: Rule<'smtp.no-quit'> = {
  id: 'smtp.no-quit',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 5321 §4.1.1.10',
  protocols: ['smtp'],
  begin: () => (facts, tell) => {
    const { connection, clientDirection } = facts.session;
    let quit = connection.handshake === 'absent';
    let greeted = false;
    return {
      greeting: (entry) => void (greeted = (entry.code ?? 0) < 400),
      command: (entry) => void (quit ||= entry.verb === 'QUIT'),
      reply: (entry) => void (quit ||= entry.code === SHUTTING_DOWN),
      end() {
        const closedByClient = facts.hasEnded && connection.closedBy === clientDirection;
        if (closedByClient && greeted && !quit && facts.isReadable && facts.hearsAll('client')) tell({ verb: nameOf(facts.command) });
      },
    };
  },
};
