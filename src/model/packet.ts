/**
 * What the capture room hands to the packet room: one captured frame at a time.
 * Times keep the digits of the capture, so that they can be printed cut and never rounded.
 */

/** A point in time as a capture records it. */
export interface CaptureTime {
  /** Whole seconds since 1970-01-01T00:00:00Z; NaN where the packet carries no time (pcapng simple packet block). */
  readonly seconds: number;
  /** The rest, an integer in units of 10^-digits seconds. */
  readonly fraction: number;
  /** Decimal digits of the fraction: 6 or 9 in pcap, what `if_tsresol` says in pcapng, 9 for powers of two. */
  readonly digits: number;
}

/**
 * One captured frame, a view into the reader's block. The object and the octets behind it are valid until
 * the reader is asked for the next packet: who keeps, copies.
 */
export interface Packet extends CaptureTime {
  /** The block; the frame is `bytes[start..end)`. */
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** Octets the frame had on the wire; more than `end - start` where the snap length cut it. */
  readonly wireLength: number;
  /** LINKTYPE_ number of the registry at tcpdump.org. */
  readonly linkType: number;
  /** Counts from 1 as in Wireshark, within its capture. */
  readonly frame: number;
  /** Position of the capture in the list of inputs, from 0. */
  readonly capture: number;
  /** Where its record or block begins, in octets from the beginning of the (decompressed) input; absent where there is none. */
  readonly offset?: number | undefined;
}

/** Gives packets once more. */
export interface PacketLookup {
  /** The one whose record begins at `offset`, and which has this number; undefined where no packet stands there any more. */
  at(offset: number, frame: number): Packet | undefined;
  close(): void;
}

/** A packet source that is asked: synchronous while octets are at hand, asynchronous when it must wait for more. */
export interface PacketReader {
  /** The next packet of the octets at hand; undefined when more are needed or there are none. */
  next(): Packet | undefined;
  /** Gets more octets. False: the input has ended, and `next` has given everything that could be read. */
  fill(): boolean | Promise<boolean>;
  /** How far it has come: octets of the input as it lies on the disk. Absent where there is no such input. */
  readonly taken?: number | undefined;
  /** What is known of the capture so far; complete once `fill` has said false. */
  readonly summary: CaptureSummary;
  /**
   * Of a capture that is under way: whole seconds since 1970 before which nothing more is to come, so that time goes on
   * without packets. Absent where packets alone tell the time.
   */
  readonly clock?: () => number;
  /** Lets go of the input. */
  close(): void | Promise<void>;
  /** Where packets that were given can be read once more: in a file that is not compressed. It outlives the reader. */
  lookup?(): PacketLookup | undefined;
}

/** Facts about one input. */
export interface CaptureSummary {
  /** As given on the command line, `-` for standard input. */
  readonly file: string;
  readonly format: 'pcap' | 'pcapng';
  readonly compression?: 'gzip' | 'zstd';
  /** LINKTYPE_ numbers, in the order of their first appearance. */
  readonly linkTypes: readonly number[];
  readonly packets: number;
  /** Captured octets of all packets. */
  readonly bytes: number;
  readonly first?: CaptureTime;
  readonly last?: CaptureTime;
  /** Lower-case hex, of the file as it lies on disk; absent for a pipe and where it was not asked for. */
  readonly sha256?: string;
  /** Comments of pcapng sections, interfaces, packets and what stands beside them, each with the frame it belongs to where there is one. */
  readonly comments: readonly CaptureComment[];
  readonly warnings: readonly CaptureWarning[];
}

export interface CaptureComment {
  readonly text: string;
  readonly frame?: number;
}

/** Damage in a capture that was still worth reading. */
export interface CaptureWarning {
  readonly code: CaptureWarningCode;
  /** Octets from the beginning of the (decompressed) input. */
  readonly offset: number;
  /** The value that was found there, where one says more: a length, a link type, a block type. */
  readonly value?: number;
  /** Where reading went on behind the damage, in the same octets; absent where nothing was skipped or it ended. */
  readonly resumed?: number;
}

export type CaptureWarningCode =
  | 'cut-packet' // the input ends inside a packet or block
  | 'bad-length' // a length no capture can have; reading resumed at the next plausible place, or ended
  | 'bad-block' // a pcapng block whose two lengths differ or whose contents do not fit
  | 'unknown-interface' // a packet that names an interface no block described
  | 'compression-cut' // gzip or zstd ends early
  | 'compression-damaged' // gzip or zstd cannot be decoded further
  | 'unsupported-link-type' // packets of this link type are counted and not read
  | 'too-many-comments' // comments beyond the bound were left out
  | 'dropped-by-kernel' // of a live capture: so many packets never reached the capture program
  | 'given-up' // of a live capture: the analysis was too slow for the octets of so many packets
  | 'broke-off' // a live capture ended without being asked to
  | 'not-recorded'; // a live capture could not be written to its file any further

/** Why an input is no capture, or cannot be opened. */
export type CaptureErrorCode =
  | 'not-found'
  | 'permission'
  | 'directory'
  | 'unreadable' // the system refused a read
  | 'empty' // not one octet
  | 'not-a-capture' // the first octets are of no known format
  | 'compression-cut' // gzip or zstd ends before a format could be recognised inside it
  | 'compression-damaged' // gzip or zstd cannot be decoded so far
  | 'unsupported-format'; // a known capture format that is not read here: its name is in `format`
