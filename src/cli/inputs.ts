/**
 * Opens the FILEs of a command line, and the key logs that open what is encrypted in them. One that fails is said and
 * does not keep the others from being read.
 */
import { fstatSync } from 'node:fs';
import { CaptureError } from '../capture/capture-error.js';
import { openCapture } from '../capture/open.js';
import type { PacketReader } from '../model/packet.js';
import { createSegmentDecoder } from '../packet/decoder.js';
import { KeyFile } from '../platform/key-file.js';
import type { VantagePlan } from '../model/vantage.js';
import { KeyLogReader, SecretStore } from '../protocols/tls/keys/key-log.js';
import { UsageError } from './usage-error.js';
import { surveyCaptures } from './vantage.js';

export interface Inputs {
  readonly readers: readonly PacketReader[];
  readonly failures: readonly CaptureError[];
  /** The secrets of key logs and of captures that bring theirs along. */
  readonly keys: SecretStore;
  /** Reads what programs have added to their key logs since; absent where nothing is read while it grows. */
  readonly readKeys: (() => void) | undefined;
  /** What several captures have in common; undefined where that is nothing, or was not asked for. */
  readonly vantage?: VantagePlan | undefined;
  /** Inputs that could not be compared with the others: they can be read only once. */
  readonly pipes?: readonly string[] | undefined;
  /** There were more connections than are compared. */
  readonly isSurveyCut?: boolean | undefined;
  /** Lets go of the key logs; the readers are closed by whoever reads them. */
  close(): void;
}

/**
 * `hash`: whether the captures' SHA-256 is wanted. `join`: whether it is wanted which of several captures hold the same
 * connections; they are read twice then. Throws UsageError where a key log cannot be read.
 */
export async function openInputs(files: readonly string[], hash: boolean, keyLogs: readonly string[] = [], join = false): Promise<Inputs> {
  const readers: PacketReader[] = [];
  const failures: CaptureError[] = [];
  const keys = new SecretStore();
  // Who reads along while packets come gets the keys when the programs write them down.
  const { readKeys, close } = openKeyLogs(keyLogs, keys, files.includes('-'));
  const { supports } = createSegmentDecoder();
  for (const file of files) {
    try {
      const reader = await openCapture(file, { capture: readers.length, hash, supportsLinkType: supports, secrets: (log) => addSecrets(log, keys) });
      if (reader.summary.format === 'pcapng') keys.opened();
      readers.push(reader);
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      failures.push(error);
    }
  }
  const surveyed = join && readers.length > 1 ? await surveyCaptures(readers) : undefined;
  return { readers, failures, keys, vantage: surveyed?.plan, pipes: surveyed?.pipes, isSurveyCut: surveyed?.isCut, readKeys, close };
}

/** `areGrowing`: they are followed as long as the inputs are read. Throws UsageError where one cannot be read. */
export function openKeyLogs(paths: readonly string[], keys: SecretStore, areGrowing: boolean): Pick<Inputs, 'readKeys' | 'close'> {
  const files = paths.map((path) => openKeyLog(path, keys, areGrowing));
  return {
    readKeys: areGrowing && files.length > 0 ? () => files.forEach((file) => file.read()) : undefined,
    close: () => files.forEach((file) => file.close()),
  };
}

function openKeyLog(path: string, keys: SecretStore, isGrowing: boolean): KeyFile {
  const log = new KeyLogReader(keys);
  try {
    const file = new KeyFile(path, (octets) => log.read(octets));
    file.read();
    keys.given();
    if (isGrowing) keys.opened(() => file.read());
    else log.end();
    return file;
  } catch (error) {
    throw new UsageError('cannot-read', { file: path, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}

function addSecrets(keyLog: Buffer, keys: SecretStore): void {
  const log = new KeyLogReader(keys);
  log.read(keyLog);
  log.end();
}

/** Another program may be recording still. */
export function comesThroughPipe(files: readonly string[]): boolean {
  return files.includes('-') && !fstatSync(0).isFile();
}
