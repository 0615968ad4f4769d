/** What a standard forbids and a listener can see. */
export interface ConformanceFindings {
  'smtp.no-hello': { verb: string };
}
