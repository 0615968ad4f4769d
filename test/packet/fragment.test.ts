/** Fragments met on the walk: order, repetition, overlap, loss, tunnels, time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../src/model/segment.js';
import { createSegmentDecoder } from '../../src/packet/decoder.js';
import { SOURCE_6, TCP, ethernet, fragmentHeader, gre, IPV6, ipv4, ipv6, packet, tcp } from './build.js';

const PAYLOAD = Buffer.from(Array.from({ length: 500 }, (_, index) => 33 + (index % 90)));
const DATAGRAM = tcp(PAYLOAD);

interface Part {
  readonly from: number;
  readonly to: number;
  readonly identification?: number;
  /** Octets other than those of the datagram. */
  readonly octets?: Buffer;
}

function four({ from, to, identification = 7, octets = DATAGRAM.subarray(from, to) }: Part): Buffer {
  return ethernet(ipv4(octets, { offset: from, more: to < DATAGRAM.length, identification }));
}

function six({ from, to, identification = 7, octets = DATAGRAM.subarray(from, to) }: Part): Buffer {
  const header = fragmentHeader(octets, { offset: from, more: to < DATAGRAM.length, identification });
  return ethernet(ipv6(header, { next: 44 }), IPV6);
}

interface Outcome {
  readonly frame: number;
  readonly earlierFrames: readonly number[] | undefined;
  readonly payload: Buffer;
  readonly segment: Segment;
}

/** Decodes the frames in order, a second apart; gives what came out, copied. */
function decodeAll(frames: readonly Buffer[], decoder = createSegmentDecoder(), seconds = 1): Outcome[] {
  return frames.flatMap((octets, index) => {
    const segment = decoder.decode(packet(octets, { frame: index + 1, seconds: index * seconds }));
    if (segment === undefined) return [];
    const payload = Buffer.from(segment.bytes.subarray(segment.payloadStart, segment.payloadEnd));
    return [{ frame: index + 1, earlierFrames: segment.earlierFrames, payload, segment: { ...segment } }];
  });
}

const END = DATAGRAM.length;
const A: Part = { from: 0, to: 80 };
const B: Part = { from: 80, to: 400 };
const C: Part = { from: 400, to: END };
const ORDERS = [[A, B, C], [A, C, B], [B, A, C], [B, C, A], [C, A, B], [C, B, A]];

describe.each([['IPv4', four, 4], ['IPv6', six, 16]] as const)('fragments of %s', (_, build, addressLength) => {
  it('give one segment in any order', () => {
    for (const order of ORDERS) {
      const [outcome, ...more] = decodeAll(order.map(build));
      expect(more).toEqual([]);
      expect(outcome).toMatchObject({ frame: 3, earlierFrames: [1, 2], payload: PAYLOAD });
      expect(outcome!.segment).toMatchObject({ addressLength, destinationPort: 25, payloadLength: PAYLOAD.length });
    }
  });

  it('count once when repeated', () => {
    expect(decodeAll([A, A, B, A, B, C].map(build))).toMatchObject([{ frame: 6, earlierFrames: [1, 3], payload: PAYLOAD }]);
  });

  it('give nothing while one is missing', () => {
    expect(decodeAll([A, B, B, A].map(build))).toEqual([]);
    expect(decodeAll([B, C].map(build))).toEqual([]);
    expect(decodeAll([A, C].map(build))).toEqual([]);
  });

  it('do not mix identifications', () => {
    const others = [A, B, C].map((part) => ({ ...part, identification: 8 }));
    const frames = [A, others[0]!, B, others[2]!, others[1]!, C].map(build);
    expect(decodeAll(frames)).toMatchObject([
      { frame: 5, earlierFrames: [2, 4] },
      { frame: 6, earlierFrames: [1, 3] },
    ]);
  });

  it('cannot rewrite what came first', () => {
    const forged = { from: 0, to: 400, octets: Buffer.alloc(400, 0x5a) };
    expect(decodeAll([A, forged, C].map(build))[0]!.payload.subarray(0, 61).toString('latin1')).toBe(
      `${PAYLOAD.toString('latin1', 0, 60)}Z`,
    );
    expect(decodeAll([B, A, forged, C].map(build))).toMatchObject([{ frame: 4, earlierFrames: [1, 2], payload: PAYLOAD }]);
  });

  it('cannot reach beyond the end, nor move it', () => {
    const beyond = { from: 400, to: 2000, octets: Buffer.alloc(1600) };
    const otherEnd = { from: 160, to: END, octets: Buffer.alloc(80) };
    expect(decodeAll([C, beyond, otherEnd, A, B].map(build))).toMatchObject([{ frame: 5, payload: PAYLOAD }]);
    expect(decodeAll([B, otherEnd, A, C].map(build))).toMatchObject([{ frame: 4, payload: PAYLOAD }]);
  });

  it('wait for thirty seconds of capture time', () => {
    expect(decodeAll([A, B, C].map(build), undefined, 15)).toHaveLength(1);
    expect(decodeAll([A, B, C].map(build), undefined, 16)).toHaveLength(0);
    expect(decodeAll([A, B, C].map(build), undefined, NaN)).toHaveLength(1);
  });

  it('are refused when the snap length cut them', () => {
    const decoder = createSegmentDecoder();
    const cut = build(C);
    expect(decodeAll([build(A), build(B)], decoder)).toEqual([]);
    expect(decoder.decode(packet(cut.subarray(0, -1), { wireLength: cut.length }))).toBeUndefined();
    expect(decoder.decode(packet(cut, { frame: 9 }))).toMatchObject({ earlierFrames: [1, 2] });
  });

  it('survive any cuts, order and repetition', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: Math.floor(END / 8) }), { maxLength: 20 });
    fc.assert(
      fc.property(cuts, fc.infiniteStream(fc.nat()), (places, random) => {
        const borders = [0, ...places.map((place) => place * 8).sort((a, b) => a - b), END];
        const parts = borders.slice(1).map((to, index) => ({ from: borders[index]!, to }));
        if (parts.length === 1) return;
        const shuffled = parts
          .flatMap((part) => [part, part])
          .map((part) => ({ part, rank: random.next().value }))
          .sort((a, b) => a.rank - b.rank);
        const outcomes = decodeAll(shuffled.map(({ part }) => build(part)), undefined, 0);
        expect(outcomes.length).toBeGreaterThanOrEqual(1);
        expect(outcomes[0]!.payload).toEqual(PAYLOAD);
      }),
    );
  });

  it('survive any overlap of the same octets', () => {
    const window = fc.tuple(fc.nat(64), fc.integer({ min: 1, max: 64 }));
    fc.assert(
      fc.property(fc.array(window, { maxLength: 30 }), (windows) => {
        const parts = windows.map(([at, length]) => ({ from: at * 8, to: Math.min(at * 8 + length * 8, END) }));
        const outcomes = decodeAll([...parts.filter(({ from, to }) => to - from > 0 && to - from < END), A, B, C].map(build), undefined, 0);
        for (const { payload } of outcomes) expect(payload).toEqual(PAYLOAD);
        expect(outcomes).not.toHaveLength(0);
      }),
    );
  });
});

