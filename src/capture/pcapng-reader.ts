/**
 * Reads the blocks of a pcapng file: sections of either byte order, interfaces with their time units, enhanced, simple
 * and obsolete packet blocks, comments, key logs. All other blocks are skipped unread, and so are the names in theirs.
 * Read draft-ietf-opsawg-pcapng. A hot file: `next` runs once per block.
 */
import type { CaptureWarningCode, Packet } from '../model/packet.js';
import { PacketView } from './packet-view.js';
import { MAX_PACKET } from './pcap-reader.js';
import {
  byteOrderAt,
  DECRYPTION_SECRETS,
  ENHANCED_PACKET,
  INTERFACE_DESCRIPTION,
  INTERFACE_STATISTICS,
  KNOWN_BLOCKS,
  NAME_RESOLUTION,
  NUMBERED_BLOCKS,
  OBSOLETE_PACKET,
  SECTION_HEADER,
  SIMPLE_PACKET,
  SMALLEST_BLOCK,
  TLS_KEY_LOG,
} from './pcapng-block.js';
import { describeInterface, type CaptureInterface } from './pcapng-interface.js';
import { endOfNames, OPTION_COMMENT, padded, scanOptions, type BlockOption } from './pcapng-options.js';
import { SectionList } from './pcapng-sections.js';
import { RecordReader, type Plausibility } from './record-reader.js';
import type { Tally } from './tally.js';
import { MAX_RECORD, type Window } from './window.js';

/** Longer blocks are damage. A block between MAX_RECORD and this is read as far as its first MAX_RECORD octets. */
const MAX_BLOCK = 16 * 1024 * 1024;
const MAX_INTERFACES = 65_536;

/** Where things stand in a block, counted from its beginning; enhanced and obsolete packet blocks agree in these. */
const SECTION_OPTIONS = 24;
const INTERFACE_OPTIONS = 16;
const PACKET_DATA = 28;
const SIMPLE_PACKET_DATA = 12;
const SECRETS_DATA = 16;
const NAMES = 8;
const STATISTICS_OPTIONS = 20;

/** In place of a block's length. */
const NOT_WHOLE = 0;
const DAMAGED = -1;

export class PcapngReader extends RecordReader {
  #littleEndian = true;
  /** Those of the section; undefined where the description could not be read. */
  #interfaces: (CaptureInterface | undefined)[] = [];
  /** Interfaces of the section that packets name and nothing describes. */
  readonly #missed = new Set<number>();
  #sections = new SectionList();
  /** Wireshark's numbering: packets and some other blocks. */
  #frame = 0;

  readonly #secrets: ((keyLog: Buffer) => void) | undefined;

  /** `window` stands at the first section header; `capture` numbers the packets' origin; `secrets` is given key logs. */
  constructor(window: Window, tally: Tally, capture: number, secrets?: (keyLog: Buffer) => void) {
    super(window, tally, new PacketView(capture));
    this.#secrets = secrets;
  }

