/** The bounds of the TLS room, all in one place. Octets, unless said otherwise. */
export const limits = {
  /** The longest fragment that a record may announce (RFC 5246 §6.2.3); TLS 1.3 allows less (RFC 8446 §5.2). */
  fragment: 2 ** 14 + 2048,
  /** What waits of one connection for keys that may still come, both directions together. */
  held: 1 << 20,
  /** What is kept of one handshake message: long chains of certificates have some ten thousand. */
  message: 256 << 10,
  /** Certificates of one chain that are looked into, in number. */
  certificates: 16,
  /** Alerts that are listed with a session, in number; every one has its line. */
  alerts: 16,
  /** Messages that a flight names, in number. */
  messages: 64,
  /** Cipher suites and versions of a hello that are kept by number. */
  codes: 512,
  /** Versions of the records of one entry. */
  recordVersions: 8,
} as const;
