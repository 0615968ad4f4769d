/** Versions of the protocol by the two octets in which they travel (RFC 8446 §B.3.1.1, RFC 6101, the SSL 2.0 draft). */
import type { TlsVersion } from '../../../model/tls.js';
import { codeName } from './code-name.js';

export const SSL_3_0 = 0x0300;
export const TLS_1_2 = 0x0303;
export const TLS_1_3 = 0x0304;

const VERSIONS: Readonly<Record<number, TlsVersion>> = {
  0x0002: 'SSL 2.0',
  0x0300: 'SSL 3.0',
  0x0301: 'TLS 1.0',
  0x0302: 'TLS 1.1',
  0x0303: 'TLS 1.2',
  0x0304: 'TLS 1.3',
};

/** Drafts of TLS 1.3 were 0x7f and the number of the draft. */
const DRAFT = 0x7f;

/** Undefined where the number is of no version. */
export function versionOf(code: number): TlsVersion | undefined {
  return code >> 8 === DRAFT ? 'TLS 1.3' : VERSIONS[code];
}

export function versionName(code: number): string {
  return versionOf(code) ?? codeName({}, code);
}
