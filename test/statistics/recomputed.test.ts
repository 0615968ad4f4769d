/**
 * The statistics of the JSON document, recomputed from the rest of it by this program, which shares nothing with the
 * collector but the definitions that the schema states. On every capture there is, and on all of them at once.
 */
import { describe, expect, it } from 'vitest';
import type { DocumentJson } from '../../src/report/json/document.js';
import type { EntryJson } from '../../src/report/json/entry.js';
import type { MessageJson } from '../../src/report/json/message.js';
import type { Distribution, Load } from '../../src/model/statistics.js';
import { BROKEN, OWN, SHARED } from '../captures.js';
import { viewsOf } from '../report/views.js';

type Session = DocumentJson['sessions'][number];
type Statistics = DocumentJson['statistics'];

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

function counted<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Record<string, number> {
  return Object.fromEntries([...grouped(items, keyOf)].map(([key, group]) => [key, group.length]));
}

/** Nearest rank: sort, take the one at the ceiling. */
function expectDistribution(told: Distribution | undefined, all: readonly number[], what: string): void {
  const values = all.filter((value) => value >= 0).sort((a, b) => a - b);
  if (values.length === 0) {
    expect(told, what).toBeUndefined();
    return;
  }
  const early = all.length - values.length;
  expect({ count: told!.count, min: told!.min, max: told!.max, early: told!.early }, what).toEqual({
    count: values.length,
    min: values[0],
    max: values.at(-1),
    early: early === 0 ? undefined : early,
  });
  expect(told!.mean, what).toBeCloseTo(sum(values) / values.length, 8);
  for (const percent of [50, 90, 95, 99] as const) {
    const exact = values[Math.ceil((values.length * percent) / 100) - 1]!;
    const given = told![`p${percent}`];
    if (told!.approximate === true) expect(Math.abs(given - exact), `${what} ${percent} %`).toBeLessThanOrEqual(exact * 0.01 + 1e-9);
    else expect(given, `${what} ${percent} %`).toBe(exact);
  }
}

function loadOf(sessions: readonly Session[], messages: readonly MessageJson[]): Load {
  const ids = new Set(sessions.map(({ id }) => id));
  const mine = messages.filter(({ session }) => ids.has(session));
  return {
    sessions: sessions.length,
    messages: mine.length,
    messageBytes: sum(mine.map(({ size }) => size)),
    bytes: { client: sum(sessions.map(({ bytes }) => bytes.client)), server: sum(sessions.map(({ bytes }) => bytes.server)) },
  };
}

const latencies = (sessions: readonly Session[]): readonly number[] =>
  sessions.flatMap(({ timeline }) => timeline.flatMap(({ latency }) => (latency === undefined ? [] : [latency])));

const serverTimes = (sessions: readonly Session[]): readonly number[] =>
  sessions.flatMap(({ timeline, tcp: { rttServer } }) =>
    rttServer === undefined ? [] : timeline.flatMap(({ latency = -1 }) => (latency < 0 ? [] : [Math.max(0, Number((latency - rttServer).toFixed(9)))])),
  );

const roundTrips = (sessions: readonly Session[]): readonly number[] => sessions.flatMap(({ tcp: { rtt } }) => (rtt === undefined ? [] : [rtt]));

function holdPeers({ sessions, messages, statistics }: DocumentJson): void {
  for (const [protocol, mine] of grouped(sessions, (session) => session.protocol)) {
    expect(statistics.protocols.find((row) => row.protocol === protocol)).toEqual({
      protocol,
      ...loadOf(mine, messages),
      entries: sum(mine.map(({ timeline }) => timeline.length)),
      encrypted: mine.filter(({ tls }) => tls !== undefined).length,
    });
  }
  const servers = grouped(sessions, ({ server }) => `${server.address} ${server.port}`);
  expect(statistics.servers.rows).toHaveLength(servers.size);
  for (const row of statistics.servers.rows) {
    const mine = servers.get(`${row.address} ${row.port}`)!;
    expect(row).toMatchObject(loadOf(mine, messages));
    expect(row.resets).toBe(mine.filter(({ tcp }) => tcp.close === 'rst').length);
    expectDistribution(row.latency, latencies(mine), `latency of ${row.address}`);
    expectDistribution(row.serverTime, serverTimes(mine), `server time of ${row.address}`);
    expectDistribution(row.roundTrip, roundTrips(mine), `round trip to ${row.address}`);
  }
  const clients = grouped(sessions, ({ client }) => client.address);
  expect(statistics.clients.rows).toHaveLength(clients.size);
  for (const row of statistics.clients.rows) expect(row).toMatchObject(loadOf(clients.get(row.address)!, messages));
}

