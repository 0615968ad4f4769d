/**
 * Makes the blocks of a pcapng, all of them little-endian. Knows their layout and no file. Read draft-ietf-opsawg-pcapng.
 */
import { BYTE_ORDER_MAGIC, ENHANCED_PACKET, INTERFACE_DESCRIPTION, SECTION_HEADER } from './pcapng-block.js';
import { OPTION_TIME_RESOLUTION, padded } from './pcapng-options.js';

/** Octets of a packet block beside those of its packet. */
const PACKET_FRAME = 32;
const PACKET_START = 28;

/** Where nobody knows how long the section will be. */
const UNKNOWN_LENGTH = Buffer.alloc(8, 0xff);
const END_OF_OPTIONS = u32(0);

/** `parts` are a multiple of four octets together. */
export function block(type: number, parts: readonly Buffer[]): Buffer {
  const length = u32(12 + parts.reduce((sum, part) => sum + part.length, 0));
  return Buffer.concat([u32(type), length, ...parts, length]);
}

export function sectionHeader(options: readonly Buffer[] = []): Buffer {
  return block(SECTION_HEADER, [u32(BYTE_ORDER_MAGIC), u16(1), u16(0), UNKNOWN_LENGTH, ...ended(options)]);
}

export interface WrittenInterface {
  readonly linkType: number;
  /** 0: packets of any length. */
  readonly snapLength: number;
  /** Digits of a second; undefined where packets have no time. */
  readonly digits: number | undefined;
}

export function interfaceDescription({ linkType, snapLength, digits }: WrittenInterface, options: readonly Buffer[] = []): Buffer {
  const resolution = digits === undefined ? [] : [option(OPTION_TIME_RESOLUTION, Buffer.from([digits]))];
  return block(INTERFACE_DESCRIPTION, [u16(linkType), u16(0), u32(snapLength), ...ended([...resolution, ...options])]);
}

export interface WrittenPacket {
  /** Number of its interface. */
  readonly interface: number;
  /** Its time in units of the interface. */
  readonly ticks: bigint;
  readonly wireLength: number;
  /** Its octets are `bytes[start..end)`. */
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Octets that `writePacket` writes. */
export function packetLength(octets: number): number {
  return PACKET_FRAME + padded(octets);
}

/** Writes an enhanced packet block into `target` at `at`, where there must be room for it. */
export function writePacket(target: Buffer, at: number, packet: WrittenPacket): void {
  const { ticks, bytes, start, end } = packet;
  const length = packetLength(end - start);
  target.writeUInt32LE(ENHANCED_PACKET, at);
  target.writeUInt32LE(length, at + 4);
  target.writeUInt32LE(packet.interface, at + 8);
  writeTime(target, at + 12, ticks);
  target.writeUInt32LE(end - start, at + 20);
  target.writeUInt32LE(packet.wireLength, at + 24);
  bytes.copy(target, at + PACKET_START, start, end);
  target.fill(0, at + PACKET_START + end - start, at + length - 4);
  target.writeUInt32LE(length, at + length - 4);
}

/** A time as blocks hold it: the upper half first. */
export function time(ticks: bigint): Buffer {
  const octets = Buffer.alloc(8);
  writeTime(octets, 0, ticks);
  return octets;
}

function writeTime(target: Buffer, at: number, ticks: bigint): void {
  target.writeUInt32LE(Number((ticks >> 32n) & 0xffffffffn), at);
  target.writeUInt32LE(Number(ticks & 0xffffffffn), at + 4);
}

export function option(code: number, value: string | Buffer): Buffer {
  const octets = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([u16(code), u16(octets.length), octets, Buffer.alloc(padded(octets.length) - octets.length)]);
}

/** Options, with what ends them. */
export function ended(options: readonly Buffer[]): readonly Buffer[] {
  return options.length === 0 ? [] : [...options, END_OF_OPTIONS];
}

function u16(value: number): Buffer {
  const octets = Buffer.alloc(2);
  octets.writeUInt16LE(value);
  return octets;
}

export function u32(value: number): Buffer {
  const octets = Buffer.alloc(4);
  octets.writeUInt32LE(value >>> 0);
  return octets;
}

export function u64(value: number): Buffer {
  const octets = Buffer.alloc(8);
  octets.writeBigUInt64LE(BigInt(value));
  return octets;
}
