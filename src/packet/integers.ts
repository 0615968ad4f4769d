/**
 * Unsigned integers in network order (RFC 791, appendix B). No bounds check of their own: the caller has
 * compared its header's length with `walk.limit` once, so every read is inside the packet.
 */

export function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!;
}

export function uint32(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;
}
