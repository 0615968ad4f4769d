/** What logs say of a mail's way: links that nothing else shows, ids that collide, and steps that no wire shows. */
import { describe, expect, it } from 'vitest';
import { JourneyCollector } from '../../src/journey/collector.js';
import type { Journey, JourneyStop } from '../../src/model/journey.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import { decodeDns } from '../../src/platform/dns-decoder.js';
import { stopWords } from '../../src/report/journey/stop-words.js';
import { languages } from '../../src/text/index.js';
import { analyzePackets } from '../pipeline/analysis.js';
import { Scene } from '../protocols/context/scene.js';

const PC = '192.0.2.10';
const MAIL = '192.0.2.25';
const OTHER = '192.0.2.26';
const NEXT = '198.51.100.25';
const LOG = '192.0.2.8';

interface Handed {
  readonly from: string;
  readonly to: string;
  readonly reply: string;
  readonly port?: number;
  readonly header?: string;
  readonly body?: string;
}

function hand(scene: Scene, { from, to, reply, port = 4000, header = 'Subject: Gruss', body = 'Hallo' }: Handed): Scene {
  return scene
    .connect(from, port, to, 25)
    .say('S: 220 ready', 'C: HELO there', 'S: 250 ok', 'C: MAIL FROM:<anna@kolleg.example>', 'S: 250 ok', 'C: RCPT TO:<bob@example.com>', 'S: 250 ok', 'C: DATA', 'S: 354 go')
    .say(`C: ${header}\r\n\r\n${body}\r\n.`, `S: ${reply}`, 'C: QUIT', 'S: 221 bye')
    .close();
}

function log(scene: Scene, text: string, from = MAIL): Scene {
  return scene.udp(from, 514, LOG, 514, Buffer.from(`<22>Nov 21 14:12:51 ${text}`));
}

async function journeysOf({ packets }: Scene): Promise<readonly Journey[]> {
  const collector = new JourneyCollector();
  for (const { session, entries, messages } of await analyzePackets(packets, tlsTools, decodeDns)) {
    for (const entry of entries) collector.entry(session, entry);
    for (const message of messages) collector.message(session, message);
  }
  return collector.result().journeys;
}

function linkOf(stop: JourneyStop | undefined): readonly unknown[] {
  return stop?.kind !== 'wire' ? [stop?.kind] : [stop.message, stop.previous?.stop, stop.previous?.certainty, ...(stop.previous?.evidence ?? [])];
}

/** Changed on the way, without Message-ID or Received field, so that nothing but the log links them. */
const LAST = { from: MAIL, to: NEXT, body: 'Hallo!\r\n--\r\nvirenfrei', reply: '250 2.0.0 Ok: queued as 64279D708' };

describe('a log that passes a mail on', () => {
  it.each([
    ['Exim', '250 OK id=1xUtYB-00000o-1l', 'mail exim[9]: 1xUtYB-00000o-1l => bob@example.com R=dns T=smtp H=mx [198.51.100.25] C="250 2.0.0 Ok: queued as 64279D708"'],
    ['Postfix', '250 2.0.0 Ok: queued as A405BDB7F', 'mail postfix/smtp[9]: A405BDB7F: to=<bob@example.com>, relay=mx[198.51.100.25]:25, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 64279D708)'],
    ['sendmail', '250 MAA00677 Message accepted for delivery', 'mail sendmail[9]: MAA00677: to=<bob@example.com>, mailer=esmtp, relay=mx [198.51.100.25], stat=Sent (Ok: queued as 64279D708)'],
  ])('of %s links the two, whatever has been changed', async (_, reply, line) => {
    const [journey, ...others] = await journeysOf(log(hand(hand(new Scene(), { from: PC, to: MAIL, reply }), LAST), line));
    expect(others).toEqual([]);
    expect(journey!.stops.map(linkOf)).toEqual([[1, undefined, undefined], [2, 0, 'probable', 'log', 'envelope', 'host']]);
    expect(stopWords(journey!.stops, 1, languages.en).link).toBe(
      'Probably the same mail: the log of 192.0.2.25 (session 2, line 17) passes it on as "64279D708"; sender and recipient and the host agree. Its content has been changed on the way.',
    );
    expect(stopWords(journey!.stops, 1, languages.de).link).toMatch(/^Wahrscheinlich dieselbe Mail: Nach dem Logbuch von 192\.0\.2\.25 \(Sitzung 2, Zeile 17\) ging sie als „64279D708“ weiter; /);
  });

  it('makes it certain where the content is the same', async () => {
    const scene = hand(hand(new Scene(), { from: PC, to: MAIL, reply: '250 Ok: queued as A405BDB7F' }), { ...LAST, body: 'Hallo' });
    const [journey] = await journeysOf(log(scene, 'mail postfix[9]: A405BDB7F: to=<bob@example.com>, relay=mx[198.51.100.25]:25, status=sent (250 2.0.0 Ok: queued as 64279D708)'));
    expect(linkOf(journey!.stops[1])).toEqual([2, 0, 'certain', 'log', 'content', 'envelope', 'host']);
  });

  it('is understood where the reply named no id, and another line gives the id to the Message-ID', async () => {
    const scene = hand(new Scene(), { from: PC, to: MAIL, reply: '250 ok', header: 'Message-ID: <g@kolleg.example>' });
    log(scene, 'mail postfix[9]: A405BDB7F: client=pc[192.0.2.10]');
    log(scene, 'mail postfix[9]: A405BDB7F: message-id=<g@kolleg.example>');
    log(scene, 'mail postfix[9]: A405BDB7F: to=<bob@example.com>, relay=none, status=deferred (connection timed out)');
    const [journey] = await journeysOf(scene);
    expect(journey!.stops).toMatchObject([{ kind: 'wire' }, { kind: 'log', outcome: 'deferred', to: undefined, recipients: ['bob@example.com'], previous: { stop: 0 } }]);
    expect(stopWords(journey!.stops, 1, languages.en).text).toBe('By its log (session 1, line 19), 192.0.2.25 could not deliver it for bob@example.com yet, and keeps it: "deferred (connection timed out)".');
    expect(stopWords(journey!.stops, 1, languages.de).text).toBe('Nach seinem Logbuch (Sitzung 1, Zeile 19) konnte 192.0.2.25 sie für bob@example.com noch nicht zustellen und behält sie: „deferred (connection timed out)“.');
  });
});

