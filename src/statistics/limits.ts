/** What statistics may hold, however many names a capture makes up. */
export const limits = {
  /** Rows of a table of servers, clients or users. */
  peers: 1000,
  /** Rows of the table of commands, for each protocol. */
  verbs: 200,
  mechanisms: 50,
  /** UTF-16 units of a name; longer ones that begin alike are one. */
  name: 200,
  /** Values of a distribution that are kept; beyond, they are counted in buckets. */
  exact: 1000,
  slowest: 10,
  /** Buckets of time. */
  buckets: 120,
  /** Entries of a session that wait until it is decided whether it speaks SMTP or LMTP. */
  undecided: 16,
} as const;
