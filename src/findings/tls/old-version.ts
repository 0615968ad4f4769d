/** A version of TLS that is no longer to be used (RFC 8996; for mail RFC 8997). */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';
import { serverHelloIn } from './handshake-parts.js';

const OLD: ReadonlySet<string> = new Set(['SSL 2.0', 'SSL 3.0', 'TLS 1.0', 'TLS 1.1']);

export const oldVersion: Rule<'tls.old-version'> = {
  id: 'tls.old-version',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 8996 §4',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    tls(entry) {
      const version = serverHelloIn(entry)?.version;
      if (version !== undefined && OLD.has(version)) tell({ version }, { entry });
    },
  }),
};
