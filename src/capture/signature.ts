/**
 * Recognises an input by its first octets, never by its name: the formats that are read, the compressions around them,
 * and the formats that people mistake for captures or that other tools write, which are named and refused.
 */
import type { PcapVariant } from './pcap-reader.js';
import { byteOrderAt, SECTION_HEADER, SMALLEST_BLOCK } from './pcapng-block.js';
import { isSkippable } from './zstd-frame.js';

export type Signature =
  | { readonly kind: 'pcap'; readonly variant: PcapVariant }
  | { readonly kind: 'pcapng' }
  | { readonly kind: 'compressed'; readonly compression: 'gzip' | 'zstd' }
  | { readonly kind: 'unsupported'; readonly format: string };

/** The first four octets of a pcap file, read as a big-endian number. */
const PCAP_MAGIC: Readonly<Record<number, PcapVariant>> = {
  0xa1b2c3d4: { littleEndian: false, digits: 6, recordHeader: 16 },
  0xd4c3b2a1: { littleEndian: true, digits: 6, recordHeader: 16 },
  0xa1b23c4d: { littleEndian: false, digits: 9, recordHeader: 16 },
  0x4d3cb2a1: { littleEndian: true, digits: 9, recordHeader: 16 },
  // Kuznetzov's libpcap of the nineties, still written by some routers.
  0xa1b2cd34: { littleEndian: false, digits: 6, recordHeader: 24 },
  0x34cdb2a1: { littleEndian: true, digits: 6, recordHeader: 24 },
};

/** Octets as latin1 text, where they stand, and what they are. */
type Mark = readonly [magic: string, at: number, name: string];

const COMPRESSIONS: readonly Mark[] = [
  ['\x1f\x8b', 0, 'gzip'],
  ['\x28\xb5\x2f\xfd', 0, 'zstd'],
];

const UNSUPPORTED: readonly Mark[] = [
  ...COMPRESSIONS, // for one compression inside another
  ['snoop\0\0\0', 0, 'snoop'],
  ['RTSS', 0, 'Microsoft Network Monitor 1'],
  ['GMBU', 0, 'Microsoft Network Monitor 2'],
  ['\x02\0\x02\xc0', 0x48, 'Microsoft ETL'],
  ['\x02\0\x01\xc0', 0x48, 'Microsoft ETL'],
  ['TRSNIFF data', 0, 'Sniffer (DOS)'],
  ['XCP\0', 0, 'Sniffer (Windows)'],
  ['ObserverPktBuffe', 0, 'Network Instruments Observer'],
  ['\x7fver', 0, 'OmniPeek'],
  ['iptrace ', 0, 'AIX iptrace'],
  ['btsnoop\0', 0, 'btsnoop'],
  ['\xaa\xaa\xaa\xaa', 0, '5View'],
  ['\x42\xd2\0\x34\x12\x66\x22\x88', 0, 'RADCOM'],
  ['\x1c\0\x01\xab', 0, 'Ixia lcap'],
  ['\x1c\0\x01\xac', 0, 'Ixia lcap'],
  ['\xab\x01\0\x1c', 0, 'Ixia lcap'],
  ['\xac\x01\0\x1c', 0, 'Ixia lcap'],
  ['\xfd7zXZ\0', 0, 'xz'],
  ['BZh', 0, 'bzip2'],
  ['\x04\x22\x4d\x18', 0, 'lz4'],
  ['PK\x03\x04', 0, 'zip'],
  ['7z\xbc\xaf\x27\x1c', 0, '7z'],
  ['ustar', 257, 'tar'],
  ['{"log":', 0, 'HAR'],
  ['From ', 0, 'mbox'],
  ['Return-Path:', 0, 'eml'],
  ['Received:', 0, 'eml'],
  ['Delivered-To:', 0, 'eml'],
];

/** What the input that begins with `bytes[0..end)` is; undefined where no format is known to begin like this. */
export function recogniseCapture(bytes: Buffer, end: number, compressed: boolean): Signature | undefined {
  if (end < 4) return undefined;
  const magic = bytes.readUInt32BE(0);
  const variant = PCAP_MAGIC[magic];
  if (variant !== undefined) return { kind: 'pcap', variant };
  if (magic === SECTION_HEADER && end >= SMALLEST_BLOCK && byteOrderAt(viewOf(bytes), 0) !== undefined) return { kind: 'pcapng' };
  const compression = compressed ? undefined : compressionOf(bytes, end);
  if (compression === 'gzip' || compression === 'zstd') return { kind: 'compressed', compression };
  const format = nameOf(UNSUPPORTED, bytes, end);
  return format === undefined ? undefined : { kind: 'unsupported', format };
}

/** pzstd begins every frame with a skippable one (RFC 8878 §3.1.2). */
function compressionOf(bytes: Buffer, end: number): string | undefined {
  return isSkippable(bytes.readUInt32LE(0)) ? 'zstd' : nameOf(COMPRESSIONS, bytes, end);
}

function nameOf(marks: readonly Mark[], bytes: Buffer, end: number): string | undefined {
  const found = marks.find(([magic, at]) => at + magic.length <= end && bytes.toString('latin1', at, at + magic.length) === magic);
  return found?.[2];
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
