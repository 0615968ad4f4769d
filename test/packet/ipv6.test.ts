/** IPv6 lengths and extension headers; the good chains are among the carriers. */
import { describe, expect, it } from 'vitest';
import { createSegmentDecoder } from '../../src/packet/decoder.js';
import { extension, ipv4, ipv6, type Ipv6Fields, packet, tcp } from './build.js';

const PAYLOAD = Buffer.from('QUIT\r\n', 'latin1');
const decoder = createSegmentDecoder();

function decode(payload: Buffer, fields: Ipv6Fields, behind = 0): ReturnType<typeof decoder.decode> {
  return decoder.decode(packet(Buffer.concat([ipv6(payload, fields), Buffer.alloc(behind)]), { linkType: 229 }));
}

describe('the payload length', () => {
  it('keeps padding out and counts for no more than the frame had on the wire', () => {
    expect(decode(tcp(PAYLOAD), {}, 20)).toMatchObject({ payloadLength: 6 });
    expect(decode(tcp(PAYLOAD), { payloadLength: 1020 })).toMatchObject({ payloadLength: 6 });
  });

  it('of zero means the length of the frame', () => {
    expect(decode(tcp(PAYLOAD), { payloadLength: 0 })).toMatchObject({ payloadLength: 6 });
  });

  it('is refused where TCP does not fit in it', () => {
    expect(decode(tcp(PAYLOAD), { payloadLength: 19 })).toBeUndefined();
  });
});

describe('extension headers', () => {
  it('are refused where they reach beyond the packet', () => {
    const long = extension(tcp(PAYLOAD));
    long[1] = 200;
    expect(decode(long, { next: 0 })).toBeUndefined();
  });

  it('hide what is encrypted, and end at "no next header"', () => {
    for (const next of [50, 58, 59, 135]) expect(decode(tcp(PAYLOAD), { next })).toBeUndefined();
  });

  it('may not come in endless rows', () => {
    let chain = extension(tcp(PAYLOAD));
    for (let count = 0; count < 100; count++) chain = extension(chain, 60);
    expect(decode(chain, { next: 60 })).toBeUndefined();
  });

  it('have no fragments behind IPv4', () => {
    const frame = ipv4(Buffer.concat([Buffer.from('0600000000000001', 'hex'), tcp(PAYLOAD)]), { protocol: 44 });
    expect(decoder.decode(packet(frame, { linkType: 228 }))).toBeUndefined();
  });
});
