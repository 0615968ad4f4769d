/** The bounds of what is kept of a session's surroundings, all in one place. Times are seconds of the capture's own clock. */
export const limits = {
  /** How long after the end of a connection something still belongs to it. */
  after: 5,
  /** How long before a SYN an answer may have come that led to it. */
  before: 30,
  /** A reply that took as long names what it waited for; the greeting always does. */
  notable: 0.01,
  /** What is sent again comes no sooner behind the first attempt (RFC 6298 §2.4: a second). */
  again: 0.2,
  /** Nobody gives a question to the DNS up so early: who goes on before its answer has not waited for it. */
  givingUp: 1,
  /** So many times the round trip may be the network's alone: it varies. */
  jitter: 1.1,
  /** How long somebody waits for an answer of the DNS; later ones belong to nothing. */
  answer: 60,
  /** Lookups that are remembered because something may yet come of them. */
  lookups: 4096,
  /** Connections that are followed, and names, lines and the like that are remembered of one. */
  parties: 20_000,
  names: 256,
  perParty: 1000,
  /** Of many connections to which the same evidence points, so many of the latest are looked at. */
  candidates: 64,
  /** Addresses with a name. */
  hosts: 4096,
  /** Sessions of a capture that wait after their end before anything shows that it holds such services. */
  patience: 64,
  /** Sessions that are over, and wait for what may still belong to them. */
  lingering: 10_000,
  /** A packet that a host passes on leaves it as soon. */
  copy: 0.05,
  /** Datagrams that are remembered, to know them again in another capture. */
  seen: 4096,
  /** Octets of a message of the DNS that comes over TCP. */
  message: 16_384,
} as const;
