/** English for what the readable part of a TLS handshake tells. */
import type { TlsFindings } from '../../../model/findings/tls.js';
import type { FindingTexts } from '../../findings.js';
import { day, list, number, quote } from '../format.js';

/** By the names that people know. */
const CIPHERS: Readonly<Record<string, string>> = { '3DES_EDE': 'Triple-DES' };

function certificateOf(subject: string): string {
  return subject === '' ? 'The certificate, which has no name,' : `The certificate of ${subject}`;
}

const on = (date: string): string => day(Date.parse(date) / 1000);

export const tlsFindings: FindingTexts<TlsFindings> = {
  'tls.old-version': {
    title: 'Old version of TLS',
    sentence: (p) => `Client and server agree on ${p.version}, which is no longer to be used.`,
    meaning: 'TLS 1.0 and 1.1 rest on hashes that are broken, SSL 2.0 and 3.0 can be read by attacks that are well known. RFC 8996 forbids them, RFC 8997 in particular for mail. One of the two programs is old, or set up for old ones.',
  },
  'tls.weak-cipher': {
    title: 'Weak cipher',
    sentence: (p) =>
      p.bits === 0
        ? `What follows is not encrypted: the server chooses ${p.suite}, which only protects it against changes.`
        : `What follows is encrypted with ${CIPHERS[p.cipher] ?? p.cipher}, which can be broken: the server chooses ${p.suite}.`,
    meaning: 'RC4, DES, Triple-DES and the ciphers that were weakened for export can be broken with effort that is within reach; NULL does not encrypt. Every program of the last fifteen years knows AES. Take the old suites out of the list of the server.',
  },
  'tls.no-forward-secrecy': {
    title: 'No forward secrecy',
    sentence: (p) => `The server chooses ${p.suite}: whoever gets hold of its key later can read this conversation.`,
    meaning: 'The client sends the secret encrypted with the key of the server, or it is made of a key that both have for good (PSK). Whoever has recorded the conversation and gets that key, even years later, reads all of it. With (EC)DHE, and nearly always in TLS 1.3, the keys of a conversation are thrown away with it.',
  },
  'tls.certificate-expired': {
    title: 'Certificate not valid',
    sentence: (p) =>
      `${certificateOf(p.subject)} ${p.validity === 'expired' ? (p.day === undefined ? 'has expired' : `expired on ${on(p.day)}`) : `is not valid yet${p.day === undefined ? '' : `, only from ${on(p.day)} on`}`}.`,
    meaning: 'On the day of the capture the certificate of the server was not valid. Mail programs warn, or refuse to connect; between mail servers most deliver all the same. Either it was not renewed, or the server still has the old one loaded, or a clock is wrong.',
  },
  'tls.certificate-mismatch': {
    title: 'Certificate for another name',
    sentence: (p) => `The client asks for ${p.asked}, and the certificate is for ${p.names.length === 0 ? 'no name at all' : list(p.count > p.names.length ? [...p.names, 'others'] : p.names)}.`,
    meaning: 'The certificate does not prove that this is the server that was asked for. Programs that check names warn or hang up. The client has another name of the server set up, a certificate of another host is loaded, or somebody else answers.',
  },
  'tls.self-signed': {
    title: 'Self-signed certificate',
    sentence: (p) => `${certificateOf(p.subject)} is signed with its own key: only whoever knows it already can rely on it.`,
    meaning: 'Nobody else vouches for the server. It encrypts, but anybody can show such a certificate with the same name. Between mail servers that is common and better than nothing; mail programs warn, rightly.',
  },
  'tls.short-key': {
    title: 'Short server key',
    sentence: (p) => `The key of the server, ${p.type} with ${number(p.bits)} bits, is too short.`,
    meaning: 'RSA keys of less than 2048 bits can be computed from the certificate with great, but available effort; whoever has done it can pass for the server. Many programs refuse them.',
  },
  'tls.handshake-failed': {
    title: 'TLS handshake failed',
    sentence: (p) => `The ${p.from} breaks the TLS handshake off: ${quote(p.alert)}.`,
    meaning:
      'The name of the alert says why: unknown_ca, bad_certificate and certificate_expired mean that the client does not trust the certificate, protocol_version and handshake_failure that the two have no version or cipher in common, certificate_required and again handshake_failure that the server wants a certificate of the client, ' +
      'unrecognized_name that the server does not know the name. Nothing of the mail conversation has taken place, or it goes on in clear.',
  },
};
