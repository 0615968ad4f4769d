/** What a record holds (RFC 8446 §5.1, RFC 6520 §3), and the first octets by which one is known. */

export const CHANGE_CIPHER_SPEC = 20;
export const ALERT = 21;
export const HANDSHAKE = 22;
export const APPLICATION_DATA = 23;
const HEARTBEAT = 24;
/** Not a type: the hello of SSL 2.0, in which clients of the nineties also offered SSL 3.0 and TLS 1.0 (RFC 5246 §E.2). */
export const SSL2_HELLO = 0x80;

export function isContentType(octet: number): boolean {
  return octet >= CHANGE_CIPHER_SPEC && octet <= HEARTBEAT;
}