describe('fragments', () => {
  it('of IPv4 are told apart by protocol, of IPv6 they take it from the first', () => {
    const foreign = ethernet(ipv4(DATAGRAM.subarray(80), { offset: 80, protocol: 47 }));
    expect(decodeAll([four(A), foreign])).toEqual([]);
    const rest = fragmentHeader(DATAGRAM.subarray(80), { offset: 80, more: false, next: 60 });
    expect(decodeAll([six(A), ethernet(ipv6(rest, { next: 44 }), IPV6)])).toMatchObject([{ payload: PAYLOAD }]);
  });

  it('are put together inside a tunnel, and around one', () => {
    const parts = [A, B, C].map(({ from, to }) => ipv4(DATAGRAM.subarray(from, to), { offset: from, more: to < END }));
    const tunnelled = parts.map((part) => ethernet(ipv4(gre(part), { protocol: 47 })));
    expect(decodeAll(tunnelled)).toMatchObject([{ frame: 3, earlierFrames: [1, 2], payload: PAYLOAD }]);

    const inner = gre(ipv6(DATAGRAM), IPV6);
    const outer = [0, 304].map((from) => {
      const to = from === 0 ? 304 : inner.length;
      return ethernet(ipv4(inner.subarray(from, to), { offset: from, more: from === 0, protocol: 47 }));
    });
    const [outcome] = decodeAll(outer);
    expect(outcome).toMatchObject({ frame: 2, earlierFrames: [1], payload: PAYLOAD });
    const { bytes, sourceStart } = outcome!.segment;
    expect(bytes.subarray(sourceStart, sourceStart + 16)).toEqual(SOURCE_6);
  });

  it('in fragments name every frame once', () => {
    const split = (datagram: Buffer, protocol: number, at: number, identification: number): Buffer[] => [
      ipv4(datagram.subarray(0, at), { protocol, more: true, identification }),
      ipv4(datagram.subarray(at), { protocol, offset: at, identification }),
    ];
    const inner = split(DATAGRAM, TCP, 160, 1);
    const outer = inner.flatMap((datagram, index) => split(datagram, 4, 80, 100 + index));
    expect(decodeAll(outer.map((datagram) => ethernet(datagram)))).toMatchObject([
      { frame: 4, earlierFrames: [1, 2, 3], payload: PAYLOAD },
    ]);
  });
});
