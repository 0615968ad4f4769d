import { describe, expect, it } from 'vitest';
import { limits } from '../../src/dialogue/limits.js';
import { ConnectionTable } from '../../src/stream/connection-table.js';
import { handshake, segmentOf, type SegmentWords } from '../stream/segments.js';
import { hearSessions, type Heard } from './heard.js';

function pass(...segments: readonly SegmentWords[]): Heard {
  const heard = hearSessions();
  const table = new ConnectionTable(heard.listen);
  segments.forEach((words, index) => table.segment(segmentOf(words, index + 1)));
  table.end();
  return heard;
}

const GREETING: SegmentWords = { from: 'server', sequence: 501, acknowledgement: 101, text: '220 mx.example.org ESMTP\r\n' };

describe('sessions', () => {
  it('are numbered in the order in which they are recognised', () => {
    const { sessions } = pass(
      ...handshake({ host: 1 }),
      ...handshake({ host: 2 }),
      { ...GREETING, host: 2 },
      { ...GREETING, host: 1 },
    );
    expect(sessions.map(({ id, client }) => [id, client.address])).toEqual([[1, '192.0.2.2'], [2, '192.0.2.1']]);
  });

  it('know who is the client though the server was seen first', () => {
    const [syn, answer, ack] = handshake();
    const { sessions } = pass(answer!, syn!, ack!, GREETING);
    expect(sessions[0]).toMatchObject({ clientDirection: 1, client: { port: 50_000 }, server: { address: '198.51.100.25', port: 25 } });
  });

  it('end once each', () => {
    const { sessions, ended } = pass(...handshake(), GREETING);
    expect(ended).toEqual(sessions);
  });

  it('of foreign protocols are none', () => {
    const answer: SegmentWords = { from: 'server', sequence: 501, acknowledgement: 117, text: 'HTTP/1.1 400 Bad Request\r\n' };
    const { sessions, entries } = pass(...handshake(), { sequence: 101, acknowledgement: 501, text: 'GET / HTTP/1.1\r\n' }, answer);
    expect(sessions).toEqual([]);
    expect(entries).toEqual([]);
  });
});

describe('a port scan', () => {
  it('becomes so many sessions and no more; the rest is counted', () => {
    const beyond = 5;
    const syns = Array.from({ length: limits.silent + beyond }, (_, index) => ({ ...handshake({ clientPort: 1024 + index })[0]! }));
    const { sessions, table } = pass(...syns);
    expect(sessions.length).toBe(limits.silent);
    expect(table.scanned).toBe(beyond);
  });
});

describe('the entries of TCP', () => {
  const setupNote = (...segments: readonly SegmentWords[]): string | undefined => pass(...segments).entries[0]?.note.key;

  it('name the set-up with all its frames, and how long it took', () => {
    const [syn, answer, ack] = handshake();
    const { entries } = pass(syn!, syn!, answer!, { ...ack!, fraction: 5000 }, { ...GREETING, fraction: 6000 });
    expect(entries[0]).toMatchObject({ kind: 'tcp', from: 'client', phase: 'connect', step: 'set-up' });
    expect(entries[0]!.extent).toMatchObject({ bytes: 0, frames: [1, 2, 3, 4], frameCount: 4 });
    expect(entries[0]!.note).toEqual({ key: 'tcp.setup', params: { port: 25, duration: 0.005, exchange: 0.005 } });
    expect(entries[1]!.answers).toBe(entries[0]);
  });

  it('say that nobody answered', () => {
    const [syn] = handshake();
    expect(setupNote(syn!, syn!)).toBe('tcp.setup-unanswered');
    expect(pass(syn!, syn!).entries[0]!.note.params).toEqual({ port: 25, attempts: 2 });
  });

  it('say that the connection was refused', () => {
    expect(setupNote(handshake()[0]!, { from: 'server', flags: 'R', sequence: 0, acknowledgement: 101 })).toBe('tcp.setup-refused');
  });

  it('say that only a part was captured', () => {
    const [syn, answer] = handshake();
    expect(setupNote(syn!, answer!)).toBe('tcp.setup-partial');
    expect(setupNote(answer!, GREETING)).toBe('tcp.setup-partial');
  });

  it('say that the SYN carries the first octets, and hear the rest of such a set-up', () => {
    const syn: SegmentWords = { flags: 'S', sequence: 100, text: 'EHLO pc.example.org\r\n' };
    const answer: SegmentWords = { from: 'server', flags: 'S', sequence: 500, acknowledgement: 122 };
    const greeting = '220 mx.example.org ESMTP\r\n';
    const apart = pass(syn, answer, { sequence: 122, acknowledgement: 501 }, { ...GREETING, text: greeting });
    const together = pass(syn, { ...answer, text: greeting }, { sequence: 122, acknowledgement: 501 + greeting.length });
    for (const { entries, sessions } of [apart, together]) {
      expect(entries.map(({ note }) => note.key)).toEqual(['tcp.setup-fast-open', 'smtp.command.ehlo', 'smtp.greeting']);
      expect(sessions[0]!.connection.handshake).toBe('complete');
    }
  });

  it('are not written where nothing of the set-up was captured', () => {
    expect(pass(GREETING).entries.map(({ kind }) => kind)).toEqual(['greeting']);
  });

  it('name both FINs, behind what travelled with them', () => {
    const { entries } = pass(
      ...handshake(),
      { ...GREETING, flags: 'F' },
      { flags: 'F', sequence: 101, acknowledgement: 528 },
    );
    expect(entries.map(({ note }) => note.key)).toEqual(['tcp.setup', 'smtp.greeting', 'tcp.fin-first', 'tcp.fin-second']);
    expect(entries[2]).toMatchObject({ from: 'server', phase: 'close', step: 'teardown', extent: { offset: 26, frames: [4] } });
  });

  it('say whether a RST comes behind a FIN', () => {
    const reset = { flags: 'R', sequence: 101 };
    const afterClose = (...segments: readonly SegmentWords[]): unknown => pass(...segments).entries.at(-1)!.note.params;
    expect(afterClose(...handshake(), GREETING, reset)).toEqual({ from: 'client', afterClose: false });
    const fin = { from: 'server', flags: 'F', sequence: 527, acknowledgement: 101 } as const;
    expect(afterClose(...handshake(), GREETING, fin, reset)).toEqual({ from: 'client', afterClose: true });
  });
});
