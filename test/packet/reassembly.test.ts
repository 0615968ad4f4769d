/** The budgets: whatever arrives, memory is bounded, the oldest goes first, and no datagram exceeds 65535 octets. */
import { describe, expect, it } from 'vitest';
import { DATAGRAM_OCTETS, FRAGMENT_OVERHEAD, PENDING_DATAGRAMS, PENDING_OCTETS } from '../../src/packet/limits.js';
import type { Datagram } from '../../src/packet/datagram.js';
import { createReassembly, type Reassembly } from '../../src/packet/reassembly.js';

const ADDRESSES = Buffer.from('c0000201c6336419', 'hex');
const OCTETS = Buffer.alloc(DATAGRAM_OCTETS, 0x41);

interface Part {
  readonly identification: number;
  readonly offset: number;
  readonly length: number;
  readonly more: boolean;
}

function add(reassembly: Reassembly, { identification, offset, length, more }: Part): Datagram | undefined {
  const fragment = { identification, protocol: 6, offset, more, start: 0, end: length };
  return reassembly.add(fragment, OCTETS, ADDRESSES, [identification], 0);
}

const first = (identification: number, length = 8): Part => ({ identification, offset: 0, length, more: true });
const last = (identification: number, offset = 8): Part => ({ identification, offset, length: 8, more: false });

describe('the budget', () => {
  it('of datagrams drops the oldest', () => {
    const reassembly = createReassembly();
    for (let identification = 0; identification <= PENDING_DATAGRAMS; identification++) add(reassembly, first(identification));
    expect(add(reassembly, last(1))).toBeDefined();
    expect(add(reassembly, last(PENDING_DATAGRAMS))).toBeDefined();
    expect(add(reassembly, last(0))).toBeUndefined();
  });

  it('of octets drops the oldest', () => {
    const reassembly = createReassembly();
    const length = 65000;
    const fitting = Math.floor(PENDING_OCTETS / (length + 2 * FRAGMENT_OVERHEAD));
    for (let identification = 0; identification <= fitting; identification++) add(reassembly, first(identification, length));
    expect(add(reassembly, last(0, length))).toBeUndefined();
    expect(add(reassembly, last(2, length))).toBeDefined();
  });

  it('is given back by what completes', () => {
    const reassembly = createReassembly();
    add(reassembly, first(70000));
    for (let round = 0; round < 500; round++) {
      add(reassembly, first(round, 65000));
      expect(add(reassembly, last(round, 65000))).toBeDefined();
    }
    expect(add(reassembly, last(70000))).toBeDefined();
  });

  it('of one datagram bounds a flood of tiny fragments', () => {
    const reassembly = createReassembly();
    for (let offset = 65520; offset >= 16; offset -= 16) add(reassembly, { identification: 1, offset, length: 8, more: true });
    expect(add(reassembly, first(2))).toBeUndefined();
    expect(add(reassembly, last(2))).toBeDefined();
  });
});

describe('a datagram', () => {
  it('has at most 65535 octets', () => {
    const reassembly = createReassembly();
    add(reassembly, first(1, 65528));
    expect(add(reassembly, { identification: 1, offset: 65528, length: 8, more: false })).toBeUndefined();
    const whole = add(reassembly, { identification: 1, offset: 65528, length: 7, more: false });
    expect(whole?.bytes.length).toBe(ADDRESSES.length + DATAGRAM_OCTETS);
  });

  it('begins with its addresses and keeps no view of the block', () => {
    const reassembly = createReassembly();
    const block = Buffer.from('abcdefgh', 'latin1');
    const fragment = { identification: 1, protocol: 6, offset: 0, more: true, start: 0, end: 8 };
    reassembly.add(fragment, block, ADDRESSES, [1], 0);
    block.fill(0);
    const whole = add(reassembly, last(1));
    expect(whole?.bytes).toEqual(Buffer.concat([ADDRESSES, Buffer.from('abcdefghAAAAAAAA', 'latin1')]));
  });

  it('takes no empty fragment, and only whole units of 8 octets but for the last', () => {
    const reassembly = createReassembly();
    expect(add(reassembly, { identification: 1, offset: 0, length: 0, more: false })).toBeUndefined();
    add(reassembly, first(1, 15));
    expect(add(reassembly, last(1, 16))).toBeUndefined();
    expect(add(reassembly, { identification: 1, offset: 8, length: 8, more: true })?.bytes.length).toBe(8 + 24);
  });
});
