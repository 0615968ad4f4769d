/** English for TLS: what stands in clear of a handshake, and what can be said of what does not (RFC 8446, RFC 5246). */
import type { CertificatesParams, ClientHelloParams, FlightPart, ServerHelloParams, SuiteParams, TlsNotes } from '../../model/notes/tls.js';
import type { CertificateDetails, CertificateKey, ClosedReason, Resumption } from '../../model/tls.js';
import type { Sentences } from '../catalogue.js';
import { count, day, duration, list, number, numeral, octets, shorten } from './format.js';
import { tlsAlerts } from './tls-alerts.js';

const The = { client: 'The client', server: 'The server' } as const;
const OTHER = { client: 'the server', server: 'the client' } as const;
/** Names of a list that are shown before the rest is counted. */
const SHOWN = 3;
const CUT = ' Not all of it is in the capture.';

function some(names: readonly string[], one: string, many: string): string {
  const shown = names.slice(0, SHOWN).map(shorten);
  const rest = names.length - shown.length;
  return list(rest === 0 ? shown : [...shown, `${count(rest, one, many)} more`]);
}

const RESUMES: Readonly<Record<Resumption, string>> = {
  'session-id': ' It wants to take up an earlier session, which it names by its id.',
  'ticket': ' It wants to take up an earlier session, for which it shows a ticket.',
  'psk': ' It wants to take up an earlier session, from which both have a key.',
  'external-key': ' It has a key in common with the server that comes from no earlier session (PSK).',
};

function versions({ versions: offered, isUpTo }: ClientHelloParams): string {
  return isUpTo ? `versions up to ${offered[0] ?? ''}` : list(offered);
}

function clientHello(hello: ClientHelloParams): string {
  if (hello.isSecond) return `${The[hello.from]} makes its offer anew, as the server has asked (second ClientHello).`;
  if (hello.isRenegotiation) return `${The[hello.from]} begins another handshake inside the connection that stands (renegotiation).`;
  const form = hello.isSsl2 ? ' in the form of SSL 2.0, as old clients did' : '';
  return [
    `${The[hello.from]} opens the handshake (ClientHello)${form}: it offers ${versions(hello)} with ${count(hello.suites, 'cipher suite', 'cipher suites')}`,
    hello.name === undefined ? ' and does not name the server that it wants (no SNI).' : ` and names the server that it wants, ${shorten(hello.name)} (SNI).`,
    hello.groups.length === 0 ? '' : ` Keys may be agreed on in ${some(hello.groups, 'group', 'groups')}.`,
    hello.alpn.length === 0 ? '' : ` Inside it wants to speak ${list(hello.alpn.slice(0, SHOWN).map(shorten), 'or')} (ALPN).`,
    hello.resumption === undefined ? '' : RESUMES[hello.resumption],
    hello.earlyData ? ' It sends data at once, encrypted with that key (0-RTT), which somebody on the way could send again.' : '',
    hello.isOuter ? ' Its true offer is encrypted inside (ECH), or pretends to be.' : '',
    hello.isFallback ? ' It says that it was turned away with a better version before (FALLBACK_SCSV).' : '',
    hello.clearPort === undefined ? '' : ` Connections to port ${hello.clearPort} begin in clear as a rule, with TLS on demand; this one is TLS from its first octet.`,
  ].join('');
}

/** AES with 256 bits (GCM) */
function cipher({ cipher: name = '', keyBits = 0, mode = '' }: SuiteParams): string {
  if (keyBits === 0) return 'nothing is encrypted by it';
  const how = mode === 'stream' || mode === 'other' ? '' : ` (${mode.replace('_', '-')})`;
  return `${name.replace('3DES_EDE', 'Triple-DES')} with ${keyBits} bits${how}`;
}

function suite(of: SuiteParams, group: string | undefined): string {
  if (of.cipher === undefined) return `the cipher suite ${of.name}, which no registry knows`;
  const keys = group === undefined ? '' : `, keys agreed on in ${group}`;
  return `the cipher suite ${of.name}: ${cipher(of)}${keys}`;
}

