/** Where TLS takes over a conversation: from its first octet, behind STARTTLS, or where nobody asked for it. */
import type { Conversation } from '../../dialogue/conversation.js';
import { createEntry } from '../../dialogue/entry-draft.js';
import type { ContentSink, Expectation } from '../../dialogue/reading.js';
import type { TlsTools } from '../../model/platform.js';
import type { Side } from '../../model/endpoint.js';
import type { TlsFacts } from '../../model/tls.js';
import { TLS_PLACE } from './place.js';
import { SessionOpener } from './keys/session-opener.js';
import { TlsTracker } from './tls-tracker.js';
import { UnwantedTls } from './unwanted-tls.js';

/** Takes over a conversation whose client asked for TLS and got it (RFC 3207, RFC 2595, RFC 9051 §6.2.1). */
export function beginTls(conversation: Conversation, tools?: TlsTools): void {
  const tracker = track(conversation, 'starttls', tools);
  // What a side still sends readable, before its first record, is lines: sent too early, injected, or no TLS at all.
  for (const side of ['server', 'client'] as const) {
    conversation.reader(side).expect({ kind: 'line', untilTls: following(conversation, side, tracker) });
  }
}

/** Encrypted from the first octet (RFC 8314). */
export function beginImplicitTls(conversation: Conversation, tools?: TlsTools): void {
  const tracker = track(conversation, 'implicit', tools);
  for (const side of ['client', 'server'] as const) conversation.reader(side).expect(following(conversation, side, tracker));
}

/** `side` asks for TLS, and the other speaks in clear: no line of it can be told any more. */
export function unwantedTls(conversation: Conversation, side: Side, state: string): Expectation {
  return { kind: 'layer', sink: new UnwantedTls(conversation, side, state) };
}

function track(conversation: Conversation, mode: TlsFacts['mode'], tools: TlsTools | undefined): TlsTracker {
  const facts: TlsFacts = { mode, decrypted: false, alerts: [] };
  conversation.session.tls = facts;
  const { opening } = tools ?? {};
  const opener = opening && new SessionOpener(conversation, opening.cryptography, opening.keys);
  return new TlsTracker(conversation, facts, tools, opener);
}

function following(conversation: Conversation, side: Side, tracker: TlsTracker): Expectation {
  // What comes out of an inflated stream has no octets of its own on the wire: there records are not looked into.
  if (conversation.reader(side).ledger !== undefined) return { kind: 'opaque', sink: opaque(conversation, side) };
  return { kind: 'layer', sink: tracker.layer(side) };
}

function opaque(conversation: Conversation, from: Side): ContentSink {
  return {
    content: () => {},
    gap: () => {},
    end: (extent) => {
      if (extent === undefined) return;
      const note = { key: 'tls.opaque', params: { from, bytes: extent.bytes } } as const;
      conversation.add(createEntry('tls', from, extent, TLS_PLACE, 'encrypted', note));
    },
  };
}
