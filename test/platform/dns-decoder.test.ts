/** Messages of the DNS as they come, cut, and damaged: what cannot be read is no message, and nothing is thrown. */
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDns } from '../../src/platform/dns-decoder.js';

const { encode } = createRequire(import.meta.url)('dns-packet') as { encode: (message: object) => Buffer };

const ANSWERS = [
  { name: 'example.com', type: 'MX', ttl: 1, data: { preference: 10, exchange: 'mx.example.com' } },
  { name: 'mx.example.com', type: 'AAAA', ttl: 1, data: '2001:db8:0:0:0:0:0:25' },
  { name: 'www.example.com', type: 'CNAME', ttl: 1, data: 'example.com' },
  { name: 'example.com', type: 'TXT', ttl: 1, data: ['v=spf1 ', 'mx -all'] },
  { name: 'example.com', type: 'SOA', ttl: 1, data: { mname: 'ns.example.com', rname: 'hostmaster.example.com', serial: 1, refresh: 2, retry: 3, expire: 4, minimum: 5 } },
];
const MESSAGE = encode({ type: 'response', id: 7, questions: [{ type: 'ANY', name: 'example.com' }], answers: ANSWERS });

describe('a message of the DNS', () => {
  it('is read', () => {
    expect(decodeDns(MESSAGE)).toEqual({
      ...{ id: 7, isAnswer: true, truncated: false, rcode: 'NOERROR', name: 'example.com', type: 'ANY', whole: true },
      answers: [
        { name: 'example.com', type: 'MX', data: '10 mx.example.com', preference: 10, host: 'mx.example.com' },
        { name: 'mx.example.com', type: 'AAAA', data: '2001:db8::25' },
        { name: 'www.example.com', type: 'CNAME', data: 'example.com', host: 'example.com' },
        { name: 'example.com', type: 'TXT', data: 'v=spf1 mx -all' },
        { name: 'example.com', type: 'SOA', data: 'ns.example.com hostmaster.example.com 1 2 3 4 5' },
      ],
    });
  });

  it('that is cut gives its question', () => {
    expect(decodeDns(MESSAGE.subarray(0, 40))).toMatchObject({ name: 'example.com', answers: [], whole: false });
    expect(decodeDns(MESSAGE.subarray(0, 20))).toBeUndefined();
    expect(decodeDns(MESSAGE.subarray(0, 11))).toBeUndefined();
  });

  it('that claims more records than it can hold is none', () => {
    const boast = Buffer.from(MESSAGE);
    boast.writeUInt16BE(65_535, 6);
    expect(decodeDns(boast)).toBeUndefined();
  });

  it('that is no query is none', () => {
    const update = Buffer.from(MESSAGE);
    update[2] = 0x28;
    expect(decodeDns(update)).toBeUndefined();
  });

  it('may be damaged in any way', () => {
    const damage = fc.array(fc.tuple(fc.nat(MESSAGE.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(damage, fc.nat(MESSAGE.length), (changes, length) => {
        const octets = Buffer.from(MESSAGE);
        for (const [at, value] of changes) octets[at] = value;
        const message = decodeDns(octets.subarray(0, length));
        if (message === undefined) return;
        expect(typeof message.name).toBe('string');
        for (const { name, data } of message.answers) expect([typeof name, typeof data]).toEqual(['string', 'string']);
      }),
      { numRuns: 5000 },
    );
  });

  it('may be any octets', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), (octets) => void decodeDns(Buffer.from(octets))), { numRuns: 2000 });
  });
});
