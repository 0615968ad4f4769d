/**
 * Reads whole captures for the tests of this folder: every packet copied, as what can be compared.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openCapture, openCaptureStream } from '../../src/capture/open.js';
import type { PacketSource } from '../../src/capture/merge.js';
import type { CaptureSummary } from '../../src/model/packet.js';

export const CAPTURES = join(import.meta.dirname, '../../captures');
export const BROKEN = join(CAPTURES, 'broken');
/** Captures of other projects, where they lie beside the checkout. */
const SHARED = join(import.meta.dirname, '../../../shared/captures');
const CAPTURE_NAME = /\.(pcap|pcapng)(\.gz|\.zst)?$/;

export interface ReadPacket {
  readonly frame: number;
  readonly capture: number;
  /** Seconds with the digits of the capture; empty where the packet has no time. */
  readonly time: string;
  readonly linkType: number;
  readonly wireLength: number;
  /** The frame as latin1 text, which compares fast. */
  readonly octets: string;
}

export interface ReadCapture {
  readonly packets: readonly ReadPacket[];
  readonly summary: CaptureSummary;
}

export async function readPackets(source: PacketSource): Promise<ReadPacket[]> {
  const packets: ReadPacket[] = [];
  do {
    for (let packet = source.next(); packet !== undefined; packet = source.next()) {
      const { frame, capture, linkType, wireLength, bytes, start, end, seconds, fraction, digits } = packet;
      const time = Number.isNaN(seconds) ? '' : `${seconds}.${String(fraction).padStart(digits, '0')}`;
      packets.push({ frame, capture, time, linkType, wireLength, octets: bytes.toString('latin1', start, end) });
    }
  } while (await source.fill());
  return packets;
}

export async function readFile(file: string): Promise<ReadCapture> {
  const reader = await openCapture(file, { capture: 0, hash: false });
  const packets = await readPackets(reader);
  await reader.close();
  return { packets, summary: reader.summary };
}

/** Reads `bytes` as a stream whose chunks have these lengths, again and again. */
export async function readStream(bytes: Buffer, lengths: readonly number[] = [bytes.length || 1]): Promise<ReadCapture> {
  const reader = await openCaptureStream('stream', Readable.from(chunksOf(bytes, lengths)), { capture: 0 });
  const packets = await readPackets(reader);
  return { packets, summary: reader.summary };
}

function* chunksOf(bytes: Buffer, lengths: readonly number[]): Generator<Buffer> {
  for (let at = 0, i = 0; at < bytes.length; i += 1) {
    const length = lengths[i % lengths.length] ?? 1;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

/** All captures at hand, `[name, path]`. */
export function captureFiles(): [string, string][] {
  return [CAPTURES, BROKEN, SHARED].filter((directory) => existsSync(directory)).flatMap((directory) =>
    readdirSync(directory).filter((name) => CAPTURE_NAME.test(name)).map((name): [string, string] => [name, join(directory, name)]));
}
