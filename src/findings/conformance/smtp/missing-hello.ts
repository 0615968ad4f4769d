/** A mail begun without HELO or EHLO. */
import type { Rule } from '../../rule.js';

const HELLOS: ReadonlySet<string> = new Set(['HELO', 'EHLO', 'LHLO']);

export const missingHello: Rule<'smtp.no-hello'> = {
  id: 'smtp.no-hello',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5321 §4.1.4',
  protocols: ['smtp'],
  begin: () => (facts, tell) => {
    // Where the capture begins later, the greeting may have gone before it.
    let greeted = facts.session.connection.handshake === 'absent';
    return {
      gap: () => void (greeted = true),
      command(entry) {
        if (HELLOS.has(entry.verb ?? '')) greeted = true;
        if (greeted || entry.verb !== 'MAIL') return;
        greeted = true;
        tell({ verb: entry.verb }, { entry });
      },
    };
  },
};
