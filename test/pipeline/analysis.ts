/** Runs the whole pipeline over packets in memory, and knows what must be true of whatever comes out. */
import { expect } from 'vitest';
import { analyze } from '../../src/analyze.js';
import type { DnsDecoder } from '../../src/model/dns.js';
import type { Entry } from '../../src/model/entry.js';
import type { Finding } from '../../src/model/finding.js';
import type { Message } from '../../src/model/message.js';
import type { CaptureSummary, Packet, PacketReader } from '../../src/model/packet.js';
import type { TlsTools } from '../../src/model/platform.js';
import type { Session } from '../../src/model/session.js';
import type { Side } from '../../src/model/endpoint.js';
import type { VantagePlan } from '../../src/model/vantage.js';
import { createSegmentDecoder } from '../../src/packet/decoder.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import { hashFactory } from '../../src/platform/hash.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import { Survey } from '../../src/vantage/survey.js';

export interface FoundSession {
  readonly session: Session;
  readonly entries: Entry[];
  readonly messages: Message[];
  readonly findings: Finding[];
  ended: boolean;
}

/** `dns`: what surrounds the sessions is looked at, too. */
export function analyzePackets(packets: Iterable<Packet>, tls: TlsTools = tlsTools, dns?: DnsDecoder): Promise<FoundSession[]> {
  return analyzeAll([readerOf(packets)], tls, undefined, dns);
}

/** Several captures, surveyed as the command line surveys its files. */
export function analyzeTogether(captures: readonly (readonly Packet[])[]): Promise<FoundSession[]> {
  const survey = new Survey();
  const { decode } = createSegmentDecoder();
  for (const packet of captures.flat()) {
    const segment = decode(packet);
    if (segment !== undefined) survey.segment(segment);
  }
  return analyzeAll(captures.map(readerOf), tlsTools, survey.plan());
}

export function analyzeCapture(reader: PacketReader, tls: TlsTools = tlsTools): Promise<FoundSession[]> {
  return analyzeAll([reader], tls, undefined);
}

async function analyzeAll(readers: readonly PacketReader[], tls: TlsTools, vantage: VantagePlan | undefined, dns?: DnsDecoder): Promise<FoundSession[]> {
  const found: FoundSession[] = [];
  const of = (session: Session): FoundSession => found[session.id - 1]!;
  await analyze(
    readers,
    {
      begin: (session) => found.push({ session, entries: [], messages: [], findings: [], ended: false }),
      entry: (session, entry) => of(session).entries.push(entry),
      message: (session, message) => of(session).messages.push(message),
      finding: (session, finding) => of(session).findings.push(finding),
      end: (session) => (of(session).ended = true),
      capture: () => {},
      done: () => {},
    },
    { decoder: mailDecoder, tls, hash: hashFactory, vantage, ...(dns === undefined ? {} : { dns }) },
  );
  return found;
}

export function readerOf(packets: Iterable<Packet>): PacketReader {
  const left = packets[Symbol.iterator]();
  const summary: CaptureSummary = { file: '-', format: 'pcap', linkTypes: [1], packets: 0, bytes: 0, comments: [], warnings: [] };
  return { next: () => left.next().value, fill: () => false, summary, close: () => {} };
}

const NOT_OF_THE_STREAM = ['tcp', 'context'];

/** What is promised of every session, damaged or not; `ordered`: the order of its entries, too. */
export function expectSound({ session, entries, messages, ended }: FoundSession, ordered = true): void {
  expect(ended).toBe(true);
  expect(entries.map(({ id }) => id)).toEqual(entries.map((_, index) => index + 1));
  if (ordered) expectOrder(entries);
  for (const side of ['client', 'server'] as const) expectSums(session, entries, side);
  for (const { answers, message } of entries) {
    if (answers !== undefined) expect(entries).toContain(answers);
    if (message !== undefined) expect(messages).toContain(message);
  }
  expect(new Set(messages).size).toBe(messages.length);
  for (const message of messages) {
    expect(message.complete && message.missing > 0).toBe(false);
    expect(message.sha256 !== undefined).toBe(message.complete);
    expect(message.head, `head of mail ${message.id}`).toBeDefined();
  }
}

function expectSums(session: Session, entries: readonly Entry[], side: Side): void {
  const half = session.connection.halves[side === 'client' ? session.clientDirection : ((1 - session.clientDirection) as 0 | 1)];
  const own = entries.filter(({ from, kind }) => from === side && !NOT_OF_THE_STREAM.includes(kind));
  const sum = (list: readonly Entry[]): number => list.reduce((octets, { extent }) => octets + extent.bytes, 0);
  expect(sum(own.filter(({ kind }) => kind !== 'gap')), `octets of the ${side}`).toBe(half.captured);
  expect(sum(own.filter(({ kind }) => kind === 'gap')), `missing octets of the ${side}`).toBe(half.missing);
}

function expectOrder(entries: readonly Entry[]): void {
  entries.forEach((entry, index) => {
    const before = entries[index - 1]?.extent.last;
    const { last } = entry.extent;
    if (before === undefined) return;
    const earlier = last.seconds < before.seconds || (last.seconds === before.seconds && last.nanos < before.nanos);
    expect(earlier, `entry ${entry.id} stands behind a later one`).toBe(false);
    if (last.order === before.order && entry.from === entries[index - 1]!.from) {
      expect(entry.extent.offset).toBeGreaterThanOrEqual(entries[index - 1]!.extent.offset);
    }
  });
}

/** The transcript in short: who, what kind, the verb or code, octets. */
export function outlineOf({ entries }: FoundSession): string[] {
  return entries.map(({ from, kind, verb, code, status, text, extent, answers }) => {
    const what = verb ?? code ?? status ?? (kind === 'auth' ? text : '');
    return `${from === 'client' ? 'C' : 'S'} ${kind} ${what ?? ''} ${extent.bytes}${answers === undefined ? '' : ` → ${answers.id}`}`;
  });
}

/** The only session of a capture that holds one. */
export function onlyOf(found: readonly FoundSession[]): FoundSession {
  expect(found).toHaveLength(1);
  return found[0]!;
}
