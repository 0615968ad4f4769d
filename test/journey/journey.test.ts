/** Mails on their way over sessions: what links them, and what does not. */
import { describe, expect, it } from 'vitest';
import { JourneyCollector } from '../../src/journey/collector.js';
import type { Journey, WatchedStop } from '../../src/model/journey.js';
import type { Packet } from '../../src/model/packet.js';
import { openInputs } from '../../src/cli/inputs.js';
import { analyze } from '../../src/analyze.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import { decodeDns } from '../../src/platform/dns-decoder.js';
import { hashFactory } from '../../src/platform/hash.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import { messageJourneys } from '../../src/report/journey/json.js';
import { renderJourneys } from '../../src/report/journey/text.js';
import { languages } from '../../src/text/index.js';
import { packetsOf } from '../findings/script.js';
import { analyzePackets } from '../pipeline/analysis.js';

async function journeysOf(packets: readonly Packet[]): Promise<readonly Journey[]> {
  const collector = new JourneyCollector();
  for (const { session, messages } of await analyzePackets(packets)) for (const message of messages) collector.message(session, message);
  return collector.result().journeys;
}

interface Mail {
  readonly host?: number;
  readonly server?: string;
  readonly helo?: string;
  readonly recipient?: string;
  /** Of the header. */
  readonly fields?: readonly string[];
  readonly body?: string;
  readonly reply?: string;
}

/** A session that hands in one mail. */
function sent({ host = 7, server = 'mail.kolleg.example', helo = 'pc.kolleg.example', recipient = 'bob@example.com', fields = [], body = 'Hallo', reply = '250 OK id=1abcde-000001-2A' }: Mail): string {
  return [
    `@ port 25, host ${host}`,
    `S: 220 ${server} ESMTP`,
    `C: EHLO ${helo}`,
    `S: 250 ${server}`,
    'C: MAIL FROM:<anna@kolleg.example>',
    'S: 250 OK',
    `C: RCPT TO:<${recipient}>`,
    'S: 250 OK',
    'C: DATA',
    'S: 354 go ahead',
    ...fields.map((field) => `C: ${field}`),
    'C: Subject: Gruss',
    'C:',
    `C: ${body}`,
    'C: .',
    `S: ${reply}`,
    'C: QUIT',
    'S: 221 bye',
    '',
  ].join('\n');
}

const ID = 'Message-ID: <gruss-1@kolleg.example>';
const RECEIVED = 'Received: from pc.kolleg.example by mail.kolleg.example with esmtp id 1abcde-000001-2A; Tue, 14 Nov 2023 22:13:20 +0000';
const RELAY = { host: 9, server: 'mx.example.com', helo: 'mail.kolleg.example', reply: '250 2.0.0 Ok: queued as 64279D708' };

function linksOf(journeys: readonly Journey[]): readonly (readonly (readonly string[])[])[] {
  return journeys.map(({ stops }) => stops.map((stop) => (stop.kind !== 'wire' ? [stop.kind] : [stop.previous?.certainty ?? 'first', ...(stop.previous?.evidence ?? [])])));
}

