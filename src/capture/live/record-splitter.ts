/**
 * Cuts the pcap stream of a capture program into whole records, as they come. Knows lengths alone; what is in a packet is
 * the readers' business. Read draft-ietf-opsawg-pcap.
 */
import { FILE_HEADER, MAX_PACKET, type PcapVariant } from '../pcap-reader.js';
import { recogniseCapture } from '../signature.js';

export const RECORD_HEADER = 16;
const ROOM = MAX_PACKET + RECORD_HEADER;

/** What the header of the stream says. */
export interface StreamFacts {
  readonly variant: PcapVariant;
  readonly linkType: number;
  readonly snapLength: number;
}

export interface RecordTaker {
  /** The header of the stream has come. */
  begin(facts: StreamFacts, header: Buffer): void;
  /** Whole records in `bytes[start..end)`, valid during the call. */
  records(bytes: Buffer, start: number, end: number): void;
}

export class RecordSplitter {
  readonly #taker: RecordTaker;
  readonly #pending = Buffer.allocUnsafe(2 * ROOM);
  #filled = 0;
  #facts: StreamFacts | undefined;

  constructor(taker: RecordTaker) {
    this.#taker = taker;
  }

  /** False where the stream is none. */
  push(chunk: Buffer): boolean {
    for (let at = 0; at < chunk.length; ) {
      const count = chunk.copy(this.#pending, this.#filled, at);
      at += count;
      this.#filled += count;
      if (!this.#pass()) return false;
    }
    return true;
  }

  #pass(): boolean {
    const start = this.#facts === undefined ? this.#begin() : 0;
    if (start === undefined) return false;
    if (this.#facts === undefined) return true;
    const end = this.#lastEnd(start, this.#facts.variant.littleEndian);
    if (end === undefined) return false;
    if (end > start) this.#taker.records(this.#pending, start, end);
    this.#pending.copyWithin(0, end, this.#filled);
    this.#filled -= end;
    return true;
  }

  /** Where the records begin; 0 where the header is not whole yet, undefined where it is none. */
  #begin(): number | undefined {
    if (this.#filled < FILE_HEADER) return 0;
    const header = Buffer.from(this.#pending.subarray(0, FILE_HEADER));
    const signature = recogniseCapture(header, FILE_HEADER, true);
    if (signature?.kind !== 'pcap') return undefined;
    const { littleEndian } = signature.variant;
    const number = (at: number): number => (littleEndian ? header.readUInt32LE(at) : header.readUInt32BE(at));
    this.#facts = { variant: signature.variant, linkType: number(20) & 0xffff, snapLength: number(16) };
    this.#taker.begin(this.#facts, header);
    return FILE_HEADER;
  }

  /** The end of the last whole record; undefined where a length cannot be. */
  #lastEnd(start: number, littleEndian: boolean): number | undefined {
    let at = start;
    while (at + RECORD_HEADER <= this.#filled) {
      const captured = littleEndian ? this.#pending.readUInt32LE(at + 8) : this.#pending.readUInt32BE(at + 8);
      if (captured > MAX_PACKET) return undefined;
      if (at + RECORD_HEADER + captured > this.#filled) break;
      at += RECORD_HEADER + captured;
    }
    return at;
  }
}
