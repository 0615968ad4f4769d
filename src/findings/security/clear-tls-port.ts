/** A mail server that speaks in clear on a port that is kept for TLS from the first octet (RFC 8314 §3). */
import type { Rule } from '../rule.js';
import { ALL_PROTOCOLS } from '../rule.js';

const TLS_PORTS: ReadonlySet<number> = new Set([465, 993, 995]);

export const clearTlsPort: Rule<'tls.port-in-clear'> = {
  id: 'tls.port-in-clear',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 8314 §3',
  protocols: ALL_PROTOCOLS,
  judge: (facts, tell) => ({
    greeting(entry) {
      const { port } = facts.session.server;
      if (TLS_PORTS.has(port) && facts.isReadable) tell({ port }, { entry });
    },
  }),
};
