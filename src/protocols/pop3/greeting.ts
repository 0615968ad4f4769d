/** What the first line of a server tells beside +OK: its name, and the timestamp that APOP needs (RFC 1939 §7). */
import { secondsBetween } from '../../bytes/time.js';
import type { Line } from '../../dialogue/reading.js';
import type { Entry } from '../../model/entry.js';
import type { Note } from '../../model/note.js';
import type { Status } from './reply-parser.js';

// The form of a Message-ID (RFC 822), as §7 asks.
const TIMESTAMP = /<[^<>\s@]+@([^<>\s@]+)>/;
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
/** A name of several labels, the last of letters; not a part of an address, a path or another name. */
const HOST = new RegExp(`(?<![\\w@/.<-])(?:${LABEL}\\.)+[A-Za-z]{2,}(?![\\w@/-])`);
const WHOLE_HOST = new RegExp(`^(?:${LABEL}\\.)+[A-Za-z]{2,}$`);

/** With its angle brackets, as it goes into the digest. */
export function timestampIn(words: string): string | undefined {
  return TIMESTAMP.exec(words)?.[0];
}

/** The host name in the words of a greeting, or else in its timestamp. */
export function hostIn(words: string): string | undefined {
  const outside = HOST.exec(words.replace(TIMESTAMP, ' '))?.[0];
  if (outside !== undefined) return outside;
  const inside = TIMESTAMP.exec(words)?.[1];
  return inside !== undefined && WHOLE_HOST.test(inside) ? inside : undefined;
}

const ANOTHER_REPLY = /^\d+\b|\boctets?\b|\bmessages?\b|\bpassword\b|\bmaildrop\b|\bdeleted\b|\blogged in\b|\bsigning off\b|\bbye\b|\bcapabilit/i;

const GREETING = /\bready\b|\bpop-?3?\b|\bserver\b|\bwelcome\b|\bhello\b/i;

/** Whether the first line of a connection whose beginning was not captured may be its greeting. */
export function canBeGreeting({ ok, words }: Status): boolean {
  return ok && !ANOTHER_REPLY.test(words);
}

/**
 * Whether the first line of a server, behind a command that did not wait for it, is the greeting all the same. Seen
 * in the wild: suricata-pop3-auth-01.pcap has a handshake, but no greeting.
 */
export function mustBeGreeting({ ok, words }: Status): boolean {
  return !ok || words === '' || TIMESTAMP.test(words) || (GREETING.test(words) && !ANOTHER_REPLY.test(words));
}

/** `setup`: of the connection, where it was captured; the server keeps the client waiting from then on. */
export function noteOfGreeting({ ok, words, code }: Status, line: Line, setup: Entry | undefined): Note {
  if (!ok) return { key: 'pop3.greeting-refused', params: { words, code } };
  const delay = setup === undefined ? undefined : secondsBetween(setup.extent.last, line.extent.first);
  return { key: 'pop3.greeting', params: { words, host: hostIn(words), timestamp: timestampIn(words), delay } };
}
