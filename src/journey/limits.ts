/** The bounds of what is remembered to link mails. */
export const limits = {
  /** Mails; beyond it the oldest are forgotten. */
  mails: 20_000,
  /** Received fields of one mail. */
  hops: 50,
  /** Recipients of one mail. */
  recipients: 100,
  /** Mails with the same id or content that are looked at, for one of them. */
  candidates: 64,
  /** Names of hosts and people, addresses and protocols that are kept once for all mails. */
  names: 8192,
  /** Lines of logs; beyond it the oldest are forgotten. */
  lines: 40_000,
  /** Mails and lines that share a queue id, or that one line may mean. */
  collisions: 8,
  /** Words of a line that may be ids. */
  words: 32,
  /** Characters of an id, a name or an address. */
  text: 256,
  /** Seconds by which a Received line may differ from the wire: it names whole seconds. */
  agreement: 2,
} as const;
