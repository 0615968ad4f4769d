/** German for TLS: what stands in clear of a handshake, and what can be said of what does not (RFC 8446, RFC 5246). */
import type { CertificatesParams, ClientHelloParams, FlightPart, ServerHelloParams, SuiteParams, TlsNotes } from '../../model/notes/tls.js';
import type { CertificateDetails, CertificateKey, ClosedReason, Resumption } from '../../model/tls.js';
import type { Sentences } from '../catalogue.js';
import { count, day, duration, list, number, numeral, octets, shorten } from './format.js';
import { tlsAlerts } from './tls-alerts.js';

const Der = { client: 'Der Client', server: 'Der Server' } as const;
const OTHER = { client: 'der Server', server: 'der Client' } as const;
/** Names of a list that are shown before the rest is counted. */
const SHOWN = 3;
const CUT = ' Im Mitschnitt steht das nicht vollständig.';

function some(names: readonly string[], one: string, many: string): string {
  const shown = names.slice(0, SHOWN).map(shorten);
  const rest = names.length - shown.length;
  return list(rest === 0 ? shown : [...shown, rest === 1 ? one : `${numeral(rest)} ${many}`]);
}

const RESUMES: Readonly<Record<Resumption, string>> = {
  'session-id': ' Er will an eine frühere Sitzung anknüpfen, deren Kennung er nennt.',
  'ticket': ' Er will an eine frühere Sitzung anknüpfen und legt deren Ticket vor.',
  'psk': ' Er will an eine frühere Sitzung anknüpfen, aus der beide einen Schlüssel haben.',
  'external-key': ' Er hat mit dem Server einen Schlüssel gemeinsam, der aus keiner früheren Sitzung stammt (PSK).',
};

function versions({ versions: offered, isUpTo }: ClientHelloParams): string {
  return isUpTo ? `Versionen bis ${offered[0] ?? ''}` : list(offered);
}

function clientHello(hello: ClientHelloParams): string {
  if (hello.isSecond) return `${Der[hello.from]} macht sein Angebot noch einmal, wie vom Server verlangt (zweites ClientHello).`;
  if (hello.isRenegotiation) return `${Der[hello.from]} beginnt in der bestehenden Verbindung einen weiteren Handschlag (Renegotiation).`;
  const form = hello.isSsl2 ? ', in der Form von SSL 2.0 wie alte Clients' : '';
  return [
    `${Der[hello.from]} eröffnet den Handschlag (ClientHello)${form}: Er bietet ${versions(hello)} mit ${count(hello.suites, 'einer Cipher-Suite', 'Cipher-Suites')} an`,
    hello.name === undefined ? ' und nennt den gewünschten Server nicht (kein SNI).' : ` und nennt den gewünschten Server, ${shorten(hello.name)} (SNI).`,
    hello.groups.length === 0 ? '' : ` Schlüssel kann er in ${some(hello.groups, 'einer weiteren Gruppe', 'weiteren Gruppen')} aushandeln.`,
    hello.alpn.length === 0 ? '' : ` Darin will er ${list(hello.alpn.slice(0, SHOWN).map(shorten), 'oder')} sprechen (ALPN).`,
    hello.resumption === undefined ? '' : RESUMES[hello.resumption],
    hello.earlyData ? ' Er sendet sofort Daten, mit diesem Schlüssel verschlüsselt (0-RTT); wer unterwegs mitliest, könnte sie noch einmal senden.' : '',
    hello.isOuter ? ' Sein wahres Angebot steckt verschlüsselt darin (ECH), oder es sieht nur so aus.' : '',
    hello.isFallback ? ' Er gibt an, zuvor mit einer besseren Version abgewiesen worden zu sein (FALLBACK_SCSV).' : '',
    hello.clearPort === undefined ? '' : ` Verbindungen zu Port ${hello.clearPort} beginnen in der Regel unverschlüsselt, mit TLS auf Verlangen; diese ist vom ersten Oktett an TLS.`,
  ].join('');
}

