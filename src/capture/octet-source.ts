/**
 * Where the octets of a capture come from: a file, a stream, or a decompressor around either.
 * A source only hands octets over; what they mean is the readers' business.
 */

/** How the octets of a compressed source can end before their time. */
export type SourceDamage = 'compression-cut' | 'compression-damaged';

export interface OctetSource {
  /**
   * Puts octets into `target` from position `at` on and says how many; 0 is the end of the input.
   * Throws, or rejects with, a CaptureError where the system refuses a read.
   */
  read(target: Buffer, at: number): number | Promise<number>;
  /** Why the octets ended early; known once `read` has given 0. */
  readonly damage?: SourceDamage | undefined;
  /** Octets taken from the input as it lies on the disk, compressed or not; absent where it lies nowhere. */
  readonly taken?: number | undefined;
  /** Reads what is left and gives the sha256 of the whole input in lower-case hex, where it was asked for. */
  digest?(): string | undefined;
  /** Opens the same input once more, from its beginning, where that can be done. */
  again?(): OctetSource | undefined;
  /** Opens it once more to read at any place, where that can be done. */
  anywhere?(): SeekableSource | undefined;
  close(): void;
}

/** Reads on from wherever it was told to. */
export interface SeekableSource extends OctetSource {
  seek(offset: number): void;
}
