/**
 * TLS without keys: everything from the first record on is one entry a side, written when the connection ends.
 * Records are not looked into here.
 */
import type { Conversation, Dissector } from '../../dialogue/conversation.js';
import { createEntry } from '../../dialogue/entry-draft.js';
import type { ContentSink, Expectation } from '../../dialogue/reading.js';
import type { Extent } from '../../model/entry.js';
import type { Side } from '../../model/stream.js';

const PLACE = { phase: 'tls', step: 'encryption' } as const;

/** Takes over a conversation whose client asked for TLS and got it (RFC 3207, RFC 2595, RFC 9051 §6.2.1). */
export function beginTls(conversation: Conversation): void {
  conversation.session.tls = { mode: 'starttls', decrypted: false };
  // What a side still sends readable, before its first record, is lines: sent too early, injected, or no TLS at all.
  for (const side of ['server', 'client'] as const) {
    conversation.reader(side).expect({ kind: 'line', untilTls: opaque(conversation, side) });
  }
}

/** Encrypted from the first octet (RFC 8314). */
export function beginImplicitTls(conversation: Conversation): void {
  conversation.session.tls = { mode: 'implicit', decrypted: false };
  for (const side of ['client', 'server'] as const) {
    conversation.reader(side).expect(opaque(conversation, side));
  }
}

/** The client asks for TLS, and the server speaks in clear: no line of the client can be told any more. */
export function unwantedTls(conversation: Conversation): Expectation {
  return { kind: 'opaque', sink: new OpaqueRest(conversation, 'client', 'tls.unwanted') };
}

function opaque(conversation: Conversation, side: Side): Expectation {
  return { kind: 'opaque', sink: new OpaqueRest(conversation, side) };
}

/** There is nothing to dissect: all octets go to the opaque rest. */
export class OpaqueDissector implements Dissector {
  readonly state = 'encrypted';

  line(): void {}

  gap(): void {}

  undecided(): void {}

  messageOf(): undefined {
    return undefined;
  }

  end(): void {}
}

class OpaqueRest implements ContentSink {
  readonly #conversation: Conversation;
  readonly #side: Side;
  readonly #key: 'tls.opaque' | 'tls.unwanted';

  constructor(conversation: Conversation, side: Side, key: 'tls.opaque' | 'tls.unwanted' = 'tls.opaque') {
    this.#conversation = conversation;
    this.#side = side;
    this.#key = key;
  }

  content(): void {}

  gap(): void {}

  end(extent: Extent | undefined): void {
    if (extent === undefined) return;
    const params = { from: this.#side, bytes: extent.bytes };
    const state = this.#key === 'tls.opaque' ? 'encrypted' : this.#conversation.state;
    this.#conversation.add(createEntry('tls', this.#side, extent, PLACE, state, { key: this.#key, params }));
  }
}
