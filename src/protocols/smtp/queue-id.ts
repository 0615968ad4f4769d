/**
 * Finds the id under which a server queued a mail, in the words with which the known servers accept it. Time and
 * process in qmail's "ok 1700000000 qp 4711" are none: its queue knows the mail by another number.
 */

const PATTERNS: readonly RegExp[] = [
  /\bqueued as ([A-Za-z0-9]{5,})/i, // Postfix
  /\bid=(\w{6}-\w{6,11}-\w{2,4})\b/, // Exim
  /^([A-Za-z]{3}\d{5}|[a-zA-Z0-9]{14}) Message accepted for delivery/, // sendmail
  /^(?:Ok: )?([0-9a-f]{8}) Message accepted for delivery/, // OpenSMTPD
  /^<([^>]+)> (?:\[InternalId=[^\]]*\] )?Queued mail for delivery/i, // Exchange
  /\bqueued (?:with|under) id ([\w.-]+)/i,
  /\bid ([A-Za-z0-9]{8,})\b/, // Cyrus and others
];

/** `words`: the reply without code and enhanced code. */
export function findQueueId(words: string): string | undefined {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(words);
    if (match !== null) return match[1];
  }
  return undefined;
}
