/**
 * Writes captured records as a pcapng file, each when it comes: what was handed over is in the file even if the program is
 * killed. One section, one interface; drops are told in a statistics block at the end. Read draft-ietf-opsawg-pcapng.
 */
import { closeSync, constants, ftruncateSync, openSync, unlinkSync, writeSync, existsSync } from 'node:fs';
import { MAX_PACKET } from '../pcap-reader.js';
import { INTERFACE_STATISTICS } from '../pcapng-block.js';
import { block, ended, interfaceDescription, option, packetLength, sectionHeader, time, u32, u64, writePacket } from '../pcapng-writing.js';
import { RECORD_HEADER, type StreamFacts } from './record-splitter.js';

/** What the file says of itself. */
export interface FileOrigin {
  readonly application: string;
  readonly interface: string;
  readonly filter: string;
}

const BATCH = 4 * packetLength(MAX_PACKET);
/** Where a block says how long it is. */
const BLOCK_LENGTH = 4;
const OPTION = { application: 4, name: 2, filter: 11, received: 4, dropped: 5 } as const;

export class PcapngFile {
  readonly path: string;
  /** Octets written. */
  size = 0;
  readonly #descriptor: number;
  readonly #isNew: boolean;
  readonly #batch = Buffer.allocUnsafe(BATCH);
  #filled = 0;
  #facts: StreamFacts | undefined;

  /** Throws what the system says. What is in the file stays until the capture has begun. */
  constructor(path: string) {
    this.path = path;
    this.#isNew = !existsSync(path);
    this.#descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o600);
  }

  begin(facts: StreamFacts, origin: FileOrigin): void {
    const { linkType, snapLength, variant } = facts;
    // The octet in front says that the filter is a text.
    const filter = origin.filter === '' ? [] : [option(OPTION.filter, `\0${origin.filter}`)];
    ftruncateSync(this.#descriptor, 0);
    this.#facts = facts;
    this.#add(sectionHeader([option(OPTION.application, origin.application)]));
    this.#add(interfaceDescription({ linkType, snapLength, digits: variant.digits }, [option(OPTION.name, origin.interface), ...filter]));
    this.flush();
  }

  /** One record of a pcap stream, which begins at `at`. Throws what the system says. */
  record(bytes: Buffer, at: number, captured: number): void {
    const { littleEndian } = this.#facts!.variant;
    const length = packetLength(captured);
    if (this.#filled + length > BATCH) this.flush();
    const number = (offset: number): number => (littleEndian ? bytes.readUInt32LE(at + offset) : bytes.readUInt32BE(at + offset));
    const ticks = BigInt(number(0)) * this.#ticksPerSecond + BigInt(number(4));
    const start = at + RECORD_HEADER;
    writePacket(this.#batch, this.#filled, { interface: 0, ticks, wireLength: number(12), bytes, start, end: start + captured });
    this.#filled += length;
  }

  /** Hands everything to the system. Throws what it says; the file then ends with its last whole packet. */
  flush(): void {
    let at = 0;
    try {
      while (at < this.#filled) at += writeSync(this.#descriptor, this.#batch, at, this.#filled - at);
    } catch (error) {
      ftruncateSync(this.#descriptor, this.size + this.#wholeBlocks(at));
      throw error;
    }
    this.size += this.#filled;
    this.#filled = 0;
  }

  /** `dropped`: by the kernel, where that is known. */
  finish(received: number, dropped: number | undefined): void {
    const now = (BigInt(Date.now()) * this.#ticksPerSecond) / 1000n;
    const counts = [option(OPTION.received, u64(received)), ...(dropped === undefined ? [] : [option(OPTION.dropped, u64(dropped))])];
    this.#add(block(INTERFACE_STATISTICS, [u32(0), time(now), ...ended(counts)]));
    this.flush();
  }

  /** Lets go of the file; one in which nothing was begun goes away, if it was not there before. */
  close(): void {
    closeSync(this.#descriptor);
    if (this.#facts === undefined && this.#isNew) unlinkSync(this.path);
  }

  /** Octets of the blocks that lie wholly in the first `written` of the batch. */
  #wholeBlocks(written: number): number {
    let whole = 0;
    while (whole < written) {
      const next = whole + this.#batch.readUInt32LE(whole + BLOCK_LENGTH);
      if (next > written) break;
      whole = next;
    }
    return whole;
  }

  get #ticksPerSecond(): bigint {
    return this.#facts?.variant.digits === 9 ? 1_000_000_000n : 1_000_000n;
  }

  #add(octets: Buffer): void {
    this.#filled += octets.copy(this.#batch, this.#filled);
  }
}
