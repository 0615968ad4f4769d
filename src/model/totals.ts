/** What is counted over a whole analysis. */
export interface AnalysisTotals {
  /** TCP connections seen, mail or not. */
  readonly connections: number;
  /** Connections to mail ports on which nobody said a word, beyond the first thousand, which are sessions. */
  readonly scanned: number;
}
