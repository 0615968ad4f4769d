/** The bounds of the dialogue room, all in one place. Octets, unless said otherwise. */
export const limits = {
  /** Text kept of one line; the octets behind it are counted. RFC 5321 §4.5.3.1 asks for 512, IMAP for 8 K and more. */
  line: 1 << 20,
  /** Client octets that wait for the reply which says what they are. */
  held: 1 << 20,
  /** All half lines and held octets of all sessions together. */
  shared: 64 << 20,
  /** Octets of a SASL line, decoded, that are looked into; a longer one is told by its length (RFC 4954 §4 asks for 12,288 in base64). */
  sasl: 1 << 16,
  /** Frames an entry names: the first 63 and the last. */
  frames: 64,
  /** Commands that wait for their reply, in number. */
  outstanding: 10_000,
  /** Entries that wait for an earlier one to be decided, in number. */
  undecided: 20_000,
  /** Text kept of a multi-line reply. */
  reply: 4 << 20,
  /** Connections to mail ports that become sessions although nobody said a word: a port scan must not make millions. */
  silent: 1000,
  /** Octets of each direction that are kept while it is not known whether a connection carries mail. */
  detection: 4096,
  /** Octets of a TLS connection that are kept until something is said inside: a chain of certificates takes 4,000 and more. */
  sealed: 1 << 16,
  /** Such connections at one time. */
  sealedConnections: 128,
  /** Octets that a compressed direction may be inflated to, at all and for each octet; deflate itself can make 1032 of one. */
  inflated: { free: 64 << 20, each: 200 },
  /** Lines that it may give: some lists give two for every octet. */
  inflatedLines: { free: 10_000, each: 4 },
} as const;