  next(): Packet | undefined {
    const { window } = this;
    while (!this.searching || this.search()) {
      const at = window.position;
      const length = this.#blockLength(at);
      if (length === NOT_WHOLE) return undefined;
      if (length === DAMAGED) continue;
      window.position = at + length;
      if (this.#readBlock(at, at + Math.min(length - 4, MAX_RECORD))) return this.packet;
    }
    return undefined;
  }

  protected twin(window: Window): PcapngReader {
    const twin = new PcapngReader(window, this.tally.blank(), this.packet.capture);
    twin.#sections = this.#sections;
    return twin;
  }

  protected enter(offset: number): boolean {
    const section = this.#sections.at(offset);
    if (section === undefined) return false;
    this.#littleEndian = section.littleEndian;
    this.#interfaces = section.interfaces;
    return true;
  }

  protected plausible(at: number): Plausibility {
    const { view, limit, ended } = this.window;
    const tooShort = ended ? 'no' : 'unknown';
    if (at + SMALLEST_BLOCK > limit) return tooShort;
    const type = view.getUint32(at, this.#littleEndian);
    if (!KNOWN_BLOCKS.has(type)) return 'no';
    const littleEndian = type === SECTION_HEADER ? byteOrderAt(view, at) : this.#littleEndian;
    if (littleEndian === undefined) return 'no';
    const length = view.getUint32(at + 4, littleEndian);
    if (length < SMALLEST_BLOCK || length > MAX_RECORD || length % 4 !== 0) return 'no';
    if (at + length > limit) return tooShort;
    return view.getUint32(at + length - 4, littleEndian) === length ? 'yes' : 'no';
  }

  /** The length of the block at `at`, once it is at hand and both its lengths agree; else NOT_WHOLE or DAMAGED. */
  #blockLength(at: number): number {
    const { view, limit } = this.window;
    if (at + SMALLEST_BLOCK > limit) return this.#incomplete(at);
    if (view.getUint32(at) === SECTION_HEADER && !this.#readByteOrder(at)) return this.#damagedBlock(at, 'bad-block');
    const stated = view.getUint32(at + 4, this.#littleEndian);
    if (stated < SMALLEST_BLOCK || stated > MAX_BLOCK) return this.#damagedBlock(at, 'bad-length', stated);
    // Seen in the wild: lengths without the octets that fill up the block; Wireshark rounds them as well.
    const length = padded(stated);
    if (at + Math.min(length, MAX_RECORD) > limit) return this.#incomplete(at, stated);
    if (length > MAX_RECORD) return length;
    const again = view.getUint32(at + length - 4, this.#littleEndian);
    return padded(again) === length ? length : this.#damagedBlock(at, 'bad-block', again);
  }

  /** Reads the block whose type stands at `at` and whose contents end at `end`; true where it was a packet. */
  #readBlock(at: number, end: number): boolean {
    const { view } = this.window;
    const type = view.getUint32(at, this.#littleEndian);
    switch (type) {
      case ENHANCED_PACKET:
        return this.#readPacket(at, end, false);
      case OBSOLETE_PACKET:
        return this.#readPacket(at, end, true);
      case SIMPLE_PACKET:
        return this.#readSimplePacket(at, end);
      case SECTION_HEADER:
        this.#interfaces = [];
        this.#missed.clear();
        this.#sections.add({ offset: this.window.offset(at), littleEndian: this.#littleEndian, interfaces: this.#interfaces });
        this.#readOptions(at, at + SECTION_OPTIONS, end, undefined);
        return false;
      case INTERFACE_DESCRIPTION:
        this.#readInterface(at, end);
        return false;
      case DECRYPTION_SECRETS:
        this.#readSecrets(at, end);
        return false;
      case INTERFACE_STATISTICS:
        this.#keepComments(scanOptions(this.window, at + STATISTICS_OPTIONS, end, this.#littleEndian).options, undefined);
        return false;
      case NAME_RESOLUTION:
        this.#keepComments(scanOptions(this.window, endOfNames(this.window, at + NAMES, end, this.#littleEndian), end, this.#littleEndian).options, undefined);
        return false;
      default:
        if (NUMBERED_BLOCKS.has(type)) this.#frame += 1;
        return false;
    }
  }

  /** An enhanced packet block, or the obsolete one, whose interface number has but two octets. */
  #readPacket(at: number, end: number, obsolete: boolean): boolean {
    if (at + PACKET_DATA > end) return this.#refusePacket(at);
    const { view } = this.window;
    const littleEndian = this.#littleEndian;
    const number = obsolete ? view.getUint16(at + 8, littleEndian) : view.getUint32(at + 8, littleEndian);
    const captured = view.getUint32(at + 20, littleEndian);
    const origin = this.#admit(at, number, captured, end - at - PACKET_DATA);
    if (origin === undefined) return false;
    const { packet } = this;
    origin.units.set(packet, view.getUint32(at + 12, littleEndian), view.getUint32(at + 16, littleEndian));
    packet.wireLength = view.getUint32(at + 24, littleEndian);
    this.#deliver(origin, at, at + PACKET_DATA, captured);
    const options = packet.start + padded(captured);
    if (options < end) this.#readOptions(at, options, end, this.#frame);
    return true;
  }

  /** A simple packet block has no time, and its captured length follows from the interface's snap length. */
  #readSimplePacket(at: number, end: number): boolean {
    if (at + SIMPLE_PACKET_DATA > end) return this.#refusePacket(at);
    const { packet } = this;
    packet.wireLength = this.window.view.getUint32(at + 8, this.#littleEndian);
    const snapLength = this.#interfaces[0]?.snapLength ?? 0;
    const captured = snapLength === 0 ? packet.wireLength : Math.min(packet.wireLength, snapLength);
    const origin = this.#admit(at, 0, captured, end - at - SIMPLE_PACKET_DATA);
    if (origin === undefined) return false;
    packet.seconds = Number.NaN;
    packet.fraction = 0;
    packet.digits = 0;
    this.#deliver(origin, at, at + SIMPLE_PACKET_DATA, captured);
    return true;
  }

  /** Gives the packet of the block at `at` its number, and its interface where its lengths can be true. */
  #admit(at: number, interfaceNumber: number, captured: number, room: number): CaptureInterface | undefined {
    const origin = this.#interfaces[interfaceNumber];
    if (origin !== undefined && captured <= room && captured <= MAX_PACKET) {
      this.#frame += 1;
      if (!origin.used) this.#firstPacketOf(origin, at);
      return origin;
    }
    if (origin === undefined) this.#missInterface(at, interfaceNumber);
    else this.#refusePacket(at, captured > MAX_PACKET ? 'bad-length' : 'bad-block', captured);
    return undefined;
  }

  #deliver(origin: CaptureInterface, at: number, start: number, captured: number): void {
    const { packet } = this;
    packet.bytes = this.window.bytes;
    packet.start = start;
    packet.end = start + captured;
    packet.linkType = origin.linkType;
    packet.frame = this.#frame;
    packet.offset = this.window.offset(at);
    this.tally.count(packet);
  }

  /** The block is skipped; it keeps its number, as it is a packet's. */
  #refusePacket(at: number, code: CaptureWarningCode = 'bad-block', value?: number): false {
    this.#frame += 1;
    this.#warn(at, code, value);
    return false;
  }

