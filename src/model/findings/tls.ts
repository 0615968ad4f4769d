/** What the readable part of a TLS handshake tells. */
import type { Side } from '../endpoint.js';

export interface TlsFindings {
  'tls.old-version': { version: string };
  'tls.weak-cipher': { suite: string; cipher: string; bits: number | undefined };
  'tls.no-forward-secrecy': { suite: string };
  /** `day`: on which it has run out, or begins. */
  'tls.certificate-expired': { subject: string; validity: 'expired' | 'not-yet'; day: string | undefined };
  /** `names`: the first of those in it. */
  'tls.certificate-mismatch': { asked: string; names: readonly string[]; count: number };
  'tls.self-signed': { subject: string };
  'tls.short-key': { type: string; bits: number };
  /** `alert`: its name in the registry, or its number. */
  'tls.handshake-failed': { from: Side; alert: string };
}
