/** Behind COMPRESS=DEFLATE (RFC 4978): one entry a side for everything that follows. Nothing is inflated here. */
import { createEntry } from '../../dialogue/entry-draft.js';
import type { ContentSink } from '../../dialogue/reading.js';
import type { Extent } from '../../model/entry.js';
import type { Side } from '../../model/stream.js';
import type { Talk } from './talk.js';
import { VERBS } from './verbs.js';

/** COMPRESS was accepted: neither side can be read on. */
export function beginCompressed(talk: Talk): void {
  for (const side of ['client', 'server'] as const) {
    talk.conversation.reader(side).expect({ kind: 'opaque', sink: new CompressedRest(talk, side) });
  }
}

class CompressedRest implements ContentSink {
  readonly #talk: Talk;
  readonly #side: Side;

  constructor(talk: Talk, side: Side) {
    this.#talk = talk;
    this.#side = side;
  }

  content(): void {}

  gap(): void {}

  end(extent: Extent | undefined): void {
    if (extent === undefined) return;
    const note = { key: 'imap.compressed', params: { from: this.#side, bytes: extent.bytes } } as const;
    this.#talk.conversation.add(createEntry('unknown', this.#side, extent, VERBS.COMPRESS, this.#talk.state, note));
  }
}
