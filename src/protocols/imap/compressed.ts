/** Behind COMPRESS=DEFLATE (RFC 4978): both directions are inflated and read on; what cannot be is one entry a side. */
import { createEntry } from '../../dialogue/entry-draft.js';
import type { Talk } from './talk.js';
import { VERBS } from './verbs.js';

/** COMPRESS was accepted: each side's next octet is the first of a raw deflate stream. */
export function beginCompressed(talk: Talk): void {
  const { conversation } = talk;
  for (const side of ['client', 'server'] as const) {
    conversation.inflate(side, (from, extent, reason) => {
      const note = { key: 'imap.compressed', params: { from, bytes: extent.bytes, reason } } as const;
      conversation.add(createEntry('unknown', from, extent, VERBS.COMPRESS, talk.state, note));
    });
  }
}
