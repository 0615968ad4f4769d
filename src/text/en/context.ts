/** English for what surrounds a session: the DNS (RFC 1035), ident (RFC 1413), syslog (RFC 5424), ICMP (RFC 792, RFC 4443). */
import type { DnsRecord, DnsReferral } from '../../model/dns.js';
import type { ContextNotes, IcmpReason, LogEvent, LogParams, LookupParams, LookupPurpose, Waited } from '../../model/notes/context.js';
import type { Sentences } from '../catalogue.js';
import { rankedExchanges } from '../mail-exchanges.js';
import { count, duration, list, quote, shorten } from './format.js';

const THE = { client: 'the client', server: 'the server' } as const;
const The = { client: 'The client', server: 'The server' } as const;

/** What somebody does by asking; "The server …". */
const DOES: { readonly [K in LookupPurpose['is']]: (purpose: Extract<LookupPurpose, { is: K }>, params: LookupParams) => string } = {
  'client-name': ({ address }) => `looks up the client's name: it asks what ${address} is called`,
  'server-name': ({ address }) => `looks up the server's name: it asks what ${address} is called`,
  'own-name': (_, { type, name }) => (type === 'PTR' ? 'looks up its own name' : `looks up its own ${addressOf(type)}: it asks for that of ${name}`),
  'name-check': ({ address }, { name }) => `checks whether the name ${name} leads back to ${address}: anybody can give his addresses any name`,
  'block-list': ({ zone, subject }) => `asks the block list ${zone} about ${subject}`,
  'hello': ({ domain }, { type }) => `looks up the name that the client gave in its greeting, ${domain}${asks(type)}`,
  'sender': ({ domain }, { type }) => `looks up the sender's domain ${domain}${asks(type)}`,
  'recipient': ({ domain }, { type }) => `looks up the recipient's domain ${domain}${asks(type)}`,
  'next-hop': ({ domain }, { type, name }) =>
    type === 'MX' ? `asks who takes mail for ${domain}: the mail is to go on` : `looks up ${subject(type, name)}, on the way of the mail to ${domain}`,
  'route': (_, { type, name }) => (type === 'MX' ? `asks who takes mail for ${name}` : `looks up ${subject(type, name)}`),
  'host': (_, { type, name }) => `looks up ${name}, which an answer has named${asks(type)}`,
  'policy': ({ kind, domain }) => `asks ${POLICIES[kind](domain)}`,
};

const POLICIES: Readonly<Record<Extract<LookupPurpose, { is: 'policy' }>['kind'], (domain: string) => string>> = {
  'spf': (domain) => `which hosts may send mail for ${domain}, as SPF publishes them`,
  'dkim': (domain) => `for the DKIM key with which ${domain} signs its mail`,
  'dmarc': (domain) => `what ${domain} wants done with mail that only claims to be its own, by DMARC`,
  'tlsa': (domain) => `which certificate ${domain} vouches for, by DANE`,
  'mta-sts': (domain) => `what ${domain} demands of encryption on the way to it, by MTA-STS`,
  'other': (domain) => `what ${domain} has published about itself`,
};

/** What is asked for, behind the name. */
const ASKED: Readonly<Record<string, string>> = {
  A: ': its IPv4 address',
  AAAA: ': its IPv6 address',
  MX: ': who takes mail for it',
  NS: ': which name servers it has',
  CNAME: ': whether it is another name for something',
  ANY: ': everything that is known of it',
};

function asks(type: string): string {
  return ASKED[type] ?? '';
}

function subject(type: string, name: string): string {
  return type === 'A' || type === 'AAAA' ? `the ${addressOf(type)} of ${name}` : name;
}

function addressOf(type: string): string {
  return type === 'A' ? 'IPv4 address' : type === 'AAAA' ? 'IPv6 address' : 'address';
}

function does(params: LookupParams): string {
  const { purpose } = params;
  return (DOES[purpose.is] as (purpose: LookupPurpose, params: LookupParams) => string)(purpose, params);
}

