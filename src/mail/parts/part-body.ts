/** The body of one part as it comes by: its size before and after decoding, and its hashes. Nothing of it is kept. */
import type { Part, PartDefect } from '../../model/message.js';
import type { Hash, KeptMail, KeptPart, TransferDecoder } from '../../model/platform.js';
import { limits } from '../limits.js';
import { HEADER_ALONE, isReport } from '../report.js';
import type { PartTools } from './part-tools.js';

export type PartDraft = { -readonly [K in keyof Part]: Part[K] };

export function addDefect(part: PartDraft, defect: PartDefect): void {
  if (part.defects?.includes(defect) !== true) part.defects = [...(part.defects ?? []), defect];
}

export class PartBody {
  readonly part: PartDraft;
  readonly #decoder: TransferDecoder | undefined;
  readonly #sha256: Hash | undefined;
  readonly #md5: Hash | undefined;
  readonly #kept: KeptPart | undefined;
  readonly #isRead: boolean;
  #missing = false;
  readonly #read: Buffer[] = [];
  #readOctets = 0;

  constructor(part: PartDraft, { decoder, hash }: PartTools, keeper: KeptMail | undefined) {
    this.part = part;
    this.#decoder = decoder.transfer(part.encoding ?? '');
    this.#sha256 = hash?.('sha256');
    this.#md5 = hash?.('md5');
    this.#kept = keeper?.part(part);
    this.#isRead = isReport(part.contentType) || part.contentType === HEADER_ALONE;
  }

  content(bytes: Buffer, start: number, end: number): void {
    this.part.encodedSize += end - start;
    if (this.#decoder === undefined) this.#take(this.#isWanted ? bytes.subarray(start, end) : undefined, end - start);
    else {
      const octets = this.#decoder.update(bytes, start, end);
      this.#take(octets, octets.length);
    }
  }

  /** The decoded beginning of a part that is read for what it says; empty for all others. */
  get text(): Buffer {
    return Buffer.concat(this.#read);
  }

  gap(): void {
    this.#missing = true;
  }

  end(): void {
    const { part } = this;
    if (this.#decoder !== undefined) {
      const octets = this.#decoder.end();
      this.#take(octets, octets.length);
      if (this.#decoder.isDamaged) addDefect(part, 'encoding');
    }
    if (this.#missing) addDefect(part, 'incomplete');
    this.#kept?.end();
    if (part.defects?.includes('incomplete') === true || this.#sha256 === undefined || this.#md5 === undefined) return;
    part.sha256 = this.#sha256.digest();
    part.md5 = this.#md5.digest();
  }

  #take(octets: Buffer | undefined, length: number): void {
    this.part.size += length;
    if (octets === undefined) return;
    this.#sha256?.update(octets);
    this.#md5?.update(octets);
    this.#kept?.octets(octets);
    if (this.#isRead) this.#keepText(octets);
  }

  #keepText(octets: Buffer): void {
    const wanted = octets.subarray(0, limits.report - this.#readOctets);
    this.#readOctets += wanted.length;
    if (wanted.length > 0) this.#read.push(Buffer.from(wanted));
  }

  get #isWanted(): boolean {
    return this.#sha256 !== undefined || this.#kept !== undefined || this.#isRead;
  }
}
