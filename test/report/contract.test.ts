/**
 * What is promised to the programs that read the JSON, held against every capture there is: the schema, the order of
 * things, the sums of octets, the references between entries, and that NDJSON holds the same objects.
 */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DocumentJson } from '../../src/report/json/document.js';
import type { EntryJson } from '../../src/report/json/entry.js';
import type { MessageJson } from '../../src/report/json/message.js';
import type { JourneyJson } from '../../src/report/journey/json.js';
import type { NdjsonLineJson } from '../../src/report/json/output.js';
import { languages, sentence } from '../../src/text/index.js';
import { BROKEN, OWN, SHARED } from '../captures.js';
import { viewsOf, type Views } from './views.js';

type SessionWithTimeline = DocumentJson['sessions'][number];

const SIDES = ['client', 'server'] as const;
/** What a reply may be the answer to. */
const ANSWERABLE = ['command', 'message', 'auth', 'tcp'];
/** An answer of the DNS is told at the side that asked. */
const CONTEXT = ['context'];
/** At most so many frames are listed of an entry. */
const FRAMES = 64;

/** Its clock jumps back by decades between two frames; frames are read as they stand. */
const CLOCK_JUMPS_BACK = 'captures/broken/time-units.pcapng';

const schema = JSON.parse(readFileSync('dist/schema.json', 'utf8')) as object;
const validate = new Ajv({ allErrors: false }).compile(schema);

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function expectValid(value: unknown): void {
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}

function expectOctetSums({ bytes, tcp, timeline }: SessionWithTimeline): void {
  for (const side of SIDES) {
    const mine = timeline.filter(({ from }) => from === side);
    const gaps = mine.filter(({ kind }) => kind === 'gap');
    const rest = mine.filter(({ kind }) => kind !== 'gap');
    expect(sum(rest.map((entry) => entry.bytes)), `octets of the ${side}`).toBe(bytes[side]);
    expect(sum(gaps.map((entry) => entry.bytes)), `missing octets of the ${side}`).toBe(tcp.missing[side] ?? 0);
  }
}

function expectOrder({ timeline }: SessionWithTimeline): void {
  expect(timeline.map(({ id }) => id)).toEqual(timeline.map((_, at) => at + 1));
  for (const [at, entry] of timeline.entries()) {
    const before = timeline[at - 1];
    if (before?.time === undefined || entry.time === undefined) continue;
    expect(digitsOf(before.time) <= digitsOf(entry.time), `entry ${before.id} of ${before.time} stands before ${entry.id} of ${entry.time}`).toBe(true);
    const [earlier, later] = [before.frames.at(-1), entry.frames.at(-1)];
    if (before.time === entry.time && before.capture === entry.capture && earlier !== undefined && later !== undefined) {
      expect(earlier, `frame of entry ${before.id}`).toBeLessThanOrEqual(later);
    }
  }
}

/** Times of one capture may differ in their number of digits; without the Z they compare as text. */
function digitsOf(time: string): string {
  return time.slice(0, -1);
}

function expectFrames({ kind, frames, frameCount }: EntryJson): void {
  // No frame brought the octets of a gap.
  if (kind === 'gap') expect(frames).toEqual([]);
  else expect(frames.length).toBeGreaterThan(0);
  expect(frames.length).toBeLessThanOrEqual(FRAMES);
  expect([...frames].sort((a, b) => a - b)).toEqual(frames);
  if (frameCount !== undefined) expect(frameCount).toBeGreaterThan(FRAMES);
}

function expectAnswers({ timeline }: SessionWithTimeline): void {
  for (const entry of timeline) {
    if (entry.answers === undefined) continue;
    const question = timeline[entry.answers - 1];
    expect(entry.kind === 'context' ? CONTEXT : ANSWERABLE, `entry ${entry.id} answers ${entry.answers}`).toContain(question?.kind);
    if (question?.kind !== 'tcp' && entry.kind !== 'context') expect(question?.from, `entry ${entry.id} answers ${entry.answers}`).not.toBe(entry.from);
  }
}

function expectMessage(document: DocumentJson, message: MessageJson): void {
  const session = document.sessions.find(({ id }) => id === message.session)!;
  const entries = message.entries.map((id) => session.timeline[id - 1]!);
  const content = entries.filter(({ kind }) => kind === 'message');
  // A mail all of whose octets are missing, or that has none (BDAT 0 LAST), begins with its command.
  expect(session.timeline[message.entry - 1]).toBe(content[0] ?? entries[0]);
  expect(content.every((entry) => entry.message === message.id)).toBe(true);
  expect([...message.entries].sort((a, b) => a - b)).toEqual(message.entries);
  // Behind COMPRESS the stream has fewer octets than the mail in it; the text of CATENATE stands in its command.
  if (!session.timeline.some(({ verb }) => verb === 'COMPRESS')) {
    expect(message.size, 'octets of the mail').toBeLessThanOrEqual(sum((content.length === 0 ? entries : content).map(({ bytes }) => bytes)));
  }
  expect(message.sha256 !== undefined, 'hashes of whole mails only').toBe(message.complete);
  expect(message.md5 !== undefined).toBe(message.complete);
}

