/** A tagged reply whose tag no waiting command has. */
import type { Rule } from '../../rule.js';

export const unknownTag: Rule<'imap.unknown-tag'> = {
  id: 'imap.unknown-tag',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 9051 §2.2.2',
  protocols: ['imap'],
  begin: () => (facts, tell) => {
    let isSure = facts.session.connection.handshake === 'complete';
    return {
      gap: () => void (isSure = false),
      tls: () => void (isSure = false),
      reply(entry) {
        if (isSure && entry.answers === undefined && facts.hearsAll('client')) tell({ tag: entry.tag ?? '' }, { entry });
      },
    };
  },
};
