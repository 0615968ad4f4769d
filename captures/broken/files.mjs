/**
 * The octets of capture files: pcap records, pcapng blocks, zstd frames, in either byte order and with any lie.
 * Read draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng, RFC 8878 §3.1.
 */

/** All captures begin here and count one millisecond a frame. */
export const START = 1_700_000_000;

/** Numbers one behind the other; `[octets, value]` each. */
export function numbers(littleEndian, ...pairs) {
  return Buffer.concat(pairs.map(([octets, value]) => {
    const bytes = Buffer.alloc(octets);
    if (octets === 8) bytes.writeBigInt64LE(BigInt(value));
    else bytes.writeUIntLE(value, 0, octets);
    return littleEndian ? bytes : bytes.reverse();
  }));
}

export function pcapHeader({ littleEndian = true, magic = 0xa1b2c3d4, linkType = 1 } = {}) {
  return numbers(littleEndian, [4, magic], [2, 2], [2, 4], [4, 0], [4, 0], [4, 262144], [4, linkType]);
}

export function pcapRecord(frame, index, { littleEndian = true, perSecond = 1e6, length = frame.length, middle = Buffer.alloc(0) } = {}) {
  const header = numbers(littleEndian, [4, START], [4, index * (perSecond / 1000)], [4, length], [4, frame.length]);
  return Buffer.concat([header, middle, frame]);
}

export function pcap(frames, options = {}) {
  return Buffer.concat([pcapHeader(options), ...frames.map((frame, index) => pcapRecord(frame, index, options))]);
}

export function option(code, value, { littleEndian = true, length = value.length } = {}) {
  return Buffer.concat([numbers(littleEndian, [2, code], [2, length]), value, Buffer.alloc(-value.length & 3)]);
}

/** A block whose two lengths are right unless `length` or `trailer` say otherwise. */
export function block(type, body, { littleEndian = true, length, trailer } = {}) {
  const right = 12 + body.length + (-body.length & 3);
  return Buffer.concat([
    numbers(littleEndian, [4, type], [4, length ?? right]),
    body,
    Buffer.alloc(-body.length & 3),
    numbers(littleEndian, [4, trailer ?? right]),
  ]);
}

export function section({ littleEndian = true, options = Buffer.alloc(0) } = {}) {
  const body = numbers(littleEndian, [4, 0x1a2b3c4d], [2, 1], [2, 0], [8, -1]);
  return block(0x0a0d0d0a, Buffer.concat([body, options]), { littleEndian });
}

export function networkInterface({ littleEndian = true, linkType = 1, snapLength = 0, options = Buffer.alloc(0) } = {}) {
  return block(1, Buffer.concat([numbers(littleEndian, [2, linkType], [2, 0], [4, snapLength]), options]), { littleEndian });
}

/** The octets of an enhanced packet block (`obsolete`: of its predecessor) with the time `ticks`. */
export function packetBody(frame, ticks, { littleEndian = true, number = 0, obsolete = false, captured = frame.length, options = Buffer.alloc(0) } = {}) {
  const origin = obsolete ? [[2, number], [2, 0]] : [[4, number]];
  const head = numbers(littleEndian, ...origin, [4, Number(BigInt(ticks) >> 32n)], [4, Number(BigInt(ticks) & 0xffffffffn)], [4, captured], [4, frame.length]);
  return Buffer.concat([head, frame, Buffer.alloc(-frame.length & 3), options]);
}

/** Microseconds of frame number `index`. */
export function micros(index) {
  return BigInt(START) * 1_000_000n + BigInt(index) * 1000n;
}

export function packets(frames, options = {}) {
  return frames.map((frame, index) => block(options.obsolete ? 2 : 6, packetBody(frame, micros(index), options), options));
}

/** A zstd frame of the given blocks, each `{ raw }` or `{ octet, times }`; `window` is the window descriptor. */
export function zstd(blocks, window = 0x40) {
  const body = blocks.map(({ raw, octet = 0, times = 0 }, index) => {
    const last = index === blocks.length - 1 ? 1 : 0;
    const size = raw === undefined ? times : raw.length;
    return Buffer.concat([numbers(true, [3, size * 8 + (raw === undefined ? 2 : 0) + last]), raw ?? Buffer.from([octet])]);
  });
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, window]), ...body]);
}
