/** Parameters for every annotation of TLS, in the variants that read differently. */
import type { CertificatesParams, ClientHelloParams, FlightPart, ServerHelloParams, TlsNotes } from '../../src/model/notes/tls.js';
import type { AlertName, Certificate, CertificateDetails } from '../../src/model/tls.js';
import { tlsAlerts } from '../../src/text/en/tls-alerts.js';
import type { Samples } from './sentences.js';

const hello: ClientHelloParams = {
  from: 'client',
  versions: ['TLS 1.3', 'TLS 1.2'],
  isUpTo: false,
  suites: 31,
  name: 'mail.example.org',
  alpn: ['imap'],
  groups: ['x25519', 'secp256r1', 'x448', 'secp521r1', 'secp384r1'],
  resumption: undefined,
  earlyData: false,
  isOuter: false,
  isSecond: false,
  isRenegotiation: false,
  isSsl2: false,
  isFallback: false,
  clearPort: undefined,
};

const chosen: ServerHelloParams = {
  from: 'server',
  version: 'TLS 1.3',
  suite: { name: 'TLS_AES_256_GCM_SHA384', cipher: 'AES', keyBits: 256, mode: 'GCM', hasForwardSecrecy: true },
  group: 'x25519',
  alpn: undefined,
  resumed: undefined,
  takesKey: false,
  saysDowngrade: false,
  endsReadable: true,
};

const details: CertificateDetails = {
  subject: 'O=Example, CN=mail.example.org',
  issuer: 'O=Example, CN=Example CA',
  names: ['mail.example.org', 'imap.example.org', 'smtp.example.org', 'pop.example.org'],
  notBefore: 1_770_000_000,
  notAfter: 1_800_000_000,
  key: { type: 'rsa', bits: 2048 },
  signature: 'sha256WithRSAEncryption',
  serial: '01',
  sha256: 'ab',
  selfSigned: false,
  authority: false,
};

const certificate: Certificate = { bytes: 900, details, validity: 'valid', matchesName: true };
const chain = (first: Certificate, ...rest: readonly Certificate[]): CertificatesParams => ({
  from: 'server',
  chain: [first, ...rest],
  count: 1 + rest.length,
  name: 'mail.example.org',
});

const shows = (certificates: CertificatesParams): TlsNotes['tls.flight'] => ({ from: 'server', recordVersions: [0x0303], parts: [{ kind: 'certificates', cut: false, certificates }] });
const opens = (of: Partial<ClientHelloParams>): TlsNotes['tls.flight'] => ({ from: 'client', recordVersions: [0x0301], parts: [{ kind: 'client-hello', cut: false, hello: { ...hello, ...of } }] });
const chooses = (of: Partial<ServerHelloParams>): TlsNotes['tls.flight'] => ({ from: 'server', recordVersions: [0x0303], parts: [{ kind: 'server-hello', cut: false, hello: { ...chosen, ...of } }] });

const others: readonly FlightPart[] = [
  { kind: 'retry', cut: false, version: 'TLS 1.3', group: 'secp384r1', cookie: true },
  { kind: 'retry', cut: false, version: 'TLS 1.3', group: undefined, cookie: false },
  { kind: 'key-exchange', cut: false, group: 'x25519', bits: undefined, hint: false },
  { kind: 'key-exchange', cut: false, group: undefined, bits: 2048, hint: false },
  { kind: 'key-exchange', cut: true, group: undefined, bits: undefined, hint: false },
  { kind: 'key-exchange', cut: false, group: undefined, bits: undefined, hint: true },
  { kind: 'certificate-request', cut: false },
  { kind: 'server-done', cut: false },
  { kind: 'client-key', cut: false },
  { kind: 'certificate-verify', cut: false },
  { kind: 'certificate-status', cut: false },
  { kind: 'ticket', cut: false, seconds: 7200, tickets: 1 },
  { kind: 'ticket', cut: false, seconds: 0, tickets: 2 },
  { kind: 'cipher-change', cut: false, inForce: true, plain: false },
  { kind: 'cipher-change', cut: false, inForce: true, plain: true },
  { kind: 'cipher-change', cut: false, inForce: false, plain: false },
  { kind: 'extensions', cut: false, alpn: 'imap', early: false },
  { kind: 'extensions', cut: false, alpn: undefined, early: true },
  { kind: 'early-end', cut: false },
  { kind: 'key-update', cut: false },
  { kind: 'finished', cut: false },
  { kind: 'hello-request', cut: false },
  { kind: 'other', cut: false, name: 'NextProtocol' },
];

const rest = { from: 'client', bytes: 51_234, records: 12, alerts: 0, stray: 0, recordVersions: [0x0303], time: { first: 0.012, last: 3.5 }, isInside: false, plain: false, hint: false, why: undefined } as const;
const names = Object.keys(tlsAlerts) as AlertName[];

