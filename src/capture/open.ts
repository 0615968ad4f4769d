/**
 * Opens a capture: finds the input, looks through a compression around it, recognises its format and hands out the
 * reader for it. Every refusal is a CaptureError; damage behind a recognised beginning never is.
 */
import { createReadStream, statSync, type Stats } from 'node:fs';
import type { Readable } from 'node:stream';
import type { CaptureSummary, PacketReader } from '../model/packet.js';
import { CaptureError } from './capture-error.js';
import { FileSource } from './file-source.js';
import { GzipSource } from './gzip-source.js';
import type { OctetSource } from './octet-source.js';
import { FILE_HEADER, PcapReader } from './pcap-reader.js';
import { PcapngReader } from './pcapng-reader.js';
import { PrefixedSource } from './prefixed-source.js';
import { recogniseCapture, type Signature } from './signature.js';
import { StreamSource } from './stream-source.js';
import { systemErrorCode } from './system-error.js';
import { Tally } from './tally.js';
import { Window } from './window.js';
import { ZstdSource } from './zstd-source.js';

export interface CaptureOptions {
  /** Position of the capture in the list of inputs, from 0. */
  readonly capture: number;
  /** Whether packets of a link type can be read; their first one is warned of where not. Default: all. */
  readonly supportsLinkType?: (linkType: number) => boolean;
  /** Is given the key logs of TLS that the capture brings along (pcapng); valid during the call. */
  readonly secrets?: (keyLog: Buffer) => void;
}

export interface CaptureFileOptions extends CaptureOptions {
  /** Whether `summary.sha256` is wanted; a pipe has none. */
  readonly hash: boolean;
}

const DECOMPRESSORS = {
  gzip: (source: OctetSource) => new GzipSource(source),
  zstd: (source: OctetSource) => new ZstdSource(source),
} as const;

type Compression = CaptureSummary['compression'];
type Recognised = Extract<Signature, { kind: 'pcap' | 'pcapng' }>;

/** Opens the capture at path `file`, standard input where it is `-`. Rejects with CaptureError and nothing else. */
export async function openCapture(file: string, options: CaptureFileOptions): Promise<PacketReader> {
  if (file === '-') return openCaptureStream(file, process.stdin, options);
  const stats = statusOf(file);
  if (stats.isDirectory()) throw new CaptureError('directory', file);
  // A named pipe must not block the whole process, and has neither length nor hash.
  if (!stats.isFile()) return openCaptureStream(file, createReadStream(file), options);
  return openSource(file, new FileSource(file, options.hash), options);
}

/** Opens a capture that arrives as a stream of octets; `file` names it. Rejects with CaptureError and nothing else. */
export function openCaptureStream(file: string, stream: Readable, options: CaptureOptions): Promise<PacketReader> {
  return openSource(file, new StreamSource(file, stream), options);
}

/** Opens a capture whose octets come from `source`; `file` names it. Rejects with CaptureError and nothing else. */
export function openCaptureSource(file: string, source: OctetSource, options: CaptureOptions): Promise<PacketReader> {
  return openSource(file, source, options);
}

async function openSource(
  file: string,
  source: OctetSource,
  options: CaptureOptions,
  compression?: Compression,
): Promise<PacketReader> {
  try {
    const window = new Window(source);
    while (window.limit < FILE_HEADER && !window.ended) await window.fill();
    const signature = recogniseCapture(window.bytes, window.limit, compression !== undefined);
    if (signature === undefined) throw refusal(file, window, compression);
    if (signature.kind === 'unsupported') throw new CaptureError('unsupported-format', file, { format: signature.format });
    if (signature.kind !== 'compressed') return readerOf(signature, window, tallyOf(file, signature, options, compression), options);
    const input = new PrefixedSource(window.bytes.subarray(0, window.limit), source);
    return await openSource(file, DECOMPRESSORS[signature.compression](input), options, signature.compression);
  } catch (error) {
    source.close();
    throw error;
  }
}

function readerOf(signature: Recognised, window: Window, tally: Tally, { capture, secrets }: CaptureOptions): PacketReader {
  if (signature.kind === 'pcapng') return new PcapngReader(window, tally, capture, secrets);
  return new PcapReader(window, tally, signature.variant, capture);
}

function tallyOf(file: string, { kind }: Recognised, options: CaptureOptions, compression: Compression): Tally {
  const facts = { file, format: kind, ...(compression !== undefined && { compression }) };
  return new Tally(facts, options.supportsLinkType ?? (() => true));
}

/** Of damaged compressed octets nobody can say what they would have become. */
function refusal(file: string, { limit, source }: Window, compression: Compression): CaptureError {
  if (compression === undefined) return new CaptureError(limit === 0 ? 'empty' : 'not-a-capture', file);
  const { damage } = source;
  if (damage !== undefined) return new CaptureError(damage, file, { format: compression, offset: limit });
  return new CaptureError(limit === 0 ? 'empty' : 'not-a-capture', file, { format: compression });
}

function statusOf(file: string): Stats {
  try {
    return statSync(file);
  } catch (cause) {
    throw new CaptureError(systemErrorCode(cause), file, { cause });
  }
}