/** What an answer without an error, and one with it, means. */
function failure({ purpose, server, from }: LookupParams, rcode: string): string {
  switch (rcode) {
    case 'NXDOMAIN':
      return nothingThere(purpose);
    case 'SERVFAIL':
      return `The name server ${server} fails (SERVFAIL): ${THE[from]} does not learn it, and cannot tell whether there is an answer.`;
    case 'REFUSED':
      return `The name server ${server} refuses the question (REFUSED).`;
    default:
      return `The name server ${server} cannot answer (${rcode}).`;
  }
}

function nothingThere(purpose: LookupPurpose): string {
  switch (purpose.is) {
    case 'client-name':
    case 'server-name':
    case 'own-name':
      return `The address ${purpose.address} has no name (NXDOMAIN).`;
    case 'block-list':
      return `The list does not name ${purpose.subject} (NXDOMAIN).`;
    default:
      return 'There is no such name (NXDOMAIN).';
  }
}

function found(p: ContextNotes['context.dns.answer']): string {
  const { purpose, records } = p;
  const hosts = records.filter(({ type }) => type === 'PTR').map(({ data }) => data);
  if ('address' in purpose && hosts.length > 0) return `${purpose.address} is called ${list(hosts)}.`;
  if (purpose.is === 'name-check') return checked(records, purpose.address, p.name);
  if (purpose.is === 'block-list') return listed(records, purpose);
  const exchanges = records.filter(({ type }) => type === 'MX');
  if (exchanges.length > 0) return mailHosts(exchanges, p.type === 'MX' ? undefined : records.length);
  return shown(records, p.name);
}

function checked(records: readonly DnsRecord[], address: string, name: string): string {
  const leads = records.some(({ data }) => data === address);
  return leads ? `${name} is ${address}: name and address confirm each other.` : `${name} does not lead back to ${address}: the name proves nothing.`;
}

function listed(records: readonly DnsRecord[], { subject, zone }: { readonly subject: string; readonly zone: string }): string {
  const codes = records.filter(({ type }) => type === 'A').map(({ data }) => data);
  if (codes.length > 0) return `${subject} is on the list ${zone}: it answers ${list(codes)}.`;
  return `The list says of it: ${quote(records.map(({ data }) => data).join(' '))}.`;
}

function mailHosts(records: readonly DnsRecord[], all: number | undefined): string {
  const [first = [], ...rest] = rankedExchanges(records);
  const domain = records[0]!.name;
  const more = all === undefined ? '' : ` The answer holds ${count(all, 'record', 'records')} in all.`;
  if (first.length === 1 && first[0]!.host === '.') return `${domain} takes no mail at all (a null MX, RFC 7505).${more}`;
  const names = (hosts: readonly DnsRecord[]): string => list(hosts.map(({ host = '' }) => host), 'or');
  const preference = (hosts: readonly DnsRecord[]): string => String(hosts[0]!.preference);
  const equal = first.length > 1 ? `, ${first.length === 2 ? 'both' : 'all'} with the preference ${preference(first)}: the sender picks one at random` : ` (preference ${preference(first)})`;
  const later = rest.map((hosts) => `${names(hosts)} (${preference(hosts)})`);
  const then = later.length === 0 ? '' : `; if ${first.length > 1 ? 'none of them can' : 'that cannot'} be reached, to ${list(later, 'then')}`;
  return `Mail for ${domain} goes to ${names(first)}${equal}${then}.${more}`;
}

/** Records that a sentence names. */
const MOST = 4;

