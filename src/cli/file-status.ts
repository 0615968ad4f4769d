/** What the system says of a FILE before it is opened; why it says nothing of one, opening it will tell. */
import { fstatSync, statSync, type Stats } from 'node:fs';

const STANDARD_INPUT = 0;

/** Octets of all there are. Undefined where nobody knows, as of a pipe, which ends when it ends. */
export function sizeOf(files: readonly string[]): number | undefined {
  let octets = 0;
  for (const file of files) {
    const status = statusOf(file);
    if (status?.isFile() === false) return undefined;
    octets += status?.size ?? 0;
  }
  return octets;
}

export function isSameFile(a: string, b: string): boolean {
  const x = statusOf(a);
  const y = statusOf(b);
  return x !== undefined && y !== undefined && x.dev === y.dev && x.ino === y.ino && x.isFile();
}

/** Undefined where there is no such file, or nobody may look. */
function statusOf(file: string): Stats | undefined {
  try {
    return file === '-' ? fstatSync(STANDARD_INPUT) : statSync(file);
  } catch {
    return undefined;
  }
}
