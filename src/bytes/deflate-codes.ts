/** What the words of deflate mean (RFC 1951 §3.2.5 to §3.2.7). */
import { PrefixCode } from './huffman.js';

export const END_OF_BLOCK = 256;
export const MOST_LENGTHS = 286;
export const MOST_DISTANCES = 30;
/** How far back a copy may reach, and the longest copy. */
export const WINDOW = 32 * 1024;
export const LONGEST_COPY = 258;

// RFC 1951 §3.2.5
export const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
export const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
export const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
];
export const DISTANCE_EXTRA = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
// RFC 1951 §3.2.7
export const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

export interface Codes {
  readonly symbols: PrefixCode;
  readonly distances: PrefixCode;
}

let fixed: Codes | undefined;

/** RFC 1951 §3.2.6 */
export function fixedCodes(): Codes {
  if (fixed !== undefined) return fixed;
  const lengths = new Uint8Array(288 + 32).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288).fill(5, 288);
  fixed = { symbols: new PrefixCode(288), distances: new PrefixCode(32) };
  fixed.symbols.build(lengths, 0, 288);
  fixed.distances.build(lengths, 288, 320);
  return fixed;
}
