/** Follows the octets of one mail: size, hashes, header. The body passes by and is not kept. */
import type { Envelope, Message, MessageDirection, MessageRecorder } from '../model/message.js';
import type { Hash, HashFactory, HeaderDecoder } from '../model/platform.js';
import { readHead } from './head.js';
import { HeaderBlock } from './header-block.js';

export interface RecorderTools {
  readonly decoder: HeaderDecoder;
  /** Absent where no hashes are wanted. */
  readonly hash: HashFactory | undefined;
}

export interface MessageOrigin {
  readonly id: number;
  readonly session: number;
  readonly direction: MessageDirection;
  readonly envelope: Envelope;
}

export function createMessageRecorder(origin: MessageOrigin, tools: RecorderTools): MessageRecorder {
  const message: Message = { entries: [], outcome: {}, size: 0, complete: false, missing: 0, ...origin };
  const header = new HeaderBlock();
  const sha256 = tools.hash?.('sha256');
  const md5 = tools.hash?.('md5');
  let closed = false;
  const update = (hash: Hash | undefined, octets: Buffer): void => hash?.update(octets);
  return {
    message,
    // What is sent behind the end of a mail, as a further chunk behind the last one, is none of it.
    content(bytes, start, end) {
      if (closed) return;
      message.size += end - start;
      if (!header.complete) {
        header.add(bytes, start, end);
        if (header.complete) message.head = readHead(header.octets, tools.decoder);
      }
      if (sha256 === undefined) return;
      const octets = bytes.subarray(start, end);
      update(sha256, octets);
      update(md5, octets);
    },
    gap(length) {
      if (closed) return;
      message.missing += length;
    },
    close(whole) {
      if (closed) return;
      closed = true;
      message.complete = whole && message.missing === 0;
      message.head ??= readHead(header.octets, tools.decoder);
      if (!message.complete || sha256 === undefined || md5 === undefined) return;
      message.sha256 = sha256.digest();
      message.md5 = md5.digest();
    },
  };
}
