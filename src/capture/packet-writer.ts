/**
 * Packets as a capture of their own: pcap where that can hold them, with six or nine digits of a second; pcapng where there
 * are several link types, finer times, or packets without a time. Gives octets and writes no file.
 * Read draft-ietf-opsawg-pcap and draft-ietf-opsawg-pcapng.
 */
import type { Packet } from '../model/packet.js';
import { MAX_PACKET } from './pcap-reader.js';
import { SIMPLE_PACKET } from './pcapng-block.js';
import { padded } from './pcapng-options.js';
import { block, interfaceDescription, packetLength, sectionHeader, u32, writePacket } from './pcapng-writing.js';

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
  const interfaces = kinds.map(({ linkType, digits, timed }) => interfaceDescription({ linkType, snapLength: 0, digits: timed ? digits : undefined }));
  const numbers = new Map(kinds.map(({ linkType, digits, timed }, number) => [`${linkType} ${digits} ${timed}`, number]));
  return {
    name: 'pcapng',
    head: Buffer.concat([sectionHeader(), ...interfaces]),
    packet({ bytes, start, end, wireLength, linkType, digits, seconds, fraction }) {
      const timed = !Number.isNaN(seconds);
      if (!timed) return block(SIMPLE_PACKET, [u32(wireLength), bytes.subarray(start, end), Buffer.alloc(padded(end - start) - (end - start))]);
      const ticks = BigInt(seconds) * 10n ** BigInt(digits) + BigInt(fraction);
      const octets = Buffer.allocUnsafe(packetLength(end - start));
      writePacket(octets, 0, { interface: numbers.get(`${linkType} ${digits} ${timed}`) ?? 0, ticks, wireLength, bytes, start, end });
      return octets;
    },
  };
}
