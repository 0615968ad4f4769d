/** A client that begins TLS where the server speaks in clear and nobody has asked for it: the wrong port, or a scanner. */
import type { Rule } from '../rule.js';
import { ALL_PROTOCOLS } from '../rule.js';

export const unexpectedTls: Rule<'tls.unexpected'> = {
  id: 'tls.unexpected',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 8314 §3',
  protocols: ALL_PROTOCOLS,
  judge: (facts, tell) => ({
    tls(entry) {
      if (entry.note.key === 'tls.unwanted' && entry.from === 'client') tell({ port: facts.session.server.port }, { entry });
    },
  }),
};
