/** A capture as CONTRACT fixes it. */
import type { CaptureSummary, CaptureWarningCode } from '../../model/packet.js';
import type { CaptureClock } from '../../model/vantage.js';
import type { Language } from '../../text/index.js';
import { formatTime } from '../time.js';

export interface CaptureJson {
  /** As given on the command line, `-` for standard input. */
  file: string;
  format: string;
  compression?: 'gzip' | 'zstd';
  /** LINKTYPE_ numbers, in the order of their first appearance. */
  linkTypes: readonly number[];
  packets: number;
  /** Captured octets of all packets. */
  bytes: number;
  first?: string;
  last?: string;
  /** Of the file as it lies on disk; absent for a pipe. */
  sha256?: string;
  comments?: readonly { text: string; frame?: number }[];
  /** Where another capture holds some of the same packets. */
  clock?: ClockJson;
  warnings: readonly CaptureWarningJson[];
}

/** How the clock of a capture stands to that of another one. */
export interface ClockJson {
  /** Position in `captures` of the one whose clock is taken. */
  reference: number;
  /** Seconds by which this one's clock is ahead of it. */
  ahead: number;
  /** The times of what only this capture holds, too, are told by the clock of the reference; `first` and `last` are as recorded. */
  moved: boolean;
}

export interface CaptureWarningJson {
  code: CaptureWarningCode;
  /** Octets from the beginning of the decompressed input. */
  offset: number;
  value?: number;
  resumed?: number;
  text: string;
}

export function captureJson(summary: CaptureSummary, language: Language, clock?: CaptureClock): CaptureJson {
  const { file, format, compression, linkTypes, packets, bytes, sha256, comments } = summary;
  const first = summary.first === undefined ? undefined : formatTime(summary.first);
  const last = summary.last === undefined ? undefined : formatTime(summary.last);
  return {
    file,
    format,
    ...(compression === undefined ? {} : { compression }),
    linkTypes,
    packets,
    bytes,
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(comments.length === 0 ? {} : { comments }),
    ...(clock === undefined ? {} : { clock }),
    warnings: summary.warnings.map((warning) => ({
      ...warning,
      text: language.diagnostics.warnings[warning.code]({ file, ...warning }),
    })),
  };
}