export const tls: Samples<TlsNotes> = {
  'tls.flight': [
    opens({}),
    opens({ versions: ['TLS 1.2'], isUpTo: true, name: undefined, alpn: [], groups: [], suites: 1, resumption: 'session-id' }),
    opens({ clearPort: 110 }),
    opens({ resumption: 'ticket', isFallback: true, alpn: ['smtp', 'x'] }),
    opens({ resumption: 'psk', earlyData: true, isOuter: true }),
    opens({ resumption: 'external-key' }),
    opens({ isSecond: true }),
    opens({ isRenegotiation: true }),
    opens({ isSsl2: true, versions: ['SSL 2.0'], isUpTo: true }),
    chooses({}),
    chooses({ version: 'TLS 1.2', suite: { name: 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', keyExchange: 'RSA', cipher: '3DES_EDE', keyBits: 112, mode: 'CBC', hasForwardSecrecy: false }, group: undefined, endsReadable: false, resumed: false }),
    chooses({ version: 'TLS 1.2', suite: { name: 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', keyExchange: 'ECDHE', cipher: 'CHACHA20', keyBits: 256, mode: 'POLY1305', hasForwardSecrecy: true }, endsReadable: false, resumed: true, alpn: 'imap' }),
    chooses({ resumed: true, takesKey: true }),
    chooses({ resumed: true, takesKey: true, group: undefined }),
    chooses({ takesKey: true }),
    chooses({ version: '0x0305', suite: { name: '0x1a2b' }, saysDowngrade: true }),
    chooses({ version: 'TLS 1.0', suite: { name: 'TLS_RSA_WITH_NULL_SHA', keyExchange: 'RSA', cipher: 'NULL', keyBits: 0, mode: 'none', hasForwardSecrecy: false } }),
    chooses({ version: 'TLS 1.2', suite: { name: 'TLS_DH_anon_WITH_AES_128_GCM_SHA256', keyExchange: 'DH', authentication: 'anon', cipher: 'AES', keyBits: 128, mode: 'GCM', hasForwardSecrecy: true }, endsReadable: false }),
    chooses({ version: 'TLS 1.2', suite: { name: 'TLS_PSK_WITH_AES_128_CBC_SHA256', keyExchange: 'PSK', authentication: 'PSK', cipher: 'AES', keyBits: 128, mode: 'CBC', hasForwardSecrecy: false }, endsReadable: false }),
    shows(chain(certificate)),
    shows({ ...chain(certificate), count: 2 }),
    shows(chain({ ...certificate, issuedByNext: false }, certificate)),
    shows(chain({ ...certificate, details: { ...details, names: [], subject: '', issuer: '' } }, { ...certificate, details: { ...details, subject: '' } }, certificate)),
    shows(chain({ ...certificate, matchesName: false, validity: 'expired', details: { ...details, selfSigned: true, key: { type: 'ec', curve: 'prime256v1' }, signature: undefined } })),
    shows(chain({ ...certificate, matchesName: undefined, validity: 'not-yet', details: { ...details, names: [], key: { type: 'ed25519' } } }, certificate)),
    shows(chain({ bytes: 17, details: undefined }, { bytes: 1, details: undefined }, certificate, certificate, certificate)),
    shows({ from: 'client', chain: [], count: 0, name: undefined }),
    shows({ from: 'server', chain: [], count: 1, name: undefined }),
    ...others.map((part) => ({ from: 'server', recordVersions: [0x0303], parts: [part] }) as const),
    { from: 'client', recordVersions: [0x0303], parts: [{ kind: 'client-key', cut: false }, { kind: 'cipher-change', cut: false, inForce: true, plain: false }] },
  ],
  'tls.alert': [
    { from: 'server', fatal: true, code: 99, name: undefined, late: false, recordVersions: [0x0303] },
    { from: 'client', fatal: false, code: 99, name: undefined, late: false, recordVersions: [0x0303] },
    { from: 'client', fatal: true, code: 50, name: 'decode_error', late: true, recordVersions: [0x0303] },
    ...names.flatMap((name) => [
      { from: 'client', fatal: true, code: 0, name, late: false, recordVersions: [0x0303] } as const,
      { from: 'server', fatal: false, code: 0, name, late: true, recordVersions: [0x0303] } as const,
    ]),
  ],
  'tls.encrypted': [
    rest,
    { ...rest, hint: true, isInside: true, alerts: 1, stray: 31 },
    { ...rest, plain: true, alerts: 1, hint: true },
    { ...rest, from: 'server', records: 1, alerts: 1, time: { first: 1, last: 1 } },
    { ...rest, alerts: 3, time: undefined, stray: 1 },
    { ...rest, bytes: 1, records: 0, stray: 1, isInside: true, why: 'late' },
    ...(['no-keys', 'some-keys', 'unsupported', 'wrong-keys', 'damaged'] as const).map((why) => ({ ...rest, hint: true, why })),
  ],
  'tls.early-refused': [{ from: 'client', bytes: 24 }],
  'tls.opaque': [
    { from: 'client', bytes: 51_234 },
    { from: 'server', bytes: 1 },
  ],
  'tls.unwanted': [
    { from: 'client', bytes: 51_234, hello },
    { from: 'server', bytes: 1, hello: undefined },
  ],
};