describe('a mail that is relayed', () => {
  it('is certainly the same by the id that the host wrote, and the rest', async () => {
    const journeys = await journeysOf(packetsOf(sent({ fields: [ID] }) + sent({ ...RELAY, fields: [RECEIVED, ID] })));
    expect(linksOf(journeys)).toEqual([[['first'], ['certain', 'queue-id', 'message-id', 'content', 'envelope', 'host']]]);
    const second = journeys[0]!.stops[1] as WatchedStop;
    expect(second).toMatchObject({ session: 2, message: 2, queueId: '64279D708', previous: { stop: 0, isAltered: false } });
    expect(second.previous!.rest).toBeGreaterThan(0);
  });

  it('is known without a Message-ID, and where the relay adds one', async () => {
    expect(linksOf(await journeysOf(packetsOf(sent({}) + sent({ ...RELAY, fields: [RECEIVED, ID] }))))).toEqual([[['first'], ['certain', 'queue-id', 'content', 'envelope', 'host']]]);
  });

  it('is known by Message-ID and content where no id is given', async () => {
    const script = sent({ fields: [ID], reply: '250 OK' }) + sent({ ...RELAY, fields: [RECEIVED, ID] });
    expect(linksOf(await journeysOf(packetsOf(script)))).toEqual([[['first'], ['certain', 'message-id', 'content', 'envelope', 'host']]]);
  });

  it('is told as changed where a list adds to it', async () => {
    const script = sent({ fields: [ID], recipient: 'klasse@kolleg.example' }) + sent({ ...RELAY, fields: [RECEIVED, 'List-Id: <klasse.kolleg.example>', ID], body: 'Hallo, und ein Nachsatz' });
    const [journey, ...others] = await journeysOf(packetsOf(script));
    expect(others).toEqual([]);
    expect((journey!.stops[1] as WatchedStop).previous).toMatchObject({ certainty: 'certain', isAltered: true });
  });

  it('splits where it goes on to two recipients', async () => {
    const one = sent({ ...RELAY, fields: [RECEIVED, ID] });
    const other = sent({ ...RELAY, host: 11, recipient: 'wiki@example.com', fields: [RECEIVED, ID], reply: '250 2.0.0 Ok: queued as 64279D709' });
    const [journey, ...others] = await journeysOf(packetsOf(sent({ fields: [ID] }) + one + other));
    expect(others).toEqual([]);
    expect(journey!.stops.map((stop) => stop.previous?.stop)).toEqual([undefined, 0, 0]);
  });

  it('tells of steps between that nobody watched as hearsay', async () => {
    const inner = 'Received: from mail.kolleg.example by filter.kolleg.example with esmtp id 77; Tue, 14 Nov 2023 22:13:21 +0000';
    const journeys = await journeysOf(packetsOf(sent({ fields: [ID] }) + sent({ ...RELAY, helo: 'filter.kolleg.example', fields: [inner, RECEIVED, ID] })));
    expect(journeys[0]!.stops).toMatchObject([{ kind: 'wire', message: 1 }, { kind: 'hearsay', to: { name: 'filter.kolleg.example' }, queueId: '77', previous: { stop: 0 } }, { kind: 'wire', message: 2, previous: { stop: 1 } }]);
  });

  it('tells of the way before the first wire as hearsay', async () => {
    expect(linksOf(await journeysOf(packetsOf(sent({ ...RELAY, fields: [RECEIVED, ID] }))))).toEqual([[['hearsay'], ['possible', 'received']]]);
  });
});

it('a report that a host has written has no sender, and comes from nobody', async () => {
  const written = 'Received: by mail.kolleg.example (Postfix) id 77; Tue, 14 Nov 2023 22:13:20 +0000';
  const packets = packetsOf(sent({ ...RELAY, fields: [written, ID] }).replace('FROM:<anna@kolleg.example>', 'FROM:<>'));
  const told = (code: 'en' | 'de'): Promise<string> =>
    journeysOf(packets).then((journeys) => renderJourneys({ journeys, forgotten: 0 }, { language: languages[code], zone: 'utc', width: 200, coloured: false }));
  const lines = (await told('en')).split('\n');
  expect(lines[0]).toBe('Mail 1 · <gruss-1@kolleg.example> · "Gruss" · <>');
  expect(lines[2]).toMatch(/ · mail\.kolleg\.example · hearsay$/);
  expect(lines[3]).toBe('     By its Received line, mail.kolleg.example took it as "77"; whom from, it does not say: hearsay.');
  expect(await told('de')).toContain('als „77“ angenommen; von wem, sagt sie nicht: Hörensagen.');
});

