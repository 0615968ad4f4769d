/** What is counted over a whole analysis. */
export interface AnalysisTotals {
  /** TCP connections seen, mail or not. */
  readonly connections: number;
}
