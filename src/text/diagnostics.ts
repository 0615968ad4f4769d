/** What the command line says on its error output: one line for each thing that can go wrong, in every language. */
import type { CaptureErrorCode, CaptureWarningCode } from '../model/packet.js';

/** An input that cannot be read at all. */
export interface CaptureErrorParams {
  /** As given on the command line, `-` for standard input. */
  readonly file: string;
  readonly offset: number;
  /** The name of the format that was recognised and is not read, or of the compression around what is no capture. */
  readonly format?: string | undefined;
}

/** Damage in an input that was still worth reading. */
export interface CaptureWarningParams {
  readonly file: string;
  readonly offset: number;
  readonly value?: number | undefined;
}

/** Mistakes on the command line, and results that need a word. */
export interface UsageParams {
  'no-file': Record<string, never>;
  /** `explain` knows nothing of it. */
  'unknown-word': { word: string; suggestions: readonly string[] };
  /** No finding has this name. */
  'unknown-finding': { name: string };
  'unknown-option': { option: string };
  'missing-value': { option: string };
  'unknown-format': { format: string; known: readonly string[] };
  'unknown-value': { option: string; value: string; known: readonly string[] };
  /** A server that is not there. */
  'cannot-listen': { host: string; port: number; reason: string };
  'bad-ports': { value: string };
  'cannot-read': { file: string; reason: string };
  /** `file`: `-` for standard output. */
  'cannot-write': { file: string; reason: string };
  'same-file': { file: string };
  /** A file would be overwritten without `--force`. */
  'file-exists': { file: string };
  /** `why` was not told what to look for. */
  'no-word': Record<string, never>;
  'no-folder': Record<string, never>;
  /** `live` was not told what to listen on. */
  'no-interface': Record<string, never>;
  'bad-ring': { value: string };
  /** `--ring` without `-w`. */
  'ring-alone': Record<string, never>;
  'bad-duration': { value: string };
  'bad-count': { value: string };
  /** A report needs a file, whose ending names the format. */
  'no-output': Record<string, never>;
  /** `--anonymise` with `--bodies`. */
  'anonymous-bodies': Record<string, never>;
  'unknown-ending': { file: string; known: readonly string[] };
  'bad-session': { value: string };
  /** Sessions that were asked for and are not there. */
  'no-session': { sessions: readonly number[] };
  'plain-written': { file: string; connections: number };
  'extracted': { mails: number; attachments: number; folder: string };
  /** Several inputs, and not one of them a capture. */
  'no-capture': { files: number };
  'no-mail': { packets: number };
  /** There are sessions, and the filter keeps none of them. */
  'no-match': { sessions: number };
  /** Mails that were to be shown and came too long before the first match of their session. */
  'mails-forgotten': { mails: number };
  /** A pipe among several inputs. */
  'not-joined': { file: string };
  /** More connections than are compared with those of other captures. */
  'survey-cut': Record<string, never>;
  /** The times of a capture are told by the clock of another one; `ahead` in seconds. */
  'clock-moved': { file: string; reference: string; ahead: number };
  'interrupted': Record<string, never>;
  /** A mistake of the program itself, never of its input. */
  'internal': { reason: string };
}

export interface Diagnostics {
  readonly errors: { readonly [K in CaptureErrorCode]: (params: CaptureErrorParams) => string };
  readonly warnings: { readonly [K in CaptureWarningCode]: (params: CaptureWarningParams) => string };
  readonly usage: { readonly [K in keyof UsageParams]: (params: UsageParams[K]) => string };
}
