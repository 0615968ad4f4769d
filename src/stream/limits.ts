/** The bounds of the stream room, all in one place. Times are seconds of the capture's own clock. */
export const limits = {
  /** Octets of one direction that may wait behind a hole, and of all directions together. */
  waiting: 4 << 20,
  waitingInAll: 64 << 20,
  /** Pieces that may wait behind a hole. */
  pieces: 4096,
  /** A hole that the receiver has acknowledged: the octets arrived, so the capture lost them. Reordering inside the
      capture itself is given this long, or this many octets, to mend it. */
  acknowledgedHole: 1,
  acknowledgedOctets: 128 << 10,
  acknowledgedPieces: 64,
  /** A hole nobody acknowledged: retransmissions come later and later (RFC 6298), two minutes cover six of them. */
  openHole: 120,
  /** How long the last packets of a closed connection are waited for. */
  linger: 5,
  /** Silence that ends a connection: IMAP allows 30 minutes (RFC 9051 §5.4). */
  silence: 35 * 60,
  /** The same before the handshake is complete. */
  halfOpenSilence: 60,
  /** How long, and how many, ended connections are remembered, so that a straggler opens no new one. */
  remembered: 60,
  rememberedInAll: 8192,
  /** Connections followed at the same time; beyond it the one opened first is let go. */
  connections: 200_000,
  /** Packets between two looks at the clock. */
  sweepInterval: 512,
  /** Seconds of a clock that ticks between two looks at silent connections. */
  silenceCheck: 5,
  /** What is told of handshake packets and resets: further ones are only counted. */
  setupPackets: 16,
  resets: 16,
  /** A gap longer than this is a stranger's joke: no window reaches so far (RFC 7323 §2.3). */
  gap: 1 << 30,
} as const;
