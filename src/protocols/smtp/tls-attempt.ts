/** A client that begins TLS where the server speaks plainly: it takes the port for one with TLS, or has not asked for STARTTLS. */
import { createEntry, type EntryPlace } from '../../dialogue/entry-draft.js';
import type { ContentSink, Expectation } from '../../dialogue/reading.js';
import type { Extent } from '../../model/entry.js';
import { createAsked } from './asked.js';
import type { Talk } from './talk.js';
import type { VerbRow } from './verbs.js';

const HANDSHAKE: VerbRow & EntryPlace = { phase: 'tls', step: 'encryption', refused: 'handshake', reference: 'RFC 3207 §4' };

/** Takes the octets of the client from here on, as one entry: neither side has a way back to commands. */
export function attemptTls(talk: Talk): Expectation {
  const { commander, conversation, state } = talk;
  talk.attempt = createAsked('handshake', undefined, 'TLS', HANDSHAKE);
  const sink: ContentSink = {
    content: () => {},
    gap: () => {},
    end: (extent: Extent | undefined) => {
      if (extent === undefined) return;
      const note = { key: 'tls.unwanted', params: { from: commander, bytes: extent.bytes } } as const;
      conversation.add(createEntry('tls', commander, extent, HANDSHAKE, state, note));
    },
  };
  return { kind: 'opaque', sink };
}
