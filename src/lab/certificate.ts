/**
 * A certificate for the lab, made when it starts and signed by itself: nobody has a reason to trust it. The one form it
 * has is written here in DER, since Node makes keys and signatures but no certificates. Read RFC 5280 §4.1.
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import { isIP, isIPv4 } from 'node:net';

export interface KeyAndCertificate {
  /** Both as PEM. */
  readonly key: string;
  readonly cert: string;
}

const TAG = { integer: 0x02, bits: 0x03, octets: 0x04, oid: 0x06, text: 0x0c, sequence: 0x30, set: 0x31, utcTime: 0x17 } as const;
/** Fields by their number: of the certificate, and of an alternative name. */
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

/** 1.2.840.10045.4.3.2, 2.5.4.3 and 2.5.29.17. */
const OIDS = { 'ecdsa-with-SHA256': '2a8648ce3d040302', 'commonName': '550403', 'subjectAltName': '551d11' } as const;

const DAY = 86_400_000;
const DAYS = 30;

/** For this name, and the name or IPv4 address that it listens on. Valid from a day ago, for clients whose clock is slow. */
export function createCertificate(name: string, host: string, now: Date): KeyAndCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = sequence(oid('ecdsa-with-SHA256'));
  const subject = sequence(field(TAG.set, sequence(oid('commonName'), field(TAG.text, Buffer.from(name)))));
  const here = isIPv4(host) ? [field(IP_ADDRESS, Buffer.from(host.split('.').map(Number)))] : isIP(host) === 0 ? [field(DNS_NAME, Buffer.from(host))] : [];
  const names = [field(DNS_NAME, Buffer.from(name)), ...here];
  const certificate = sequence(
    field(VERSION, integer(2)),
    integer(now.getTime()),
    algorithm,
    subject,
    sequence(utcTime(now.getTime() - DAY), utcTime(now.getTime() + DAYS * DAY)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    field(EXTENSIONS, sequence(sequence(oid('subjectAltName'), field(TAG.octets, sequence(...names))))),
  );
  // A bit string says first how many bits of its last octet do not count.
  const signature = field(TAG.bits, Buffer.concat([Buffer.alloc(1), sign('sha256', certificate, privateKey)]));
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem(sequence(certificate, algorithm, signature)) };
}

function field(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return field(TAG.sequence, Buffer.concat(parts));
}

function oid(name: keyof typeof OIDS): Buffer {
  return field(TAG.oid, Buffer.from(OIDS[name], 'hex'));
}

/** Not negative, in as few octets as hold it. */
function integer(value: number): Buffer {
  const digits = value.toString(16);
  const octets = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
  return field(TAG.integer, octets[0]! < 0x80 ? octets : Buffer.concat([Buffer.alloc(1), octets]));
}

/** `261122021530Z`. */
function utcTime(milliseconds: number): Buffer {
  return field(TAG.utcTime, Buffer.from(`${new Date(milliseconds).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));
}

function pem(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;
}
