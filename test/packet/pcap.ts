/**
 * The smallest pcap there can be, written and read: little-endian, microseconds, one link type. Damage ends the
 * reading without a word; real captures are read in src/capture.
 */
import type { Packet } from '../../src/model/packet.js';

const FILE_HEADER = 24;
const RECORD_HEADER = 16;

export function writePcap(linkType: number, frames: readonly Buffer[], seconds = 1_700_000_000): Buffer {
  const header = Buffer.alloc(FILE_HEADER);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(0x40000, 16);
  header.writeUInt32LE(linkType, 20);
  return Buffer.concat([header, ...frames.flatMap((frame) => [record(frame, seconds), frame])]);
}

function record(frame: Buffer, seconds: number): Buffer {
  const header = Buffer.alloc(RECORD_HEADER);
  header.writeUInt32LE(seconds, 0);
  header.writeUInt32LE(frame.length, 8);
  header.writeUInt32LE(frame.length, 12);
  return header;
}

export function* readPcap(bytes: Buffer): Generator<Packet> {
  let frame = 1;
  for (let at = FILE_HEADER; at + RECORD_HEADER <= bytes.length; frame++) {
    const start = at + RECORD_HEADER;
    const end = start + bytes.readUInt32LE(at + 8);
    if (end > bytes.length) return;
    yield {
      ...{ bytes, start, end, wireLength: bytes.readUInt32LE(at + 12), linkType: bytes.readUInt32LE(20) },
      ...{ frame, capture: 0, seconds: bytes.readUInt32LE(at), fraction: bytes.readUInt32LE(at + 4), digits: 6 },
    };
    at = end;
  }
}
