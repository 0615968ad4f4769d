/** A client that begins TLS where the server speaks plainly: it takes the port for one with TLS, or has not asked for STARTTLS. */
import type { EntryPlace } from '../../dialogue/entry-draft.js';
import { createAsked, type Asked } from './asked.js';
import type { VerbRow } from './verbs.js';

const HANDSHAKE: VerbRow & EntryPlace = { phase: 'tls', step: 'encryption', refused: 'handshake', reference: 'RFC 3207 §4' };

/** What the replies answer that still come: neither side has a way back to commands. */
export function tlsAttempt(): Asked {
  return createAsked('handshake', undefined, 'TLS', HANDSHAKE);
}
