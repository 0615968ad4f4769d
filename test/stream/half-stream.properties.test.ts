import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sequenceDistance } from '../../src/stream/half-stream.js';
import { HalfUnderTest } from './half.js';

const octets = fc.string({ minLength: 1, maxLength: 80, unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz') });
const sequence = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 2 ** 32 - 60, max: 2 ** 32 - 1 }));

interface Piece {
  readonly at: number;
  readonly text: string;
}

/** A text, and segments of it in any order: each octet in one of them at least, many in several. */
const scrambled = octets.chain((text) => {
  const range = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 20 }));
  const extra = fc.array(range, { maxLength: 12 }).map((ranges) => ranges.map(([at, length]) => pieceOf(text, at, at + length)));
  const cuts = fc.uniqueArray(fc.nat(text.length - 1), { maxLength: 10 });
  const cover = cuts.map((places) => {
    const bounds = [...new Set([0, ...places, text.length])].sort((a, b) => a - b);
    return bounds.slice(1).map((end, index) => pieceOf(text, bounds[index]!, end));
  });
  const pieces = fc.tuple(cover, extra).chain(([parts, more]) => fc.shuffledSubarray([...parts, ...more], { minLength: parts.length + more.length }));
  return fc.record({ text: fc.constant(text), pieces });
});

function pieceOf(text: string, at: number, end: number): Piece {
  return { at, text: text.slice(at, end) };
}

describe('any order, duplication and overlap of segments', () => {
  it('gives the same octets', () => {
    fc.assert(
      fc.property(scrambled, sequence, ({ text, pieces }, first) => {
        const test = HalfUnderTest.from(first);
        for (const piece of pieces) test.segment(first + piece.at, piece.text);
        expect(test.told).toBe(text);
        expect(test.half).toMatchObject({ captured: text.length, missing: 0 });
        expect(test.budget.lent).toBe(0);
      }),
    );
  });

  it('gives the same octets where the beginning was not captured', () => {
    fc.assert(
      fc.property(scrambled, sequence, ({ text, pieces }, first) => {
        const test = new HalfUnderTest();
        for (const piece of pieces) test.segment(first + piece.at, piece.text);
        expect(test.finish().told).toBe(text);
      }),
    );
  });

  it('gives, of those that differ, the octet that came first', () => {
    const written = fc.array(fc.record({ at: fc.nat(40), text: octets.map((text) => text.slice(0, 12)) }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(written, sequence, (pieces, first) => {
        const test = HalfUnderTest.from(first);
        const expected: (string | undefined)[] = [];
        for (const { at, text } of pieces) {
          test.segment(first + at, text);
          [...text].forEach((octet, index) => (expected[at + index] ??= octet));
        }
        expect(test.finish().told).toBe(withGaps(expected));
      }),
    );
  });
});

function withGaps(expected: readonly (string | undefined)[]): string {
  const text = Array.from(expected, (octet) => octet ?? '\0').join('');
  return text.replace(/\0+/g, (hole) => `[${hole.length}]`);
}

describe('segments without sense', () => {
  const wild = fc.record({
    sequence: fc.oneof(sequence, fc.nat(300)),
    text: fc.string({ maxLength: 40 }),
    cut: fc.nat(30),
    seconds: fc.nat(300),
    acknowledged: fc.option(fc.oneof(sequence, fc.nat(300)), { nil: undefined }),
    reviewed: fc.boolean(),
  });

  it('never throw, and every number passed is captured, missing, or beyond belief', () => {
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 60 }), fc.integer({ min: 0, max: 400 }), (segments, room) => {
        const test = HalfUnderTest.from(0, room);
        for (const { sequence: at, text, cut, seconds, acknowledged, reviewed } of segments) {
          test.segment(at, text, { length: text.length + cut, seconds });
          if (reviewed) test.review(acknowledged, seconds, cut > 15);
        }
        test.finish(undefined, segments[0]?.acknowledged);
        expect(test.budget.lent).toBe(0);
        expect(test.half.hasHole).toBe(false);
        expect(test.half.captured).toBe(test.captured);
      }),
    );
  });

  it('within a window account for every number up to the highest', () => {
    const near = fc.record({ at: fc.nat(200), text: octets, cut: fc.nat(10) });
    fc.assert(
      fc.property(fc.array(near, { minLength: 1, maxLength: 40 }), sequence, fc.nat(300), (segments, first, room) => {
        const test = HalfUnderTest.from(first, room);
        let highest = first;
        for (const { at, text, cut } of segments) {
          const length = text.length + cut;
          test.segment(first + at, text, { length });
          if (sequenceDistance(first + at + length, highest) > 0) highest = first + at + length;
        }
        test.finish();
        expect(test.half.captured + test.half.missing).toBe(sequenceDistance(highest, first));
        expect(test.budget.lent).toBe(0);
      }),
    );
  });
});
