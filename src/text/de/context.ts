/** German for what surrounds a session: the DNS (RFC 1035), ident (RFC 1413), syslog (RFC 5424), ICMP (RFC 792, RFC 4443). */
import type { DnsRecord, DnsReferral } from '../../model/dns.js';
import type { ContextNotes, IcmpReason, LogEvent, LogParams, LookupParams, LookupPurpose, Waited } from '../../model/notes/context.js';
import type { Sentences } from '../catalogue.js';
import { rankedExchanges } from '../mail-exchanges.js';
import { capital, count, duration, list, quote, shorten } from './format.js';

const DER = { client: 'der Client', server: 'der Server' } as const;
const Der = { client: 'Der Client', server: 'Der Server' } as const;

/** What somebody does by asking: „Der Server …“. */
const DOES: { readonly [K in LookupPurpose['is']]: (purpose: Extract<LookupPurpose, { is: K }>, params: LookupParams) => string } = {
  'client-name': ({ address }) => `schlägt den Namen des Clients nach: Er fragt, wie ${address} heißt`,
  'server-name': ({ address }) => `schlägt den Namen des Servers nach: Er fragt, wie ${address} heißt`,
  'own-name': (_, { type, name }) => (type === 'PTR' ? 'schlägt seinen eigenen Namen nach' : `schlägt seine eigene ${addressOf(type)} nach: Er fragt nach der von ${name}`),
  'name-check': ({ address }, { name }) => `prüft, ob der Name ${name} zu ${address} zurückführt: Seinen Adressen kann jeder beliebige Namen geben`,
  'block-list': ({ zone, subject }) => `fragt die Sperrliste ${zone} nach ${subject}`,
  'hello': ({ domain }, { type }) => `schlägt ${domain} nach, den Namen, mit dem sich der Client vorgestellt hat${asks(type)}`,
  'sender': ({ domain }, { type }) => `schlägt die Domain des Absenders nach, ${domain}${asks(type)}`,
  'recipient': ({ domain }, { type }) => `schlägt die Domain des Empfängers nach, ${domain}${asks(type)}`,
  'next-hop': ({ domain }, { type, name }) =>
    type === 'MX' ? `fragt, wer Mails für ${domain} annimmt: Die Mail soll weiter` : `schlägt ${subject(type, name)} nach, auf dem Weg der Mail zu ${domain}`,
  'route': (_, { type, name }) => (type === 'MX' ? `fragt, wer Mails für ${name} annimmt` : `schlägt ${subject(type, name)} nach`),
  'host': (_, { type, name }) => `schlägt ${name} nach, einen Namen aus einer Antwort${asks(type)}`,
  'policy': ({ kind, domain }) => `fragt, ${POLICIES[kind](domain)}`,
};

const POLICIES: Readonly<Record<Extract<LookupPurpose, { is: 'policy' }>['kind'], (domain: string) => string>> = {
  'spf': (domain) => `welche Rechner nach SPF Mails von ${domain} senden dürfen`,
  'dkim': (domain) => `mit welchem DKIM-Schlüssel ${domain} seine Mails unterschreibt`,
  'dmarc': (domain) => `was nach DMARC mit Mails geschehen soll, die sich nur als solche von ${domain} ausgeben`,
  'tlsa': (domain) => `für welches Zertifikat ${domain} nach DANE bürgt`,
  'mta-sts': (domain) => `welche Verschlüsselung ${domain} nach MTA-STS auf dem Weg zu sich verlangt`,
  'other': (domain) => `was ${domain} über sich veröffentlicht hat`,
};

/** What is asked for, behind the name. */
const ASKED: Readonly<Record<string, string>> = {
  A: ': Er fragt nach der IPv4-Adresse',
  AAAA: ': Er fragt nach der IPv6-Adresse',
  MX: ': Er fragt, wer Mails dafür annimmt',
  NS: ': Er fragt nach den zuständigen Nameservern',
  CNAME: ': Er fragt, ob das nur ein anderer Name für etwas ist',
  ANY: ': Er fragt nach allem, was darüber bekannt ist',
};

function asks(type: string): string {
  return ASKED[type] ?? '';
}

function subject(type: string, name: string): string {
  return type === 'A' || type === 'AAAA' ? `die ${addressOf(type)} von ${name}` : name;
}

function addressOf(type: string): string {
  return type === 'A' ? 'IPv4-Adresse' : type === 'AAAA' ? 'IPv6-Adresse' : 'Adresse';
}

function does(params: LookupParams): string {
  const { purpose } = params;
  return (DOES[purpose.is] as (purpose: LookupPurpose, params: LookupParams) => string)(purpose, params);
}

