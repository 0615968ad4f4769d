/** A server that closes the connection although the client has not said QUIT, and without 421. */
import type { Rule } from '../../rule.js';
import { nameOf } from '../command-name.js';

const CLOSING = 221;
const SHUTTING_DOWN = 421;

export const silentDeparture: Rule<'smtp.closed-by-server'> = {
  id: 'smtp.closed-by-server',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5321 §3.8',
  protocols: ['smtp'],
  begin: () => (facts, tell) => {
    const { connection, clientDirection } = facts.session;
    // Before its greeting it is nobody.
    let expected = true;
    return {
      greeting: (entry) => void (expected = connection.handshake === 'absent' || (entry.code ?? 0) >= 400),
      command: (entry) => void (expected ||= entry.verb === 'QUIT'),
      reply: (entry) => void (expected ||= entry.code === SHUTTING_DOWN || entry.code === CLOSING),
      end() {
        const closedByServer = facts.hasEnded && connection.closedBy === 1 - clientDirection;
        const isSure = facts.isReadable && facts.hearsAll('client') && facts.hearsAll('server');
        if (closedByServer && !expected && isSure) tell({ verb: nameOf(facts.command) });
      },
    };
  },
};