describe('a mail to very many', () => {
  it('is told around each copy, not whole with every one', () => {
    const host = { name: 'mail.kolleg.example' };
    const arrival = { seconds: 1, fraction: 0, digits: 6, nanos: 0, frame: 1, earlierFrames: undefined, capture: 0, order: 1 };
    const stop = (message: number): WatchedStop => ({
      ...{ kind: 'wire', session: message, message, protocol: 'smtp', direction: 'submitted', from: host, to: host, begin: arrival, end: arrival, duration: 0, recipients: [] },
      previous: message === 1 ? undefined : { stop: 0, evidence: ['queue-id'], certainty: 'certain', isAltered: false },
    });
    const told = messageJourneys({ journeys: [{ id: 1, stops: Array.from({ length: 5000 }, (_, at) => stop(at + 1)) }], forgotten: 0 });
    expect(told.get(1)!.stops).toHaveLength(100);
    expect(told.get(4711)).toMatchObject({ stop: 1, stops: [{ message: 1 }, { message: 4711, previous: { stop: 0 } }] });
  });
});

describe('ids that collide', () => {
  const apart = async (script: string): Promise<void> => {
    const journeys = await journeysOf(packetsOf(script));
    expect(journeys.map(({ stops }) => stops.filter(({ kind }) => kind === 'wire').length)).toEqual([1, 1]);
  };

  it('link nothing: one Message-ID, two contents', async () => apart(sent({ fields: [ID], reply: '250 OK' }) + sent({ ...RELAY, fields: [RECEIVED, ID], body: 'Etwas ganz anderes' })));

  it('link nothing: one queue id, two Message-IDs', async () => apart(sent({ fields: ['Message-ID: <anders@example.org>'] }) + sent({ ...RELAY, fields: [RECEIVED, ID], body: 'Etwas ganz anderes' })));

  it('link nothing: the same Message-ID twice from the author', async () => apart(sent({ fields: [ID] }) + sent({ host: 9, fields: [ID], reply: '250 OK id=2' })));

  it('link nothing where the host names another id: the same mail, sent twice', async () => {
    const again = RECEIVED.replace('1abcde-000001-2A', '1zzzzz-000009-9Z');
    await apart(sent({ fields: [ID] }) + sent({ ...RELAY, fields: [again, ID] }));
  });

  it('link nothing to a mail that was refused', async () => apart(sent({ fields: [ID], reply: '550 no' }) + sent({ ...RELAY, fields: [RECEIVED, ID] })));
});

describe('the campus', () => {
  it.each(['campus', 'campus-day-off'])('%s: one mail, to two mailboxes, whatever the clocks say', async (name) => {
    const files = ['pc', 'mail', 'mx', 'post'].map((place) => `captures/${name}-at-${place}.pcap`);
    const { readers, vantage, close } = await openInputs(files, false, [], true);
    const collector = new JourneyCollector();
    const nothing = (): void => {};
    await analyze(
      readers,
      { begin: nothing, entry: (session, entry) => collector.entry(session, entry), finding: nothing, end: nothing, capture: nothing, done: nothing, message: (session, message) => collector.message(session, message) },
      { decoder: mailDecoder, tls: tlsTools, hash: hashFactory, dns: decodeDns, vantage },
    );
    close();
    const [journey, ...others] = collector.result().journeys;
    expect(others).toEqual([]);
    const stops = journey!.stops as readonly WatchedStop[];
    expect(new Set(stops.slice(1).map(({ previous }) => previous!.certainty))).toEqual(new Set(['certain']));
    // Of all that is handed on the host's own log says so, too.
    for (const { direction, previous } of stops.slice(1)) expect(previous!.evidence.includes('log')).toBe(direction === 'submitted');
    expect(stops.filter(({ direction }) => direction === 'retrieved').map(({ user }) => user)).toEqual(['bob', 'wiki']);
    // Nothing goes on before it is there, but for the jitter of four clocks.
    for (const { previous } of stops.slice(1)) expect(previous!.rest).toBeGreaterThan(-0.005);
    expect(stops.some(({ statedAhead }) => statedAhead !== undefined)).toBe(name !== 'campus');
  });
});
