/** Opens the FILEs of a command line as an archive: what a view needs that lets one move about in them. */
import { createArchive } from '../archive/archive.js';
import type { CaptureError } from '../capture/capture-error.js';
import type { AnyRule } from '../findings/rule.js';
import type { Archive } from '../model/archive.js';
import { tlsTools } from '../platform/certificate-reader.js';
import { cryptography } from '../platform/cryptography.js';
import { decodeDns } from '../platform/dns-decoder.js';
import { hashFactory } from '../platform/hash.js';
import { keepYoungGenerationSmall } from '../platform/heap.js';
import { mailDecoder } from '../platform/mail-decoder.js';
import { PacketFile } from '../platform/packet-file.js';
import { WholeFile } from '../platform/whole-file.js';
import { sizeOf } from './file-status.js';
import { followKeys } from './key-following.js';
import { openInputs, type Inputs } from './inputs.js';

export interface OpenedArchive {
  readonly archive: Archive;
  readonly failures: readonly CaptureError[];
  /** Ends the reading; nothing of it stays on disk. */
  close(): Promise<void>;
}

/** Undefined where no FILE is a capture: `failures` says why. Throws UsageError where a key log cannot be read. */
export async function openArchive(files: readonly string[], keyLogs: readonly string[], rules: readonly AnyRule[], context: boolean): Promise<Partial<OpenedArchive> & Pick<OpenedArchive, 'failures'>> {
  const inputs = await openInputs(files, false, keyLogs, true);
  if (inputs.readers.length === 0) return { failures: inputs.failures };
  // Of what is compressed nobody knows how much it will be.
  const isCompressed = inputs.readers.some(({ summary }) => summary.compression !== undefined);
  return archiveOver(inputs, { rules, context, total: isCompressed ? undefined : sizeOf(files) });
}

export interface ArchiveWishes {
  readonly rules: readonly AnyRule[];
  /** What surrounds the sessions stands in them, but for `--no-context`. */
  readonly context: boolean;
  /** Octets of all inputs, where they are known. */
  readonly total: number | undefined;
}

export function archiveOver(inputs: Inputs, { rules, context, total }: ArchiveWishes): OpenedArchive {
  const { readers, failures, keys, vantage } = inputs;
  const archive = createArchive(readers, {
    decoder: mailDecoder,
    tls: { ...tlsTools, opening: { keys, cryptography } },
    hash: hashFactory,
    rules,
    vantage,
    ...(context ? { dns: decodeDns } : {}),
    total,
    spool: () => new PacketFile(),
    file: (path) => {
      const file = new WholeFile(path);
      return { write: (octets) => file.write(octets), finish: () => file.finish(false), discard: () => file.discard() };
    },
  });
  archive.onChange(keepYoungGenerationSmall);
  const following = followKeys(inputs);
  const close = async (): Promise<void> => {
    following.stop();
    await archive.close();
    inputs.close();
  };
  return { archive, failures, close };
}
