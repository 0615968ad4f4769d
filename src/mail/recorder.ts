/** Follows the octets of one mail: size, hashes, header, parts. The body passes by and is not kept. */
import type { Envelope, Message, MessageDirection, MessageHead, MessageRecorder } from '../model/message.js';
import type { Hash, KeptMail, MailKeeper } from '../model/platform.js';
import { compareEnvelope } from './comparison.js';
import { readHead } from './head.js';
import { HeaderBlock } from './header-block.js';
import { limits } from './limits.js';
import { LineScan } from './line-scan.js';
import type { PartTools } from './parts/part-tools.js';
import { PartWalk } from './parts/part-walk.js';
import type { MailContext } from './received.js';

export interface RecorderTools extends PartTools {
  /** Absent where the mails are only described. */
  readonly keeper?: MailKeeper | undefined;
  /** Absent where steps of a mail are not looked for. */
  readonly sightingOf?: MailContext['sightingOf'];
}

export interface MessageOrigin {
  readonly id: number;
  readonly session: number;
  readonly direction: MessageDirection;
  readonly envelope: Envelope;
}

/** `origin`: what is known of the mail before its first octet. */
export function createMessageRecorder(origin: MessageOrigin, tools: RecorderTools): MessageRecorder {
  return new Recorder(origin, tools);
}

class Recorder implements MessageRecorder {
  readonly message: Message;
  readonly #tools: RecorderTools;
  readonly #kept: KeptMail | undefined;
  readonly #header = new HeaderBlock();
  readonly #scan = new LineScan();
  readonly #walk: PartWalk;
  readonly #sha256: Hash | undefined;
  readonly #md5: Hash | undefined;
  #interrupted = false;

  constructor(origin: MessageOrigin, tools: RecorderTools) {
    const { lines } = this.#scan;
    this.message = { entries: [], outcome: {}, size: 0, complete: false, missing: 0, ended: false, parts: [], lines, ...origin };
    this.#tools = tools;
    this.#kept = tools.keeper?.begin(this.message);
    this.#walk = new PartWalk(tools, this.#kept);
    this.message.parts = this.#walk.parts;
    this.#sha256 = tools.hash?.('sha256');
    this.#md5 = tools.hash?.('md5');
  }

  content(bytes: Buffer, start: number, end: number): void {
    const { message } = this;
    // What is sent behind the end of a mail, as a further chunk behind the last one, is none of it.
    if (message.ended) return;
    message.size += end - start;
    this.#kept?.octets(bytes, start, end);
    if (this.#interrupted) return;
    let body = start;
    if (message.head === undefined) {
      body = this.#header.add(bytes, start, end);
      this.#scan.read(bytes, start, body);
      if (this.#header.complete) this.#endHeader(this.#header.ended);
    }
    if (body < end) {
      this.#scan.read(bytes, body, end);
      this.#walk.read(bytes, body, end);
    }
    if (this.#sha256 === undefined) return;
    const octets = bytes.subarray(start, end);
    this.#sha256.update(octets);
    this.#md5?.update(octets);
  }

  gap(length: number): void {
    const { message } = this;
    if (message.ended) return;
    // Of a mail in parts that came out of order nobody knows the places.
    if (!this.#interrupted) {
      const gaps = (message.gaps ??= []);
      if (gaps.length < limits.gaps) gaps.push({ offset: message.size + message.missing, length });
      this.#scan.gap(length);
      this.#walk.gap(length);
    }
    message.missing += length;
  }

  looseDot(behind: 'lf' | 'cr'): void {
    this.#scan.looseDot('crlf', behind);
  }

  interrupt(): void {
    const { message } = this;
    if (message.ended || this.#interrupted) return;
    this.#interrupted = true;
    if (message.size === 0) this.#readHead(false);
    else {
      if (message.head === undefined) this.#endHeader(false);
      this.#walk.end(false);
    }
  }

  close(whole: boolean): void {
    const { message } = this;
    if (message.ended) return;
    message.ended = true;
    message.complete = whole && message.missing === 0 && !this.#interrupted;
    if (message.head === undefined) this.#endHeader(whole);
    if (!this.#interrupted) {
      this.#scan.end();
      this.#walk.end(whole);
    }
    if (this.#walk.report !== undefined) message.report = this.#walk.report;
    this.#kept?.end();
    if (!message.complete || this.#sha256 === undefined || this.#md5 === undefined) return;
    message.sha256 = this.#sha256.digest();
    message.md5 = this.#md5.digest();
  }

  /** `whole`: the header ends by itself, and not because its octets do. */
  #endHeader(whole: boolean): void {
    const { headers } = this.#readHead(whole);
    this.#scan.endHeader();
    this.#walk.begin(headers, this.#header.length);
  }

  #readHead(whole: boolean): MessageHead {
    const { message } = this;
    const { decoder, sightingOf } = this.#tools;
    message.head = readHead(this.#header.octets, decoder, { direction: message.direction, sightingOf });
    const comparison = whole && message.missing === 0 && message.direction === 'submitted' ? compareEnvelope(message.envelope, message.head, decoder) : undefined;
    if (comparison !== undefined) message.comparison = comparison;
    return message.head;
  }
}