function failure({ purpose, server, from }: LookupParams, rcode: string): string {
  switch (rcode) {
    case 'NXDOMAIN':
      return nothingThere(purpose);
    case 'SERVFAIL':
      return `Der Nameserver ${server} versagt (SERVFAIL): ${Der[from]} erfährt es nicht und weiß auch nicht, ob es eine Antwort gibt.`;
    case 'REFUSED':
      return `Der Nameserver ${server} verweigert die Auskunft (REFUSED).`;
    default:
      return `Der Nameserver ${server} kann nicht antworten (${rcode}).`;
  }
}

function nothingThere(purpose: LookupPurpose): string {
  switch (purpose.is) {
    case 'client-name':
    case 'server-name':
    case 'own-name':
      return `Die Adresse ${purpose.address} hat keinen Namen (NXDOMAIN).`;
    case 'block-list':
      return `Auf der Liste steht ${purpose.subject} nicht (NXDOMAIN).`;
    default:
      return 'Diesen Namen gibt es nicht (NXDOMAIN).';
  }
}

function found(p: ContextNotes['context.dns.answer']): string {
  const { purpose, records } = p;
  const hosts = records.filter(({ type }) => type === 'PTR').map(({ data }) => data);
  if ('address' in purpose && hosts.length > 0) return `${purpose.address} heißt ${list(hosts)}.`;
  if (purpose.is === 'name-check') return checked(records, purpose.address, p.name);
  if (purpose.is === 'block-list') return listed(records, purpose);
  const exchanges = records.filter(({ type }) => type === 'MX');
  if (exchanges.length > 0) return mailHosts(exchanges, p.type === 'MX' ? undefined : records.length);
  return shown(records, p.name);
}

function checked(records: readonly DnsRecord[], address: string, name: string): string {
  const leads = records.some(({ data }) => data === address);
  return leads ? `${name} ist ${address}: Name und Adresse bestätigen einander.` : `${name} führt nicht zu ${address} zurück: Der Name beweist nichts.`;
}

function listed(records: readonly DnsRecord[], { subject, zone }: { readonly subject: string; readonly zone: string }): string {
  const codes = records.filter(({ type }) => type === 'A').map(({ data }) => data);
  if (codes.length > 0) return `${subject} steht auf der Liste ${zone}; sie antwortet ${list(codes)}.`;
  return `Die Liste sagt dazu: ${quote(records.map(({ data }) => data).join(' '))}.`;
}

function mailHosts(records: readonly DnsRecord[], all: number | undefined): string {
  const [first = [], ...rest] = rankedExchanges(records);
  const domain = records[0]!.name;
  const more = all === undefined ? '' : ` Die ganze Antwort umfasst ${count(all, 'Eintrag', 'Einträge')}.`;
  if (first.length === 1 && first[0]!.host === '.') return `${domain} nimmt gar keine Mails an (leerer MX, RFC 7505).${more}`;
  const names = (hosts: readonly DnsRecord[]): string => list(hosts.map(({ host = '' }) => host), 'oder');
  const preference = (hosts: readonly DnsRecord[]): string => String(hosts[0]!.preference);
  const equal = first.length > 1 ? `, ${first.length === 2 ? 'beide' : 'alle'} mit dem Vorrang ${preference(first)}: Der Absender wählt einen davon zufällig` : ` (Vorrang ${preference(first)})`;
  const later = rest.map((hosts) => `an ${names(hosts)} (${preference(hosts)})`);
  const then = later.length === 0 ? '' : `; ist ${first.length > 1 ? 'keiner davon' : 'der nicht'} zu erreichen, ${list(later, 'dann')}`;
  return `Mails für ${domain} gehen an ${names(first)}${equal}${then}.${more}`;
}

/** Records that a sentence names. */
const MOST = 4;

function shown(records: readonly DnsRecord[], asked: string): string {
  const aliases = records.filter(({ type }) => type === 'CNAME').map(({ host = '' }) => host);
  const rest = records.filter(({ type }) => type !== 'CNAME');
  const alias = aliases.length === 0 ? '' : ` ist ein anderer Name für ${aliases.at(-1)!}`;
  const addresses = rest.filter(({ type }) => type === 'A' || type === 'AAAA').map(({ data }) => data);
  if (rest.length === 0) return `${asked}${alias}.`;
  if (addresses.length === rest.length) {
    const words = `die ${addresses.length === 1 ? 'Adresse' : 'Adressen'} ${list(addresses.slice(0, MOST))}${addresses.length > MOST ? ' und weitere' : ''}`;
    return alias === '' ? `${asked} hat ${words}.` : `${asked}${alias} und hat ${words}.`;
  }
  if (alias === '' && rest.every(({ type }) => type === 'NS')) {
    const more = rest.length > MOST ? ' und weitere' : '';
    return `Zuständig für ${asked} ${rest.length === 1 ? 'ist der' : 'sind die'} Nameserver ${list(rest.slice(0, MOST).map(({ data }) => data))}${more}.`;
  }
  const named = rest.slice(0, MOST).map(({ type, data }) => `${type} ${quote(data)}`);
  return `Die Antwort: ${list(named)}${rest.length > MOST ? ` und ${count(rest.length - MOST, 'weiterer Eintrag', 'weitere Einträge')}` : ''}.`;
}