function expectStatistics({ sessions, messages, statistics }: DocumentJson): void {
  expect(statistics).toMatchObject({
    sessions: sessions.length,
    entries: sum(sessions.map(({ timeline }) => timeline.length)),
    messages: messages.length,
    messageBytes: sum(messages.map(({ size }) => size)),
    bytes: { client: sum(sessions.map(({ bytes }) => bytes.client)), server: sum(sessions.map(({ bytes }) => bytes.server)) },
  });
}

/** The lines of one type, without what only a line has. */
function ofType(lines: readonly NdjsonLineJson[], wanted: NdjsonLineJson['type']): readonly object[] {
  return lines.filter(({ type }) => type === wanted).map(({ type: _type, ...rest }) => rest);
}

function byId(items: readonly object[]): readonly object[] {
  return (items as readonly { readonly id: number }[]).toSorted((a, b) => a.id - b.id);
}

function expectSameObjects({ document, lines }: Views): void {
  const captures = ofType(lines, 'capture') as readonly { readonly position: number }[];
  const ordered = captures.toSorted((a, b) => a.position - b.position).map(({ position: _position, ...capture }) => capture);
  expect(ordered).toEqual(document.captures);
  expect(byId(ofType(lines, 'session'))).toEqual(document.sessions.map(({ timeline: _timeline, ...session }) => session));
  expect(byId(ofType(lines, 'message'))).toEqual(document.messages.map(({ journey: _journey, ...message }) => message));
  const statistics = ofType(lines, 'statistics') as readonly (Record<string, unknown> & { readonly journeys?: readonly JourneyJson[] })[];
  expect(statistics.map(({ journeys: _journeys, ...rest }) => rest)).toEqual([document.statistics]);
  // A mail tells its own journey; told behind all mails it stands once.
  const told = new Map(document.messages.flatMap(({ journey }) => (journey === undefined ? [] : [[journey.id, journey.stops]])));
  expect(statistics[0]!.journeys?.map(({ id, stops }) => [id, stops]) ?? []).toEqual([...told].toSorted(([a], [b]) => a - b));
  expect(lines.at(-1)?.type).toBe('statistics');
  for (const { id, timeline } of document.sessions) {
    const mine = lines.filter((line) => line.type === 'entry' && line.session === id);
    expect(ofType(mine, 'entry')).toEqual(timeline.map((entry) => ({ session: id, ...entry })));
  }
}

function holdToTheContract(file: string): void {
  let views: Views;
  beforeAll(async () => {
    views = await viewsOf(file);
  });

  it('validates against the schema', () => {
    expectValid(views.document);
    views.lines.forEach(expectValid);
  });

  it('numbers and orders sessions, entries and mails', () => {
    const { sessions, messages } = views.document;
    expect(sessions.map(({ id }) => id)).toEqual(sessions.map((_, at) => at + 1));
    expect(messages.map(({ id }) => id)).toEqual(messages.map((_, at) => at + 1));
    if (file !== CLOCK_JUMPS_BACK) sessions.forEach(expectOrder);
  });

  it('gives every octet to one entry', () => views.document.sessions.forEach(expectOctetSums));

  it('refers to what exists', () => {
    const { document } = views;
    for (const session of document.sessions) {
      session.timeline.forEach(expectFrames);
      expectAnswers(session);
      for (const { entry } of session.auth) expect(session.timeline[entry - 1]?.kind).toMatch(/^(?:command|auth)$/);
    }
    for (const message of document.messages) expectMessage(document, message);
  });

  it('says something about every entry in both languages', () => {
    for (const note of views.notes) {
      for (const language of Object.values(languages)) {
        const text = sentence(language, note);
        expect(text, note.key).not.toMatch(/^\s*$|undefined|NaN|\[object/);
      }
    }
  });

  it('counts what it holds', () => expectStatistics(views.document));

  it('holds the same objects as NDJSON', () => expectSameObjects(views));
}

describe.each(OWN)('%s', holdToTheContract);
describe.each(BROKEN)('%s', holdToTheContract);
describe.skipIf(SHARED.length === 0)('captures of other projects', () => {
  describe.each(SHARED)('%s', holdToTheContract);
});