/** AES mit 256 Bit (GCM) */
function cipher({ cipher: name = '', keyBits = 0, mode = '' }: SuiteParams): string {
  if (keyBits === 0) return 'Damit wird nichts verschlüsselt';
  const how = mode === 'stream' || mode === 'other' ? '' : ` (${mode.replace('_', '-')})`;
  return `${name.replace('3DES_EDE', 'Triple-DES')} mit ${keyBits} Bit${how}`;
}

function suite(of: SuiteParams, group: string | undefined): string {
  if (of.cipher === undefined) return `die Cipher-Suite ${of.name}, die in keinem Verzeichnis steht`;
  const keys = group === undefined ? '' : `, Schlüssel ausgehandelt in ${group}`;
  return `die Cipher-Suite ${of.name}: ${cipher(of)}${keys}`;
}

/** What the way of agreeing on keys means for a recording like this; in TLS 1.3 it is always the better one. */
function secrecy({ keyExchange, authentication, hasForwardSecrecy, keyBits }: SuiteParams): string {
  if (keyExchange === undefined || keyBits === 0) return '';
  if (authentication === 'anon') {
    return ` Die Schlüssel entstehen mit ${keyExchange} ganz ohne Zertifikat (RFC 5246 §F.1.1.1): Wer nur mithört, kann einen Mitschnitt nicht öffnen; wer dazwischen steht, kann sich aber als Server ausgeben.`;
  }
  const key = authentication === 'PSK' ? 'an den Schlüssel, den beide schon hatten,' : 'an den Schlüssel des Servers';
  if (hasForwardSecrecy === true) return ` Die Schlüssel entstehen mit ${keyExchange}: Wer später ${key} kommt, kann einen Mitschnitt damit nicht öffnen.`;
  return ` Die Schlüssel entstehen mit ${keyExchange}, ohne Forward Secrecy: Wer später ${key} kommt, kann diesen Mitschnitt öffnen.`;
}

/** In TLS 1.3, wo er der einzige sein kann (RFC 8446 §2.2). */
function takenKey({ resumed, group }: ServerHelloParams): string {
  const taken = resumed === undefined ? ' Er nimmt den gemeinsamen Schlüssel an; ein Zertifikat zeigt er deshalb nicht.' : '';
  return group === undefined ? `${taken} Die Schlüssel entstehen allein aus diesem, ohne Forward Secrecy: Wer später an ihn kommt, kann diesen Mitschnitt öffnen.` : taken;
}

function serverHello(hello: ServerHelloParams, who: string): string {
  return [
    `${who} wählt ${hello.version} und ${suite(hello.suite, hello.group)}.`,
    secrecy(hello.suite),
    hello.alpn === undefined ? '' : ` Darin wird ${shorten(hello.alpn)} gesprochen (ALPN).`,
    hello.resumed === undefined ? '' : hello.resumed ? ' Er knüpft an die frühere Sitzung an; ein Zertifikat zeigt er deshalb nicht noch einmal.' : ' An die frühere Sitzung knüpft er nicht an.',
    hello.takesKey ? takenKey(hello) : '',
    hello.saysDowngrade ? ' Seine Zufallszahl verrät, dass er mehr kann: Ein Client, der mehr angeboten hat, bricht ab, denn dann hat jemand sein Angebot verändert.' : '',
    hello.endsReadable ? ` Von hier an ist alles verschlüsselt${hello.takesKey ? '' : ', auch sein Zertifikat'}.` : '',
  ].join('');
}

function key({ type, bits, curve }: CertificateKey): string {
  const name = type === 'ec' ? 'EC' : type.toUpperCase().replace('ED', 'Ed');
  return `${name}-Schlüssel${bits === undefined ? (curve === undefined ? '' : ` auf ${curve}`) : ` mit ${number(bits)} Bit`}`;
}