function shown(records: readonly DnsRecord[], asked: string): string {
  const aliases = records.filter(({ type }) => type === 'CNAME').map(({ host = '' }) => host);
  const rest = records.filter(({ type }) => type !== 'CNAME');
  const alias = aliases.length === 0 ? '' : ` is another name for ${aliases.at(-1)!}${rest.length === 0 ? '' : ', which'}`;
  const addresses = rest.filter(({ type }) => type === 'A' || type === 'AAAA').map(({ data }) => data);
  if (rest.length === 0) return `${asked}${alias}.`;
  if (addresses.length === rest.length) return `${asked}${alias} has the ${addresses.length === 1 ? 'address' : 'addresses'} ${list(addresses.slice(0, MOST))}${addresses.length > MOST ? ' and others' : ''}.`;
  if (alias === '' && rest.every(({ type }) => type === 'NS')) {
    const more = rest.length > MOST ? ' and others' : '';
    return `The ${rest.length === 1 ? 'name server' : 'name servers'} of ${asked} ${rest.length === 1 ? 'is' : 'are'} ${list(rest.slice(0, MOST).map(({ data }) => data))}${more}.`;
  }
  const named = rest.slice(0, MOST).map(({ type, data }) => `${type} ${quote(data)}`);
  return `The answer: ${list(named)}${rest.length > MOST ? `, and ${count(rest.length - MOST, 'more record', 'more records')}` : ''}.`;
}

function referred(server: string, { zone, hosts }: DnsReferral): string {
  const of = zone === '.' ? 'the whole tree of names' : zone;
  return `The name server ${server} does not answer that itself: it refers to ${list(hosts.slice(0, MOST))}${hosts.length > MOST ? ' and others' : ''} as responsible for ${of}.`;
}

function answer(p: ContextNotes['context.dns.answer']): string {
  if (p.truncated) return `The answer does not fit into a datagram (TC): ${THE[p.from]} is to ask again over TCP.`;
  if (p.rcode !== 'NOERROR') return failure(p, p.rcode);
  if (!p.whole) return 'The name server answers; what it says is not in the capture, or damaged.';
  if (p.referral !== undefined) return referred(p.server, p.referral);
  return p.records.length === 0 ? `The name server ${p.server} knows the name, but no ${p.type} of it.` : found(p);
}

export const context: Sentences<ContextNotes> = {
  'context.dns.query': (p) => {
    const how = `(${p.type} ${p.name})`;
    if (p.tcp && p.again !== undefined) return `${The[p.from]} asks the name server ${p.server} again, over TCP, which has room for a long answer ${how}.`;
    if (p.again !== undefined) return `${The[p.from]} asks the name server ${p.server} once more: ${duration(p.again)} have passed without an answer ${how}.`;
    return `${The[p.from]} ${does(p)} (at the name server ${p.server}${p.tcp ? ', over TCP' : ''}).`;
  },
  'context.dns.answer': (p) => {
    const slow = p.seconds !== undefined && p.seconds >= SLOW ? ` The answer took ${duration(p.seconds)}.` : '';
    return answer(p) + slow;
  },
  'context.ident.query': (p) =>
    `The server knocks at port 113 of the client and asks its ident service who owns the connection between port ${p.clientPort} there and port ${p.serverPort} here (RFC 1413).`,
  'context.ident.answer': (p) => `The client's ident service answers: the connection belongs to the user ${quote(p.user)} (${shorten(p.system)}). The server can believe that or not: the client says it of itself.`,
  'context.ident.error': (p) => `The client's ident service gives no name: ${shorten(p.error)}.`,
  'context.ident.unclear': (p) => `Over the ident connection goes ${quote(p.words)}, which is neither a question nor an answer of RFC 1413.`,
  'context.ident.refused': (p) =>
    `The server asks the client's ident service (port 113) who owns this connection; it is refused${p.attempts > 1 ? ` at attempt ${p.attempts}` : ''} (RST): no such service runs there.`,
  'context.ident.unanswered': (p) =>
    `The server tries to reach the client's ident service (port 113, ${count(p.attempts, 'attempt', 'attempts')}) to ask who owns this connection, and gets no answer: a filter that drops such packets makes the client wait.`,
  'context.icmp': (p) => `${p.side === undefined ? `The ${p.by === p.host ? 'host' : 'router'} ${p.by}` : The[p.side]} reports that ${REASONS[p.reason](p)} (ICMP ${p.kind}). It is about ${packetOf(p)}.`,
  'context.log': (p) => `${The[p.from]} writes to its log at ${p.to} (syslog): ${LOGGED[p.event](p)}.`,
};

