/** A server certificate that was not valid on the day of the capture (RFC 5280 §4.1.2.5). */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';
import { serverCertificateIn } from './handshake-parts.js';

export const expiredCertificate: Rule<'tls.certificate-expired'> = {
  id: 'tls.certificate-expired',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 5280 §4.1.2.5',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    tls(entry) {
      const { validity, details } = serverCertificateIn(entry)?.certificate ?? {};
      if (details === undefined || (validity !== 'expired' && validity !== 'not-yet')) return;
      const moment = validity === 'expired' ? details.notAfter : details.notBefore;
      tell({ subject: details.names[0] ?? details.subject, validity, day: dayOf(moment) }, { entry });
    },
  }),
};

/** As 2026-11-21; undefined for a moment that no calendar has. */
function dayOf(seconds: number): string | undefined {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