function referred(server: string, { zone, hosts }: DnsReferral): string {
  const of = zone === '.' ? 'den ganzen Namensbaum' : zone;
  return `Der Nameserver ${server} beantwortet das nicht selbst: Er verweist auf ${list(hosts.slice(0, MOST))}${hosts.length > MOST ? ' und weitere' : ''} als zuständig für ${of}.`;
}

function answer(p: ContextNotes['context.dns.answer']): string {
  if (p.truncated) return `Die Antwort passt nicht in ein Datagramm (TC): ${Der[p.from]} soll sie über TCP noch einmal erfragen.`;
  if (p.rcode !== 'NOERROR') return failure(p, p.rcode);
  if (!p.whole) return 'Der Nameserver antwortet; was er sagt, steht nicht im Mitschnitt oder ist beschädigt.';
  if (p.referral !== undefined) return referred(p.server, p.referral);
  return p.records.length === 0 ? `Der Nameserver ${p.server} kennt den Namen, aber keinen ${p.type}-Eintrag dazu.` : found(p);
}

export const context: Sentences<ContextNotes> = {
  'context.dns.query': (p) => {
    const how = `(${p.type} ${p.name})`;
    if (p.tcp && p.again !== undefined) return `${Der[p.from]} fragt den Nameserver ${p.server} noch einmal über TCP, wo Platz für eine lange Antwort ist ${how}.`;
    if (p.again !== undefined) return `${Der[p.from]} fragt den Nameserver ${p.server} noch einmal: Seit ${duration(p.again)} ist keine Antwort gekommen ${how}.`;
    return `${Der[p.from]} ${does(p)} (beim Nameserver ${p.server}${p.tcp ? ', über TCP' : ''}).`;
  },
  'context.dns.answer': (p) => {
    const slow = p.seconds !== undefined && p.seconds >= SLOW ? ` Auf die Antwort wartete ${DER[p.from]} ${duration(p.seconds)}.` : '';
    return answer(p) + slow;
  },
  'context.ident.query': (p) =>
    `Der Server klopft an Port 113 des Clients an und fragt dessen ident-Dienst, wem die Verbindung zwischen Port ${p.clientPort} dort und Port ${p.serverPort} hier gehört (RFC 1413).`,
  'context.ident.answer': (p) => `Der ident-Dienst des Clients antwortet: Die Verbindung gehört dem Benutzer ${quote(p.user)} (${shorten(p.system)}). Der Server kann das glauben oder nicht, denn der Client sagt es von sich selbst.`,
  'context.ident.error': (p) => `Der ident-Dienst des Clients nennt keinen Namen: ${shorten(p.error)}.`,
  'context.ident.unclear': (p) => `Über die ident-Verbindung geht ${quote(p.words)}; das ist nach RFC 1413 weder Frage noch Antwort.`,
  'context.ident.refused': (p) =>
    `Der Server fragt den ident-Dienst des Clients (Port 113), wem diese Verbindung gehört, und wird${p.attempts > 1 ? ` beim ${p.attempts}. Versuch` : ''} abgewiesen (RST): Dort läuft kein solcher Dienst.`,
  'context.ident.unanswered': (p) =>
    `Der Server will den ident-Dienst des Clients (Port 113, ${count(p.attempts, 'Versuch', 'Versuche')}) fragen, wem diese Verbindung gehört, und bekommt keine Antwort: Ein Filter, der solche Pakete verwirft, lässt den Client warten.`,
  'context.icmp': (p) => `${p.side === undefined ? `Der ${p.by === p.host ? 'Rechner' : 'Router'} ${p.by}` : Der[p.side]} meldet: ${REASONS[p.reason](p)} (ICMP ${p.kind}). Es geht um ${packetOf(p)}.`,
  'context.log': (p) => `${Der[p.from]} schreibt in sein Logbuch bei ${p.to} (syslog): ${LOGGED[p.event](p)}.`,
};

