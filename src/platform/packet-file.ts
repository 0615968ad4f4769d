/**
 * Packets copied to a private temporary file, one behind the other, each behind a header of its own. The file has no name
 * from the moment it is there: whatever ends the program, even a kill, the system takes it back.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Packet } from '../model/packet.js';
import type { PacketSpool } from '../model/platform.js';

/** Time (two doubles), lengths captured and on the wire, link type, digits. */
const HEADER = 32;
/** Octets gathered before they are written. */
const BLOCK = 256 << 10;
/** Octets read at first: most packets are short. */
const FIRST = 4 << 10;

export class PacketFile implements PacketSpool {
  readonly #file: number;
  #pending = Buffer.allocUnsafeSlow(BLOCK);
  #pendingLength = 0;
  /** Octets in the file. */
  #written = 0;
  #read = Buffer.allocUnsafeSlow(FIRST);
  #isOpen = true;

  /** Throws what the system says. */
  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'mailscope-'));
    try {
      const path = join(folder, 'packets');
      this.#file = openSync(path, 'wx+', 0o600);
      unlinkSync(path);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  keep(packet: Packet): number {
    const { bytes, start, end } = packet;
    const length = HEADER + end - start;
    if (this.#pendingLength + length > this.#pending.length) this.#flush();
    if (length > this.#pending.length) this.#pending = Buffer.allocUnsafeSlow(length);
    const pending = this.#pending;
    const at = this.#pendingLength;
    pending.writeDoubleLE(packet.seconds, at);
    pending.writeDoubleLE(packet.fraction, at + 8);
    pending.writeUInt32LE(end - start, at + 16);
    pending.writeUInt32LE(packet.wireLength, at + 20);
    pending.writeUInt32LE(packet.linkType, at + 24);
    pending.writeUInt32LE(packet.digits, at + 28);
    bytes.copy(pending, at + HEADER, start, end);
    this.#pendingLength += length;
    return this.#written + at;
  }

  at(offset: number, frame: number, capture: number): Packet | undefined {
    if (!this.#isOpen) return undefined;
    if (offset + HEADER > this.#written) this.#flush();
    let got = readSync(this.#file, this.#read, 0, this.#read.length, offset);
    if (got < HEADER) return undefined;
    const length = HEADER + this.#read.readUInt32LE(16);
    if (length > got) {
      if (length > this.#read.length) this.#read = Buffer.allocUnsafeSlow(length);
      got = readSync(this.#file, this.#read, 0, length, offset);
      if (got < length) return undefined;
    }
    const bytes = this.#read;
    return {
      seconds: bytes.readDoubleLE(0),
      fraction: bytes.readDoubleLE(8),
      digits: bytes.readUInt32LE(28),
      bytes,
      start: HEADER,
      end: length,
      wireLength: bytes.readUInt32LE(20),
      linkType: bytes.readUInt32LE(24),
      frame,
      capture,
      offset,
    };
  }

  close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }

  #flush(): void {
    let at = 0;
    while (at < this.#pendingLength) at += writeSync(this.#file, this.#pending, at, this.#pendingLength - at, this.#written + at);
    this.#written += this.#pendingLength;
    this.#pendingLength = 0;
  }
}
