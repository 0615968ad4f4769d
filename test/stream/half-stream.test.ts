import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/bytes/budget.js';
import { HalfStream, sequenceDistance } from '../../src/stream/half-stream.js';
import { limits } from '../../src/stream/limits.js';
import { arrivalAt, HalfUnderTest } from './half.js';

const WRAP = 2 ** 32;

describe('the distance of two sequence numbers', () => {
  it.each([
    [5, 3, 2],
    [3, 5, -2],
    [0, WRAP - 1, 1],
    [WRAP - 1, 0, -1],
    [0x7fffffff, 0, 0x7fffffff],
  ])('from %i back to %i is %i', (a, b, distance) => {
    expect(sequenceDistance(a, b)).toBe(distance);
  });
});

describe('segments', () => {
  it('in order pass through', () => {
    const { told, half } = HalfUnderTest.from(100).segment(100, 'abc').segment(103, 'de');
    expect(told).toBe('abcde');
    expect(half).toMatchObject({ captured: 5, missing: 0, retransmissions: 0, outOfOrder: 0, waitingSince: undefined });
  });

  it('in order are handed on as views, without a copy', () => {
    const views: Buffer[] = [];
    const half = new HalfStream({ octets: (bytes) => views.push(bytes), gap: () => {} }, new Budget(0));
    const bytes = Buffer.from('abc');
    half.anchor(0);
    half.segment(0, 3, bytes, 0, 3, arrivalAt(1));
    expect(views).toEqual([bytes]);
    expect(views[0]).toBe(bytes);
  });

  it('that come too early wait for the one before them', () => {
    const test = HalfUnderTest.from(0).segment(3, 'def');
    expect(test.told).toBe('');
    expect(test.half.waitingSince?.frame).toBe(1);
    test.segment(0, 'abc');
    expect(test.told).toBe('abcdef');
    expect(test.frames).toEqual([2, 1]);
    expect(test.half).toMatchObject({ captured: 6, outOfOrder: 1, hasHole: false });
  });

  it('that come backwards are put in order', () => {
    const test = HalfUnderTest.from(0).segment(4, 'e').segment(3, 'd').segment(2, 'c').segment(1, 'b').segment(0, 'a');
    expect(test.told).toBe('abcde');
    expect(test.budget.lent).toBe(0);
  });

  it('wait with the earliest of their packets named', () => {
    const test = HalfUnderTest.from(0).segment(9, 'later').segment(3, 'sooner');
    expect(test.half.waitingSince?.frame).toBe(1);
  });

  it('go on behind the highest sequence number', () => {
    const test = HalfUnderTest.from(WRAP - 2).segment(WRAP - 2, 'abcd').segment(2, 'ef');
    expect(test.told).toBe('abcdef');
  });

  it('wait on both sides of the highest sequence number', () => {
    const test = HalfUnderTest.from(WRAP - 4).segment(2, 'gh').segment(WRAP - 1, 'def').segment(WRAP - 4, 'abc');
    expect(test.told).toBe('abcdefgh');
  });

  it('of a stream whose SYN had the highest sequence number begin at 0', () => {
    expect(HalfUnderTest.from(WRAP).segment(0, 'ab').told).toBe('ab');
  });
});

describe('a retransmission', () => {
  it('is counted and told once', () => {
    const { told, half } = HalfUnderTest.from(0).segment(0, 'abc').segment(0, 'abc').segment(3, 'd');
    expect(told).toBe('abcd');
    expect(half).toMatchObject({ captured: 4, retransmissions: 1 });
  });

  it('of what waits is counted and told once', () => {
    const { told, half } = HalfUnderTest.from(0).segment(3, 'def').segment(3, 'def').segment(0, 'abc');
    expect(told).toBe('abcdef');
    expect(half).toMatchObject({ captured: 6, retransmissions: 1 });
  });

  it('that says something else is not believed', () => {
    expect(HalfUnderTest.from(0).segment(0, 'abc').segment(0, 'xyz').told).toBe('abc');
  });

  it('that reaches further gives what is new in it', () => {
    expect(HalfUnderTest.from(0).segment(0, 'abc').segment(1, 'yzde').told).toBe('abcde');
  });

  it('as a keep-alive, an octet before the next one, gives nothing', () => {
    const { told, half } = HalfUnderTest.from(0).segment(0, 'abc').segment(2, '?').segment(3, 'd');
    expect(told).toBe('abcd');
    expect(half.captured).toBe(4);
  });
});

