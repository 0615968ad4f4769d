/** The certificates of a Certificate message, as octets: DER, leaf first. TLS 1.2 and before (RFC 5246 §7.4.2), and 1.3 (RFC 8446 §4.4.2). */
import { limits } from '../limits.js';
import { OctetCursor } from './octet-cursor.js';

export interface CertificateList {
  /** Views into the message; at most as many as are looked into. */
  readonly certificates: readonly Buffer[];
  /** How many there are. */
  readonly count: number;
  readonly isWhole: boolean;
}

/** `with13`: as TLS 1.3 has it, with a context before and extensions behind each. */
export function parseCertificates(body: Buffer, with13: boolean): CertificateList {
  const cursor = new OctetCursor(body);
  if (with13) cursor.vector(1);
  const list = new OctetCursor(cursor.vector(3));
  const certificates: Buffer[] = [];
  let count = 0;
  while (list.left > 0) {
    const certificate = list.vector(3);
    if (with13) list.vector(2);
    if (certificate.length === 0) break;
    if (++count <= limits.certificates) certificates.push(certificate);
  }
  return { certificates, count, isWhole: !cursor.isShort && !list.isShort && cursor.left === 0 };
}