const REASONS: Readonly<Record<IcmpReason, (p: ContextNotes['context.icmp']) => string>> = {
  'port': ({ host, port }) => `An Port ${port} von ${host} wartet niemand`,
  'host': ({ host }) => `Der Rechner ${host} ist nicht zu erreichen`,
  'network': ({ host }) => `Zum Netz von ${host} führt kein Weg`,
  'prohibited': ({ host }) => `Eine Regel verbietet den Weg zu ${host}`,
  'too-big': ({ mtu }) => `Ein Paket ist zu groß für den Weg${mtu === undefined ? '' : `, der höchstens ${mtu} Oktette trägt`}`,
  'expired': ({ host }) => `Ein Paket an ${host} ging durch zu viele Router und wurde verworfen`,
  'reassembly': ({ host }) => `Von einem Paket an ${host} kamen nicht alle Fragmente an`,
  'other': ({ host }) => `Ein Paket an ${host} ließ sich nicht zustellen`,
};

const DES = { client: 'des Clients', server: 'des Servers' } as const;

function packetOf({ of, about }: ContextNotes['context.icmp']): string {
  if (about === 'ident') return 'die ident-Anfrage des Servers';
  return about === 'dns' ? 'eine DNS-Frage, die zu dieser Sitzung gehört' : `ein Paket ${DES[of]} in dieser Verbindung`;
}

function mail({ queueId, sender, recipient }: LogParams): string {
  const from = sender === undefined ? '' : ` von ${sender === '' ? 'niemandem (leerer Absender)' : shorten(sender)}`;
  const to = recipient === undefined ? '' : ` an ${shorten(recipient)}`;
  return `die Mail${from}${to}${queueId === undefined ? '' : ` mit der Kennung ${queueId}`}`;
}

function ended({ words }: LogParams): string {
  return words === undefined ? '' : `, ${quote(words)}`;
}

/** Postfix names its ways to a mailbox where else the next host stands. */
function isHost({ relay = '' }: LogParams): boolean {
  return /[.[:]/.test(relay);
}

function through({ relay }: LogParams, word: string): string {
  return relay === undefined ? '' : ` ${word} ${shorten(relay)}`;
}

const LOGGED: Readonly<Record<LogEvent, (p: LogParams) => string>> = {
  connect: ({ relay }) => `${relay === undefined ? 'Ein Client' : shorten(relay)} hat sich verbunden`,
  disconnect: ({ relay }) => `Die Verbindung mit ${relay === undefined ? 'dem Client' : shorten(relay)} ist zu Ende`,
  received: (p) => `Eingegangen ist ${mail(p)}${through(p, 'von')}`,
  named: (p) => `${capital(mail(p))} trägt die Message-ID ${shorten(p.messageId ?? '')}`,
  queued: (p) => `In der Warteschlange steht ${mail(p)}`,
  tried: (p) => `Nicht zu übergeben war ${mail(p)}${through(p, 'an')}${ended(p)}`,
  delivered: (p) => `Zugestellt ist ${mail(p)}${through(p, isHost(p) ? 'bei' : 'durch')}${ended(p)}`,
  deferred: (p) => `Noch nicht zustellen ließ sich ${mail(p)}${through(p, 'bei')}${ended(p)}`,
  bounced: (p) => `Nicht zustellen lässt sich ${mail(p)}${through(p, 'bei')}${ended(p)}`,
  rejected: (p) => `Eine Mail wurde abgewiesen${ended(p)}`,
  completed: (p) => `Erledigt ist ${mail(p)}`,
  other: (p) => (p.queueId === undefined ? 'eine Zeile über diese Verbindung' : `Weiteres über ${mail(p)}`),
};

/** Seconds from which on it is said how long an answer took. */
const SLOW = 0.1;

const IDENT_OUTCOMES = {
  answered: 'nach der Antwort auf die ident-Anfrage',
  refused: 'nach der abgewiesenen ident-Anfrage',
  unanswered: 'nach dem ersten Versuch der ident-Anfrage, auf die bis dahin keine Antwort im Mitschnitt steht',
} as const;

/** Behind what a reply says: what it had to wait for. */
export function waited({ seconds, on }: Waited): string {
  const comes = `Das war ${duration(seconds)}`;
  if (on.service === 'ident') return `${comes} ${IDENT_OUTCOMES[on.outcome]}.`;
  if (on.service === 'unseen') return 'Ob er unterdessen etwas nachgeschlagen hat, ist in diesem Mitschnitt nicht zu sehen.';
  const about = `${on.type} ${shorten(on.name)}`;
  if (on.outcome === 'unanswered') return `${comes} nach der DNS-Frage ${about}, auf die bis dahin keine Antwort im Mitschnitt steht.`;
  return on.outcome === 'failed' ? `${comes}, nachdem die DNS-Frage ${about} gescheitert ist.` : `${comes} nach der DNS-Antwort auf ${about}.`;
}
