/** A chain of certificates as it was sent: what stands in each, and what can be said of it without trusting anybody. */
import type { CertificateReader, ReadCertificate } from '../../../model/platform.js';
import type { Certificate } from '../../../model/tls.js';
import { signatureOf } from './certificate-signature.js';

export interface ChainContext {
  readonly read: CertificateReader;
  /** Seconds since 1970; NaN where the capture has no times. */
  readonly now: number;
  /** What the client asked for; of no matter to a certificate of the client's own. */
  readonly name: string | undefined;
}

export function describeChain(certificates: readonly Buffer[], context: ChainContext): readonly Certificate[] {
  const read = certificates.map((octets) => context.read(octets));
  return certificates.map((octets, at) => {
    const certificate = read[at];
    if (certificate === undefined) return { bytes: octets.length, details: undefined };
    const { details } = certificate;
    return {
      bytes: octets.length,
      details: { ...details, signature: signatureOf(octets) },
      validity: validityOf(details.notBefore, details.notAfter, context.now),
      matchesName: at === 0 && context.name !== undefined ? certificate.isFor(context.name) : undefined,
      issuedByNext: at + 1 < read.length ? isIssuedBy(certificate, read[at + 1]) : undefined,
    };
  });
}

function validityOf(notBefore: number, notAfter: number, now: number): Certificate['validity'] {
  if (Number.isNaN(now)) return undefined;
  if (now < notBefore) return 'not-yet';
  return now > notAfter ? 'expired' : 'valid';
}

/** Undefined where the next cannot be read. */
function isIssuedBy(certificate: ReadCertificate, next: ReadCertificate | undefined): boolean | undefined {
  return next && certificate.isIssuedBy(next);
}
