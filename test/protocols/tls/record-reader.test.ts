import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../src/bytes/budget.js';
import { cutInto, readRecords, record } from './pieces.js';

const HELLO = record(22, 'a hello', 0x0301);
const CHANGE = record(20, '\x01');
const DATA = record(23, 'x'.repeat(300));
const STREAM = Buffer.concat([HELLO, CHANGE, DATA, record(21, '\x01\x00')]);

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 });

describe('records', () => {
  it('are read with their offsets', () => {
    const { records, stray } = readRecords([STREAM], 100);
    expect(stray).toBe(0);
    expect(records.map(({ type, length, isWhole, offset, bytes }) => ({ type, length, isWhole, offset, bytes }))).toEqual([
      { type: 22, length: 7, isWhole: true, offset: 100, bytes: 12 },
      { type: 20, length: 1, isWhole: true, offset: 112, bytes: 6 },
      { type: 23, length: 300, isWhole: true, offset: 118, bytes: 305 },
      { type: 21, length: 2, isWhole: true, offset: 423, bytes: 7 },
    ]);
    expect(records[0]).toMatchObject({ version: 0x0301, fragment: 'a hello' });
  });

  it('are the same however they are cut', () => {
    const whole = readRecords([STREAM]);
    fc.assert(fc.property(sizes, (cut) => void expect(readRecords(cutInto(STREAM, cut))).toEqual(whole)));
  });

  it('may be empty where they hold data', () => {
    expect(readRecords([Buffer.concat([record(23, ''), CHANGE])]).records.map(({ length }) => length)).toEqual([0, 1]);
    expect(readRecords([record(22, '')])).toEqual({ records: [], stray: 5 });
  });

  it('are told as far as they go where the direction ends', () => {
    const { records, stray } = readRecords([STREAM.subarray(0, 40), STREAM.subarray(40, 60)]);
    expect(stray).toBe(0);
    expect(records.at(-1)).toMatchObject({ type: 23, length: 300, isWhole: false, bytes: 42 });
    expect(records.at(-1)?.fragment).toHaveLength(37);
    // A header alone is no record, and less than a header neither.
    expect(readRecords([STREAM.subarray(0, 3)])).toEqual({ records: [], stray: 3 });
  });

  it('keep nothing that there is no room for', () => {
    const { records } = readRecords(cutInto(STREAM, [1]), 0, new Budget(0));
    expect(records.map(({ isWhole, bytes }) => ({ isWhole, bytes }))).toEqual([
      { isWhole: false, bytes: 12 },
      // What comes in one piece needs none.
      { isWhole: true, bytes: 6 },
      { isWhole: false, bytes: 305 },
      { isWhole: false, bytes: 7 },
    ]);
  });

  it('of SSL 2.0 begin a stream only', () => {
    const hello = Buffer.concat([Buffer.from([0x80, 0x0b, 1, 3, 1, 0, 3, 0, 0, 0, 0, 0, 0]), CHANGE]);
    const whole = readRecords([hello]);
    expect(whole).toMatchObject({ stray: 0, records: [{ type: 0x80, version: 0x0301, length: 11, bytes: 13, isWhole: true }, { type: 20 }] });
    fc.assert(fc.property(sizes, (cut) => void expect(readRecords(cutInto(hello, cut))).toEqual(whole)));
    expect(readRecords([CHANGE, hello]).records.map(({ type }) => type)).toEqual([20, 20]);
  });
});

describe('what is missing', () => {
  it('inside a record leaves the next where it is', () => {
    const { records, stray } = readRecords([STREAM.subarray(0, 30), 50, STREAM.subarray(80)]);
    expect(stray).toBe(243);
    expect(records.map(({ type, isWhole, offset, bytes }) => ({ type, isWhole, offset, bytes }))).toEqual([
      { type: 22, isWhole: true, offset: 0, bytes: 12 },
      { type: 20, isWhole: true, offset: 12, bytes: 6 },
      { type: 23, isWhole: false, offset: 18, bytes: 12 },
      { type: 21, isWhole: true, offset: 323, bytes: 7 },
    ]);
    expect(records[2]?.fragment).toBe('x'.repeat(7));
  });

  it('at the end of one record does no harm to the next', () => {
    expect(readRecords([STREAM.subarray(0, 300), 23, STREAM.subarray(323)])).toMatchObject({ stray: 0, records: [{}, {}, { isWhole: false }, { type: 21, isWhole: true }] });
  });

  it('beyond a record makes the reader look for the next header', () => {
    const { records, stray } = readRecords([HELLO.subarray(0, 8), 200, Buffer.from('xyz\x16\x03')]);
    expect(records).toMatchObject([{ type: 22, isWhole: false, bytes: 8 }]);
    expect(stray).toBe(5);
    const found = readRecords([HELLO.subarray(0, 8), 200, Buffer.concat([Buffer.from('xyz\x16\x17'), record(23, 'x'.repeat(300), 0x0301), CHANGE])]);
    expect(found).toMatchObject({ stray: 5, records: [{ type: 22 }, { type: 23, length: 300, isWhole: true }, { type: 20 }] });
  });

  it('behind a ClientHello, which travels under an older version, hides no record of the one that was chosen', () => {
    const later = record(23, 'x'.repeat(300), 0x0303);
    expect(readRecords([record(22, 'hello', 0x0301), 80, later])).toMatchObject({ stray: 0, records: [{ type: 22 }, { type: 23, isWhole: true }] });
    // Once content has come, no other version will.
    expect(readRecords([record(23, 'x', 0x0302), 80, later])).toMatchObject({ stray: 305, records: [{ type: 23 }] });
  });

  it('anywhere, and anything, is accounted for octet by octet', () => {
    const piece = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.uint8Array({ maxLength: 60 }), fc.constantFrom(HELLO, CHANGE, DATA, STREAM));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const given = pieces.map((each) => (typeof each === 'number' ? each : Buffer.from(each)));
        const { records, stray } = readRecords(given);
        const octets = given.reduce<number>((sum, each) => sum + (typeof each === 'number' ? 0 : each.length), 0);
        expect(records.reduce((sum, { bytes }) => sum + bytes, stray)).toBe(octets);
      }),
      { numRuns: 1000 },
    );
  });
});