  /** Said at the first of its packets. */
  #missInterface(at: number, interfaceNumber: number): void {
    this.#frame += 1;
    if (this.#missed.size === MAX_INTERFACES || this.#missed.has(interfaceNumber)) return;
    this.#missed.add(interfaceNumber);
    this.#warn(at, 'unknown-interface', interfaceNumber);
  }

  #firstPacketOf(origin: CaptureInterface, at: number): void {
    origin.used = true;
    this.tally.checkLinkType(origin.linkType, this.window.offset(at));
  }

  #readInterface(at: number, end: number): void {
    if (at + INTERFACE_OPTIONS > end || this.#interfaces.length === MAX_INTERFACES) {
      this.#warn(at, 'bad-block');
      if (this.#interfaces.length < MAX_INTERFACES) this.#interfaces.push(undefined);
      return;
    }
    const options = this.#readOptions(at, at + INTERFACE_OPTIONS, end, undefined);
    const described = describeInterface(this.window, at, options, this.#littleEndian);
    this.#interfaces.push(described);
    this.tally.addLinkType(described.linkType);
  }

  #readSecrets(at: number, end: number): void {
    const { view, bytes } = this.window;
    if (at + SECRETS_DATA > end) return this.#warn(at, 'bad-block');
    const optionsAt = at + SECRETS_DATA + padded(view.getUint32(at + 12, this.#littleEndian));
    this.#keepComments(scanOptions(this.window, optionsAt, end, this.#littleEndian).options, undefined);
    if (this.#secrets === undefined || view.getUint32(at + 8, this.#littleEndian) !== TLS_KEY_LOG) return;
    const length = view.getUint32(at + 12, this.#littleEndian);
    const start = at + SECRETS_DATA;
    if (length > end - start) this.#warn(at, 'bad-block', length);
    this.#secrets(bytes.subarray(start, Math.min(end, start + length)));
  }

  /** Keeps the comments of the block at `at` and gives all its options. */
  #readOptions(at: number, optionsAt: number, end: number, frame: number | undefined): readonly BlockOption[] {
    const { options, fit } = scanOptions(this.window, optionsAt, end, this.#littleEndian);
    // The options of a block that is read in part are cut by us, not by a lie.
    if (!fit && end - at < MAX_RECORD) this.#warn(at, 'bad-block');
    this.#keepComments(options, frame);
    return options;
  }

  #keepComments(options: readonly BlockOption[], frame: number | undefined): void {
    for (const option of options) {
      if (option.code !== OPTION_COMMENT) continue;
      this.tally.comment(this.window.bytes.subarray(option.start, option.end), this.window.offset(option.start), frame);
    }
  }

  #readByteOrder(at: number): boolean {
    const littleEndian = byteOrderAt(this.window.view, at);
    if (littleEndian === undefined) return false;
    this.#littleEndian = littleEndian;
    return true;
  }

  #incomplete(at: number, stated?: number): typeof NOT_WHOLE | typeof DAMAGED {
    const { ended, limit } = this.window;
    if (!ended || at === limit) return NOT_WHOLE;
    // At the end of the input the block is cut, or its length was false and hides others.
    this.damaged(Math.min(at, limit), 'bad-length', stated, 'cut-packet');
    return DAMAGED;
  }

  #damagedBlock(at: number, code: CaptureWarningCode, value?: number): typeof DAMAGED {
    this.damaged(at, code, value);
    return DAMAGED;
  }

  #warn(at: number, code: CaptureWarningCode, value?: number): void {
    const offset = this.window.offset(at);
    this.tally.warn(value === undefined ? { code, offset } : { code, offset, value });
  }
}
