import { describe, expect, it } from 'vitest';
import { limits } from '../../src/dialogue/limits.js';
import type { Verdict } from '../../src/dialogue/detection/evidence.js';
import type { Direction } from '../../src/model/endpoint.js';
import type { ConnectionFacts, StreamListener } from '../../src/model/stream.js';
import { Candidate } from '../../src/sessions/candidate.js';
import { arrivalAt } from '../stream/half.js';

function factsOf(port: number, setup = [arrivalAt(1)]): ConnectionFacts {
  const half = { seen: true, captured: 0, missing: 0, waitingSince: undefined, lags: false };
  return {
    ...{ stream: 0, opener: setup.length === 0 ? undefined : 0, handshake: 'complete', roundTrip: undefined, serverRoundTrip: undefined, setup, close: 'open' },
    ...{ closedBy: undefined, first: arrivalAt(1), last: arrivalAt(1), packets: 3, retransmissions: 0, outOfOrder: 0, cutPackets: 0 },
    ...{ halves: [half, half], captures: [0], sight: undefined },
    endpoints: [{ address: '192.0.2.1', port: 50_000 }, { address: '198.51.100.25', port }],
  };
}

/** A candidate, and what becomes of it; octets handed on are written down as they are told. */
class CandidateUnderTest {
  readonly told: string[] = [];
  verdict: Verdict | undefined;
  ignored = 0;
  /** The table has enough connections on which nobody said a word. */
  full = false;
  /** Who hears of the connection: the candidate, then the session. */
  candidate: StreamListener;

  constructor(port: number, facts = factsOf(port)) {
    const session: StreamListener = {
      data: (direction, bytes, start, end) => this.told.push(`${direction}:${bytes.toString('latin1', start, end)}`),
      gap: (direction, length) => this.told.push(`${direction}[${length}]`),
      fin: (direction) => this.told.push(`${direction} fin`),
      rst: (direction) => this.told.push(`${direction} rst`),
      settled: () => this.told.push('settled'),
      end: () => this.told.push('end'),
    };
    const accept = (verdict: Verdict, silent: boolean): StreamListener | undefined => {
      this.verdict = verdict;
      return silent && this.full ? undefined : session;
    };
    const listen = (listener: StreamListener): void => {
      this.candidate = listener;
    };
    this.candidate = new Candidate(facts, { ignore: () => this.ignored++, listen }, accept, () => undefined);
  }

  data(direction: Direction, text: string): this {
    const bytes = Buffer.from(text, 'latin1');
    this.candidate.data(direction, bytes, 0, bytes.length, arrivalAt(2));
    // The packet is gone: what was kept must be a copy.
    bytes.fill(0);
    return this;
  }
}

describe('a connection that may be mail', () => {
  it('hands on everything kept, in order, once it is known to be', () => {
    const test = new CandidateUnderTest(4000).data(1, '220 mx\r\n');
    test.candidate.gap(0, 7, arrivalAt(3));
    expect(test.told).toEqual([]);
    test.data(0, 'EHLO here\r\n').data(1, '250 mx\r\n');
    expect(test.verdict).toMatchObject({ protocol: 'smtp', service: 'content' });
    expect(test.told).toEqual(['1:220 mx\r\n', '0[7]', '0:EHLO here\r\n', '1:250 mx\r\n']);
  });

  it('is known by a greeting that comes octet by octet', () => {
    const test = new CandidateUnderTest(25);
    for (const octet of '220 mx\r\n') test.data(1, octet);
    expect(test.told.join('').replaceAll('1:', '')).toBe('220 mx\r\n');
  });

  it('hands on FIN and RST, too', () => {
    const test = new CandidateUnderTest(25);
    test.candidate.fin(0, arrivalAt(3));
    test.candidate.rst(1, arrivalAt(4));
    test.candidate.settled();
    test.candidate.end();
    expect(test.told).toEqual(['0 fin', '1 rst', 'end']);
    expect(test.ignored).toBe(0);
  });

  it('is let go at once when it is not, and keeps nothing', () => {
    const test = new CandidateUnderTest(25).data(0, 'GET / HTTP/1.1\r\n');
    expect(test.ignored).toBe(0);
    test.data(1, 'HTTP/1.1 400 Bad Request\r\n');
    expect(test.ignored).toBe(1);
    expect(test.told).toEqual([]);
  });

  it('is mail where an odd client meets a mail server', () => {
    const test = new CandidateUnderTest(25).data(0, 'GET / HTTP/1.1\r\n').data(1, '220 mx\r\n');
    expect(test.verdict).toMatchObject({ protocol: 'smtp', tls: 'neither' });
    expect(test.told).toEqual(['0:GET / HTTP/1.1\r\n', '1:220 mx\r\n']);
  });

  it('is let go when nothing has told by the end', () => {
    const test = new CandidateUnderTest(4000).data(1, '220 ftp\r\n');
    test.candidate.end();
    expect(test.ignored).toBe(1);
    expect(test.told).toEqual([]);
  });

  it('is decided when enough has been kept', () => {
    const test = new CandidateUnderTest(4000).data(1, `220 ${'x'.repeat(limits.detection)}`);
    expect(test.ignored).toBe(0);
    test.data(0, 'x'.repeat(limits.detection));
    expect(test.ignored).toBe(1);
  });

  it('is mail by its port when enough has been kept and nothing speaks against it', () => {
    const test = new CandidateUnderTest(25, factsOf(25, []));
    for (let count = 0; count <= 2 * limits.detection; count += 1000) test.data(0, 'a mail in the middle'.padEnd(1000, '\r\n'));
    expect(test.verdict).toMatchObject({ protocol: 'smtp', service: 'port' });
    expect(test.told.join('').length).toBeGreaterThan(2 * limits.detection);
  });

  it('on a mail port without a word is mail where its set-up was captured', () => {
    const test = new CandidateUnderTest(25);
    test.candidate.end();
    expect(test.told).toEqual(['end']);
  });

  it('on a mail port without a word is nothing where the capture begins in the middle', () => {
    const test = new CandidateUnderTest(25, factsOf(25, []));
    test.candidate.end();
    expect(test.ignored).toBe(1);
    expect(test.told).toEqual([]);
  });

  it('is not made a session where the table has enough of those on which nobody said a word', () => {
    const test = new CandidateUnderTest(25);
    test.full = true;
    test.candidate.end();
    expect(test.ignored).toBe(1);
    expect(test.told).toEqual([]);
  });
});
