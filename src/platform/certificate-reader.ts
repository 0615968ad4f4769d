/** Certificates by node:crypto, which knows X.509 (RFC 5280) and names of hosts. It trusts nobody and asks nobody. */
import { X509Certificate, type KeyObject } from 'node:crypto';
import { isIP, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { CertificateReader, ReadCertificate, TlsTools } from '../model/platform.js';
import type { CertificateKey } from '../model/tls.js';
import { hashFactory } from './hash.js';

/** A star stands for a whole label (RFC 9525 §6.3). */
const HOSTS = { partialWildcards: false } as const;

class NodeCertificate implements ReadCertificate {
  readonly certificate: X509Certificate;
  readonly details: ReadCertificate['details'];

  constructor(octets: Buffer) {
    const certificate = new X509Certificate(octets);
    this.certificate = certificate;
    const [notBefore, notAfter] = [certificate.validFrom, certificate.validTo].map((date) => Date.parse(date) / 1000) as [number, number];
    if (Number.isNaN(notBefore + notAfter)) throw new RangeError('no date');
    const subject = oneLine(certificate.subject);
    const key = publicKey(certificate);
    this.details = {
      subject,
      issuer: oneLine(certificate.issuer),
      names: namesOf(certificate),
      notBefore,
      notAfter,
      key: key === undefined ? { type: 'unknown' } : describeKey(key),
      serial: certificate.serialNumber.toLowerCase(),
      sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      selfSigned: key !== undefined && certificate.subject === certificate.issuer && verifies(certificate, key),
      authority: certificate.ca,
    };
  }

  isFor(name: string): boolean {
    const { certificate } = this;
    try {
      return (isIP(name) === 0 ? certificate.checkHost(name, HOSTS) : certificate.checkIP(name)) !== undefined;
    } catch {
      // A name that can be none.
      return false;
    }
  }

  isIssuedBy(other: ReadCertificate): boolean {
    return other instanceof NodeCertificate && this.certificate.checkIssued(other.certificate);
  }
}

/** One attribute a line, as node:crypto gives them: `O=Example\nCN=mail.example.org`. */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}

/** `DNS:mail.example.org, IP Address:192.0.2.25`; node:crypto puts quotes around a name that would be taken for two. */
const ALTERNATIVE = /(?:DNS|IP Address|URI|email|DirName|othername|Registered ID):("(?:[^"\\]|\\.)*"|[^,]*)/g;
const COMMON_NAME = /^CN=(.*)$/m;

function namesOf({ subjectAltName, subject }: X509Certificate): readonly string[] {
  if (subjectAltName === undefined) {
    const name = COMMON_NAME.exec(subject ?? '')?.[1];
    return name === undefined ? [] : [name];
  }
  return [...subjectAltName.matchAll(ALTERNATIVE)].map(([, name = '']) => (isIPv6(name) ? ipaddr.IPv6.parse(name).toRFC5952String() : name));
}

function publicKey(certificate: X509Certificate): KeyObject | undefined {
  try {
    return certificate.publicKey;
  } catch {
    // A key of a kind, or on a curve, that OpenSSL does not know.
    return undefined;
  }
}

function describeKey({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): CertificateKey {
  return { type: type ?? 'unknown', bits: details?.modulusLength, curve: details?.namedCurve };
}

function verifies(certificate: X509Certificate, key: KeyObject): boolean {
  try {
    return certificate.verify(key);
  } catch {
    return false;
  }
}

const readCertificate: CertificateReader = (octets) => {
  try {
    return new NodeCertificate(octets);
  } catch {
    return undefined;
  }
};

export const tlsTools: TlsTools = { hash: hashFactory, certificates: readCertificate };
