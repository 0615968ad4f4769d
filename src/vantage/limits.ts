/** The bounds of a survey. */
export const limits = {
  /** Connections of all captures together that are compared; those beyond are read as if nobody else had seen them. */
  connections: 100_000,
  /** Pieces of one direction between which octets are missing; further ones run together. */
  pieces: 64,
  /** Packets of one direction whose times and octets are compared. */
  samples: 24,
  /** The same of all connections together; beyond it only the first ones of each. */
  samplesInAll: 400_000,
  samplesThen: 3,
  /** Clocks that differ by less, in seconds, are taken as they are. */
  agreement: 0.001,
} as const;
