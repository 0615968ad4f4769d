/** A server key that is too short (RFC 9325 §4.5). */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';
import { serverCertificateIn } from './handshake-parts.js';

/** Bits, by the kind of key. */
const LEAST: Readonly<Record<string, number>> = { rsa: 2048, 'rsa-pss': 2048, dsa: 2048 };

export const shortKey: Rule<'tls.short-key'> = {
  id: 'tls.short-key',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 9325 §4.5',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    tls(entry) {
      const key = serverCertificateIn(entry)?.certificate.details.key;
      const least = key === undefined || !Object.hasOwn(LEAST, key.type) ? 0 : LEAST[key.type]!;
      if (key?.bits !== undefined && key.bits < least) tell({ type: key.type.toUpperCase(), bits: key.bits }, { entry });
    },
  }),
};