/** What the way of agreeing on keys means for a recording like this; in TLS 1.3 it is always the better one. */
function secrecy({ keyExchange, authentication, hasForwardSecrecy, keyBits }: SuiteParams): string {
  if (keyExchange === undefined || keyBits === 0) return '';
  if (authentication === 'anon') {
    return ` The keys come from ${keyExchange} without any certificate (RFC 5246 §F.1.1.1): who only listens cannot open a recording, but whoever stands in between can take the place of the server.`;
  }
  const key = authentication === 'PSK' ? 'the key that both had before' : "the server's key";
  if (hasForwardSecrecy === true) return ` The keys come from ${keyExchange}: who gets hold of ${key} later cannot open a recording with it.`;
  return ` The keys come from ${keyExchange}, without forward secrecy: who gets hold of ${key} later can open this recording.`;
}

/** In TLS 1.3, where the key may be the only one (RFC 8446 §2.2). */
function takenKey({ resumed, group }: ServerHelloParams): string {
  const taken = resumed === undefined ? ' It takes the key that both have, so that no certificate is shown.' : '';
  return group === undefined ? `${taken} The keys come from that key alone, without forward secrecy: who gets hold of it later can open this recording.` : taken;
}

function serverHello(hello: ServerHelloParams, who: string): string {
  return [
    `${who} chooses ${hello.version} and ${suite(hello.suite, hello.group)}.`,
    secrecy(hello.suite),
    hello.alpn === undefined ? '' : ` Inside, ${shorten(hello.alpn)} will be spoken (ALPN).`,
    hello.resumed === undefined ? '' : hello.resumed ? ' It takes up the earlier session, so that no certificate is shown again.' : ' It does not take up the earlier session.',
    hello.takesKey ? takenKey(hello) : '',
    hello.saysDowngrade ? ' Its random number says that it can do better: a client that offered that breaks off, since somebody has changed its offer.' : '',
    hello.endsReadable ? ` From here on everything is encrypted${hello.takesKey ? '' : ', its certificate included'}.` : '',
  ].join('');
}

function key({ type, bits, curve }: CertificateKey): string {
  const name = type === 'ec' ? 'EC' : type.toUpperCase().replace('ED', 'Ed');
  return `${name} key${bits === undefined ? (curve === undefined ? '' : ` on ${curve}`) : ` of ${number(bits)} bits`}`;
}

function certificate(details: CertificateDetails): string {
  const issuer = details.selfSigned ? 'self-signed, so that nobody else vouches for it' : `issued by ${shorten(details.issuer) || 'somebody without a name'}`;
  const signature = details.signature === undefined ? '' : `, signature ${details.signature}`;
  const names = details.names.length === 0 ? shorten(details.subject) || 'no name at all' : some(details.names, 'name', 'names');
  return `for ${names}: ${issuer}; valid from ${day(details.notBefore)} to ${day(details.notAfter)}, ${key(details.key)}${signature}`;
}

const OUT_OF_TIME = { 'valid': '', 'expired': ' It had expired when this was recorded.', 'not-yet': ' It was not valid yet when this was recorded.' } as const;

function further(chain: CertificatesParams['chain'], total: number): string {
  if (total < 2) return '';
  const issuers = chain.slice(1).map(({ details }) => (details === undefined ? 'one that cannot be read' : shorten(details.subject) || 'one without a name'));
  if (issuers.length === 0) return ` Behind it ${total === 2 ? 'stands one more' : `stand ${number(total - 1)} more`}.`;
  const broken = chain.some(({ issuedByNext }) => issuedByNext === false) ? ' Not each certificate was issued by the one behind it: one is missing, or they are out of order.' : '';
  return ` Behind it ${total === 2 ? 'stands' : 'stand'} ${some(issuers, 'certificate', 'certificates')}, which ${total === 2 ? 'is' : 'are'} to lead to somebody trusted.${broken}`;
}

