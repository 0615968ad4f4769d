import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../src/bytes/budget.js';
import { assemble, cutInto, handshake } from './pieces.js';

const STREAM = Buffer.concat([handshake(2, Buffer.from('server hello')), handshake(14, Buffer.alloc(0)), handshake(11, Buffer.alloc(70_000, 'c'))]);

describe('handshake messages', () => {
  it('may share a fragment, and lie in several', () => {
    const whole = assemble([STREAM]);
    expect(whole.map(({ type, length, isWhole }) => ({ type, length, isWhole }))).toEqual([
      { type: 2, length: 12, isWhole: true },
      { type: 14, length: 0, isWhole: true },
      { type: 11, length: 70_000, isWhole: true },
    ]);
    expect(whole[0]?.body).toBe('server hello');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 30 }), (sizes) => {
        expect(assemble(cutInto(STREAM, sizes))).toEqual(whole);
      }),
    );
    expect(assemble(cutInto(STREAM.subarray(0, 400), [1]))).toHaveLength(3);
  });

  it('are told as far as they go', () => {
    expect(assemble([STREAM.subarray(0, 10)])).toEqual([{ type: 2, length: 12, body: 'server', isWhole: false }]);
    expect(assemble([STREAM.subarray(0, 2)])).toEqual([{ type: 2, length: 0, body: '', isWhole: false }]);
  });

  it('are bounded, whatever length they announce', () => {
    const huge = handshake(11, Buffer.alloc(300_000));
    expect(assemble(cutInto(Buffer.concat([huge, STREAM]), [16_000])).map(({ type, isWhole }) => ({ type, isWhole }))).toEqual([
      { type: 11, isWhole: false },
      { type: 2, isWhole: true },
      { type: 14, isWhole: true },
      { type: 11, isWhole: true },
    ]);
  });

  it('give back what they took of the budget', () => {
    const budget = new Budget(1 << 18);
    for (let i = 0; i < 20; i++) expect(assemble(cutInto(STREAM, [5000]), budget)).toHaveLength(3);
    expect(budget.take(1 << 18)).toBe(true);
    expect(() => assemble(cutInto(STREAM, [3]), budget)).not.toThrow();
  });
});
