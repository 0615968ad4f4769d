/** Follows the octets of one mail: size, hashes, header, parts. The body passes by and is not kept. */
import type { Envelope, Message, MessageDirection, MessageRecorder } from '../model/message.js';
import type { Hash, MailKeeper } from '../model/platform.js';
import { readHead } from './head.js';
import { HeaderBlock } from './header-block.js';
import type { PartTools } from './parts/part-tools.js';
import { PartWalk } from './parts/part-walk.js';

export interface RecorderTools extends PartTools {
  /** Absent where the mails are only described. */
  readonly keeper?: MailKeeper | undefined;
}

export interface MessageOrigin {
  readonly id: number;
  readonly session: number;
  readonly direction: MessageDirection;
  readonly envelope: Envelope;
}

export function createMessageRecorder(origin: MessageOrigin, tools: RecorderTools): MessageRecorder {
  const message: Message = { entries: [], outcome: {}, size: 0, complete: false, missing: 0, ended: false, parts: [], ...origin };
  const kept = tools.keeper?.begin(message);
  const walk = new PartWalk(tools, kept);
  message.parts = walk.parts;
  const header = new HeaderBlock();
  const sha256 = tools.hash?.('sha256');
  const md5 = tools.hash?.('md5');
  let interrupted = false;
  const update = (hash: Hash | undefined, octets: Buffer): void => hash?.update(octets);
  const endHeader = (): void => {
    message.head = readHead(header.octets, tools.decoder);
    walk.begin(message.head.headers, header.length);
  };
  return {
    message,
    // What is sent behind the end of a mail, as a further chunk behind the last one, is none of it.
    content(bytes, start, end) {
      if (message.ended) return;
      message.size += end - start;
      kept?.octets(bytes, start, end);
      if (interrupted) return;
      let body = start;
      if (message.head === undefined) {
        body = header.add(bytes, start, end);
        if (header.complete) endHeader();
      }
      if (body < end) walk.read(bytes, body, end);
      if (sha256 === undefined) return;
      const octets = bytes.subarray(start, end);
      update(sha256, octets);
      update(md5, octets);
    },
    gap(length) {
      if (message.ended) return;
      message.missing += length;
      if (!interrupted) walk.gap(length);
    },
    interrupt() {
      if (message.ended || interrupted) return;
      interrupted = true;
      if (message.size === 0) message.head = readHead(header.octets, tools.decoder);
      else {
        if (message.head === undefined) endHeader();
        walk.end(false);
      }
    },
    close(whole) {
      if (message.ended) return;
      message.ended = true;
      message.complete = whole && message.missing === 0 && !interrupted;
      if (message.head === undefined) endHeader();
      if (!interrupted) walk.end(whole);
      if (walk.report !== undefined) message.report = walk.report;
      kept?.end();
      if (!message.complete || sha256 === undefined || md5 === undefined) return;
      message.sha256 = sha256.digest();
      message.md5 = md5.digest();
    },
  };
}