function certificate(details: CertificateDetails): string {
  const issuer = details.selfSigned ? 'selbst signiert, es bürgt also niemand sonst dafür' : `ausgestellt von ${shorten(details.issuer) || 'jemandem ohne Namen'}`;
  const signature = details.signature === undefined ? '' : `, Signatur ${details.signature}`;
  const names = details.names.length === 0 ? shorten(details.subject) || 'gar keinen Namen' : some(details.names, 'einen weiteren Namen', 'weitere Namen');
  return `für ${names}: ${issuer}; gültig vom ${day(details.notBefore)} bis zum ${day(details.notAfter)}, ${key(details.key)}${signature}`;
}

const OUT_OF_TIME = { 'valid': '', 'expired': ' Zur Zeit der Aufnahme war es abgelaufen.', 'not-yet': ' Zur Zeit der Aufnahme war es noch nicht gültig.' } as const;

function further(chain: CertificatesParams['chain'], total: number): string {
  if (total < 2) return '';
  const issuers = chain.slice(1).map(({ details }) => (details === undefined ? 'eines, das sich nicht lesen lässt' : shorten(details.subject) || 'eines ohne Namen'));
  if (issuers.length === 0) return ` Dahinter ${total === 2 ? 'steht noch eines' : `stehen noch ${number(total - 1)}`}.`;
  const broken = chain.some(({ issuedByNext }) => issuedByNext === false) ? ' Nicht jedes Zertifikat ist von dem dahinter ausgestellt: Eines fehlt, oder die Reihenfolge stimmt nicht.' : '';
  return ` Dahinter ${total === 2 ? 'steht' : 'stehen'} ${some(issuers, 'ein weiteres', 'weitere')}; ${total === 2 ? 'es soll' : 'sie sollen'} zu jemandem führen, dem man vertraut.${broken}`;
}

function certificates({ chain, count: total, name }: CertificatesParams, who: string): string {
  const [first] = chain;
  if (first === undefined) return total === 0 ? `${who} hat kein Zertifikat vorzuweisen.` : `${who} zeigt ein Zertifikat.`;
  const { details, validity, matchesName } = first;
  if (details === undefined) return `${who} zeigt als Zertifikat ${octets(first.bytes)}, die sich nicht als solches lesen lassen.${further(chain, total)}`;
  const fits = matchesName === undefined ? '' : matchesName ? ' Es gilt für den verlangten Namen.' : ` Für ${shorten(name ?? '')}, den verlangten Namen, gilt es nicht.`;
  return `${who} zeigt ein Zertifikat ${certificate(details)}.${fits}${validity === undefined ? '' : OUT_OF_TIME[validity]}${further(chain, total)}`;
}

