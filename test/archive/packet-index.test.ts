/** Where packets lie: chains of any length side by side, places beyond 4 GB, fragments, and packets of several sessions. */
import { describe, expect, it } from 'vitest';
import { PacketIndex, type PacketPlace } from '../../src/archive/packet-index.js';
import type { Packet } from '../../src/model/packet.js';
import type { Segment } from '../../src/model/segment.js';
import { packet } from '../packet/build.js';

function packetAt(offset: number, frame: number, capture = 0): Packet {
  return { ...packet(Buffer.alloc(0)), offset, frame, capture };
}

function segmentOf(given: Packet, earlierFrames?: readonly number[]): Segment {
  return { packet: given, earlierFrames } as Segment;
}

function placesOf(index: PacketIndex, stream: number): readonly (PacketPlace | undefined)[] {
  return [...index.packetsOf(stream)].map((number) => index.placeOf(number));
}

const create = (): PacketIndex => new PacketIndex(({ offset }) => offset);

describe('an index of packets', () => {
  it('keeps the packets of each connection in their order, over many chunks', () => {
    const index = create();
    const count = 100_000;
    for (let at = 0; at < count; at++) index.segment(at % 3, segmentOf(packetAt(at * 1_000_003, at + 1, at % 2)));
    for (const stream of [0, 1, 2]) {
      const places = placesOf(index, stream);
      expect(places).toHaveLength(Math.ceil((count - stream) / 3));
      for (const [at, place] of places.entries()) {
        const number = at * 3 + stream;
        if (at % 997 === 0) expect(place).toEqual({ capture: number % 2, offset: number * 1_000_003, frame: number + 1 });
      }
    }
    expect(placesOf(index, 3)).toEqual([]);
    expect(index.size).toBe(count);
  });

  it('puts the fragments of a datagram before the one that completes it', () => {
    const index = create();
    index.fragment(packetAt(10, 1));
    index.segment(0, segmentOf(packetAt(20, 2)));
    index.fragment(packetAt(30, 3));
    index.segment(1, segmentOf(packetAt(40, 4), [1]));
    index.segment(0, segmentOf(packetAt(50, 5), [3]));
    expect(placesOf(index, 1).map((place) => place?.frame)).toEqual([1, 4]);
    expect(placesOf(index, 0).map((place) => place?.frame)).toEqual([2, 3, 5]);
  });

  it('lets a packet matter to several connections, and forgets none that cannot be kept', () => {
    const index = new PacketIndex(({ offset, frame }) => (frame === 2 ? undefined : offset));
    const mark = index.mark(packetAt(7, 1));
    for (const stream of [4, 5, 6]) index.attach(stream, mark);
    index.segment(5, segmentOf(packetAt(9, 2)));
    for (const stream of [4, 6]) expect(placesOf(index, stream)).toEqual([{ capture: 0, offset: 7, frame: 1 }]);
    expect(placesOf(index, 5)).toEqual([{ capture: 0, offset: 7, frame: 1 }, undefined]);
  });
});
