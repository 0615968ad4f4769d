/** Opens the FILEs of a command line. One that fails is said and does not keep the others from being read. */
import { CaptureError } from '../capture/capture-error.js';
import { openCapture } from '../capture/open.js';
import type { PacketReader } from '../model/packet.js';
import { createSegmentDecoder } from '../packet/decoder.js';

export interface Inputs {
  readonly readers: readonly PacketReader[];
  readonly failures: readonly CaptureError[];
}

/** `hash`: whether the captures' SHA-256 is wanted. */
export async function openInputs(files: readonly string[], hash: boolean): Promise<Inputs> {
  const readers: PacketReader[] = [];
  const failures: CaptureError[] = [];
  const { supports } = createSegmentDecoder();
  for (const file of files) {
    try {
      readers.push(await openCapture(file, { capture: readers.length, hash, supportsLinkType: supports }));
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      failures.push(error);
    }
  }
  return { readers, failures };
}