describe('queue ids that collide', () => {
  const ONE = '250 Ok: queued as A405BDB7F';
  const line = (host: string): string => `${host} postfix[9]: A405BDB7F: to=<bob@example.com>, relay=mx[198.51.100.25]:25, status=sent (250 2.0.0 Ok: queued as 64279D708)`;

  it('are told apart by the host that writes', async () => {
    const scene = hand(hand(new Scene(), { from: PC, to: OTHER, reply: ONE, body: 'Etwas anderes' }), { from: PC, to: MAIL, reply: ONE, port: 4001 });
    const journeys = await journeysOf(log(hand(scene, LAST), line('mail')));
    expect(journeys.map(({ stops }) => stops.map(linkOf))).toEqual([[[1, undefined, undefined]], [[2, undefined, undefined], [3, 0, 'probable', 'log', 'envelope', 'host']]]);
  });

  it('link nothing where another host wrote the line', async () => {
    const scene = hand(new Scene(), { from: PC, to: OTHER, reply: ONE, body: 'Etwas anderes' });
    const journeys = await journeysOf(log(hand(scene, LAST), line('mail')));
    expect(journeys.map(({ stops }) => stops.length)).toEqual([1, 1]);
  });

  it('link nothing where the Message-IDs differ', async () => {
    const scene = hand(new Scene(), { from: PC, to: MAIL, reply: ONE, header: 'Message-ID: <1@kolleg.example>' });
    const journeys = await journeysOf(log(hand(scene, { ...LAST, header: 'Message-ID: <2@kolleg.example>' }), line('mail')));
    expect(journeys.flatMap(({ stops }) => stops.filter(({ kind }) => kind === 'wire' ).map(({ previous }) => previous))).toEqual([undefined, undefined]);
  });

  it('tell the latest of two mails that one host took under one id', async () => {
    const scene = hand(hand(new Scene(), { from: PC, to: MAIL, reply: ONE, body: 'Erste' }), { from: PC, to: MAIL, reply: ONE, port: 4001, body: 'Zweite' });
    const journeys = await journeysOf(log(hand(scene, LAST), line('mail')));
    expect(journeys.map(({ stops }) => stops.length)).toEqual([1, 2]);
  });
});

describe('a step that no wire shows', () => {
  it('is told by the log: to whom it went, and who is still waiting', async () => {
    const scene = hand(new Scene(), { from: PC, to: MAIL, reply: '250 OK id=1xUtYB-00000o-1l' });
    const said = (rest: string): Scene => log(scene, `mail exim[9]: 1xUtYB-00000o-1l ${rest}`);
    said('== bob@example.com R=dns T=smtp defer (110): Connection timed out');
    said('=> bob@example.com R=dns T=smtp H=mx.example.com [198.51.100.25] C="250 2.0.0 Ok: queued as 64279D708"');
    said('-> wiki@example.com R=dns T=smtp H=mx.example.com [198.51.100.25] C="250 2.0.0 Ok: queued as 64279D708"');
    said('** carl@example.org R=dns T=smtp H=mx.example.org [198.51.100.7]: SMTP error: 550 no such user');
    const [journey] = await journeysOf(scene);
    expect(journey!.stops.slice(1)).toMatchObject([
      { kind: 'log', outcome: 'delivered', to: { name: 'mx.example.com', address: NEXT }, recipients: ['bob@example.com', 'wiki@example.com'], session: 1 },
      { kind: 'log', outcome: 'bounced', recipients: ['carl@example.org'] },
    ]);
    expect(stopWords(journey!.stops, 1, languages.en).text).toBe(
      'By its log (session 1, line 19), 192.0.2.25 has delivered it for bob@example.com and wiki@example.com to mx.example.com: "250 2.0.0 Ok: queued as 64279D708". This wire was not watched.',
    );
    expect(stopWords(journey!.stops, 2, languages.en).rest).toBe('behind step 1: at 192.0.2.25');
  });

  it('is not told where the wire was watched', async () => {
    const scene = hand(hand(new Scene(), { from: PC, to: MAIL, reply: '250 OK id=1xUtYB-00000o-1l' }), { ...LAST, body: 'Hallo' });
    const [journey] = await journeysOf(log(scene, 'mail exim[9]: 1xUtYB-00000o-1l => bob@example.com R=dns T=smtp H=mx [198.51.100.25] C="250 2.0.0 Ok: queued as 64279D708"'));
    expect(journey!.stops.map(({ kind }) => kind)).toEqual(['wire', 'wire']);
  });
});
