/**
 * Packets as a capture of their own: pcap where that can hold them, with six or nine digits of a second; pcapng where there
 * are several link types, finer times, or packets without a time. Gives octets and writes no file.
 * Read draft-ietf-opsawg-pcap and draft-ietf-opsawg-pcapng.
 */
import type { Packet } from '../model/packet.js';
import { MAX_PACKET } from './pcap-reader.js';
import { ENHANCED_PACKET, INTERFACE_DESCRIPTION, SECTION_HEADER, SIMPLE_PACKET } from './pcapng-block.js';
import { padded } from './pcapng-options.js';

/** What a capture must be able to hold, learned from every packet before the first is written. */
export class PacketNeeds {
  /** Link type and digits of each kind of packet, in the order in which they come; those without a time first. */
  readonly kinds: PacketKind[] = [];

  add({ linkType, digits, seconds }: Packet): void {
    const timed = !Number.isNaN(seconds);
    if (this.kinds.some((kind) => kind.linkType === linkType && kind.digits === digits && kind.timed === timed)) return;
    const kind: PacketKind = { linkType, digits, timed };
    // A simple packet block belongs to the first interface.
    if (timed) this.kinds.push(kind);
    else this.kinds.unshift(kind);
  }
}

interface PacketKind {
  readonly linkType: number;
  readonly digits: number;
  readonly timed: boolean;
}

export interface PacketFormat {
  readonly name: 'pcap' | 'pcapng';
  /** What stands before the first packet. */
  readonly head: Buffer;
  packet(packet: Packet): Buffer;
}

const FINEST_OF_PCAP = 9;
const MICROSECONDS = 6;

/** The simplest format that holds them. */
export function formatFor({ kinds }: PacketNeeds): PacketFormat {
  const [first = { linkType: 1, digits: MICROSECONDS, timed: true }] = kinds;
  const isOne = kinds.every(({ linkType, timed, digits }) => timed && linkType === first.linkType && digits <= FINEST_OF_PCAP);
  if (!isOne) return pcapng(kinds);
  return pcap(first.linkType, kinds.some(({ digits }) => digits > MICROSECONDS) ? FINEST_OF_PCAP : MICROSECONDS);
}

function pcap(linkType: number, digits: 6 | 9): PacketFormat {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(digits === FINEST_OF_PCAP ? 0xa1b23c4d : 0xa1b2c3d4, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(MAX_PACKET, 16);
  head.writeUInt32LE(linkType, 20);
  return {
    name: 'pcap',
    head,
    packet({ bytes, start, end, wireLength, seconds, fraction, digits: own }) {
      const record = Buffer.allocUnsafe(16 + end - start);
      // Where pcap's clock does not reach, before 1970 and behind 2106, it goes round.
      record.writeUInt32LE(seconds >>> 0, 0);
      record.writeUInt32LE(fraction * 10 ** (digits - own), 4);
      record.writeUInt32LE(end - start, 8);
      record.writeUInt32LE(wireLength, 12);
      bytes.copy(record, 16, start, end);
      return record;
    },
  };
}

function pcapng(kinds: readonly PacketKind[]): PacketFormat {
  // One link type for all packets without a time: two would need two sections.
  const interfaces = kinds.map(({ linkType, digits, timed }) => block(INTERFACE_DESCRIPTION, [u16(linkType), u16(0), u32(0), ...(timed ? [RESOLUTION, u16(1), Buffer.from([digits, 0, 0, 0])] : []), u32(0)]));
  const numbers = new Map(kinds.map(({ linkType, digits, timed }, number) => [`${linkType} ${digits} ${timed}`, number]));
  return {
    name: 'pcapng',
    head: Buffer.concat([block(SECTION_HEADER, [u32(0x1a2b3c4d), u16(1), u16(0), Buffer.alloc(8, 0xff)]), ...interfaces]),
    packet(packet) {
      const { bytes, start, end, wireLength, linkType, digits, seconds, fraction } = packet;
      const octets = bytes.subarray(start, end);
      const filling = Buffer.alloc(padded(octets.length) - octets.length);
      const timed = !Number.isNaN(seconds);
      if (!timed) return block(SIMPLE_PACKET, [u32(wireLength), octets, filling]);
      const ticks = BigInt.asUintN(64, BigInt(seconds) * 10n ** BigInt(digits) + BigInt(fraction));
      const number = numbers.get(`${linkType} ${digits} ${timed}`) ?? 0;
      return block(ENHANCED_PACKET, [u32(number), u32(Number(ticks >> 32n)), u32(Number(ticks & 0xffffffffn)), u32(octets.length), u32(wireLength), octets, filling]);
    },
  };
}

/** The code of `if_tsresol`. */
const RESOLUTION = u16(9);

function block(type: number, parts: readonly Buffer[]): Buffer {
  const length = u32(12 + parts.reduce((sum, part) => sum + part.length, 0));
  return Buffer.concat([u32(type), length, ...parts, length]);
}

function u16(value: number): Buffer {
  const octets = Buffer.alloc(2);
  octets.writeUInt16LE(value);
  return octets;
}

function u32(value: number): Buffer {
  const octets = Buffer.alloc(4);
  octets.writeUInt32LE(value >>> 0);
  return octets;
}