describe('where segments overlap and differ, the first one stands', () => {
  it('when the second one fills the hole and reaches over what waits', () => {
    expect(HalfUnderTest.from(0).segment(3, 'def').segment(0, 'abcXYZgh').told).toBe('abcdefgh');
  });

  it('when the second one reaches over several that wait', () => {
    const test = HalfUnderTest.from(0).segment(2, 'c').segment(5, 'f').segment(0, 'abXdeXgh');
    expect(test.told).toBe('abcdefgh');
    expect(test.half).toMatchObject({ captured: 8, outOfOrder: 1 });
  });

  it('when the second one begins before what waits and ends in it', () => {
    expect(HalfUnderTest.from(0).segment(4, 'ef').segment(2, 'cdX').segment(0, 'ab').told).toBe('abcdef');
  });

  it('when the second one begins in what waits', () => {
    expect(HalfUnderTest.from(0).segment(2, 'cd').segment(3, 'Xef').segment(0, 'ab').told).toBe('abcdef');
  });

  it('when the second one lies around what waits', () => {
    expect(HalfUnderTest.from(0).segment(3, 'd').segment(1, 'bcXef').segment(0, 'a').told).toBe('abcdef');
  });

  it('when the beginning of the stream is not known yet', () => {
    expect(new HalfUnderTest().segment(3, 'def').segment(0, 'abcXYZ').finish().told).toBe('abcdef');
  });
});

describe('a hole', () => {
  const withHole = (): HalfUnderTest => HalfUnderTest.from(0).segment(0, 'ab').segment(5, 'fg');

  it('is waited for while nobody has acknowledged it', () => {
    expect(withHole().review(2, limits.openHole).told).toBe('ab');
  });

  it('that is acknowledged is waited for as long as a capture may reorder', () => {
    expect(withHole().review(7, limits.acknowledgedHole).told).toBe('ab');
  });

  it('that is acknowledged becomes a gap after that', () => {
    const { told, half } = withHole().review(7, limits.acknowledgedHole + 1);
    expect(told).toBe('ab[3]fg');
    expect(half).toMatchObject({ captured: 4, missing: 3 });
  });

  it('that is acknowledged becomes a gap when many octets have come behind it', () => {
    const test = withHole();
    const text = 'x'.repeat(60_000);
    for (let at = 7; at <= limits.acknowledgedOctets; at += text.length) test.segment(at, text);
    expect(test.review(5, 0).told).toMatch(/^ab\[3]fgx+$/);
  });

  it('that is acknowledged becomes a gap when many segments have come behind it', () => {
    const test = withHole();
    for (let count = 0; count < limits.acknowledgedPieces; count++) test.segment(7 + count, 'x');
    expect(test.review(5, 0).told).toMatch(/^ab\[3]fgx+$/);
  });

  it('that is acknowledged becomes a gap at once when the conversation goes on', () => {
    expect(withHole().review(5, 0, true).told).toBe('ab[3]fg');
  });

  it('that is acknowledged in part is waited for although the conversation goes on', () => {
    expect(withHole().review(4, 0, true).told).toBe('ab');
  });

  it('that nobody acknowledged becomes a gap after the last retransmission', () => {
    expect(withHole().review(undefined, limits.openHole + 1).told).toBe('ab[3]fg');
  });

  it('at the end of the stream becomes a gap', () => {
    expect(withHole().finish().told).toBe('ab[3]fg');
  });

  it('filled in part leaves smaller ones', () => {
    expect(HalfUnderTest.from(0).segment(9, 'j').segment(4, 'e').finish().told).toBe('[4]e[4]j');
  });

  it('longer than any window is no gap', () => {
    const { told, half } = HalfUnderTest.from(0).segment(0, 'ab').segment(limits.gap + 10, 'far').finish();
    expect(told).toBe('abfar');
    expect(half.missing).toBe(0);
  });
});

