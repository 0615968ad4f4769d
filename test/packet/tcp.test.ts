/** The TCP header itself: flags, options, headers that lie about their length. */
import { describe, expect, it } from 'vitest';
import { createSegmentDecoder } from '../../src/packet/decoder.js';
import { ethernet, ipv4, packet, tcp, type TcpFields } from './build.js';

const decoder = createSegmentDecoder();
const decode = (payload: Buffer, fields: TcpFields): ReturnType<typeof decoder.decode> =>
  decoder.decode(packet(ethernet(ipv4(tcp(payload, fields)))));

describe('the TCP header', () => {
  it('gives every flag as it is', () => {
    for (const flags of [0x02, 0x12, 0x11, 0x14, 0xff, 0]) expect(decode(Buffer.alloc(0), { flags })?.flags).toBe(flags);
  });

  it('is refused with a data offset below 5 or beyond the datagram', () => {
    const payload = Buffer.alloc(12);
    for (const dataOffset of [0, 1, 4, 9, 15]) expect(decode(payload, { dataOffset })).toBeUndefined();
    expect(decode(payload, { dataOffset: 8 })).toMatchObject({ payloadLength: 0 });
    expect(decode(payload, { dataOffset: 7 })).toMatchObject({ payloadLength: 4 });
  });

  it('may fill the segment alone', () => {
    const segment = decode(Buffer.alloc(0), { options: Buffer.alloc(40, 1) })!;
    expect(segment.payloadStart).toBe(segment.payloadEnd);
    expect(segment.payloadLength).toBe(0);
  });

  it('is not read from what is shorter than 20 octets', () => {
    const short = tcp(Buffer.alloc(0)).subarray(0, 19);
    expect(decoder.decode(packet(ethernet(ipv4(short))))).toBeUndefined();
  });
});
