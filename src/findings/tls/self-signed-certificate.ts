/** A server that vouches for itself: its certificate is signed with its own key (RFC 5280 §3.2). */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';
import { serverCertificateIn } from './handshake-parts.js';

export const selfSignedCertificate: Rule<'tls.self-signed'> = {
  id: 'tls.self-signed',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 5280 §3.2',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    tls(entry) {
      const details = serverCertificateIn(entry)?.certificate.details;
      if (details?.selfSigned === true) tell({ subject: details.names[0] ?? details.subject }, { entry });
    },
  }),
};
