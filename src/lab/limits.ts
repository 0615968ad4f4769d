/** The bounds of the lab, all in one place: it is a network server, and whoever reaches it may be anybody. */
export const limits = {
  /** Connections to one service at the same time. */
  connections: 50,
  /** Octets of one command line; RFC 7162 §4 asks 8192 of IMAP, RFC 2449 §4 255 of POP3. */
  line: 8192,
  /** Octets of one command with all its literals, where none of them is a mail. */
  command: 64 << 10,
  /** Octets of one mail. */
  mail: 5 << 20,
  /** What one user may keep. */
  accountOctets: 20 << 20,
  mailboxes: 50,
  mailboxName: 200,
  mails: 1000,
  keywords: 32,
  /** Names that a user may subscribe to. */
  subscriptions: 100,
  /** Data items of one FETCH that carry content: each may be a whole mail. */
  contents: 4,
  /** Silence after which a service leaves (milliseconds): RFC 1939 §3, RFC 9051 §5.4, RFC 5321 §4.5.3.2.7. */
  silence: { pop3: 10 * 60_000, imap: 30 * 60_000, smtp: 5 * 60_000 },
  /** How long a client is given to close its side once the server has closed its own (milliseconds). */
  farewell: 5000,
  /** Lines that are no command, and log-ins that fail, before the service leaves. */
  mistakes: 50,
  /** Search keys and lists inside each other in one command; nested parts of a mail, and parts in all. */
  nesting: 20,
  searchKeys: 32,
  parts: 200,
  /** Octets of a header that are read for ENVELOPE and BODYSTRUCTURE. */
  header: 256 << 10,
  /** Octets of packets that wait to be explained; beyond it they are lost, and the explanation says so. */
  waiting: 32 << 20,
} as const;
