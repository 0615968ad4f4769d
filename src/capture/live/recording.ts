/**
 * Keeps what is captured while it is shown: in one file, or in a ring of files of which the oldest goes when a new one
 * begins. A failure to write ends the recording, never the capture.
 */
import { rmSync } from 'node:fs';
import { extname } from 'node:path';
import { PcapngFile, type FileOrigin } from './pcapng-file.js';
import { RECORD_HEADER, type StreamFacts } from './record-splitter.js';

export interface FileRing {
  /** Octets after which a new file begins. */
  readonly size: number;
  /** Files that are kept. */
  readonly count: number;
}

export interface RecordingPlan extends FileOrigin {
  readonly file: string;
  readonly ring: FileRing | undefined;
}

export class Recording {
  /** What the system said when it could not be written any further. */
  failure: string | undefined;
  readonly #plan: RecordingPlan;
  readonly #files: string[] = [];
  #number = 0;
  #file: PcapngFile | undefined;
  #facts: StreamFacts | undefined;

  /** Throws what the system says where the first file cannot be written. */
  constructor(plan: RecordingPlan) {
    this.#plan = plan;
    this.#file = new PcapngFile(this.#nextPath());
  }

  begin(facts: StreamFacts): void {
    this.#facts = facts;
    this.#guarded((file) => file.begin(facts, this.#plan));
  }

  /** Whole records of the stream in `bytes[start..end)`; when it returns, the system has them. */
  records(bytes: Buffer, start: number, end: number): void {
    const littleEndian = this.#facts?.variant.littleEndian === true;
    for (let at = start; at < end && this.#file !== undefined; ) {
      this.#turn(at - start);
      const captured = littleEndian ? bytes.readUInt32LE(at + 8) : bytes.readUInt32BE(at + 8);
      const from = at;
      this.#guarded((file) => file.record(bytes, from, captured));
      at += RECORD_HEADER + captured;
    }
    this.#guarded((file) => file.flush());
  }

  finish(received: number, dropped: number | undefined): void {
    if (this.#facts !== undefined) this.#guarded((file) => file.finish(received, dropped));
    this.#file?.close();
    this.#file = undefined;
  }

  /** Begins the next file of the ring where the present one is full. */
  #turn(unflushed: number): void {
    const { ring } = this.#plan;
    if (ring === undefined || this.#file === undefined || this.#file.size + unflushed < ring.size) return;
    this.#guarded((file) => file.flush());
    if (this.#file.size < ring.size) return;
    this.#guarded((file) => {
      file.close();
      this.#file = new PcapngFile(this.#nextPath());
      this.#file.begin(this.#facts!, this.#plan);
      if (this.#files.length > ring.count) rmSync(this.#files.shift()!, { force: true });
    });
  }

  /** `lab.pcapng`, or of a ring `lab_00001.pcapng`. */
  #nextPath(): string {
    const { file, ring } = this.#plan;
    if (ring === undefined) return file;
    const ending = extname(file);
    const path = `${file.slice(0, file.length - ending.length)}_${String(++this.#number).padStart(5, '0')}${ending}`;
    this.#files.push(path);
    return path;
  }

  #guarded(action: (file: PcapngFile) => void): void {
    const file = this.#file;
    if (file === undefined) return;
    try {
      action(file);
    } catch (error) {
      this.failure = (error as NodeJS.ErrnoException).code ?? String(error);
      this.#file = undefined;
      file.close();
    }
  }
}