function holdUsers({ sessions, messages, statistics }: DocumentJson): void {
  const attempts = sessions.flatMap(({ auth }) => auth);
  const named = grouped(attempts, ({ username }) => username);
  expect(statistics.users.rows.map(({ username }) => username).sort()).toEqual([...named.keys()].sort());
  const own = grouped(sessions, ({ auth }) => {
    const tried = auth.filter(({ username }) => username !== undefined);
    return (tried.filter(({ succeeded }) => succeeded).at(-1) ?? tried.at(-1))?.username;
  });
  for (const row of statistics.users.rows) {
    const tried = named.get(row.username)!;
    expect(row).toMatchObject({
      attempts: tried.length,
      succeeded: tried.filter(({ succeeded }) => succeeded === true).length,
      failed: tried.filter(({ succeeded }) => succeeded === false).length,
      ...loadOf(own.get(row.username) ?? [], messages),
    });
  }
  expect(statistics.auth).toMatchObject({
    sessions: sessions.filter(({ auth }) => auth.length > 0).length,
    attempts: attempts.length,
    succeeded: attempts.filter(({ succeeded }) => succeeded === true).length,
    failed: attempts.filter(({ succeeded }) => succeeded === false).length,
  });
  expect(Object.fromEntries(statistics.auth.mechanisms.rows.map((row) => [row.mechanism, row.attempts]))).toEqual(counted(attempts, ({ mechanism }) => mechanism));
}

interface Line extends EntryJson {
  readonly protocol: string;
  readonly timeline: readonly EntryJson[];
}

function keyOf({ kind, verb }: EntryJson, protocol: string): string | undefined {
  if (kind === 'command') return verb === undefined ? undefined : `${protocol} command ${verb}`;
  return ['message', 'auth', 'data', 'tcp'].includes(kind) ? `${protocol} ${kind} ` : undefined;
}

function isAsked({ kind, step, from }: EntryJson): boolean {
  return kind === 'command' || (kind === 'tcp' ? step === 'set-up' : from === 'client');
}

function holdDialogue({ sessions, statistics }: DocumentJson): void {
  const lines = sessions.flatMap(({ protocol, timeline }) => timeline.map((entry): Line => ({ ...entry, protocol, timeline })));
  const asked = counted(lines.filter(isAsked), (line) => keyOf(line, line.protocol));
  expect(Object.fromEntries(statistics.commands.rows.map(({ protocol, kind, verb = '', count }) => [`${protocol} ${kind} ${verb}`, count]))).toEqual(asked);
  const answers = grouped(lines.filter(({ latency }) => latency !== undefined), ({ answers: id, protocol, timeline }) => keyOf(timeline[id! - 1]!, protocol));
  for (const { protocol, kind, verb = '', latency, histogram } of statistics.commands.rows) {
    const waits = (answers.get(`${protocol} ${kind} ${verb}`) ?? []).map((line) => line.latency!);
    expectDistribution(latency, waits, `${protocol} ${verb}`);
    if (histogram === undefined) continue;
    const bounds = statistics.latencyBounds;
    expect(histogram).toEqual([...bounds, Infinity].map((bound, at) => waits.filter((wait) => wait >= 0 && wait <= bound && wait > (bounds[at - 1] ?? -1)).length));
  }
  const replies = counted(lines.filter(({ code, status }) => code !== undefined || status !== undefined), ({ protocol, code, status }) => `${protocol} ${code ?? status!}`);
  expect(Object.fromEntries(statistics.replies.map(({ protocol, code, status, count }) => [`${protocol} ${code ?? status!}`, count]))).toEqual(replies);
  expectDistribution(statistics.latency, latencies(sessions), 'latency');
  expectDistribution(statistics.serverTime, serverTimes(sessions), 'server time');
  const longest = lines.flatMap(({ latency = -1 }) => (latency < 0 ? [] : [latency])).sort((a, b) => b - a).slice(0, 10);
  expect(statistics.slowest.map(({ latency }) => latency)).toEqual(longest);
  for (const { session, entry, latency } of statistics.slowest) expect(sessions[session - 1]!.timeline[entry - 1]!.latency).toBe(latency);
}

function holdTransport({ sessions, statistics }: DocumentJson): void {
  const facts = sessions.map(({ tcp }) => tcp);
  expect(statistics.packets).toBe(sum(sessions.map(({ packets }) => packets)));
  expect(statistics.tcp).toEqual({
    retransmissions: sum(facts.map(({ retransmissions }) => retransmissions)),
    outOfOrder: sum(facts.map(({ outOfOrder }) => outOfOrder)),
    close: { fin: 0, rst: 0, open: 0, ...counted(facts, ({ close }) => close) },
    handshake: { complete: 0, partial: 0, absent: 0, ...counted(facts, ({ handshake }) => handshake) },
    gaps: sum(sessions.map(({ timeline }) => timeline.filter(({ kind }) => kind === 'gap').length)),
    missing: { client: sum(facts.map(({ missing }) => missing.client ?? 0)), server: sum(facts.map(({ missing }) => missing.server ?? 0)) },
  });
  const encrypted = sessions.flatMap(({ tls }) => tls ?? []);
  expect(statistics.tls).toEqual({
    ...{ none: sessions.length - encrypted.length, implicit: 0, starttls: 0 },
    ...counted(encrypted, ({ mode }) => mode),
    decrypted: encrypted.filter(({ decrypted }) => decrypted).length,
  });
  expectDistribution(statistics.roundTrip, roundTrips(sessions), 'round trip');
  expectDistribution(statistics.durations, sessions.flatMap(({ duration }) => (duration === undefined ? [] : [duration])), 'durations');
}

