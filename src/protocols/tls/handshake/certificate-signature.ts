/** With what algorithm a certificate is signed (RFC 5280 §4.1.1.2), which node:crypto does not tell. */
import { objectIdentifier, readDer } from '../../../dialogue/sasl/der.js';

/** RFC 3279, 4055, 5758, 8410; SHA-1 and MD5 among them because they are still met. */
const NAMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'md2WithRSAEncryption',
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.10': 'rsassaPss',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.113549.1.1.14': 'sha224WithRSAEncryption',
  '1.2.840.10040.4.3': 'dsa-with-SHA1',
  '2.16.840.1.101.3.4.3.2': 'dsa-with-SHA256',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10045.4.3.1': 'ecdsa-with-SHA224',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
};

/** Of a certificate: first what is signed, then the algorithm. */
export function signatureOf(certificate: Buffer): string | undefined {
  const whole = readDer(certificate);
  const signed = whole && readDer(whole.content);
  const algorithm = signed && readDer(whole.content, signed.end);
  const identifier = algorithm && readDer(algorithm.content);
  const number = identifier && objectIdentifier(identifier.content);
  return number === undefined ? undefined : (NAMES[number] ?? number);
}
