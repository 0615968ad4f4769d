/** What became of mails. */
export interface DeliveryFindings {
  /** `words`: the server's own, without its codes. */
  'delivery.recipient-refused': { address: string; code: number; words: string };
}