function certificates({ chain, count: total, name }: CertificatesParams, who: string): string {
  const [first] = chain;
  if (first === undefined) return total === 0 ? `${who} has no certificate to show.` : `${who} shows a certificate.`;
  const { details, validity, matchesName } = first;
  if (details === undefined) return `${who} shows ${octets(first.bytes)} as its certificate, which cannot be read as one.${further(chain, total)}`;
  const fits = matchesName === undefined ? '' : matchesName ? ' It is for the name that was asked for.' : ` It is not for ${shorten(name ?? '')}, the name that was asked for.`;
  return `${who} shows a certificate ${certificate(details)}.${fits}${validity === undefined ? '' : OUT_OF_TIME[validity]}${further(chain, total)}`;
}

function part(of: FlightPart, who: string): string {
  switch (of.kind) {
    case 'client-hello':
      return clientHello(of.hello);
    case 'server-hello':
      return serverHello(of.hello, who);
    case 'retry':
      return `${who} wants another offer (HelloRetryRequest)${of.group === undefined ? '' : `, with a key in ${of.group}`}${of.cookie ? ', and the cookie that it hands out' : ''}.`;
    case 'certificates':
      return certificates(of.certificates, who);
    case 'key-exchange':
      if (of.hint) return `${who} hints at which of the keys that both have is meant (ServerKeyExchange).`;
      if (of.group !== undefined) return `${who} gives its key for the agreement, in ${of.group}.`;
      return `${who} gives its key for the agreement${of.bits === undefined ? '' : `, of ${number(of.bits)} bits`}.`;
    case 'certificate-request':
      return `${who} asks ${who === 'The client' ? 'the server' : 'the client'} for a certificate, too.`;
    case 'server-done':
      return '';
    case 'client-key':
      return `${who} gives its part of the key agreement (ClientKeyExchange).`;
    case 'certificate-verify':
      return `${who} proves that it holds the key of its certificate (CertificateVerify).`;
    case 'certificate-status':
      return `${who} adds a confirmation that the certificate has not been revoked (OCSP).`;
    case 'ticket':
      return `${who} hands out ${of.tickets === 1 ? 'a ticket, by which' : `${numeral(of.tickets)} tickets, by each of which`} the session can be taken up again${of.seconds === 0 ? '' : ` within ${duration(of.seconds)}`}.`;
    case 'cipher-change':
      if (of.inForce && of.plain) return `${who} goes over to the cipher suite agreed on, which encrypts nothing (ChangeCipherSpec).`;
      if (of.inForce) return `${who} encrypts everything from here on (ChangeCipherSpec).`;
      return `${who} sends ChangeCipherSpec, which in TLS 1.3 means nothing and is there for old boxes on the way.`;
    case 'extensions':
      return `${who} confirms what else was agreed on (EncryptedExtensions)${of.alpn === undefined ? '' : `: inside, ${shorten(of.alpn)} will be spoken`}.${of.early ? ' It takes what the client has sent early (0-RTT).' : ''}`;
    case 'early-end':
      return `${who} says that its early data ends here (EndOfEarlyData).`;
    case 'key-update':
      return `${who} goes over to new keys, made of the old ones (KeyUpdate).`;
    case 'finished':
      return `${who} confirms that the whole handshake was as it saw it (Finished).`;
    case 'hello-request':
      return `${who} asks for another handshake (HelloRequest).`;
    case 'other':
      return `${who} sends ${of.name}.`;
  }
}

const HINT =
  ' With the keys of this session, which client or server must write down while it runs, mailscope reads on (--keylog): curl and Thunderbird do so where' +
  ' SSLKEYLOGFILE names a file, openssl s_client with -keylogfile; Postfix and Dovecot where their OpenSSL, 3.5 or later, was built with enable-sslkeylog.';

const WHY: Readonly<Record<ClosedReason, string>> = {
  'late': ' Without it, keys cannot be told to belong to it.',
  'no-keys': ' Those of this connection are not among the keys that were given.',
  'some-keys': ' The keys that were given for this connection are not all of its keys: those of these records are missing.',
  'unsupported': ' Records of this version or cipher suite are not opened here.',
  'wrong-keys': ' There are keys for this connection, but no record is authentic with them: they belong to another one, or are damaged.',
  'damaged': ' The keys that open others do not open them: octets are missing, or were changed.',
};