function part(of: FlightPart, who: string): string {
  switch (of.kind) {
    case 'client-hello':
      return clientHello(of.hello);
    case 'server-hello':
      return serverHello(of.hello, who);
    case 'retry':
      return `${who} verlangt ein anderes Angebot (HelloRetryRequest)${of.group === undefined ? '' : `, mit einem Schlüssel in ${of.group}`}${of.cookie ? ' und dem Cookie, das er ausgibt' : ''}.`;
    case 'certificates':
      return certificates(of.certificates, who);
    case 'key-exchange':
      if (of.hint) return `${who} gibt einen Hinweis, welcher gemeinsame Schlüssel gemeint ist (ServerKeyExchange).`;
      if (of.group !== undefined) return `${who} gibt seinen Schlüssel für die Aushandlung, in ${of.group}.`;
      return `${who} gibt seinen Schlüssel für die Aushandlung${of.bits === undefined ? '' : ` mit ${number(of.bits)} Bit`}.`;
    case 'certificate-request':
      return `${who} verlangt auch ${who === 'Der Client' ? 'vom Server' : 'vom Client'} ein Zertifikat.`;
    case 'server-done':
      return '';
    case 'client-key':
      return `${who} gibt seinen Anteil an der Aushandlung der Schlüssel (ClientKeyExchange).`;
    case 'certificate-verify':
      return `${who} beweist, dass er den Schlüssel zu seinem Zertifikat hat (CertificateVerify).`;
    case 'certificate-status':
      return `${who} fügt eine Bestätigung bei, dass das Zertifikat nicht widerrufen ist (OCSP).`;
    case 'ticket':
      return `${who} gibt ${of.tickets === 1 ? 'ein Ticket aus, mit dem' : `${numeral(of.tickets)} Tickets aus, mit denen`} sich${of.seconds === 0 ? '' : ` innerhalb von ${duration(of.seconds)}`} an die Sitzung anknüpfen lässt.`;
    case 'cipher-change':
      if (of.inForce && of.plain) return `${who} geht zur vereinbarten Cipher-Suite über, die nichts verschlüsselt (ChangeCipherSpec).`;
      if (of.inForce) return `${who} verschlüsselt von hier an alles (ChangeCipherSpec).`;
      return `${who} sendet ChangeCipherSpec, das in TLS 1.3 nichts bedeutet und nur für alte Geräte unterwegs da ist.`;
    case 'extensions':
      return `${who} bestätigt, was sonst vereinbart ist (EncryptedExtensions)${of.alpn === undefined ? '' : `: Darin wird ${shorten(of.alpn)} gesprochen`}.${of.early ? ' Was der Client vorab gesendet hat, nimmt er an (0-RTT).' : ''}`;
    case 'early-end':
      return `${who} meldet das Ende der vorab gesendeten Daten (EndOfEarlyData).`;
    case 'key-update':
      return `${who} geht zu neuen Schlüsseln über, die aus den alten entstehen (KeyUpdate).`;
    case 'finished':
      return `${who} bestätigt, dass der ganze Handschlag so war, wie er ihn gesehen hat (Finished).`;
    case 'hello-request':
      return `${who} bittet um einen weiteren Handschlag (HelloRequest).`;
    case 'other':
      return `${who} sendet ${of.name}.`;
  }
}

const HINT =
  ' Mit den Schlüsseln dieser Sitzung, die Client oder Server währenddessen aufschreiben müssen, liest mailscope weiter (--keylog): curl und Thunderbird schreiben sie,' +
  ' wenn SSLKEYLOGFILE eine Datei nennt, openssl s_client mit -keylogfile; Postfix und Dovecot, wenn ihr OpenSSL, ab 3.5, mit enable-sslkeylog gebaut ist.';

const WHY: Readonly<Record<ClosedReason, string>> = {
  'late': ' Ohne ihn lassen sich keine Schlüssel zuordnen.',
  'no-keys': ' Unter den angegebenen Schlüsseln sind die dieser Verbindung nicht.',
  'some-keys': ' Für diese Verbindung sind nicht alle Schlüssel angegeben: Die zu diesen Datensätzen fehlen.',
  'unsupported': ' Datensätze dieser Version oder Cipher-Suite werden hier nicht geöffnet.',
  'wrong-keys': ' Es gibt Schlüssel zu dieser Verbindung, aber kein Datensatz ist mit ihnen echt: Sie gehören zu einer anderen oder sind beschädigt.',
  'damaged': ' Die Schlüssel, mit denen andere aufgehen, öffnen sie nicht: Oktette fehlen oder sind verändert.',
};

/** TLS 1.3 schreibt die Version von TLS 1.2 vor seine Datensätze. */
const RECORDS: Readonly<Record<number, string>> = { 0x0300: 'SSL 3.0', 0x0301: 'TLS 1.0', 0x0302: 'TLS 1.1', 0x0303: 'TLS 1.2 oder 1.3' };

function versionByRecords([version = 0, ...others]: readonly number[]): string {
  const named = others.length === 0 ? RECORDS[version] : undefined;
  return named === undefined ? 'Weder Version noch Cipher-Suite sind bekannt' : `Die Datensätze sind die von ${named}, die Cipher-Suite ist nicht bekannt`;
}

