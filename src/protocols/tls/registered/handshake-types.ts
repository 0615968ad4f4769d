/** Types of handshake messages (RFC 8446 §4, §B.3; RFC 5246 §7.4; RFC 6066 §8, RFC 8879 §4). */
export const HELLO_REQUEST = 0;
export const CLIENT_HELLO = 1;
export const SERVER_HELLO = 2;
export const NEW_SESSION_TICKET = 4;
export const END_OF_EARLY_DATA = 5;
export const ENCRYPTED_EXTENSIONS = 8;
export const CERTIFICATE = 11;
export const SERVER_KEY_EXCHANGE = 12;
export const CERTIFICATE_REQUEST = 13;
export const SERVER_HELLO_DONE = 14;
export const CERTIFICATE_VERIFY = 15;
export const CLIENT_KEY_EXCHANGE = 16;
export const FINISHED = 20;
export const CERTIFICATE_STATUS = 22;
export const KEY_UPDATE = 24;

const NAMES: Readonly<Record<number, string>> = {
  [HELLO_REQUEST]: 'HelloRequest',
  [CLIENT_HELLO]: 'ClientHello',
  [SERVER_HELLO]: 'ServerHello',
  3: 'HelloVerifyRequest',
  [NEW_SESSION_TICKET]: 'NewSessionTicket',
  [END_OF_EARLY_DATA]: 'EndOfEarlyData',
  6: 'HelloRetryRequest',
  [ENCRYPTED_EXTENSIONS]: 'EncryptedExtensions',
  [CERTIFICATE]: 'Certificate',
  [SERVER_KEY_EXCHANGE]: 'ServerKeyExchange',
  [CERTIFICATE_REQUEST]: 'CertificateRequest',
  [SERVER_HELLO_DONE]: 'ServerHelloDone',
  [CERTIFICATE_VERIFY]: 'CertificateVerify',
  [CLIENT_KEY_EXCHANGE]: 'ClientKeyExchange',
  [FINISHED]: 'Finished',
  21: 'CertificateURL',
  [CERTIFICATE_STATUS]: 'CertificateStatus',
  23: 'SupplementalData',
  [KEY_UPDATE]: 'KeyUpdate',
  25: 'CompressedCertificate',
  67: 'NextProtocol',
};

/** Undefined where no message has this type. */
export function handshakeName(type: number): string | undefined {
  return NAMES[type];
}
