/** What holds for every packet, however its segment travels: same segment, spans inside the capture, no exception. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Packet } from '../../src/model/packet.js';
import type { Segment } from '../../src/model/segment.js';
import { createSegmentDecoder } from '../../src/packet/decoder.js';
import { LINK_TYPES } from '../../src/packet/layers.js';
import { DESTINATION_4, DESTINATION_6, ethernet, gre, ipv4, packet, SOURCE_4, SOURCE_6, tcp, vlan } from './build.js';
import { CARRIERS, PAYLOAD } from './carriers.js';

const ADDRESSES = { 4: [SOURCE_4, DESTINATION_4], 6: [SOURCE_6, DESTINATION_6] } as const;

function address(segment: Segment, start: number): Buffer {
  return segment.bytes.subarray(start, start + segment.addressLength);
}

function expectSpansInside(segment: Segment, of: Packet): void {
  const [start, end] = segment.bytes === of.bytes ? [of.start, of.end] : [0, segment.bytes.length];
  expect(segment.sourceStart).toBeGreaterThanOrEqual(start);
  expect(segment.destinationStart).toBe(segment.sourceStart + segment.addressLength);
  expect(segment.destinationStart + segment.addressLength).toBeLessThanOrEqual(segment.payloadStart);
  expect(segment.payloadStart).toBeLessThanOrEqual(segment.payloadEnd);
  expect(segment.payloadEnd).toBeLessThanOrEqual(end);
  expect(segment.payloadLength).toBeGreaterThanOrEqual(segment.payloadEnd - segment.payloadStart);
}

describe.each(CARRIERS)('$name', ({ linkType, frame, version }) => {
  it('gives the segment', () => {
    const given = packet(frame, { linkType });
    const segment = createSegmentDecoder().decode(given)!;
    expect(segment).toMatchObject({
      packet: given,
      earlierFrames: undefined,
      bytes: given.bytes,
      addressLength: version === 4 ? 4 : 16,
      sourcePort: 49152,
      destinationPort: 25,
      sequence: 0xfffffff0,
      acknowledgement: 0x80000001,
      flags: 0x18,
      payloadLength: PAYLOAD.length,
    });
    expect(address(segment, segment.sourceStart)).toEqual(ADDRESSES[version][0]);
    expect(address(segment, segment.destinationStart)).toEqual(ADDRESSES[version][1]);
    expect(segment.bytes.subarray(segment.payloadStart, segment.payloadEnd)).toEqual(PAYLOAD);
  });

  it('survives a cut at every octet and keeps the length of the wire', () => {
    const decoder = createSegmentDecoder();
    const whole = decoder.decode(packet(frame, { linkType }))!;
    const payloadAt = whole.payloadStart - whole.packet.start;
    for (let length = 0; length < frame.length; length++) {
      const cut = packet(frame.subarray(0, length), { linkType, wireLength: frame.length });
      const segment = decoder.decode(cut);
      // The fixed header of TCP must be whole; the twelve octets of options behind it need not be.
      expect(segment !== undefined).toBe(length >= payloadAt - 12);
      if (segment === undefined) continue;
      expectSpansInside(segment, cut);
      expect(segment.payloadLength).toBe(PAYLOAD.length);
      expect(segment.payloadEnd - segment.payloadStart).toBe(Math.min(Math.max(length - payloadAt, 0), PAYLOAD.length));
    }
  });
});

describe('any octets', () => {
  const decoder = createSegmentDecoder();
  const linkTypes = fc.constantFrom(...LINK_TYPES.keys());

  it('never throw and never lead outside', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), linkTypes, fc.nat(3000), (octets, linkType, missing) => {
        const given = packet(Buffer.from(octets), { linkType, wireLength: octets.length + missing });
        const segment = decoder.decode(given);
        if (segment !== undefined) expectSpansInside(segment, given);
      }),
      { numRuns: 2000 },
    );
  });

  it('written over good packets never lead outside', () => {
    const damage = fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...CARRIERS), damage, fc.nat(200), ({ frame, linkType }, changes, cut) => {
        const octets = Buffer.from(frame.subarray(0, Math.max(0, frame.length - cut)));
        for (const [at, value] of changes) if (at < octets.length) octets[at] = value;
        const given = packet(octets, { linkType, wireLength: frame.length });
        const segment = decoder.decode(given);
        if (segment !== undefined) expectSpansInside(segment, given);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('link types', () => {
  it('says which it reads', () => {
    const decoder = createSegmentDecoder();
    for (const { linkType } of CARRIERS) expect(decoder.supports(linkType)).toBe(true);
    for (const linkType of [105, 127, 147, 65535, -1]) {
      expect(decoder.supports(linkType)).toBe(false);
      expect(decoder.decode(packet(ethernet(ipv4(tcp(PAYLOAD))), { linkType }))).toBeUndefined();
    }
  });
});

describe('nesting', () => {
  it('is bounded', () => {
    const decoder = createSegmentDecoder();
    const nest = (depth: number): Buffer => {
      let datagram = ipv4(tcp(PAYLOAD));
      for (let level = 0; level < depth; level++) datagram = ipv4(gre(datagram), { protocol: 47 });
      return ethernet(datagram);
    };
    expect(decoder.decode(packet(nest(8)))).toBeDefined();
    expect(decoder.decode(packet(nest(40)))).toBeUndefined();
    let tags = vlan(ipv4(tcp(PAYLOAD)));
    for (let tag = 0; tag < 10_000; tag++) tags = Buffer.concat([Buffer.from('00018100', 'hex'), tags]);
    expect(decoder.decode(packet(ethernet(tags, 0x8100)))).toBeUndefined();
  });
});

describe('the segment', () => {
  it('is one object, filled again for every packet', () => {
    const decoder = createSegmentDecoder();
    const first = decoder.decode(packet(ethernet(ipv4(tcp(PAYLOAD)))));
    expect(decoder.decode(packet(ethernet(ipv4(tcp(Buffer.alloc(0))))))).toBe(first);
  });
});