function alertsAmong({ alerts, records, plain }: TlsNotes['tls.encrypted']): string {
  if (alerts === 0 || plain) return '';
  if (alerts === 1) return `${records === 1 ? ' Seinem Typ nach ist er ein Alarm' : ' Einer davon ist seinem Typ nach ein Alarm'}; welcher, ist ebenfalls verschlüsselt.`;
  return ` ${number(alerts)} davon sind ihrem Typ nach Alarme; welche, ist ebenfalls verschlüsselt.`;
}

function when(time: TlsNotes['tls.encrypted']['time']): string {
  if (time === undefined) return '';
  const [first, last] = [duration(time.first), duration(time.last)];
  return first === last ? `, ${last} nach Beginn der Verbindung` : `, zwischen ${first} und ${last} nach Beginn der Verbindung`;
}

/** Seen in the wild: tls-early-data-taken.pcap. */
const LATE_END = 'OpenSSL meldet so auch, dass die Gegenseite die TCP-Verbindung beendet, ohne vorher TLS zu beenden (close_notify).';

export const tls: Sentences<TlsNotes> = {
  'tls.flight': ({ from, parts }) => {
    const told = parts.map((of, at) => `${part(of, at === 0 ? Der[from] : 'Er')}${of.cut ? CUT : ''}`).filter((text) => text !== '');
    return told.length === 0 ? `${Der[from]} gibt an, dass er an dieser Stelle des Handschlags nichts mehr zu sagen hat.` : told.join(' ');
  },
  'tls.alert': (p) => {
    const name = p.name ?? `Nummer ${p.code}`;
    const meaning = p.name === undefined ? 'Er steht in keinem Verzeichnis' : tlsAlerts[p.name];
    const end = p.late && p.name === 'decode_error' ? ` ${LATE_END}` : '';
    return p.fatal ? `${Der[p.from]} bricht TLS mit dem Alarm ${name} ab: ${meaning}.${end}` : `${Der[p.from]} sendet den Alarm ${name}, eine Warnung: ${meaning}.`;
  },
  'tls.encrypted': (p) => {
    const records = count(p.records, 'einem Datensatz', 'Datensätzen');
    const what = p.records === 0 ? ', in denen kein TLS-Datensatz zu erkennen ist' : p.plain ? ` in ${records} von TLS` : ` verschlüsselt, in ${records}`;
    return [
      `${Der[p.from]} sendet ${octets(p.bytes)}${what}${when(p.time)}.`,
      p.plain ? ' Die Cipher-Suite verschlüsselt nichts davon: Jeder auf dem Weg kann es lesen.' : '',
      alertsAmong(p),
      p.stray === 0 || p.records === 0 ? '' : ` ${octets(p.stray)} davon ${p.stray === 1 ? 'liegt' : 'liegen'} in keinem erkennbaren Datensatz.`,
      p.isInside ? ` Der Handschlag steht nicht im Mitschnitt: ${versionByRecords(p.recordVersions)}.` : '',
      p.why === undefined ? '' : WHY[p.why],
      p.hint && (p.why === undefined || p.why === 'no-keys') ? HINT : '',
    ].join('');
  },
  'tls.early-refused': (p) =>
    `${Der[p.from]} hat vorab ${octets(p.bytes)} gesendet (0-RTT). Angenommen werden sie nicht: Sie werden ungelesen verworfen, ihr Inhalt muss noch einmal gesendet werden.`,
  'tls.opaque': (p) => `${Der[p.from]} sendet ${octets(p.bytes)} TLS in einem komprimierten Strom; sie werden nicht weiter gelesen.`,
  'tls.unwanted': (p) =>
    `${Der[p.from]} sendet ${octets(p.bytes)} TLS, als wäre die Verbindung vom ersten Oktett an verschlüsselt; ${OTHER[p.from]} spricht hier unverschlüsselt, die beiden verstehen einander also nicht.` +
    (p.hello === undefined ? '' : ` ${clientHello(p.hello)}`),
};

/** Behind a greeting in clear. */
export function clearPort(port: number): string {
  return `Port ${port} ist für TLS vom ersten Oktett an da (RFC 8314 §3): Dieser Server spricht dort im Klartext, und jeder auf dem Weg kann mitlesen.`;
}
