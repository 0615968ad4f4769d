/**
 * Reads the records of a pcap file: micro- and nanosecond, both byte orders, and Kuznetzov's variant with the longer
 * record header. Sections, comments and interfaces do not exist here; a header that lies is searched past.
 * Read draft-ietf-opsawg-pcap. A hot file: `next` runs once per packet.
 */
import type { Packet } from '../model/packet.js';
import { PacketView } from './packet-view.js';
import { RecordReader, type Plausibility } from './record-reader.js';
import type { Tally } from './tally.js';
import type { Window } from './window.js';

export const FILE_HEADER = 24;
/** In the byte order of the file. */
const FILE_MAGIC: ReadonlySet<number> = new Set([0xa1b2c3d4, 0xa1b23c4d, 0xa1b2cd34]);

/** No capture program writes longer packets (libpcap's and Wireshark's own bound): a longer one is damage. */
export const MAX_PACKET = 262_144;

/** Two packets further apart than this are no neighbours, when a record is searched for. */
const NEAR_SECONDS = 86_400;

/** What the magic number of the file header says. */
export interface PcapVariant {
  readonly littleEndian: boolean;
  readonly digits: 6 | 9;
  readonly recordHeader: 16 | 24;
}

export class PcapReader extends RecordReader {
  readonly #littleEndian: boolean;
  readonly #recordHeader: number;
  /** Fractions of a second that make one. */
  readonly #perSecond: number;
  readonly #swapped: boolean;
  readonly #variant: PcapVariant;

  /** Reads the file header, which `window` holds as far as the input has it. `capture` numbers the packets' origin. */
  constructor(window: Window, tally: Tally, variant: PcapVariant, capture: number) {
    super(window, tally, new PacketView(capture));
    this.#variant = variant;
    this.#littleEndian = variant.littleEndian;
    this.#recordHeader = variant.recordHeader;
    this.#perSecond = 10 ** variant.digits;
    this.packet.digits = variant.digits;
    this.#swapped = window.limit >= FILE_HEADER && this.#readFileHeader();
    if (window.limit < FILE_HEADER) this.damaged(0, 'cut-packet');
  }

  next(): Packet | undefined {
    if (this.searching && !this.search()) return undefined;
    const { window } = this;
    const at = window.position;
    const start = at + this.#recordHeader;
    if (start > window.limit) return this.#incomplete(at);
    const { view } = window;
    const littleEndian = this.#littleEndian;
    const captured = this.#swapped ? this.#smallerLength(at) : view.getUint32(at + 8, littleEndian);
    if (captured > MAX_PACKET || (captured === 0 && this.#isNoPacket(at))) return this.#passDamage(at, captured);
    const end = start + captured;
    if (end > window.limit) return this.#incomplete(at, captured);
    window.position = end;
    const { packet } = this;
    packet.seconds = view.getUint32(at, littleEndian);
    packet.fraction = view.getUint32(at + 4, littleEndian);
    packet.bytes = window.bytes;
    packet.start = start;
    packet.end = end;
    packet.wireLength = this.#swapped ? this.#largerLength(at) : view.getUint32(at + 12, littleEndian);
    packet.frame += 1;
    packet.offset = window.offset(at);
    if (packet.fraction >= this.#perSecond) this.#carryFraction(packet);
    if (packet.frame === 1) this.tally.checkLinkType(packet.linkType, window.offset(at));
    this.tally.count(packet);
    return packet;
  }

  protected twin(window: Window): PcapReader {
    while (window.limit < FILE_HEADER && !window.ended) void window.fill();
    return new PcapReader(window, this.tally.blank(), this.#variant, this.packet.capture);
  }

  /** One file header stands for all. */
  protected enter(): boolean {
    return true;
  }

  protected plausible(at: number): Plausibility {
    const { lastSeconds } = this.tally;
    const end = this.#plausibleEnd(at, lastSeconds);
    if (Number.isNaN(end)) return 'no';
    const { window } = this;
    // That a record ends with the input proves little, unless its time is right as well.
    if (end === window.limit && window.ended) return Number.isNaN(lastSeconds) ? 'no' : 'yes';
    if (end + this.#recordHeader > window.limit) return window.ended ? 'no' : 'unknown';
    const seconds = window.view.getUint32(at, this.#littleEndian);
    return Number.isNaN(this.#plausibleEnd(end, seconds)) ? 'no' : 'yes';
  }

  /** Where a record that begins at `at` would end; NaN where none can begin there. */
  #plausibleEnd(at: number, nearSeconds: number): number {
    const { view, limit, ended } = this.window;
    const littleEndian = this.#littleEndian;
    if (at + this.#recordHeader > limit) return ended ? Number.NaN : at;
    const captured = view.getUint32(at + 8, littleEndian);
    if (captured === 0 || captured > MAX_PACKET) return Number.NaN;
    const wireLength = view.getUint32(at + 12, littleEndian);
    if (wireLength < captured || wireLength > MAX_PACKET) return Number.NaN;
    if (view.getUint32(at + 4, littleEndian) >= this.#perSecond) return Number.NaN;
    const distance = Math.abs(view.getUint32(at, littleEndian) - nearSeconds);
    return distance > NEAR_SECONDS ? Number.NaN : at + this.#recordHeader + captured;
  }

  /**
   * A header of zeros, a hole that a crash or a full disk left in the file; or the file header of another capture, put
   * behind this one: neither is a packet of nothing.
   */
  #isNoPacket(at: number): boolean {
    const { view } = this.window;
    if (view.getBigUint64(at + 8) !== 0n) return false;
    return view.getBigUint64(at) === 0n || FILE_MAGIC.has(view.getUint32(at, this.#littleEndian));
  }

  #passDamage(at: number, captured: number): Packet | undefined {
    return this.damaged(at, 'bad-length', captured) ? this.next() : undefined;
  }

  /** The record at `at` is not whole: at the end of the input it is cut, or its length was false and hides others. */
  #incomplete(at: number, captured?: number): Packet | undefined {
    const { window } = this;
    if (!window.ended || at >= window.limit) return undefined;
    return this.damaged(at, 'bad-length', captured, 'cut-packet') ? this.next() : undefined;
  }

  #readFileHeader(): boolean {
    const { view } = this.window;
    this.window.position = FILE_HEADER;
    // The upper half tells whether packets end with a frame check sequence; it is no part of the type.
    this.packet.linkType = view.getUint32(20, this.#littleEndian) & 0xffff;
    this.tally.addLinkType(this.packet.linkType);
    const major = view.getUint16(4, this.#littleEndian);
    return major === 2 && view.getUint16(6, this.#littleEndian) <= 3;
  }

  /** Seen in damaged files only: a fraction of more than a second. */
  #carryFraction(packet: PacketView): void {
    packet.seconds += Math.floor(packet.fraction / this.#perSecond);
    packet.fraction %= this.#perSecond;
  }

  /** Before version 2.4 some writers swapped the two lengths: the smaller one counts the octets in the file. */
  #smallerLength(at: number): number {
    const { view } = this.window;
    return Math.min(view.getUint32(at + 8, this.#littleEndian), view.getUint32(at + 12, this.#littleEndian));
  }

  #largerLength(at: number): number {
    const { view } = this.window;
    return Math.max(view.getUint32(at + 8, this.#littleEndian), view.getUint32(at + 12, this.#littleEndian));
  }
}