function outcomeOf({ direction, outcome, complete }: MessageJson): string {
  if (outcome?.accepted === true) return `${direction} accepted`;
  if (outcome?.accepted === false) return `${direction} ${outcome.code !== undefined && outcome.code < 500 ? 'refused-for-now' : 'refused'}`;
  if (direction !== 'retrieved') return `${direction} unanswered`;
  return `${direction} ${complete ? 'received' : 'incomplete'}`;
}

const ENCODINGS = ['7bit', '8bit', 'binary', 'quoted-printable', 'base64'];

function holdMails({ messages, statistics }: DocumentJson): void {
  expectDistribution(statistics.sizes, messages.map(({ size }) => size), 'sizes');
  expect(sum(statistics.sizeHistogram)).toBe(messages.length);
  expect(Object.fromEntries(statistics.outcomes.map(({ direction, outcome, messages: count }) => [`${direction} ${outcome}`, count]))).toEqual(counted(messages, outcomeOf));
  const leaves = messages.flatMap(({ parts }) =>
    parts.filter(({ contentType, path }) => !contentType.startsWith('multipart/') && !parts.some((part) => path !== '' && part.path.startsWith(`${path}.`))),
  );
  const byEncoding = grouped(leaves, ({ encoding = '7bit' }) => (ENCODINGS.includes(encoding) ? encoding : 'other'));
  expect(statistics.encodings).toHaveLength(byEncoding.size);
  for (const { encoding, ...sums } of statistics.encodings) {
    const mine = byEncoding.get(encoding)!;
    expect(sums).toEqual({ parts: mine.length, encodedSize: sum(mine.map((part) => part.encodedSize)), size: sum(mine.map(({ size }) => size)) });
  }
  const recipients = messages.filter(({ direction }) => direction === 'submitted').flatMap(({ envelope }) => envelope?.to ?? []);
  expect(statistics.recipients).toEqual({
    accepted: recipients.filter(({ accepted }) => accepted === true).length,
    refusedForNow: recipients.filter(({ accepted, code = 999 }) => accepted === false && code < 500).length,
    refused: recipients.filter(({ accepted, code = 999 }) => accepted === false && code >= 500).length,
    unanswered: recipients.filter(({ accepted }) => accepted === undefined).length,
  });
}

function holdTime({ sessions, messages, statistics }: DocumentJson): void {
  const { timeline } = statistics;
  const began = sessions.flatMap(({ start }) => (start === undefined ? [] : [start]));
  const came = messages.flatMap(({ session, entry }) => sessions[session - 1]!.timeline[entry - 1]?.time ?? []);
  if (began.length + came.length === 0) {
    expect(timeline).toBeUndefined();
    return;
  }
  const bucketOf = (time: string): string => {
    const seconds = Math.floor(Date.parse(time.replace(/\.\d+Z$/, 'Z')) / 1000);
    return new Date(Math.floor(seconds / timeline!.width) * timeline!.width * 1000).toISOString().replace('.000Z', 'Z');
  };
  expect(timeline!.buckets.length).toBeLessThanOrEqual(120);
  const told = (of: 'sessions' | 'messages'): Record<string, number> =>
    Object.fromEntries(timeline!.buckets.filter((bucket) => bucket[of] > 0).map((bucket) => [bucket.start, bucket[of]]));
  expect(told('sessions')).toEqual(counted(began, bucketOf));
  expect(told('messages')).toEqual(counted(came, bucketOf));
}

function holdFindings({ findings, statistics }: { findings: DocumentJson['findings']; statistics: Statistics }): void {
  expect(Object.fromEntries(statistics.findings.map(({ id, count }) => [id, count]))).toEqual(counted(findings, ({ id }) => id));
}

const HOLDS = [holdPeers, holdUsers, holdDialogue, holdTransport, holdMails, holdTime, holdFindings];

/** What others answer is no reply of the server's: those entries are counted, their waits are not. */
function withoutSurroundings(document: DocumentJson): DocumentJson {
  const strip = (entry: EntryJson): EntryJson => {
    if (entry.kind !== 'context') return entry;
    const { answers: _answers, latency: _latency, ...rest } = entry;
    return rest;
  };
  return { ...document, sessions: document.sessions.map((session) => ({ ...session, timeline: session.timeline.map(strip) })) };
}

describe.each([...OWN, ...BROKEN, ...SHARED])('%s', (file) => {
  it('counts what it holds', async () => {
    const document = withoutSurroundings((await viewsOf(file)).document);
    for (const hold of HOLDS) hold(document);
  });
});

it('all captures at once', async () => {
  const document = withoutSurroundings((await viewsOf(...OWN)).document);
  expect(document.statistics.latency?.approximate).toBe(true);
  for (const hold of HOLDS) hold(document);
});