const REASONS: Readonly<Record<IcmpReason, (p: ContextNotes['context.icmp']) => string>> = {
  'port': ({ host, port }) => `nobody listens at port ${port} of ${host}`,
  'host': ({ host }) => `the host ${host} cannot be reached`,
  'network': ({ host }) => `no way leads to the network of ${host}`,
  'prohibited': ({ host }) => `a rule forbids the way to ${host}`,
  'too-big': ({ mtu }) => `a packet is too big for the way${mtu === undefined ? '' : `, which carries ${mtu} octets at most`}`,
  'expired': ({ host }) => `a packet to ${host} has gone through too many routers and was thrown away`,
  'reassembly': ({ host }) => `not all fragments of a packet to ${host} have come`,
  'other': ({ host }) => `a packet to ${host} could not be delivered`,
};

function packetOf({ of, about }: ContextNotes['context.icmp']): string {
  if (about === 'ident') return 'the ident query of the server';
  return about === 'dns' ? `a question to the DNS on this account` : `a packet of ${THE[of]} in this connection`;
}

function mail({ queueId, sender, recipient }: LogParams): string {
  const from = sender === undefined ? '' : ` from ${sender === '' ? 'nobody (an empty sender)' : shorten(sender)}`;
  const to = recipient === undefined ? '' : ` to ${shorten(recipient)}`;
  return `the mail${from}${to}${queueId === undefined ? '' : ` with the queue id ${queueId}`}`;
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
  connect: ({ relay }) => `${relay === undefined ? 'a client' : shorten(relay)} has connected`,
  disconnect: ({ relay }) => `the connection with ${relay === undefined ? 'the client' : shorten(relay)} is over`,
  received: (p) => `${mail(p)} has come in${through(p, 'from')}`,
  named: (p) => `${mail(p)} has the Message-ID ${shorten(p.messageId ?? '')}`,
  queued: (p) => `${mail(p)} stands in the queue`,
  tried: (p) => `${mail(p)} could not be handed over${through(p, 'to')}${ended(p)}`,
  delivered: (p) => `${mail(p)} has been delivered${through(p, isHost(p) ? 'to' : 'by')}${ended(p)}`,
  deferred: (p) => `${mail(p)} could not be delivered yet${through(p, 'to')}${ended(p)}`,
  bounced: (p) => `${mail(p)} cannot be delivered${through(p, 'to')}${ended(p)}`,
  rejected: (p) => `it has turned a mail away${ended(p)}`,
  completed: (p) => `it is done with ${mail(p)}`,
  other: (p) => (p.queueId === undefined ? 'a line about this connection' : `more about ${mail(p)}`),
};

/** Seconds from which on it is said how long an answer took. */
const SLOW = 0.1;

const IDENT_OUTCOMES = {
  answered: 'the answer to its ident query',
  refused: 'the refused ident query',
  unanswered: 'the first attempt of its ident query, to which the capture holds no answer until then',
} as const;

/** Behind what a reply says: what it had to wait for. */
export function waited({ seconds, on }: Waited): string {
  const after = `That was ${duration(seconds)} after`;
  if (on.service === 'ident') return `${after} ${IDENT_OUTCOMES[on.outcome]}.`;
  if (on.service === 'unseen') return 'Whether it looked something up meanwhile cannot be seen in this capture.';
  const about = `${on.type} ${shorten(on.name)}`;
  if (on.outcome === 'unanswered') return `${after} the DNS query ${about}, to which the capture holds no answer until then.`;
  return on.outcome === 'failed' ? `${after} the DNS query ${about} failed.` : `${after} the DNS answer to ${about}.`;
}
