/** TLS put together by hand, for tests: records, handshake messages, and what a reader makes of them. */
import { expect } from 'vitest';
import { Budget } from '../../../src/bytes/budget.js';
import type { Arrival } from '../../../src/model/arrival.js';
import { HandshakeAssembler } from '../../../src/protocols/tls/handshake/handshake-assembler.js';
import { RecordReader } from '../../../src/protocols/tls/records/record-reader.js';

export function record(type: number, fragment: Buffer | string, version = 0x0303): Buffer {
  const octets = Buffer.from(fragment as string, 'latin1');
  const header = Buffer.from([type, version >> 8, version & 0xff, octets.length >> 8, octets.length & 0xff]);
  return Buffer.concat([header, octets]);
}

export function handshake(type: number, body: Buffer): Buffer {
  const header = Buffer.from([type, body.length >> 16, (body.length >> 8) & 0xff, body.length & 0xff]);
  return Buffer.concat([header, body]);
}

export function arrivalOf(order: number): Arrival {
  return { seconds: 1_700_000_000, fraction: order, digits: 9, nanos: order, frame: order, earlierFrames: undefined, capture: 0, order };
}

export interface ReadRecord {
  readonly type: number;
  readonly version: number;
  readonly length: number;
  readonly fragment: string;
  readonly isWhole: boolean;
  readonly offset: number;
  readonly bytes: number;
}

export interface ReadBack {
  readonly records: readonly ReadRecord[];
  readonly stray: number;
}

/** A number stands for so many missing octets. `offset` is that of the first octet. */
export function readRecords(pieces: readonly (Buffer | number)[], offset = 0, budget = new Budget(1 << 20)): ReadBack {
  const records: ReadRecord[] = [];
  let stray = 0;
  const reader = new RecordReader(offset, budget, {
    wants: () => true,
    record: ({ type, version, length, fragment, isWhole, bytes }) => {
      const extent = reader.ledger.take(bytes, undefined);
      records.push({ type, version, length, fragment: fragment.toString('latin1'), isWhole, offset: extent.offset, bytes: extent.bytes });
    },
    stray: (octets) => {
      stray += reader.ledger.take(octets, undefined).bytes;
    },
  });
  pieces.forEach((piece, at) => {
    if (typeof piece === 'number') reader.gap(piece);
    else reader.data(piece, 0, piece.length, arrivalOf(at + 1));
  });
  reader.end();
  expect(reader.ledger.takeRest(), 'octets that nobody was told of').toBeUndefined();
  return { records, stray };
}

export interface ReadMessage {
  readonly type: number;
  readonly length: number;
  readonly body: string;
  readonly isWhole: boolean;
}

export function assemble(fragments: readonly Buffer[], budget = new Budget(1 << 20)): ReadMessage[] {
  const messages: ReadMessage[] = [];
  const assembler = new HandshakeAssembler(budget, ({ type, length, body, isWhole }) =>
    messages.push({ type, length, body: body.toString('latin1'), isWhole }),
  );
  for (const fragment of fragments) assembler.add(fragment);
  assembler.breakOff();
  return messages;
}

/** The same octets, cut into pieces of the given sizes, the last of which repeats. */
export function cutInto(octets: Buffer, sizes: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0, i = 0; at < octets.length; i++) {
    const size = Math.max(1, sizes[Math.min(i, sizes.length - 1)] ?? 1);
    pieces.push(octets.subarray(at, at + size));
    at += size;
  }
  return pieces;
}
