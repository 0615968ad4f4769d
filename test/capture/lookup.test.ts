/** Packets read again by their places, in any order, are those that the reader gave: in every capture, damaged ones included. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CaptureError } from '../../src/capture/capture-error.js';
import { openCapture } from '../../src/capture/open.js';
import type { Packet, PacketReader } from '../../src/model/packet.js';
import { BROKEN, OWN, SHARED } from '../captures.js';

interface Seen {
  readonly offset: number;
  readonly frame: number;
  readonly facts: string;
}

function factsOf({ bytes, start, end, wireLength, linkType, frame, capture, seconds, fraction, digits }: Packet): string {
  const octets = createHash('md5').update(bytes.subarray(start, end)).digest('hex');
  return [octets, wireLength, linkType, frame, capture, seconds, fraction, digits].join(' ');
}

async function readAll(reader: PacketReader): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  do {
    for (let packet = reader.next(); packet !== undefined; packet = reader.next()) {
      seen.push({ offset: packet.offset!, frame: packet.frame, facts: factsOf(packet) });
    }
  } while (await reader.fill());
  return seen;
}

async function opened(file: string): Promise<PacketReader | undefined> {
  try {
    return await openCapture(file, { capture: 3, hash: false });
  } catch (error) {
    if (error instanceof CaptureError) return undefined;
    throw error;
  }
}

describe('a packet is read again', () => {
  it.each([...OWN, ...BROKEN, ...SHARED])('%s', async (file) => {
    const reader = await opened(file);
    if (reader === undefined) return;
    const lookup = reader.lookup?.();
    const seen = await readAll(reader);
    await reader.close();
    const isCompressed = reader.summary.compression !== undefined;
    expect(lookup === undefined).toBe(isCompressed);
    if (lookup === undefined) return;
    const { packets } = reader.summary;
    // Backwards, and jumping about: no order may matter.
    const jumping = seen.toSorted((a, b) => a.facts.localeCompare(b.facts)).slice(0, 500);
    for (const { offset, frame, facts } of [...seen.slice(0, 500).reverse(), ...jumping]) {
      const packet = lookup.at(offset, frame);
      expect(packet === undefined ? undefined : factsOf(packet)).toBe(facts);
    }
    lookup.close();
    expect(reader.summary.packets).toBe(packets);
  });

  it('no more where the file has become shorter', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailscope-'));
    for (const name of ['smtp-exim-relay.pcap', 'smtp-exim-relay.pcapng']) {
      const file = join(folder, name);
      copyFileSync(`captures/${name}`, file);
      const reader = (await opened(file))!;
      const lookup = reader.lookup!()!;
      const seen = await readAll(reader);
      await reader.close();
      const [first, last] = [seen[0]!, seen.at(-1)!];
      truncateSync(file, last.offset + 20);
      expect(lookup.at(last.offset, last.frame)).toBeUndefined();
      expect(factsOf(lookup.at(first.offset, first.frame)!)).toBe(first.facts);
      lookup.close();
    }
    rmSync(folder, { recursive: true });
  });
});
