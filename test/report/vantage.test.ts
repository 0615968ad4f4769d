/** What a report says of a session that several captures hold: places, clocks, and whose the waiting was. */
import { describe, expect, it } from 'vitest';
import { clockWords, sessionVantage } from '../../src/report/vantage.js';
import type { CaptureJson } from '../../src/report/json/capture.js';
import type { EntryJson } from '../../src/report/json/entry.js';
import type { SessionJson } from '../../src/report/json/session.js';
import { languages } from '../../src/text/index.js';

const CAPTURES = ['pc.pcap', 'mail.pcap', 'mx.pcap'].map((file) => ({ file })) as unknown as readonly CaptureJson[];
const START = '2026-11-21T22:27:15.000000Z';

function at(milliseconds: number): string {
  return `2026-11-21T22:27:15.${String(milliseconds * 1000).padStart(6, '0')}Z`;
}

/** A greeting after 30 ms; two commands at once, both answered 40 ms after the second one. */
const TIMELINE = [
  { id: 1, time: at(0), from: 'client' },
  { id: 2, time: at(30), from: 'server', answers: 1, latency: 0.03 },
  { id: 3, time: at(50), from: 'client' },
  { id: 4, time: at(60), from: 'client' },
  { id: 5, time: at(100), from: 'server', answers: 3, latency: 0.05 },
  { id: 6, time: at(100), from: 'server', answers: 4, latency: 0.04 },
] as unknown as readonly EntryJson[];

function seen(captures: readonly number[], vantage: SessionJson['vantage'], timeline = TIMELINE) {
  return { start: START, captures, vantage, timeline } as unknown as Parameters<typeof sessionVantage>[0];
}

describe('a session that several captures hold', () => {
  it('tells the network between them from the server, and two replies that were waited for together are one wait', () => {
    const { places, waiting } = sessionVantage(seen([1, 0, 2], [{ capture: 0, distance: -0.001 }, { capture: 2, distance: 0.009 }]), CAPTURES, languages.en);
    expect(places).toBe('pc.pcap (nearest to the client), mail.pcap (1 ms further on the way to the server; its times are shown) and mx.pcap (9 ms further on the way to the server)');
    expect(waiting).toBe('The client waited for replies two times, 80 ms in all where the times were taken: 36 ms of it on the way between the places (18 ms there and back), 44 ms at the server or behind it. Nearest to the client it is 2 ms more each time.');
  });

  it('has all of the waiting at the server where its times were taken there', () => {
    const { waiting } = sessionVantage(seen([2, 1], [{ capture: 1, distance: -0.009 }]), CAPTURES, languages.de);
    expect(waiting).toBe(
      'Der Client wartete zwei Mal auf Antworten, zusammen 80 ms dort, wo die Zeiten genommen sind, an der Stelle, die dem Server am nächsten ist. An der Stelle, die dem Client am nächsten ist, dauert es jedes Mal 18 ms länger.',
    );
  });

  it('says nothing of the way where one direction alone was seen at both', () => {
    const { places, waiting } = sessionVantage(seen([0, 1], [{ capture: 1 }]), CAPTURES, languages.en);
    expect(places).toBe('pc.pcap (where on the way is not known; its times are shown) and mail.pcap (where on the way is not known)');
    expect(waiting).toBeUndefined();
  });

  it('never takes more for the way than was waited', () => {
    const { waiting } = sessionVantage(seen([0, 1], [{ capture: 1, distance: 2 }]), CAPTURES, languages.en);
    expect(waiting).toContain('80 ms of it on the way between the places (4 s there and back), 0 µs at the server');
  });
});

describe('a clock', () => {
  it('is ahead or behind, and followed or not', () => {
    expect(clockWords({ reference: 1, ahead: 86_585.25, moved: true }, CAPTURES, languages.en)).toBe('1 day 3 min 5.25 s ahead of that of mail.pcap, by packets that both hold; the lines show the times of the latter');
    expect(clockWords({ reference: 1, ahead: -0.000058, moved: false }, CAPTURES, languages.de)).toBe('geht gegenüber der von mail.pcap um 58 µs nach, gemessen an Paketen, die beide enthalten');
  });
});
