/**
 * Writes captured records as a pcapng file, each when it comes: what was handed over is in the file even if the program is
 * killed. One section, one interface; drops are told in a statistics block at the end. Read draft-ietf-opsawg-pcapng.
 */
import { closeSync, constants, ftruncateSync, openSync, unlinkSync, writeSync, existsSync } from 'node:fs';
import { MAX_PACKET } from '../pcap-reader.js';
import { ENHANCED_PACKET, INTERFACE_DESCRIPTION, INTERFACE_STATISTICS, SECTION_HEADER } from '../pcapng-block.js';
import { padded } from '../pcapng-options.js';
import { RECORD_HEADER, type StreamFacts } from './record-splitter.js';

/** What the file says of itself. */
export interface FileOrigin {
  readonly application: string;
  readonly interface: string;
  readonly filter: string;
}

const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
const PACKET_HEADER = 28;
const LONGEST_BLOCK = PACKET_HEADER + padded(MAX_PACKET) + 4;
const BATCH = 4 * LONGEST_BLOCK;
const OPTION = { application: 4, name: 2, timeResolution: 9, filter: 11, received: 4, dropped: 5 } as const;

export class PcapngFile {
  readonly path: string;
  /** Octets written. */
  size = 0;
  readonly #descriptor: number;
  readonly #isNew: boolean;
  readonly #batch = Buffer.allocUnsafe(BATCH);
  #filled = 0;
  #facts: StreamFacts | undefined;

  /** Throws what the system says. What is in the file stays until the capture has begun. */
  constructor(path: string) {
    this.path = path;
    this.#isNew = !existsSync(path);
    this.#descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o600);
  }

  begin(facts: StreamFacts, origin: FileOrigin): void {
    ftruncateSync(this.#descriptor, 0);
    this.#facts = facts;
    this.#block(SECTION_HEADER, [u32(BYTE_ORDER_MAGIC), u16(1), u16(0), Buffer.alloc(8, 0xff), option(OPTION.application, origin.application)]);
    this.#block(INTERFACE_DESCRIPTION, [
      ...[u16(facts.linkType), u16(0), u32(facts.snapLength)],
      option(OPTION.name, origin.interface),
      option(OPTION.timeResolution, Buffer.from([facts.variant.digits])),
      // The octet in front says that the filter is a text.
      ...(origin.filter === '' ? [] : [option(OPTION.filter, `\0${origin.filter}`)]),
    ]);
    this.flush();
  }

  /** One record of a pcap stream, which begins at `at`. Throws what the system says. */
  record(bytes: Buffer, at: number, captured: number): void {
    const { littleEndian, digits } = this.#facts!.variant;
    const length = PACKET_HEADER + padded(captured) + 4;
    if (this.#filled + length > BATCH) this.flush();
    const batch = this.#batch;
    const to = this.#filled;
    const number = (offset: number): number => (littleEndian ? bytes.readUInt32LE(at + offset) : bytes.readUInt32BE(at + offset));
    const ticks = BigInt(number(0)) * (digits === 9 ? 1_000_000_000n : 1_000_000n) + BigInt(number(4));
    batch.writeUInt32LE(ENHANCED_PACKET, to);
    batch.writeUInt32LE(length, to + 4);
    batch.writeUInt32LE(0, to + 8);
    batch.writeUInt32LE(Number(ticks >> 32n), to + 12);
    batch.writeUInt32LE(Number(ticks & 0xffffffffn), to + 16);
    batch.writeUInt32LE(captured, to + 20);
    batch.writeUInt32LE(number(12), to + 24);
    const start = at + RECORD_HEADER;
    bytes.copy(batch, to + PACKET_HEADER, start, start + captured);
    batch.fill(0, to + PACKET_HEADER + captured, to + length - 4);
    batch.writeUInt32LE(length, to + length - 4);
    this.#filled += length;
  }

  /** Hands everything to the system. Throws what it says. */
  flush(): void {
    for (let at = 0; at < this.#filled; ) at += writeSync(this.#descriptor, this.#batch, at, this.#filled - at);
    this.size += this.#filled;
    this.#filled = 0;
  }

  /** `dropped`: by the kernel, where that is known. */
  finish(received: number, dropped: number | undefined): void {
    const now = BigInt(Date.now()) * 1000n * (this.#facts?.variant.digits === 9 ? 1000n : 1n);
    this.#block(INTERFACE_STATISTICS, [
      ...[u32(0), u32(Number(now >> 32n)), u32(Number(now & 0xffffffffn)), option(OPTION.received, u64(received))],
      ...(dropped === undefined ? [] : [option(OPTION.dropped, u64(dropped))]),
    ]);
    this.flush();
  }

  /** Lets go of the file; one in which nothing was begun goes away, if it was not there before. */
  close(): void {
    closeSync(this.#descriptor);
    if (this.#facts === undefined && this.#isNew) unlinkSync(this.path);
  }

  #block(type: number, parts: readonly Buffer[]): void {
    const body = Buffer.concat(type === ENHANCED_PACKET ? [...parts] : [...parts, option(0, '')]);
    const length = u32(body.length + 12);
    this.#filled += Buffer.concat([u32(type), length, body, length]).copy(this.#batch, this.#filled);
  }
}

function option(code: number, value: string | Buffer): Buffer {
  const octets = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([u16(code), u16(octets.length), octets, Buffer.alloc(padded(octets.length) - octets.length)]);
}

function u16(value: number): Buffer {
  return Buffer.from([value & 0xff, value >> 8]);
}

function u32(value: number): Buffer {
  const octets = Buffer.alloc(4);
  octets.writeUInt32LE(value);
  return octets;
}

function u64(value: number): Buffer {
  const octets = Buffer.alloc(8);
  octets.writeBigUInt64LE(BigInt(value));
  return octets;
}
