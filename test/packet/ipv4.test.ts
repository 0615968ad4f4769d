/** IPv4 lengths: padding, offloading, snap length, and headers that lie. */
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../src/model/segment.js';
import { createSegmentDecoder } from '../../src/packet/decoder.js';
import { ethernet, ipv4, type Ipv4Fields, packet, tcp } from './build.js';

const PAYLOAD = Buffer.from('QUIT\r\n', 'latin1');
const HEADERS = 40;
const decoder = createSegmentDecoder();

function decode(fields: Ipv4Fields, behind = Buffer.alloc(0), wireLength?: number): Segment | undefined {
  const frame = Buffer.concat([ethernet(ipv4(tcp(PAYLOAD), fields)), behind]);
  return decoder.decode(packet(frame, wireLength === undefined ? {} : { wireLength }));
}

function captured(segment: Segment | undefined): string | undefined {
  return segment?.bytes.toString('latin1', segment.payloadStart, segment.payloadEnd);
}

describe('the total length', () => {
  it('keeps padding out of the payload', () => {
    expect(captured(decode({}, Buffer.alloc(14, 0x41)))).toBe('QUIT\r\n');
    const empty = decoder.decode(packet(Buffer.concat([ethernet(ipv4(tcp(Buffer.alloc(0)))), Buffer.alloc(6)])));
    expect(empty).toMatchObject({ payloadLength: 0 });
    expect(captured(empty)).toBe('');
  });

  it('of zero means the length of the frame, also of a cut one', () => {
    expect(decode({ totalLength: 0 })).toMatchObject({ payloadLength: PAYLOAD.length });
    const cut = decode({ totalLength: 0 }, Buffer.alloc(0), 14 + HEADERS + 65_000);
    expect(cut).toMatchObject({ payloadLength: 65_000 });
    expect(captured(cut)).toBe('QUIT\r\n');
  });

  it('counts for no more than the frame had on the wire', () => {
    const segment = decode({ totalLength: HEADERS + 1000 });
    expect(segment).toMatchObject({ payloadLength: 6 });
    expect(captured(segment)).toBe('QUIT\r\n');
  });

  it('is refused where the headers do not fit in it', () => {
    expect(decode({ totalLength: 19 })).toBeUndefined();
    expect(decode({ totalLength: 39 })).toBeUndefined();
    expect(decode({ totalLength: 40 })).toMatchObject({ payloadLength: 0 });
  });

  it('of a tunnel bounds what is inside', () => {
    const inner = ipv4(tcp(PAYLOAD), { totalLength: HEADERS + 100 });
    const frame = Buffer.concat([ethernet(ipv4(inner, { protocol: 4 })), Buffer.alloc(50, 0x41)]);
    expect(captured(decoder.decode(packet(frame)))).toBe('QUIT\r\n');
  });
});

describe('the IPv4 header', () => {
  it('is refused with a length below 20 or beyond the datagram', () => {
    for (const headerLength of [0, 4, 16, 60]) expect(decode({ headerLength })).toBeUndefined();
  });

  it('ends the walk at other protocols', () => {
    for (const protocol of [1, 2, 50, 89, 132, 255]) expect(decode({ protocol })).toBeUndefined();
  });

  it('must be of version 4', () => {
    const frame = ethernet(ipv4(tcp(PAYLOAD)));
    frame[14] = 0x65;
    expect(decoder.decode(packet(frame))).toBeUndefined();
  });
});
