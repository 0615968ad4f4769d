/**
 * Messages of the DNS, by dns-packet: nothing of that library is seen outside of this file. What it throws on, and what
 * claims more records than its octets can hold, is no message; of one that the capture cut, the question is read alone.
 */
import { decode, question, type Answer, type Packet } from 'dns-packet';
import ipaddr from 'ipaddr.js';
import type { DnsDecoder, DnsMessage, DnsRecord, DnsReferral } from '../model/dns.js';

const HEADER = 12;
/** Octets of the shortest question (type and class behind the root), and of the shortest record. */
const SHORTEST_QUESTION = 5;
const SHORTEST_RECORD = 11;
/** RFC 6891 §6.2.5 calls 4096 a good size; over TCP there may be more, which no mail host needs. */
const LONGEST = 16_384;
const MOST_RECORDS = 64;
const LONGEST_DATA = 512;
const RCODES = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'];

export const decodeDns: DnsDecoder = (octets) => {
  if (octets.length < HEADER || octets.length > LONGEST || !isPlausible(octets)) return undefined;
  try {
    return messageOf(decode(octets), octets);
  } catch {
    return questionAlone(octets);
  }
};

/** A standard query (opcode 0) with one question. Counts are a stranger's word: the library makes room for what they say. */
function isPlausible(octets: Buffer): boolean {
  if ((octets[2]! & 0x78) !== 0 || octets.readUInt16BE(4) !== 1) return false;
  const records = octets.readUInt16BE(6) + octets.readUInt16BE(8) + octets.readUInt16BE(10);
  return records * SHORTEST_RECORD <= LONGEST && octets.length >= HEADER + SHORTEST_QUESTION;
}

function messageOf({ answers, authorities, questions }: Packet, octets: Buffer): DnsMessage {
  const { name, type } = questions[0]!;
  const records = answers.slice(0, MOST_RECORDS).map(recordOf);
  return { ...headerOf(octets), name, type, answers: records, referral: records.length === 0 ? referralIn(authorities) : undefined, whole: true };
}

/** Name servers and no SOA: that stands where the name has no such record (RFC 2308 §2.2). */
function referralIn(authorities: readonly Answer[]): DnsReferral | undefined {
  const records = authorities.slice(0, MOST_RECORDS);
  const servers = records.filter(({ type }) => type === 'NS');
  if (servers.length === 0 || records.some(({ type }) => type === 'SOA')) return undefined;
  return { zone: servers[0]!.name, hosts: servers.map(({ data }) => String(data)) };
}

function questionAlone(octets: Buffer): DnsMessage | undefined {
  try {
    const { name, type } = question.decode(octets, HEADER);
    return { ...headerOf(octets), name, type, answers: [], referral: undefined, whole: false };
  } catch {
    return undefined;
  }
}

function headerOf(octets: Buffer): Pick<DnsMessage, 'id' | 'isAnswer' | 'truncated' | 'rcode'> {
  const code = octets[3]! & 15;
  return {
    id: octets.readUInt16BE(0),
    isAnswer: (octets[2]! & 0x80) !== 0,
    truncated: (octets[2]! & 2) !== 0,
    rcode: RCODES[code] ?? `RCODE ${code}`,
  };
}

function recordOf({ name, type, data }: Answer): DnsRecord {
  switch (type) {
    case 'MX': {
      const { preference = 0, exchange } = data as { readonly preference?: number; readonly exchange: string };
      return { name, type, data: `${preference} ${exchange}`, preference, host: exchange };
    }
    case 'SRV': {
      const { priority, weight, port, target } = data as { readonly priority: number; readonly weight: number; readonly port: number; readonly target: string };
      return { name, type, data: `${priority} ${weight} ${port} ${target}`, host: target };
    }
    case 'PTR':
    case 'CNAME':
    case 'DNAME':
    case 'NS':
      return { name, type, data: String(data), host: String(data) };
    case 'TXT':
      return { name, type, data: textOf(data) };
    case 'AAAA':
      // As addresses are written everywhere else (RFC 5952).
      return { name, type, data: ipaddr.IPv6.parse(String(data)).toRFC5952String() };
    default:
      return { name, type, data: plain(data) };
  }
}

/** The strings of one record belong together (RFC 7208 §3.3). */
function textOf(data: unknown): string {
  return shorten((Array.isArray(data) ? data : [data]).map((piece) => (Buffer.isBuffer(piece) ? piece.toString('utf8') : String(piece))).join(''));
}

function plain(data: unknown): string {
  if (Buffer.isBuffer(data)) return shorten(data.toString('hex'));
  if (typeof data !== 'object' || data === null) return shorten(String(data));
  return shorten(Object.values(data).map((value) => (typeof value === 'object' ? '…' : String(value))).join(' '));
}

function shorten(text: string): string {
  return text.length <= LONGEST_DATA ? text : `${text.slice(0, LONGEST_DATA)}…`;
}
