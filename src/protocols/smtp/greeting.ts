/** The first words of a server (RFC 5321 §3.1): whether a reply is its greeting, and what that tells. */
import type { EntryPlace } from '../../dialogue/entry-draft.js';
import { secondsBetween } from '../../bytes/time.js';
import type { Entry } from '../../model/entry.js';
import type { Note } from '../../model/note.js';
import { createAsked, opensSession } from './asked.js';
import type { WholeReply } from './reply-assembly.js';
import { CLOSING } from './reply-codes.js';
import { hostIn, wordsOfAll } from './reply-notes.js';
import type { Talk } from './talk.js';
import type { VerbRow } from './verbs.js';

const GREETING: VerbRow & EntryPlace = { phase: 'greeting', step: 'greeting', refused: 'hello', reference: 'RFC 5321 §3.1' };

const NOTHING_OFFERED: ReadonlySet<string> = new Set();

/**
 * Whether the first reply of a server is its greeting. Where a command waits already, it is only if nothing can have
 * come before it. Seen in the wild: suricata-smtp-*.pcap, some of which have a handshake, but no greeting.
 */
export function isGreeting({ code }: WholeReply, { conversation, asked, repliesLost }: Talk): boolean {
  const begins = conversation.setup !== undefined && !repliesLost;
  if (!opensSession(code) && !(code === CLOSING && begins)) return false;
  const { handshake, serverRoundTrip } = conversation.session.connection;
  return asked.length === 0 || (begins && (handshake === 'complete' || serverRoundTrip !== undefined));
}

/** Writes a greeting down. */
export function greet(reply: WholeReply, talk: Talk): void {
  const { setup, session } = talk.conversation;
  const host = hostIn(reply.words);
  if (host !== undefined && talk.commander === 'client') session.server.name = host;
  talk.offered ??= NOTHING_OFFERED;
  const early = talk.asked.length > 0;
  talk.write(reply, noteOfGreeting(reply, host, setup, early), createAsked('greeting', setup, '', GREETING), 'greeting');
}

function noteOfGreeting(reply: WholeReply, host: string | undefined, setup: Entry | undefined, early: boolean): Note {
  const { code, enhanced, words } = reply;
  if (code >= 400) return { key: 'smtp.greeting-refused', params: { code, enhanced, words: wordsOfAll(reply), host, early } };
  const delay = setup === undefined ? undefined : secondsBetween(setup.extent.last, reply.extent.first);
  const extended = /\bESMTP\b|\bLMTP\b/i.test(words);
  return { key: 'smtp.greeting', params: { code, enhanced, words, host, extended, delay } };
}
