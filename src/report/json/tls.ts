/** What is known of an encrypted connection, as CONTRACT fixes it, and of its lines. */
import type { TlsContent } from '../../model/entry.js';
import type { AlertName, Certificate, CertificateKey, TlsAlert, TlsFacts, TlsOffer, TlsVersion } from '../../model/tls.js';
import type { Side } from '../../model/endpoint.js';
import { formatTime } from '../time.js';

export interface CertificateJson {
  /** Octets. */
  bytes: number;
  /** False where the octets are no certificate that can be read; then nothing but `bytes` is there. */
  readable: boolean;
  subject?: string | undefined;
  issuer?: string | undefined;
  /** Whom it is for: subjectAltName, or the common name where there is none. */
  names?: readonly string[] | undefined;
  notBefore?: string | undefined;
  notAfter?: string | undefined;
  key?: CertificateKey | undefined;
  /** The algorithm of its signature. */
  signature?: string | undefined;
  serial?: string | undefined;
  sha256?: string | undefined;
  selfSigned?: boolean | undefined;
  /** It may issue others. */
  authority?: boolean | undefined;
  /** At the time of the capture. */
  validity?: 'valid' | 'expired' | 'not-yet' | undefined;
  /** Of the first: whether it is for the name that the client asked for. */
  matchesName?: boolean | undefined;
  /** Whether the next in the chain has issued it. */
  issuedByNext?: boolean | undefined;
}

export interface TlsAlertJson {
  from: Side;
  fatal: boolean;
  code: number;
  name?: AlertName | undefined;
}

export interface TlsJson {
  mode: 'implicit' | 'starttls';
  /** What the server chose. */
  version?: TlsVersion | undefined;
  cipher?: string | undefined;
  /** The name that the client asked for. */
  sni?: string | undefined;
  /** The protocol that the server chose, where that was to be read. */
  alpn?: string | undefined;
  /** In which the keys were agreed on. */
  group?: string | undefined;
  /** What the client offered. */
  offer?: TlsOffer | undefined;
  /** Absent where the client asked for no earlier session. */
  resumed?: boolean | undefined;
  /** Of the server, its own first; in TLS 1.3 they are encrypted. */
  certificates?: readonly CertificateJson[] | undefined;
  clientCertificates?: readonly CertificateJson[] | undefined;
  /** Those in clear: at most 16. */
  alerts?: readonly TlsAlertJson[] | undefined;
  ja3?: string | undefined;
  ja3s?: string | undefined;
  ja4?: string | undefined;
  /** Something that was encrypted could be read. */
  decrypted: boolean;
}

/** What a line of TLS holds. */
export interface TlsContentJson {
  /** Names of handshake messages. */
  messages?: readonly string[] | undefined;
  alert?: TlsAlertJson | undefined;
  /** How many stayed encrypted. */
  records?: number | undefined;
  decrypted?: boolean | undefined;
}

export function tlsJson(facts: TlsFacts): TlsJson {
  return {
    mode: facts.mode,
    version: facts.version,
    cipher: facts.cipher,
    sni: facts.sni,
    alpn: facts.alpn,
    group: facts.group,
    offer: facts.offer,
    resumed: facts.resumed,
    certificates: facts.certificates?.map(certificateJson),
    clientCertificates: facts.clientCertificates?.map(certificateJson),
    alerts: facts.alerts.length === 0 ? undefined : facts.alerts.map(alertJson),
    ja3: facts.ja3,
    ja3s: facts.ja3s,
    ja4: facts.ja4,
    decrypted: facts.decrypted,
  };
}

export function tlsContentJson({ messages, alert, records, decrypted }: TlsContent): TlsContentJson {
  return { messages, alert: alert && alertJson(alert), records, decrypted };
}

function alertJson({ from, fatal, code, name }: TlsAlert): TlsAlertJson {
  return { from, fatal, code, name };
}

function certificateJson({ bytes, details, validity, matchesName, issuedByNext }: Certificate): CertificateJson {
  if (details === undefined) return { bytes, readable: false };
  const { subject, issuer, names, notBefore, notAfter, key, signature, serial, sha256, selfSigned, authority } = details;
  return {
    bytes,
    readable: true,
    subject,
    issuer,
    names,
    notBefore: formatTime({ seconds: notBefore, fraction: 0, digits: 0 }),
    notAfter: formatTime({ seconds: notAfter, fraction: 0, digits: 0 }),
    key,
    signature,
    serial,
    sha256,
    selfSigned,
    authority,
    validity,
    matchesName,
    issuedByNext,
  };
}