/** TLS 1.3 writes the version of TLS 1.2 in front of its records. */
const RECORDS: Readonly<Record<number, string>> = { 0x0300: 'SSL 3.0', 0x0301: 'TLS 1.0', 0x0302: 'TLS 1.1', 0x0303: 'TLS 1.2 or 1.3' };

function versionByRecords([version = 0, ...others]: readonly number[]): string {
  const named = others.length === 0 ? RECORDS[version] : undefined;
  return named === undefined ? 'neither version nor cipher suite is known' : `the records are those of ${named}, the cipher suite is not known`;
}

function alertsAmong({ alerts, records, plain }: TlsNotes['tls.encrypted']): string {
  if (alerts === 0 || plain) return '';
  if (alerts === 1) return `${records === 1 ? ' By its type it is an alert' : ' One of them is by its type an alert'}; which one is encrypted, too.`;
  return ` ${number(alerts)} of them are by their type alerts; which ones is encrypted, too.`;
}

function when(time: TlsNotes['tls.encrypted']['time']): string {
  if (time === undefined) return '';
  const [first, last] = [duration(time.first), duration(time.last)];
  return first === last ? `, ${last} after the connection began` : `, between ${first} and ${last} after the connection began`;
}

/** Seen in the wild: tls-early-data-taken.pcap. */
const LATE_END = 'OpenSSL says so, too, where the other side ends the TCP connection without having ended TLS before (close_notify).';

export const tls: Sentences<TlsNotes> = {
  'tls.flight': ({ from, parts }) => {
    const told = parts.map((of, at) => `${part(of, at === 0 ? The[from] : 'It')}${of.cut ? CUT : ''}`).filter((text) => text !== '');
    return told.length === 0 ? `${The[from]} says that it has nothing more to say at this point of the handshake.` : told.join(' ');
  },
  'tls.alert': (p) => {
    const name = p.name ?? `number ${p.code}`;
    const meaning = p.name === undefined ? 'which no registry knows' : tlsAlerts[p.name];
    const end = p.late && p.name === 'decode_error' ? ` ${LATE_END}` : '';
    return p.fatal ? `${The[p.from]} breaks TLS off with the alert ${name}: ${meaning}.${end}` : `${The[p.from]} sends the alert ${name}, a warning: ${meaning}.`;
  },
  'tls.encrypted': (p) => {
    const records = count(p.records, 'record', 'records');
    const what = p.records === 0 ? 'in which no TLS record can be made out' : p.plain ? `in ${records} of TLS` : `encrypted, in ${records}`;
    return [
      `${The[p.from]} sends ${octets(p.bytes)} ${what}${when(p.time)}.`,
      p.plain ? ' The cipher suite encrypts none of them: everybody on the way can read them.' : '',
      alertsAmong(p),
      p.stray === 0 || p.records === 0 ? '' : ` Of these, ${octets(p.stray)} ${p.stray === 1 ? 'lies' : 'lie'} in no record that could be made out.`,
      p.isInside ? ` The handshake is not in the capture: ${versionByRecords(p.recordVersions)}.` : '',
      p.why === undefined ? '' : WHY[p.why],
      p.hint && (p.why === undefined || p.why === 'no-keys') ? HINT : '',
    ].join('');
  },
  'tls.early-refused': (p) =>
    `${The[p.from]} has sent ${octets(p.bytes)} of early data (0-RTT), but ${OTHER[p.from]} refuses such data and throws it away unread: what was in it has to be sent again.`,
  'tls.opaque': (p) => `${The[p.from]} sends ${octets(p.bytes)} of TLS inside a compressed stream, which is not read further.`,
  'tls.unwanted': (p) =>
    `${The[p.from]} sends ${octets(p.bytes)} of TLS, as if the connection were encrypted from its first octet; ${OTHER[p.from]} speaks in clear here, so the two do not understand each other.` +
    (p.hello === undefined ? '' : ` ${clientHello(p.hello)}`),
};

/** Behind a greeting in clear. */
export function clearPort(port: number): string {
  return `Port ${port} is kept for TLS from the first octet (RFC 8314 §3): this server speaks in clear there, and everybody on the way can read it.`;
}
