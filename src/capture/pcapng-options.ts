/**
 * Walks the options of a pcapng block. It hands over what lies inside the block and says when an option claims more.
 * Read draft-ietf-opsawg-pcapng, "Options".
 */
import type { Window } from './window.js';

export const OPTION_COMMENT = 1;
export const OPTION_TIME_RESOLUTION = 9;
export const OPTION_TIME_OFFSET = 14;
const OPTION_END = 0;
const OPTION_HEADER = 4;
const RECORD_END = 0;
const RECORD_HEADER = 4;

/** `length` with the octets that fill it up to a multiple of four. */
export function padded(length: number): number {
  return length + (-length & 3);
}

/** Where the records of a name resolution block end, which begin at `at`, and its options begin; `end` where they lie. */
export function endOfNames({ view }: Window, at: number, end: number, littleEndian: boolean): number {
  for (let position = at; position + RECORD_HEADER <= end; ) {
    const type = view.getUint16(position, littleEndian);
    position += RECORD_HEADER + padded(view.getUint16(position + 2, littleEndian));
    if (type === RECORD_END) return position;
  }
  return end;
}

/** One option: its code, and its octets as `bytes[start..end)` of the window. */
export interface BlockOption {
  readonly code: number;
  readonly start: number;
  readonly end: number;
}

export interface BlockOptions {
  readonly options: readonly BlockOption[];
  /** False where an option claims octets outside the block. */
  readonly fit: boolean;
}

/** The options in `[at..end)` of the window, in order, as far as they fit. */
export function scanOptions(window: Window, at: number, end: number, littleEndian: boolean): BlockOptions {
  const { view } = window;
  const options: BlockOption[] = [];
  let position = at;
  while (position + OPTION_HEADER <= end) {
    const code = view.getUint16(position, littleEndian);
    const start = position + OPTION_HEADER;
    if (code === OPTION_END) break;
    const length = view.getUint16(position + 2, littleEndian);
    if (start + length > end) return { options, fit: false };
    options.push({ code, start, end: start + length });
    position = start + padded(length);
  }
  return { options, fit: true };
}