describe('what may wait', () => {
  it('is bounded in octets', () => {
    const test = HalfUnderTest.from(0, limits.waiting + 100_000);
    const text = 'x'.repeat(50_000);
    for (let at = 1; at <= limits.waiting + text.length; at += text.length) test.segment(at, text);
    expect(test.told).toMatch(/^\[1]x+$/);
    expect(test.budget.lent).toBeLessThanOrEqual(limits.waiting);
  });

  it('is bounded in pieces', () => {
    const test = HalfUnderTest.from(0);
    for (let count = 0; count <= limits.pieces; count++) test.segment(2 + 2 * count, 'x');
    expect(test.told).toMatch(/^\[2]x(\[1]x)+$/);
  });

  it('is bounded by what all connections share', () => {
    const test = HalfUnderTest.from(0, 8);
    test.segment(2, 'cdef').segment(8, 'ijkl');
    expect(test.told).toBe('');
    test.segment(14, 'o');
    expect(test.told).toBe('[2]cdef[2]ijkl');
    expect(test.finish().told).toBe('[2]cdef[2]ijkl[2]o');
    expect(test.budget.lent).toBe(0);
  });

  it('is nothing at all where others have taken everything', () => {
    const test = HalfUnderTest.from(0, 0).segment(2, 'cd').segment(0, 'ab').segment(4, 'ef');
    expect(test.told).toBe('[2]cdef');
    expect(test.budget.lent).toBe(0);
    expect(test.half).toMatchObject({ captured: 4, missing: 2 });
  });

  it('is not even the beginning of a stream without SYN where others have taken everything', () => {
    const test = new HalfUnderTest(0).segment(10, 'ab').segment(12, 'cd');
    expect(test.told).toBe('abcd');
  });

  it('is given back when nobody listens any more', () => {
    const test = HalfUnderTest.from(0).segment(2, 'cdef');
    test.half.abandon();
    expect(test.budget.lent).toBe(0);
    expect(test.finish().told).toBe('');
  });
});

describe('a segment that the snap length cut', () => {
  it('gives what was captured and a gap for the rest', () => {
    const { told, half } = HalfUnderTest.from(0).segment(0, 'ab', { length: 5 }).segment(5, 'fg');
    expect(told).toBe('ab[3]fg');
    expect(half).toMatchObject({ captured: 4, missing: 3 });
  });

  it('before its first octet is a gap', () => {
    expect(HalfUnderTest.from(0).segment(0, '', { length: 5 }).segment(5, 'fg').told).toBe('[5]fg');
  });

  it('waits like any other', () => {
    expect(HalfUnderTest.from(0).segment(2, 'c', { length: 3 }).segment(0, 'ab').segment(5, 'f').told).toBe('abc[2]f');
  });

  it('fills a hole with a gap', () => {
    expect(HalfUnderTest.from(0).segment(5, 'fg').segment(0, 'ab', { length: 5 }).told).toBe('ab[3]fg');
  });

  it('that overlaps is cut where it is new', () => {
    expect(HalfUnderTest.from(0).segment(0, 'abc').segment(2, 'c', { length: 4 }).segment(6, 'g').told).toBe('abc[3]g');
  });
});

describe('the end', () => {
  it('that a FIN proves, beyond what was captured, is a gap', () => {
    expect(HalfUnderTest.from(0).segment(0, 'ab').finish(6).told).toBe('ab[4]');
  });

  it('that an acknowledgement proves, beyond what was captured, is a gap', () => {
    expect(HalfUnderTest.from(0).segment(0, 'ab').finish(undefined, 6).told).toBe('ab[4]');
  });

  it('acknowledged one number further is a FIN that was not captured', () => {
    expect(HalfUnderTest.from(0).segment(0, 'ab').finish(undefined, 3).told).toBe('ab');
  });

  it('where both are known is where the FIN is', () => {
    expect(HalfUnderTest.from(0).segment(0, 'ab').finish(2, 3).told).toBe('ab');
  });

  it('before what was captured is no gap', () => {
    expect(HalfUnderTest.from(0).segment(0, 'abcd').finish(2).told).toBe('abcd');
  });

  it('of a direction of which nothing was seen is no gap', () => {
    const test = HalfUnderTest.from(0);
    test.half.seen = false;
    expect(test.finish(undefined, 100).told).toBe('');
  });
});

describe('a stream whose beginning was not captured', () => {
  it('begins with its lowest sequence number', () => {
    const test = new HalfUnderTest().segment(500, 'cd').segment(498, 'ab');
    expect(test.told).toBe('');
    test.half.settleAnchor();
    expect(test.told).toBe('abcd');
    expect(test.half.missing).toBe(0);
  });

  it('begins there across the highest sequence number', () => {
    expect(new HalfUnderTest().segment(1, 'de').segment(WRAP - 2, 'abc').finish().told).toBe('abcde');
  });

  it('is not waited for longer than a capture may reorder, though nobody answers', () => {
    const test = new HalfUnderTest().segment(500, 'ab');
    expect(test.review(undefined, limits.acknowledgedHole).told).toBe('');
    expect(test.review(undefined, limits.acknowledgedHole + 1).told).toBe('ab');
    expect(test.segment(502, 'cd').told).toBe('abcd');
  });

  it('begins where a late SYN says', () => {
    const test = new HalfUnderTest().segment(102, 'b');
    test.half.anchor(101);
    expect(test.segment(101, 'a').told).toBe('ab');
  });
});
