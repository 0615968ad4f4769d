/**
 * The lengths inside a zstd input: frame headers and block headers, so that no more than one block is decompressed at
 * a time and a window is refused before it is allocated. It decompresses nothing. Read RFC 8878 §3.1.
 */

export const ZSTD_MAGIC = 0xfd2fb528;
const SKIPPABLE_MAGIC = 0x184d2a50;
const CHECKSUM_FLAG = 0x04;
const RESERVED_FLAG = 0x08;
export const BLOCK_HEADER = 3;
/** RFC 8878 §3.1.1.2.4: a block gives at most so many octets, and is never longer itself. */
const MAX_BLOCK = 128 * 1024;
/** What the zstd program accepts unless told otherwise. */
const MAX_WINDOW = 128 * 1024 * 1024;
const CONTENT_SIZE_OCTETS = [0, 2, 4, 8] as const;
const DICTIONARY_OCTETS = [0, 1, 2, 4] as const;

export interface ZstdFrame {
  readonly headerLength: number;
  readonly checksum: boolean;
}

export interface ZstdBlock {
  /** Octets behind the block header. */
  readonly length: number;
  readonly last: boolean;
}

/** Whether a skippable frame begins with this number; its length follows in four octets. */
export function isSkippable(magic: number): boolean {
  return (magic & 0xfffffff0) >>> 0 === SKIPPABLE_MAGIC;
}

/** The frame whose header is at the front of `bytes`, of which there are at least 18; undefined where it cannot be read. */
export function parseFrameHeader(bytes: Buffer): ZstdFrame | undefined {
  const descriptor = bytes.readUInt8(4);
  const single = (descriptor & 0x20) !== 0;
  const sizeOctets = CONTENT_SIZE_OCTETS[descriptor >> 6] || Number(single);
  const before = 5 + Number(!single) + (DICTIONARY_OCTETS[descriptor & 3] ?? 0);
  const window = single ? contentSize(bytes, before, sizeOctets) : windowSize(bytes.readUInt8(5));
  if (window > MAX_WINDOW || (descriptor & RESERVED_FLAG) !== 0) return undefined;
  return { headerLength: before + sizeOctets, checksum: (descriptor & CHECKSUM_FLAG) !== 0 };
}

/** Takes the checksum out of the header: the decompressor does not verify it, and would wait for it. */
export function withoutChecksum(header: Buffer): Buffer {
  const copy = Buffer.from(header);
  copy.writeUInt8(copy.readUInt8(4) & ~CHECKSUM_FLAG, 4);
  return copy;
}

/** The block whose header is at the front of `bytes`; undefined where there can be none. */
export function parseBlockHeader(bytes: Buffer): ZstdBlock | undefined {
  const header = bytes.readUIntLE(0, BLOCK_HEADER);
  const kind = (header >> 1) & 3;
  const size = header >> 3;
  if (kind === 3 || size > MAX_BLOCK) return undefined;
  // Kind 1 is one octet, repeated.
  return { length: kind === 1 ? 1 : size, last: (header & 1) === 1 };
}

function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

function contentSize(bytes: Buffer, at: number, octets: number): number {
  if (octets === 8) return Number(bytes.readBigUInt64LE(at));
  return bytes.readUIntLE(at, octets) + (octets === 2 ? 256 : 0);
}
