/**
 * A certificate that is for other names than the one the client asked for (RFC 9525 §6). Not on port 25: between mail
 * servers hardly anybody checks names, and many are named differently.
 */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';
import { serverCertificateIn } from './handshake-parts.js';

const MX = 25;
/** Named in a sentence. */
const SHOWN = 3;

export const foreignCertificate: Rule<'tls.certificate-mismatch'> = {
  id: 'tls.certificate-mismatch',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 9525 §6',
  protocols: ALL_PROTOCOLS,
  judge: (facts, tell) => ({
    tls(entry) {
      const found = serverCertificateIn(entry);
      if (found?.name === undefined || found.certificate.matchesName !== false || facts.session.server.port === MX) return;
      const { names } = found.certificate.details;
      tell({ asked: found.name, names: names.slice(0, SHOWN), count: names.length }, { entry });
    },
  }),
};
