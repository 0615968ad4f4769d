/**
 * The one error of the capture room: an input that is no capture or cannot be opened.
 * It carries facts, never a sentence; damage inside a capture is a warning of its summary, not an error.
 */
import type { CaptureErrorCode } from '../model/packet.js';

export interface CaptureErrorDetails {
  /** Octets from the beginning of the input; 0 where nothing could be read. */
  readonly offset?: number;
  /** The name of the format that was recognised and is not read, or of the compression around what is no capture. */
  readonly format?: string;
  /** The error of the system or of the decompressor. */
  readonly cause?: unknown;
}

export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  readonly code: CaptureErrorCode;
  /** As given by the caller, `-` for standard input. */
  readonly file: string;
  readonly offset: number;
  readonly format: string | undefined;

  constructor(code: CaptureErrorCode, file: string, details: CaptureErrorDetails = {}) {
    super(`${file}: ${code} at ${details.offset ?? 0}`, 'cause' in details ? { cause: details.cause } : undefined);
    this.code = code;
    this.file = file;
    this.offset = details.offset ?? 0;
    this.format = details.format;
  }
}
