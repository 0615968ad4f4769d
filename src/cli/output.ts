/** Where results go: standard output or a file, in large pieces, written at once and in order. */
import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { terminalJson } from '../report/terminal-text.js';
import { isSameFile } from './file-status.js';
import { UsageError } from './usage-error.js';

/** Octets gathered before they are written. */
const BATCH = 1 << 17;
/** Waits for a pipe that is full and does not block (milliseconds). */
const FULL_PIPE_PAUSE = 2;

/** The reader of our output has gone away: nothing more needs to be done. */
export class OutputClosed extends Error {}

export interface Output {
  /** A string, or UTF-8 that is valid during the call. */
  write(text: string | Buffer): void;
  /** Hands on everything gathered. */
  flush(): void;
  close(): void;
}

/** `file` undefined: standard output. Throws UsageError where the file cannot be written or is one of the `inputs`. */
export function openOutput(file: string | undefined, inputs: readonly string[]): Output {
  const descriptor = file === undefined ? 1 : openFile(file, inputs);
  const batch = Buffer.allocUnsafe(BATCH);
  let filled = 0;
  const flush = (): void => {
    const end = filled;
    filled = 0;
    writeAll(descriptor, batch.subarray(0, end), file);
  };
  // Text has been made harmless; JSON leaves some of what a terminal obeys as it is.
  const isShown = file === undefined && isTerminal(1);
  return {
    write(given) {
      const text = isShown ? terminalJson(given.toString()) : given;
      // Three octets of UTF-8 at most for a UTF-16 unit.
      const most = typeof text === 'string' ? text.length * 3 : text.length;
      if (filled + most > BATCH) flush();
      if (most > BATCH) writeAll(descriptor, typeof text === 'string' ? Buffer.from(text) : text, file);
      else filled += typeof text === 'string' ? batch.write(text, filled) : text.copy(batch, filled);
    },
    flush,
    close() {
      flush();
      if (file !== undefined) closeSync(descriptor);
    },
  };
}

/** All there is to say, onto standard output: a reader who has seen enough is no mistake. */
export function print(text: string | Buffer): void {
  const output = openOutput(undefined, []);
  try {
    output.write(text);
    output.close();
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
  }
}

function openFile(file: string, inputs: readonly string[]): number {
  if (inputs.some((input) => isSameFile(input, file))) throw new UsageError('same-file', { file });
  try {
    return openSync(file, 'w');
  } catch (error) {
    throw new UsageError('cannot-write', { file, reason: reasonOf(error) });
  }
}

function writeAll(descriptor: number, octets: Buffer, file: string | undefined): void {
  for (let at = 0; at < octets.length; ) {
    try {
      at += writeSync(descriptor, octets, at);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EPIPE') throw new OutputClosed();
      if (code !== 'EAGAIN') throw new UsageError('cannot-write', { file: file ?? '-', reason: reasonOf(error) });
      pause(FULL_PIPE_PAUSE);
    }
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

/** Whether standard output is the same file as one of the inputs would be nonsense to write to. */
export function isTerminal(descriptor: 1 | 2): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice() && (descriptor === 1 ? process.stdout.isTTY : process.stderr.isTTY);
  } catch {
    return false;
  }
}
