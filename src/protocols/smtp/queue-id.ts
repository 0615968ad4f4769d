/**
 * Finds the id under which a server queued a mail, in the words with which the known servers accept it. Time and
 * process in qmail's "ok 1700000000 qp 4711" are none: its queue knows the mail by another number. Domino, hMailServer,
 * MDaemon and Yahoo name none.
 */
import type { Reply } from './reply.js';
import { splitEnhanced } from './reply-parser.js';

const PATTERNS: readonly RegExp[] = [
  /\bqueued (?:on \S+ )?as ([A-Za-z0-9][\w-]{4,})/i, // Postfix, amavis, Zimbra, iCloud, SendGrid; Yandex names its host
  /\bid=<?([A-Za-z0-9][\w-]{5,})/i, // Exim, GMX
  // sendmail, Proofpoint, CommuniGate, and OpenSMTPD, which sets a colon behind its enhanced code
  /^(?:Ok: )?(?=\S*\d)([A-Za-z0-9][\w-]{2,}) message accepted for delivery/i,
  /^<([^>]+)> (?:\[InternalId=[^\]]*\] )?(?:\d+ bytes in [\d.]+, [\d.]+ [KMG]?B\/sec )?Queued mail for delivery/i, // Exchange
  /\bqueued (?:with|under) id ([\w.-]+)/i, // Stalwart and others
  /^OK +\d+ (\S+) - gsmtp$/i, // Gmail
  /^Message Queued \(([\w.-]+)\)/i, // Haraka
  /^Ok\. ([0-9A-F]{8,16}(?:\.[0-9A-F]{8,16})+)$/i, // Courier
  /\benvelope id ([\w.@-]+)/i, // Oracle Messaging Server, once Apple's
  /^<[^>]*> (\S+) Saved$/, // Dovecot LMTP
  /\bSESSIONID=<([^>]+)>/, // Cyrus LMTP
  /\bid ([A-Za-z0-9]{8,})\b/,
];

/** Exim names it behind BDAT in the last of two lines. */
export function queueIdIn({ code, allWords }: Pick<Reply, 'code' | 'allWords'>): string | undefined {
  for (const line of allWords) {
    const queueId = findQueueId(splitEnhanced(code, line).words);
    if (queueId !== undefined) return queueId;
  }
  return undefined;
}

/** `words`: the reply without code and enhanced code. */
export function findQueueId(words: string): string | undefined {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(words);
    if (match !== null) return match[1];
  }
  return undefined;
}
