/** Error names of the operating system, as codes of a CaptureError. */
import type { CaptureErrorCode } from '../model/packet.js';

const CODES: Readonly<Record<string, CaptureErrorCode>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'permission',
  EPERM: 'permission',
  EISDIR: 'directory',
};

/** The code for what the system threw; `unreadable` where it has no name of its own here. */
export function systemErrorCode(error: unknown): CaptureErrorCode {
  if (!(error instanceof Error) || !('code' in error)) return 'unreadable';
  return CODES[String(error.code)] ?? 'unreadable';
}
