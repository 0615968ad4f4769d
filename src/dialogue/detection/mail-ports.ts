/** On which ports mail is expected. */
import type { MailProtocol } from '../../model/session.js';

export interface PortRow {
  readonly protocol: MailProtocol;
  /** TLS from the first octet. */
  readonly tls: boolean;
}

/** Ports on which mail is expected: IANA's, and those that are in use beside them. */
export const MAIL_PORTS: Readonly<Record<number, PortRow>> = {
  24: { protocol: 'lmtp', tls: false },
  25: { protocol: 'smtp', tls: false },
  110: { protocol: 'pop3', tls: false },
  143: { protocol: 'imap', tls: false },
  366: { protocol: 'smtp', tls: false },
  465: { protocol: 'smtp', tls: true },
  587: { protocol: 'smtp', tls: false },
  993: { protocol: 'imap', tls: true },
  995: { protocol: 'pop3', tls: true },
  2525: { protocol: 'smtp', tls: false },
};

/** Whether what comes to that port is TLS from the first octet (RFC 8314 §3). */
export function isTlsPort(port: number): boolean {
  return MAIL_PORTS[port]?.tls === true;
}

/** By which who captures chooses. */
export const mailPorts: readonly number[] = Object.keys(MAIL_PORTS).map(Number);
